import type { SoftwareMessages } from '../software-messages.js';

/** The texts about meeting software besides Jitsi in Ukrainian. */
export const software: SoftwareMessages = {
  storedForTab: 'Налаштування, доки ви не закриєте вкладку',
  storedWithAccount: 'Обліковий запис гостя, створений під час завантаження, з ключами й налаштуваннями, доки ви їх не видалите',
  storedUnknown: 'розробник програми не зазначає',
  for_account: 'Обліковий запис гостя, створений під час завантаження зустрічі',
  for_key: 'Ключі, які розшифровують зустріч',
  for_log: 'Журнал подій для повідомлень про помилки',
  blind: 'Ця сторінка не бачить, чи записується зустріч і чи завершилася вона.',
  newTab: 'Відкрити в новій вкладці',
  linkOnly: 'Ця зустріч працює на {software} на {domain}. Її не можна показати на цій сторінці. Посилання відкриває її в новій вкладці; до цього нічого не надсилається.',
};

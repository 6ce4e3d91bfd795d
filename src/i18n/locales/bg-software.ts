import type { SoftwareMessages } from '../software-messages.js';

/** The texts about meeting software besides Jitsi in Bulgarian. */
export const software: SoftwareMessages = {
  storedForTab: 'Настройки, докато затворите раздела',
  storedWithAccount: 'Профил на гост, създаден при зареждане, с ключовете и настройките му, докато ги изтриете',
  storedUnknown: 'не е посочено от производителя на софтуера',
  for_account: 'Профил на гост, създаден при зареждане на срещата',
  for_key: 'Ключове, които дешифрират срещата',
  for_log: 'Дневник на събитията за съобщения за грешки',
  blind: 'Тази страница не може да види дали срещата се записва или е приключила.',
  newTab: 'Отваряне в нов раздел',
  linkOnly: 'Тази среща използва {software} на {domain}. Тя не може да се покаже на тази страница. Връзка я отваря в нов раздел; преди това нищо не се изпраща.',
};

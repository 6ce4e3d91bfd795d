import type { SoftwareMessages } from '../software-messages.js';

/** The texts about meeting software besides Jitsi in Slovenian. */
export const software: SoftwareMessages = {
  storedForTab: 'Nastavitve, dokler ne zaprete zavihka',
  storedWithAccount: 'Račun gosta, ki nastane ob nalaganju, s ključi in nastavitvami, dokler jih ne izbrišete',
  storedUnknown: 'izdelovalec programske opreme tega ne navaja',
  for_account: 'Račun gosta, ki nastane ob nalaganju srečanja',
  for_key: 'Ključi, ki dešifrirajo srečanje',
  for_log: 'Dnevnik dogodkov za poročila o napakah',
  blind: 'Ta stran ne vidi, ali se srečanje snema oziroma ali je končano.',
  newTab: 'Odpri v novem zavihku',
  linkOnly: 'To srečanje poteka s programsko opremo {software} na {domain}. Na tej strani ga ni mogoče prikazati. Povezava ga odpre v novem zavihku; pred tem se nič ne pošlje.',
};

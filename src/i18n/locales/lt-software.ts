import type { SoftwareMessages } from '../software-messages.js';

/** The texts about meeting software besides Jitsi in Lithuanian. */
export const software: SoftwareMessages = {
  storedForTab: 'Nustatymai, kol uždarysite kortelę',
  storedWithAccount: 'Įkeliant sukuriama svečio paskyra su raktais ir nustatymais, kol juos ištrinsite',
  storedUnknown: 'programinės įrangos kūrėjas nenurodo',
  for_account: 'Svečio paskyra, sukuriama įkeliant susitikimą',
  for_key: 'Raktai, kuriais iššifruojamas susitikimas',
  for_log: 'Įvykių žurnalas pranešimams apie klaidas',
  blind: 'Šis puslapis nemato, ar susitikimas įrašomas, ar jau baigėsi.',
  newTab: 'Atidaryti naujoje kortelėje',
  linkOnly: 'Šis susitikimas vyksta su {software} serveryje {domain}. Jo negalima parodyti šiame puslapyje. Nuoroda atidaro jį naujoje kortelėje; iki tol nieko nesiunčiama.',
};

import type { SoftwareMessages } from '../software-messages.js';

/** The texts about meeting software besides Jitsi in Hungarian. */
export const software: SoftwareMessages = {
  storedForTab: 'Beállítások, amíg be nem zárja a lapot',
  storedWithAccount: 'Betöltéskor létrejövő vendégfiók, kulcsaival és beállításaival, amíg nem törli őket',
  storedUnknown: 'a szoftver készítője nem közli',
  for_account: 'Vendégfiók, amely a találkozó betöltésekor jön létre',
  for_key: 'Kulcsok, amelyek visszafejtik a találkozót',
  for_log: 'Eseménynapló hibajelentésekhez',
  blind: 'Ez az oldal nem látja, hogy a találkozót rögzítik-e, vagy véget ért-e.',
  newTab: 'Megnyitás új lapon',
  linkOnly: 'Ez a találkozó a(z) {software} szoftverrel fut itt: {domain}. Ezen az oldalon nem jeleníthető meg. Egy hivatkozás új lapon nyitja meg; előtte semmi sem kerül elküldésre.',
};

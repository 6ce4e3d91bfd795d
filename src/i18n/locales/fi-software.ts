import type { SoftwareMessages } from '../software-messages.js';

/** The texts about meeting software besides Jitsi in Finnish. */
export const software: SoftwareMessages = {
  storedForTab: 'Asetukset, kunnes suljet välilehden',
  storedWithAccount: 'Ladattaessa luotava vierastili avaimineen ja asetuksineen, kunnes poistat ne',
  storedUnknown: 'ohjelmiston tekijä ei ole ilmoittanut',
  for_account: 'Vierastili, joka luodaan kokousta ladattaessa',
  for_key: 'Avaimet, joilla kokouksen salaus puretaan',
  for_log: 'Tapahtumaloki vikailmoituksia varten',
  blind: 'Tämä sivu ei näe, tallennetaanko kokousta tai onko se päättynyt.',
  newTab: 'Avaa uudessa välilehdessä',
  linkOnly: 'Tämä kokous käyttää ohjelmistoa {software} palvelimella {domain}. Sitä ei voi näyttää tällä sivulla. Linkki avaa sen uudessa välilehdessä; sitä ennen mitään ei lähetetä.',
};

import type { SoftwareMessages } from '../software-messages.js';

/** The texts about meeting software besides Jitsi in Italian. */
export const software: SoftwareMessages = {
  storedForTab: 'Impostazioni, finché non chiude la scheda',
  storedWithAccount: 'Un account ospite creato al caricamento, con chiavi e impostazioni, finché non li elimina',
  storedUnknown: 'non indicato dal produttore del software',
  for_account: 'Un account ospite creato quando la riunione viene caricata',
  for_key: 'Chiavi che decifrano la riunione',
  for_log: 'Un registro per le segnalazioni di errori',
  blind: 'Questa pagina non può vedere se la riunione viene registrata o è terminata.',
  newTab: 'Apri in una nuova scheda',
  linkOnly: 'Questa riunione funziona con {software} su {domain}. Non può essere mostrata in questa pagina. Un link la apre in una nuova scheda; prima non viene inviato nulla.',
};

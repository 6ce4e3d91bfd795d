import type { SoftwareMessages } from '../software-messages.js';

/** The texts about meeting software besides Jitsi in Czech. */
export const software: SoftwareMessages = {
  storedForTab: 'Nastavení, dokud nezavřete kartu',
  storedWithAccount: 'Účet hosta vytvořený při načtení, s klíči a nastavením, dokud je nesmažete',
  storedUnknown: 'výrobce softwaru to neuvádí',
  for_account: 'Účet hosta, který vznikne při načtení schůzky',
  for_key: 'Klíče, které schůzku dešifrují',
  for_log: 'Záznam událostí pro hlášení chyb',
  blind: 'Tato stránka nevidí, zda se schůzka nahrává nebo zda skončila.',
  newTab: 'Otevřít na nové kartě',
  linkOnly: 'Tato schůzka běží v softwaru {software} na {domain}. Na této stránce ji nelze zobrazit. Odkaz ji otevře na nové kartě; předtím se nic neodesílá.',
};

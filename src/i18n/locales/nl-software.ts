import type { SoftwareMessages } from '../software-messages.js';

/** The texts about meeting software besides Jitsi in Dutch. */
export const software: SoftwareMessages = {
  storedForTab: 'Instellingen, totdat u het tabblad sluit',
  storedWithAccount: 'Een gastaccount dat bij het laden wordt gemaakt, met sleutels en instellingen, totdat u ze verwijdert',
  storedUnknown: 'niet vermeld door de maker van de software',
  for_account: 'Een gastaccount dat wordt gemaakt als de vergadering wordt geladen',
  for_key: 'Sleutels die de vergadering ontsleutelen',
  for_log: 'Een logboek voor foutmeldingen',
  blind: 'Deze pagina kan niet zien of de vergadering wordt opgenomen of voorbij is.',
  newTab: 'Openen in een nieuw tabblad',
  linkOnly: 'Deze vergadering draait met {software} op {domain}. Ze kan op deze pagina niet worden getoond. Een link opent haar in een nieuw tabblad; daarvoor wordt niets verzonden.',
};

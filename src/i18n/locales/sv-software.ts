import type { SoftwareMessages } from '../software-messages.js';

/** The texts about meeting software besides Jitsi in Swedish. */
export const software: SoftwareMessages = {
  storedForTab: 'Inställningar, tills du stänger fliken',
  storedWithAccount: 'Ett gästkonto som skapas vid inläsning, med nycklar och inställningar, tills du raderar dem',
  storedUnknown: 'inte angivet av programmets tillverkare',
  for_account: 'Ett gästkonto som skapas när mötet läses in',
  for_key: 'Nycklar som dekrypterar mötet',
  for_log: 'En händelselogg för felrapporter',
  blind: 'Den här sidan kan inte se om mötet spelas in eller är slut.',
  newTab: 'Öppna i en ny flik',
  linkOnly: 'Det här mötet körs med {software} på {domain}. Det kan inte visas på den här sidan. En länk öppnar det i en ny flik; inget skickas innan dess.',
};

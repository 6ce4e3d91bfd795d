import type { SoftwareMessages } from '../software-messages.js';

/** The texts about meeting software besides Jitsi in Norwegian (bokmål). */
export const software: SoftwareMessages = {
  storedForTab: 'Innstillinger, til du lukker fanen',
  storedWithAccount: 'En gjestekonto som opprettes ved lasting, med nøkler og innstillinger, til du sletter dem',
  storedUnknown: 'ikke oppgitt av programvarens utvikler',
  for_account: 'En gjestekonto som opprettes når møtet lastes',
  for_key: 'Nøkler som dekrypterer møtet',
  for_log: 'Hendelseslogg for feilrapporter',
  blind: 'Denne siden kan ikke se om møtet tas opp eller er over.',
  newTab: 'Åpne i en ny fane',
  linkOnly: 'Dette møtet kjører med {software} på {domain}. Det kan ikke vises på denne siden. En lenke åpner det i en ny fane; ingenting sendes før det.',
};

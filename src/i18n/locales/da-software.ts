import type { SoftwareMessages } from '../software-messages.js';

/** The texts about meeting software besides Jitsi in Danish. */
export const software: SoftwareMessages = {
  storedForTab: 'Indstillinger, indtil du lukker fanen',
  storedWithAccount: 'En gæstekonto, der oprettes ved indlæsning, med nøgler og indstillinger, indtil du sletter dem',
  storedUnknown: 'ikke oplyst af softwarens udvikler',
  for_account: 'En gæstekonto, der oprettes, når mødet indlæses',
  for_key: 'Nøgler, der dekrypterer mødet',
  for_log: 'Hændelseslog til fejlrapporter',
  blind: 'Denne side kan ikke se, om mødet optages eller er slut.',
  newTab: 'Åbn i en ny fane',
  linkOnly: 'Dette møde kører med {software} på {domain}. Det kan ikke vises på denne side. Et link åbner det i en ny fane; intet sendes før det.',
};

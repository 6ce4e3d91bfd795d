import type { SoftwareMessages } from '../software-messages.js';

/** The texts about meeting software besides Jitsi in Croatian. */
export const software: SoftwareMessages = {
  storedForTab: 'Postavke, dok ne zatvorite karticu',
  storedWithAccount: 'Račun gosta koji nastaje pri učitavanju, s ključevima i postavkama, dok ih ne izbrišete',
  storedUnknown: 'proizvođač softvera to ne navodi',
  for_account: 'Račun gosta koji nastaje kad se sastanak učita',
  for_key: 'Ključevi koji dešifriraju sastanak',
  for_log: 'Zapis događaja za prijave pogrešaka',
  blind: 'Ova stranica ne vidi snima li se sastanak ili je završio.',
  newTab: 'Otvori u novoj kartici',
  linkOnly: 'Ovaj se sastanak odvija u softveru {software} na {domain}. Ne može se prikazati na ovoj stranici. Poveznica ga otvara u novoj kartici; prije toga ništa se ne šalje.',
};

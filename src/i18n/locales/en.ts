/** The English texts of facts that few sites have to tell at the first look. `{name}` stands for a fact. */
export const first = {
  introService: 'This meeting runs with {software} on {domain}. {site} loads it when you start it.',
  storedIsJaas: 'Settings and an identifier, also used to count users for billing, until you delete them',
  transfer_adequacy: 'To {country}, for which the European Commission has found adequate protection',
  transfer_dpf: 'To {country}. {name} is in the EU-U.S. Data Privacy Framework, {site} states.',
  transfer_scc: 'To {country}, under standard contractual clauses',
  transfer_art49: 'To {country}, without adequate protection there: authorities may read your data and you may lack legal remedies',
  analytics: 'Statistics',
  analyticsIs: 'The server analyses how the meeting is used',
  withdrawalService: 'You can leave at any time with one click above the meeting.',
  acceptService: 'Start the meeting',
};

export type RareKey = keyof typeof first;

/** The English texts of a gate about which somebody has chosen. `{name}` stands for a fact. */
export const enChoice = {
  readyIs: 'The meeting runs on {domain}, by {name}, {country}. You have allowed loading it.',
  join: 'Join the meeting',
  withdraw: 'Withdraw permission',
  withdrawService: 'Leave the meeting',
  declined: 'No meeting is loaded from {name}.',
  reconsider: 'Choose again',
  pressAgain: 'The button was not in sight long enough. Please press it again.',
};

export type ChoiceKey = keyof typeof enChoice;

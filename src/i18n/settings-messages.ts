/** The English texts of the settings. `{name}` stands for a fact. */
export const enSettings = {
  settings: 'Meeting settings',
  settingsIntro: 'Who may load video meetings on this site. You can change your mind at any time.',
  settingsService: 'Video meetings on this site are loaded when you start them. No record of that is kept.',
  notDecided: 'Not decided. The site asks before a meeting is loaded.',
  granted: 'Allowed on {at}, until {until}, on version {notice} of the notice.',
  grantedOnce: 'Allowed once, on {at}. The site asks again next time.',
  grantedOld: 'Allowed on {at}; that has run out or the terms have changed. The site asks again.',
  refused: 'Not allowed since {at}. Kept until {until}.',
  taken: 'Withdrawn on {at}. The site asks before a meeting is loaded.',
  allow: 'Allow {domain} for up to {duration}',
  allowOnce: 'Allow {domain} once',
  refuse: 'Do not allow {domain}',
  withdrawOne: 'Withdraw for {domain}',
  withdrawAll: 'Withdraw everything',
  receipts: 'Download receipts ({count})',
  noReceipts: 'No receipts yet.',
  facts: 'What allowing means',
  saved: 'Saved.',
  close: 'Close',
};

export type SettingsKey = keyof typeof enSettings;

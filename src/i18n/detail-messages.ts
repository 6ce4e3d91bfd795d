/** The English texts of the details, which are loaded when somebody may read them. `{name}` stands for a fact. */
export const enDetails = {
  site: 'Responsible for loading',
  role: 'Role of the server’s operator',
  role_processor: 'Processor on behalf of {site}',
  'role_joint-controller': 'Controller, jointly with {site}',
  role_controller: 'Controller of its own',
  hosting: 'Hosting',
  operatorNotice: 'Privacy notice of {name}',
  contacted: 'Servers contacted',
  recipients: 'Further recipients',
  recipientIs: '{name}, {country}: {purpose}',
  retention: 'Kept by the server',
  retentionUnknown: 'not stated',
  checkedOn: '(checked on {date})',
  recordingAsked: 'According to {site}, when others record the meeting, this server keeps your microphone and camera off until you agree.',
  kept: 'Stored entries',
  keptOnSite: 'on this site, only in some browsers; removed when the meeting ends',
  keptUntilDeleted: 'on the server’s domain, until you delete it',
  keptForTab: 'on the server’s domain, until the tab is closed',
  record: 'Record of your choice',
  recordIs: 'Your choice, its time and the terms, in this browser for {duration} ({key}). No IP address, no meeting name.',
  recordIsNone: 'None is kept.',
  rights: 'Your rights',
  withdrawing: 'Withdrawing does not make earlier processing unlawful.',
  rightsAre: 'Access, correction, deletion, restriction and portability of your data, and a complaint to a data protection authority. What the server stored can be deleted in your browser’s settings.',
};

export type DetailKey = keyof typeof enDetails;

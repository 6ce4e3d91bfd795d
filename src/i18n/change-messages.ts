/** The English texts that tell what has changed since the last choice. `{name}` stands for a fact. */
export const enChanges = {
  changed: 'New since your last choice:',
  changed_operator: 'The meeting server is now run by {name}, {country}.',
  changed_recipients: 'Who else is responsible or receives data has changed.',
  changed_purposes: 'What the data is used for has changed.',
  changed_storage: 'What is stored, or how long, has changed.',
  changed_transfer: 'Where data is sent, or how it is protected there, has changed.',
  changed_recording: 'Whether or how meetings are recorded has changed.',
  changed_notice: 'The privacy notice has changed.',
};

export type ChangeKey = keyof typeof enChanges;

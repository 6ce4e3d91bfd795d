/** The English texts of what comes after a choice, loaded after the first look. `{name}` stands for a fact. */
export const enMeeting = {
  changed: 'New since your last choice:',
  changed_operator: 'The meeting server is now run by {name}, {country}.',
  changed_recipients: 'Who else is responsible or receives data has changed.',
  changed_purposes: 'What the data is used for has changed.',
  changed_storage: 'What is stored, or how long, has changed.',
  changed_transfer: 'The protection of data sent to {country} has changed.',
  changed_recording: 'Whether meetings are recorded has changed.',
  changed_notice: 'The privacy notice has changed.',
  loading: 'Loading the meeting from {name}…',
  cancel: 'Cancel',
  live: 'Meeting on a server of {name}, {country}',
  leave: 'Leave and withdraw',
  withdrawn: 'The permission is withdrawn and the meeting removed.',
  ended: 'The meeting is over',
  endedIs: 'Nothing of {name} is loaded any more.',
  rejoin: 'Join again',
  failed: 'The meeting could not be loaded',
  failed_unreachable: 'The server of {name} could not be reached. Check your connection or try again later.',
  failed_timeout: 'The server of {name} did not answer in time.',
  'failed_meeting-error': 'The meeting reported an error and was closed.',
  failed_internal: 'Something on this page went wrong.',
  retry: 'Try again',
};

export type MeetingKey = keyof typeof enMeeting;

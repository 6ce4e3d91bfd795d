import { AUTHORS_CONTENT, type Contender, OPERATOR, OPERATOR_HOST } from './contender.js';

/** The page that all others are compared with: the same boxes and content, and no script. */
export const emptyPage: Contender = {
  key: 'empty',
  name: 'empty page',
  mounts: {},
  accept: '',
  head: '',
  foot: '',
  placeholder: () => AUTHORS_CONTENT,
};

const PLAIN = `
for (const button of document.querySelectorAll('.plain')) button.addEventListener('click', () => {
  const script = document.createElement('script');
  script.src = '${OPERATOR}/external_api.js';
  script.onload = () => new JitsiMeetExternalAPI('${OPERATOR_HOST}', { roomName: button.dataset.room, parentNode: button.parentNode });
  document.head.append(script);
});`;

/** The two lines of Jitsi's handbook behind a button: the least that a press can cost. */
export const plainEmbed: Contender = {
  key: 'plain',
  name: 'plain embed behind a button',
  mounts: {},
  accept: '.plain',
  head: '',
  foot: `<script>${PLAIN}</script>`,
  placeholder: (room) => `<button type="button" class="plain" data-room="${room}">Load meeting</button>${AUTHORS_CONTENT}`,
};

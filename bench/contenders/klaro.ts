import { AUTHORS_CONTENT, type Contender, FRAME_ATTRIBUTES, OPERATOR, folder, versionOf } from './contender.js';

const CONFIG = {
  version: 1,
  translations: { zz: { privacyPolicyUrl: '/privacy' }, en: { jitsi: { description: 'Meetings on the server of Example GmbH.' } } },
  services: [{ name: 'jitsi', title: 'Meetings', purposes: ['meetings'] }],
};

/** As its documentation says: the script with its styles and all languages in it, and contextual consent on iframes. */
export const klaro: Contender = {
  key: 'klaro',
  name: `klaro ${versionOf('node_modules/klaro')}`,
  mounts: { '/klaro/': folder('node_modules/klaro/dist') },
  accept: '.cm-as-context-notice .cm-btn-success',
  head: `<script>window.klaroConfig = ${JSON.stringify(CONFIG)};</script>
<script defer src="/klaro/klaro.js"></script>`,
  foot: '',
  placeholder: (room) => `${AUTHORS_CONTENT}
<iframe data-name="jitsi" data-src="${OPERATOR}/${room}" title="Meeting" ${FRAME_ATTRIBUTES}></iframe>`,
};

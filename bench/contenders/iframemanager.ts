import { AUTHORS_CONTENT, type Contender, OPERATOR, folder, versionOf } from './contender.js';

const CONFIG = {
  currLang: 'en',
  services: {
    jitsi: {
      embedUrl: `${OPERATOR}/{data-id}`,
      iframe: { allow: 'camera; microphone; fullscreen; display-capture' },
      languages: {
        en: {
          notice: `This meeting is hosted by a third party. By loading it you accept the <a rel="noreferrer noopener" href="${OPERATOR}/terms" target="_blank">terms and conditions</a> of Example GmbH.`,
          loadBtn: 'Load meeting',
          loadAllBtn: "Don't ask again",
        },
      },
    },
  },
};

/** As its README says: stylesheet, script with `defer`, and the configuration in a script of its own after it. */
export const iframemanager: Contender = {
  key: 'iframemanager',
  name: `iframemanager ${versionOf('node_modules/@orestbida/iframemanager')}`,
  mounts: { '/iframemanager/': folder('node_modules/@orestbida/iframemanager/dist') },
  accept: '.c-l-b',
  head: '<link rel="stylesheet" href="/iframemanager/iframemanager.css">',
  foot: `<script defer src="/iframemanager/iframemanager.js"></script>
<script type="module">iframemanager().run(${JSON.stringify(CONFIG)});</script>`,
  placeholder: (room) => `<div data-service="jitsi" data-id="${room}" data-title="Meeting" data-autoscale>
<div data-placeholder data-visible>${AUTHORS_CONTENT}</div></div>`,
};

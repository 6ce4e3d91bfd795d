import { AUTHORS_CONTENT, type Contender, FRAME_ATTRIBUTES, OPERATOR, folder, versionOf } from './contender.js';

const CONFIG = {
  privacyPolicyUrl: '/privacy',
  purposes: [{ id: 'jitsi', title: 'Meetings', description: 'Meetings on the server of Example GmbH.', cookies: [] }],
};

/** As its README says: contextual consent, with its banner, because it has no mode without one. */
export const orejime: Contender = {
  key: 'orejime',
  name: `orejime ${versionOf('node_modules/orejime')}`,
  mounts: { '/orejime/': folder('node_modules/orejime/dist') },
  accept: '.orejime-ContextualNotice-button',
  head: '<link rel="stylesheet" href="/orejime/orejime-standard.css">',
  foot: `<script>window.orejimeConfig = ${JSON.stringify(CONFIG)};</script>
<script src="/orejime/orejime-standard-en.js"></script>`,
  placeholder: (room) => `${AUTHORS_CONTENT}
<template data-purpose="jitsi" data-contextual><iframe src="${OPERATOR}/${room}" title="Meeting" ${FRAME_ATTRIBUTES}></iframe></template>`,
};

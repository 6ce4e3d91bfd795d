import { existsSync } from 'node:fs';
import { AUTHORS_CONTENT, type Contender, OPERATOR_HOST, folder, versionOf } from './contender.js';

const FACTS = `data-domain="${OPERATOR_HOST}" data-operator="Example GmbH" data-country="DE" data-privacy-url="/privacy#meetings"`;

/** The script tag of README, with one of the files that a script tag can name. */
function scriptTag(key: string, file: string): Contender {
  return {
    key,
    name: `${key === 'jitsi-gate' ? 'jitsi-gate' : file} ${versionOf('.')}`,
    mounts: { '/assets/': folder('dist') },
    accept: '[part~="accept"]',
    head: `<script defer src="/assets/${file}" ${FACTS}></script>`,
    foot: '',
    placeholder: (room) => `<div data-jitsi-room="${room}">${AUTHORS_CONTENT}</div>`,
  };
}

/** Our own contenders: those files that the build has. */
export function ownContenders(): Contender[] {
  const files = { 'jitsi-gate': 'jitsi-gate.js', page: 'jitsi-gate.page.js' };
  return Object.entries(files)
    .filter(([, file]) => existsSync(`${folder('dist')}${file}`))
    .map(([key, file]) => scriptTag(key, file));
}

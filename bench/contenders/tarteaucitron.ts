import { AUTHORS_CONTENT, type Contender, OPERATOR, folder, versionOf } from './contender.js';

const CONFIG = {
  privacyUrl: '/privacy',
  // At the bottom, because the banner in the middle covers every placeholder until a choice is made there.
  orientation: 'bottom',
  cookieName: 'tarteaucitron',
  showAlertSmall: false,
  cookieslist: false,
  DenyAllCta: true,
  AcceptAllCta: true,
  highPrivacy: true,
  useExternalCss: false,
  useExternalJs: false,
};

/** As its README says, with its own minified files: the script is plain, in the head, and fetches the rest. */
export const tarteaucitron: Contender = {
  key: 'tarteaucitron',
  name: `tarteaucitron ${versionOf('node_modules/tarteaucitronjs')}`,
  mounts: { '/tarteaucitron/': folder('node_modules/tarteaucitronjs') },
  accept: '.tac_iframe .tarteaucitronAllow',
  head: `<script src="/tarteaucitron/tarteaucitron.min.js"></script>
<script>tarteaucitron.init(${JSON.stringify(CONFIG)});</script>`,
  foot: '<script>(tarteaucitron.job = tarteaucitron.job || []).push("iframe");</script>',
  placeholder: (room) => `<div class="tac_iframe" width="640" height="400" title="Meeting" url="${OPERATOR}/${room}">${AUTHORS_CONTENT}</div>`,
};

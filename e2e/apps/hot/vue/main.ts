import { createApp } from 'vue';
import { configure } from 'jitsi-gate';
import 'jitsi-gate/define';
// @ts-expect-error Only Vue's own checker reads this kind of file.
import App from './app.vue';

configure({ privacyUrl: '/privacy', operators: { practice: { domain: 'meet.example.eu', name: 'Example GmbH', country: 'DE' } } });
createApp(App).mount('#app');

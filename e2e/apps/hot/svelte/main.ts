import { mount } from 'svelte';
import { configure } from 'jitsi-gate';
import 'jitsi-gate/define';
import App from './app.svelte';

configure({ privacyUrl: '/privacy', operators: { practice: { domain: 'meet.example.eu', name: 'Example GmbH', country: 'DE' } } });
mount(App, { target: document.querySelector('#app') as Element });

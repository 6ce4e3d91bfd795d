import { createRoot } from 'react-dom/client';
import { configure } from 'jitsi-gate';
import { App } from './app.js';

configure({ privacyUrl: '/privacy', operators: { practice: { domain: 'meet.example.eu', name: 'Example GmbH', country: 'DE' } } });
createRoot(document.querySelector('#app') as Element).render(<App />);

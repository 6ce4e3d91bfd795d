import { configure } from 'jitsi-gate';
import 'jitsi-gate/define';

// After Vue has taken the page over: what is in a placeholder earlier, Vue removes.
export default defineNuxtPlugin((app) => {
  app.hook('app:mounted', () => {
    const gate = configure({ privacyUrl: '/privacy', operators: { practice: { domain: 'meet.example.eu', name: 'Example GmbH', country: 'DE' } } });
    gate.scan();
    gate.watch();
  });
});

import { createApp, defineComponent, h, reactive } from 'vue';
import { getJwt, initial, start, userInfo } from '../shared.js';

const state = reactive({ ...initial });

const App = defineComponent({
  setup: () => () => {
    const { isShown, order, room, operator, label, lang, note, hasPlaceholder } = state;
    return h('main', [
      isShown ? h('ul', order.map((key) => h('li', { key, id: key }, [h('jitsi-gate', { room, operator, label, lang, jwt: getJwt, userInfo }, [h('p', note)])]))) : undefined,
      hasPlaceholder ? h('div', { 'id': 'placeholder', 'data-jitsi-room': room, 'data-jitsi-label': label }, [h('p', note), h('a', { href: '/contact' }, 'Write')]) : undefined,
    ]);
  },
});

createApp(App).mount('#app');
start((changed) => Object.assign(state, changed));

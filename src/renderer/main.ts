import { createApp } from 'vue';
import App from './App.vue';
import { chooseCarrier } from './carrier';
import './design/tokens.css';
import './design/base.css';
import './design/controls.css';
import { i18n, speak } from './i18n';
import { rememberedChoice } from './i18n/remembered-choice';
import { keepToOwnScreens, router } from './router';
import { installContext } from './state/context';
import { loadSession } from './state/session';

const carrier = chooseCarrier(() => i18n.global.t('errors.unreachable'));
const session = await loadSession(carrier, location);
keepToOwnScreens(session.canManage);
const app = createApp(App).use(router).use(i18n);
installContext(app, carrier, session);
await speak(rememberedChoice());
app.mount('#app');

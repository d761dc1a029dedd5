import { createApp } from 'vue';
import App from './App.vue';
import { chooseCarrier } from './carrier';
import './design/tokens.css';
import './design/base.css';
import './design/controls.css';
import { i18n, speak } from './i18n';
import { rememberedChoice } from './i18n/remembered-choice';
import { router } from './router';
import { installContext } from './state/context';

const app = createApp(App).use(router).use(i18n);
installContext(
  app,
  chooseCarrier(() => i18n.global.t('errors.unreachable')),
);
await speak(rememberedChoice());
app.mount('#app');

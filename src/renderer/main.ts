import { createApp } from 'vue';
import App from './App.vue';
import { chooseCarrier } from './carrier';
import './design/tokens.css';
import './design/base.css';
import './design/controls.css';
import { i18n } from './i18n';
import { router } from './router';
import { installContext } from './state/context';

const app = createApp(App).use(router).use(i18n);
installContext(app, chooseCarrier(i18n.global.t('errors.unreachable')));
document.documentElement.lang = i18n.global.locale.value;
app.mount('#app');

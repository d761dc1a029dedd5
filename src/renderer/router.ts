import type { Ref } from 'vue';
import { createRouter, createWebHashHistory } from 'vue-router';
import TodayView from './features/today/TodayView.vue';

declare module 'vue-router' {
  interface RouteMeta {
    /** Stands alone, without the bar of screens beside it. */
    isBare?: boolean;
  }
}

export const screens = ['today', 'history', 'cameras', 'reports', 'settings'] as const;
export type Screen = (typeof screens)[number];

/** For those who may only look. */
export const guestScreens = ['today', 'history'] as const satisfies Screen[];
const guestRoutes = [...guestScreens, 'tv'];

/** Addresses live behind the hash: the same files are opened under the app's own scheme, where no server answers paths. */
export const router = createRouter({
  history: createWebHashHistory(),
  scrollBehavior: () => ({ top: 0 }),
  routes: [
    { path: '/', name: 'today', component: TodayView },
    { path: '/history', name: 'history', component: () => import('./features/history/HistoryView.vue') },
    {
      path: '/cameras',
      children: [
        { path: '', name: 'cameras', component: () => import('./features/cameras/CamerasView.vue') },
        {
          path: ':sn',
          name: 'camera',
          props: true,
          component: () => import('./features/cameras/detail/CameraView.vue'),
        },
        { path: '/setup', name: 'setup', component: () => import('./features/setup/SetupView.vue') },
      ],
    },
    { path: '/reports', name: 'reports', component: () => import('./features/reports/ReportsView.vue') },
    { path: '/settings', name: 'settings', component: () => import('./features/settings/SettingsView.vue') },
    {
      path: '/tv/:site?',
      name: 'tv',
      component: () => import('./features/tv/TvView.vue'),
      meta: { isBare: true },
    },
    {
      path: '/print',
      name: 'print',
      component: () => import('./features/print/PrintView.vue'),
      meta: { isBare: true },
    },
    { path: '/:rest(.*)*', redirect: '/' },
  ],
});

/** Leads whoever may only look back to the first screen from those that are for changing things. */
export function keepToOwnScreens(canManage: Readonly<Ref<boolean>>): void {
  router.beforeEach(({ name }) => canManage.value || guestRoutes.includes(String(name)) || { name: 'today' });
}

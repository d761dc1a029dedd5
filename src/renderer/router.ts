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

const load = {
  history: () => import('./features/history/HistoryView.vue'),
  cameras: () => import('./features/cameras/CamerasView.vue'),
  camera: () => import('./features/cameras/detail/CameraView.vue'),
  setup: () => import('./features/setup/SetupView.vue'),
  reports: () => import('./features/reports/ReportsView.vue'),
  settings: () => import('./features/settings/SettingsView.vue'),
  tv: () => import('./features/tv/TvView.vue'),
};

/** Addresses live behind the hash: the same files are opened under the app's own scheme, where no server answers paths. */
export const router = createRouter({
  history: createWebHashHistory(),
  scrollBehavior: () => ({ top: 0 }),
  routes: [
    { path: '/', name: 'today', component: TodayView },
    { path: '/history', name: 'history', component: load.history },
    {
      path: '/cameras',
      children: [
        { path: '', name: 'cameras', component: load.cameras },
        { path: ':sn', name: 'camera', props: true, component: load.camera },
        { path: '/setup', name: 'setup', component: load.setup },
      ],
    },
    { path: '/reports', name: 'reports', component: load.reports },
    { path: '/settings', name: 'settings', component: load.settings },
    { path: '/tv/:site?', name: 'tv', component: load.tv, meta: { isBare: true } },
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

/**
 * Fetches the other screens while the page has nothing to do, one after another, so that going to one does
 * not wait for it. What cannot be fetched is asked for again, and its failure told, when it is opened.
 */
export async function fetchScreens(canManage: boolean): Promise<void> {
  for (const [name, fetchScreen] of Object.entries(load)) {
    if (!canManage && !guestRoutes.includes(name)) continue;
    await whenIdle();
    await fetchScreen().catch(() => undefined);
  }
}

function whenIdle(): Promise<void> {
  // Safari knows no idle times.
  if (!('requestIdleCallback' in window)) return new Promise((resolve) => setTimeout(resolve, 200));
  return new Promise((resolve) => {
    requestIdleCallback(() => {
      resolve();
    });
  });
}

import { computed, ref, shallowRef, type ComputedRef, type Ref, type ShallowRef } from 'vue';
import type { Carrier, ConnectionState } from '#shared/carrier';
import type { ApiError, EditedKind } from '#shared/contract';
import type { CameraSummary, SiteSummary, SystemInfo } from '#shared/domain';
import { createRoster } from './roster';

/** Everything that every screen shares: what is known now, kept current by events. */
export interface Live {
  cameras: ShallowRef<readonly CameraSummary[]>;
  sites: ShallowRef<readonly SiteSummary[]>;
  system: ShallowRef<SystemInfo | null>;
  connection: Ref<ConnectionState>;
  /** False until the first answer, good or bad. */
  isLoaded: Ref<boolean>;
  /** Why the newest reload failed. */
  problem: ShallowRef<ApiError | null>;
  /** Grows when counts changed: what is drawn from history asks again. */
  countsRevision: Ref<number>;
  /** Grows when a message was refused or a counting rule fired. */
  qualityRevision: Ref<number>;
  /** Grow when the owner changed something by hand, here or anywhere else. */
  edited: Readonly<Record<EditedKind, Ref<number>>>;
  /** Grows when a backup or a file took the place of everything, and the rest here is of that already. */
  replacedRevision: Ref<number>;
  siteOf: ComputedRef<(id: string) => SiteSummary | undefined>;
  reload(): Promise<void>;
  /** Only what no event tells: addresses, port, disk. */
  reloadSystem(): Promise<void>;
  /** Shows the result of an own change at once; the event that follows says the same. */
  putCamera(camera: CameraSummary): void;
  putSite(site: SiteSummary): void;
  stop(): void;
}

/** Starts to listen and loads. One per page. */
export function createLive(carrier: Carrier): Live {
  const cameras = createRoster<CameraSummary>((camera) => camera.sn);
  const sites = createRoster<SiteSummary>((site) => site.id);
  const system = shallowRef<SystemInfo | null>(null);
  const connection = ref<ConnectionState>('live');
  const isLoaded = ref(false);
  const problem = shallowRef<ApiError | null>(null);
  const countsRevision = ref(0);
  const qualityRevision = ref(0);
  const edited = { notes: ref(0), till: ref(0), corrections: ref(0), shop: ref(0) };
  const replacedRevision = ref(0);

  async function reload(): Promise<void> {
    const settleCameras = cameras.beginLoad();
    const settleSites = sites.beginLoad();
    const [cameraList, siteList, info] = await Promise.all([
      carrier.call('cameras.list', {}),
      carrier.call('sites.list', {}),
      carrier.call('system.info', {}),
    ]);
    settleCameras(cameraList.ok ? cameraList.result : null);
    settleSites(siteList.ok ? siteList.result : null);
    if (info.ok) system.value = info.result;
    problem.value = [cameraList, siteList, info].find((answer) => !answer.ok)?.error ?? null;
    if (isLoaded.value) for (const revision of Object.values(edited)) revision.value++;
    isLoaded.value = true;
    countsRevision.value++;
    qualityRevision.value++;
  }

  async function reloadSystem(): Promise<void> {
    const info = await carrier.call('system.info', {});
    if (info.ok) system.value = info.result;
    // Foyer was started anew and knows this page no more: waiting would not help.
    else if (info.error.code === 'forbidden') problem.value = info.error;
  }

  function patch({ camera, site }: { camera: CameraSummary; site: SiteSummary }): void {
    cameras.put(camera);
    sites.put(site);
  }

  const ends = [
    carrier.subscribe('flow', (data) => {
      patch(data);
      countsRevision.value++;
    }),
    carrier.subscribe('stay', patch),
    carrier.subscribe('camera', patch),
    carrier.subscribe('removed', ({ sn, site }) => {
      cameras.remove(sn);
      sites.put(site);
      countsRevision.value++;
    }),
    carrier.subscribe('quality', () => {
      qualityRevision.value++;
    }),
    carrier.subscribe('edited', ({ what }) => {
      edited[what].value++;
    }),
    carrier.subscribe('replaced', () => {
      void reload().then(() => replacedRevision.value++);
    }),
    carrier.onConnection((state) => {
      connection.value = state;
      // Whatever happened while nobody listened was not heard.
      if (state === 'live') void reload();
    }),
  ];
  // Also without events (a carrier that cannot connect yet) the numbers of now are worth showing.
  if (connection.value !== 'live') void reload();

  return {
    cameras: cameras.items,
    sites: sites.items,
    system,
    connection,
    isLoaded,
    problem,
    countsRevision,
    qualityRevision,
    edited,
    replacedRevision,
    siteOf: computed(() => (id) => sites.items.value.find((site) => site.id === id)),
    reload,
    reloadSystem,
    putCamera: cameras.put,
    putSite: sites.put,
    stop() {
      for (const end of ends) end();
    },
  };
}

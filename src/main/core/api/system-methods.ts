import type { Outcome } from '#shared/contract';
import type { Health, SystemInfo } from '#shared/domain';
import type { ScheduleRunner } from '../reports/schedule/runner';
import { tell, type Told } from '#shared/sentences';
import { StorageThreadError } from '../engine/thread-trouble';
import { DEMO_SERIAL } from '../ingest/admission';
import { toInstant } from '../time/zone';
import { failed, fail, ok, type ApiContext, type Handlers } from './answers';

type Names =
  | 'settings.get'
  | 'settings.update'
  | 'demo.start'
  | 'demo.stop'
  | 'system.info'
  | 'system.health';

/** Paths as the camera maker's own software has them; they are what owners find in the camera's manual. */
const heartbeatPath = '/api/camera/heartBeat';
const uploadPath = '/api/camera/dataUpload';

export function systemMethods(
  context: ApiContext,
  schedule: Pick<ScheduleRunner, 'problem'>,
): Handlers<Names> {
  const { engine, deps, command, now } = context;
  /** As it was when it could last be asked. */
  let lastHealth: Omit<Health, 'version'> = { ok: false, cameras: 0, journalLag: 0, lastSnapshot: null };

  /** This has to be answered above all when nothing else can be. */
  async function health(): Promise<Omit<Health, 'version'> & { problem: Told | null }> {
    try {
      const { problem, ...known } = await engine.request('health', {}, now());
      lastHealth = known;
      return { ...known, problem };
    } catch (error) {
      if (!(error instanceof StorageThreadError)) throw error;
      return { ...lastHealth, ok: false, problem: error.told };
    }
  }

  return {
    'settings.get': async () => ok(await engine.request('settings.get', {}, now())),
    'settings.update': async (params) => {
      // The port is moved first: a setting that cannot take effect must not be stored.
      if (params.cameraPort !== undefined && params.cameraPort !== deps.host.cameraListener().port) {
        const moved = await deps.host.changeCameraPort(params.cameraPort);
        if (!moved.ok) return moved;
      }
      const { cameraHttpsPort } = params;
      if (cameraHttpsPort !== undefined && cameraHttpsPort !== deps.host.cameraHttps().port) {
        const moved = await deps.host.changeCameraHttpsPort(cameraHttpsPort);
        if (!moved.ok) return moved;
      }
      const answer = await command('settings.update', params);
      if (!answer.ok) return failed(answer);
      if (params.cameraAddresses) deps.host.allowCameras(params.cameraAddresses);
      return ok(answer.settings);
    },
    'demo.start': async () => {
      const cameras = await engine.request('cameras.list', {}, now());
      // Beside real cameras it must not count for the shop; alone it may show the whole screen at work.
      const role = cameras.some((camera) => !camera.isDemo) ? 'inner' : 'entrance';
      const added = await command('demo.add', { sn: DEMO_SERIAL, role });
      if (!added.ok) return failed(added);
      if (deps.host.demo.start(DEMO_SERIAL)) return ok(null);
      await stopDemo(context);
      return fail({ code: 'unavailable', ...tell('demo-needs-port') });
    },
    'demo.stop': () => stopDemo(context),
    'system.info': async () => {
      const { problem } = await health();
      const listener = deps.host.cameraListener();
      const https = deps.host.cameraHttps();
      const visit = deps.host.lastVisit();
      return ok({
        version: deps.host.version,
        cameraPort: listener.port,
        cameraPortProblem: listener.problem,
        cameraPortSentence: listener.sentence ?? null,
        cameraHttpsPort: https.port,
        cameraHttpsProblem: https.problem,
        cameraHttpsSentence: https.sentence ?? null,
        addresses: deps.host.addresses(),
        heartbeatPath,
        uploadPath,
        lostAddresses: await lostAddresses(context),
        isDemoRunning: deps.host.demo.isRunning(),
        lastVisit: visit && { ...visit, at: toInstant('UTC', visit.at) },
        dataFolder: deps.dataFolder,
        scheduleProblem: schedule.problem?.problem ?? null,
        storageProblem: problem?.message ?? null,
        storageSentence: problem?.sentence ?? null,
      });
    },
    'system.health': async () => {
      const { problem: _problem, ...known } = await health();
      return ok({ ...known, version: deps.host.version });
    },
  };
}

/** Cameras that are offline and last called an address that this computer does not have any more. */
async function lostAddresses({ engine, deps, now }: ApiContext): Promise<SystemInfo['lostAddresses']> {
  if (engine.trouble) return [];
  const own = new Set(deps.host.addresses().map(({ address }) => address));
  const lost = new Map<string, string[]>();
  for (const camera of await engine.request('cameras.list', {}, now())) {
    const { calledAddress, status, state, sn } = camera;
    if (calledAddress === null || status === 'online' || state === 'retired' || state === 'blocked') continue;
    if (own.has(calledAddress) || calledAddress.startsWith('127.') || calledAddress === '::1') continue;
    lost.set(calledAddress, [...(lost.get(calledAddress) ?? []), sn]);
  }
  return [...lost].map(([address, cameras]) => ({ address, cameras }));
}

/** Takes the demo camera and everything it counted away. */
export async function stopDemo({ deps, command }: ApiContext): Promise<Outcome<null>> {
  await deps.host.demo.stop();
  const answer = await command('cameras.remove', { sn: DEMO_SERIAL });
  // Already gone is as good as gone.
  return answer.ok || answer.reason === 'not-found' ? ok(null) : failed(answer);
}

import type { ApiError, MethodName, MethodResult, Outcome, ParsedParams } from '#shared/contract';
import type { CommandName, CommandParams } from '../engine/commands';
import type { EngineLink } from '../engine/link';
import type { CommandAnswer } from '../engine/requests';
import type { CoreDeps } from '../types';

const noCamera = fail({ code: 'not-found', message: 'There is no such camera.' });
const noSite = fail({ code: 'not-found', message: 'There is no such site.' });

type Answer<M extends MethodName> = Promise<Outcome<MethodResult<M>>>;
export type Handlers = { [M in MethodName]: (params: ParsedParams<M>) => Answer<M> };

/** Paths as the camera maker's own software has them; they are what owners find in the camera's manual. */
const heartbeatPath = '/api/camera/heartBeat';
const uploadPath = '/api/camera/dataUpload';

/** One short function for each method of the contract. */
export function createHandlers(engine: EngineLink, deps: CoreDeps): Handlers {
  const now = () => deps.clock.now();
  const command = <N extends CommandName>(name: N, params: CommandParams[N]) =>
    engine.request('command', { name, params }, now());

  const detailOf = async (sn: string): Answer<'cameras.detail'> => {
    const detail = await engine.request('cameras.detail', { sn }, now());
    return detail ? ok(detail) : noCamera;
  };

  return {
    'cameras.list': async () => ok(await engine.request('cameras.list', {}, now())),
    'cameras.add': async (params) => cameraOf(await command('cameras.add', params)),
    'cameras.update': async (params) => cameraOf(await command('cameras.update', params)),
    'cameras.detail': async ({ sn }) => detailOf(sn),
    'cameras.replace': async (params) => cameraOf(await command('cameras.replace', params)),
    'cameras.requestHistory': async ({ sn }) => {
      const answer = await command('cameras.requestHistory', { sn });
      return answer.ok ? detailOf(sn) : failed(answer);
    },
    'sites.add': async (params) => siteAnswer(await command('sites.add', params)),
    'sites.setOccupancy': async (params) => siteAnswer(await command('sites.setOccupancy', params)),
    'sites.occupancyDay': async (params) => {
      const day = await engine.request('sites.occupancyDay', params, now());
      return day ? ok(day) : noSite;
    },
    'sites.list': async () => ok(await engine.request('sites.list', {}, now())),
    'sites.update': async (params) => siteAnswer(await command('sites.update', params)),
    'history.query': async (params) => ok(await engine.request('history.query', params, now())),
    'settings.get': async () => ok(await engine.request('settings.get', {}, now())),
    'settings.update': async (params) => {
      // The port is moved first: a setting that cannot take effect must not be stored.
      if (params.cameraPort !== undefined && params.cameraPort !== deps.host.cameraListener().port) {
        const moved = await deps.host.changeCameraPort(params.cameraPort);
        if (!moved.ok) return moved;
      }
      const answer = await command('settings.update', params);
      return answer.ok ? ok(answer.settings) : failed(answer);
    },
    'quality.list': async (params) => ok(await engine.request('quality.list', params, now())),
    'refused.list': async (params) => ok(await engine.request('refused.list', params, now())),
    'system.info': async () => {
      const health = await engine.request('health', {}, now());
      const listener = deps.host.cameraListener();
      return ok({
        version: deps.host.version,
        cameraPort: listener.port,
        cameraPortProblem: listener.problem,
        addresses: deps.host.addresses(),
        heartbeatPath,
        uploadPath,
        dataFolder: deps.dataFolder,
        storageProblem: health.problem,
      });
    },
    'system.health': async () => {
      const { problem: _problem, ...health } = await engine.request('health', {}, now());
      return ok({ ...health, version: deps.host.version });
    },
  };
}

function cameraOf(answer: CommandAnswer): Outcome<MethodResult<'cameras.update'>> {
  if (!answer.ok) return failed(answer);
  return answer.camera ? ok(answer.camera) : noCamera;
}

function siteAnswer(answer: CommandAnswer): Outcome<MethodResult<'sites.update'>> {
  if (!answer.ok) return failed(answer);
  return answer.site ? ok(answer.site) : noSite;
}

function failed(answer: Extract<CommandAnswer, { ok: false }>): { ok: false; error: ApiError } {
  return fail({ code: answer.reason, message: answer.message });
}

function ok<T>(result: T): { ok: true; result: T } {
  return { ok: true, result };
}

function fail(error: ApiError): { ok: false; error: ApiError } {
  return { ok: false, error };
}

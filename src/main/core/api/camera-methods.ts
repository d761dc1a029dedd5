import { cameraOf, failed, found, ok, type ApiContext, type Handlers } from './answers';

type Names =
  | 'cameras.list'
  | 'cameras.add'
  | 'cameras.update'
  | 'cameras.remove'
  | 'cameras.uncounted'
  | 'cameras.removeUncounted'
  | 'cameras.detail'
  | 'cameras.replace'
  | 'cameras.requestHistory'
  | 'quality.list'
  | 'refused.list';

export function cameraMethods({ engine, command, now }: ApiContext): Handlers<Names> {
  const detail = async (sn: string) => found(await engine.request('cameras.detail', { sn }, now()), 'camera');
  return {
    'cameras.list': async () => ok(await engine.request('cameras.list', {}, now())),
    'cameras.add': async (params) => cameraOf(await command('cameras.add', params)),
    'cameras.update': async (params) => cameraOf(await command('cameras.update', params)),
    'cameras.remove': async (params) => {
      const answer = await command('cameras.remove', params);
      return answer.ok ? ok(null) : failed(answer);
    },
    'cameras.uncounted': async () => ok(await engine.request('cameras.uncounted', {}, now())),
    'cameras.removeUncounted': async () => {
      const before = await engine.request('cameras.uncounted', {}, now());
      const answer = await command('cameras.removeUncounted', {});
      return answer.ok ? ok(before.length) : failed(answer);
    },
    'cameras.detail': ({ sn }) => detail(sn),
    'cameras.replace': async (params) => cameraOf(await command('cameras.replace', params)),
    'cameras.requestHistory': async ({ sn }) => {
      const answer = await command('cameras.requestHistory', { sn });
      return answer.ok ? detail(sn) : failed(answer);
    },
    'quality.list': async (params) => ok(await engine.request('quality.list', params, now())),
    'refused.list': async (params) => ok(await engine.request('refused.list', params, now())),
  };
}

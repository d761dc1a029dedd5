import { failed, found, ok, type ApiContext, type Handlers } from './answers';

type Names = 'till.list' | 'till.put' | 'till.import' | 'till.undo' | 'till.setCurrency' | 'reports.till';

export function tillMethods({ engine, command, now }: ApiContext): Handlers<Names> {
  return {
    'till.list': async (params) => found(await engine.request('till.list', params, now()), 'site'),
    'till.put': async (params) => {
      const answer = await command('till.put', params);
      if (!answer.ok) return failed(answer);
      return found(await engine.request('till.day', params, now()), 'site');
    },
    'till.import': async (params) => {
      const answer = await command('till.import', params);
      return answer.ok ? found(answer.imported, 'import') : failed(answer);
    },
    'till.undo': async (params) => {
      const answer = await command('till.undo', params);
      return answer.ok ? found(answer.undone, 'import') : failed(answer);
    },
    'till.setCurrency': async (params) => {
      const answer = await command('till.setCurrency', params);
      return answer.ok ? ok(null) : failed(answer);
    },
    'reports.till': async (params) => found(await engine.request('reports.till', params, now()), 'site'),
  };
}

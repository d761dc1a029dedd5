import { failed, found, ok, siteOf, type ApiContext, type Handlers } from './answers';

type Names =
  | 'sites.list'
  | 'sites.add'
  | 'sites.update'
  | 'sites.setOccupancy'
  | 'sites.occupancyDay'
  | 'history.query'
  | 'insights.compare'
  | 'insights.usualDay'
  | 'insights.weekMap'
  | 'notes.list'
  | 'notes.put';

export function siteMethods({ engine, command, now }: ApiContext): Handlers<Names> {
  return {
    'sites.list': async () => ok(await engine.request('sites.list', {}, now())),
    'sites.add': async (params) => siteOf(await command('sites.add', params)),
    'sites.update': async (params) => siteOf(await command('sites.update', params)),
    'sites.setOccupancy': async (params) => siteOf(await command('sites.setOccupancy', params)),
    'sites.occupancyDay': async (params) =>
      found(await engine.request('sites.occupancyDay', params, now()), 'site'),
    'history.query': async (params) => ok(await engine.request('history.query', params, now())),
    'insights.compare': async (params) =>
      found(await engine.request('insights.compare', params, now()), 'site'),
    'insights.usualDay': async (params) =>
      found(await engine.request('insights.usualDay', params, now()), 'site'),
    'insights.weekMap': async (params) =>
      found(await engine.request('insights.weekMap', params, now()), 'site'),
    'notes.list': async (params) => ok(await engine.request('notes.list', params, now())),
    'notes.put': async (params) => {
      const answer = await command('notes.put', params);
      return answer.ok ? ok(params) : failed(answer);
    },
  };
}

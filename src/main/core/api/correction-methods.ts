import type { CommandAnswer } from '../engine/requests';
import { failed, found, ok, type ApiContext, type Handlers } from './answers';

type Names = 'corrections.list' | 'corrections.put' | 'corrections.remove';

export function correctionMethods({ engine, command, now }: ApiContext): Handlers<Names> {
  const correctionOf = (answer: CommandAnswer) =>
    answer.ok ? found(answer.correction, 'correction') : failed(answer);
  return {
    'corrections.list': async (params) => ok(await engine.request('corrections.list', params, now())),
    'corrections.put': async (params) => correctionOf(await command('corrections.put', params)),
    'corrections.remove': async (params) => correctionOf(await command('corrections.remove', params)),
  };
}

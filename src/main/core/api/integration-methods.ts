import type { EngineLink } from '../engine/link';
import type { Forwarding } from '../outbox/types';
import { failed, ok, type ApiContext, type Handlers } from './answers';

type Names = 'integrations.get' | 'integrations.update' | 'integrations.test' | 'integrations.status';

export function integrationMethods({ deps }: ApiContext): Handlers<Names> {
  const { integrations } = deps.host;
  return {
    'integrations.get': async () => ok(await integrations.settings()),
    'integrations.update': (params) => integrations.update(params),
    'integrations.test': async ({ name }) => ok({ problem: await integrations.test(name) }),
    'integrations.status': async () => ok(await integrations.status()),
  };
}

export function forwarding({
  engine,
  command,
  now,
}: Pick<ApiContext, 'engine' | 'command' | 'now'>): Forwarding {
  const ask: EngineLink['request'] = (name, params, at) => engine.request(name, params, at);
  return {
    config: () => ask('integrations.config', {}, now()),
    configure: async (change, installation) => {
      const answer = await command('integrations.update', { change, installation });
      return answer.ok ? ok(null) : failed(answer);
    },
    nextBatch: (limit) => ask('outbox.next', { limit }, now()),
    confirm: async ({ removed, token }) => {
      await ask('outbox.confirm', { removed, token }, now());
    },
    waiting: () => ask('outbox.waiting', {}, now()),
  };
}

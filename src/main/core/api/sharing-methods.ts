import { methods, type MethodName } from '#shared/contract';
import { ok, type ApiContext, type Handlers } from './answers';
import { mayCall } from './guest';

type Names =
  | 'session.get'
  | 'sharing.get'
  | 'sharing.update'
  | 'sharing.pair'
  | 'sharing.devices'
  | 'sharing.revoke'
  | 'keys.list'
  | 'keys.create'
  | 'keys.revoke';

const methodNames = Object.keys(methods) as MethodName[];

export function sharingMethods({ deps }: ApiContext): Handlers<Names> {
  const { sharing } = deps.host;
  return {
    'session.get': (_params, role) =>
      Promise.resolve(ok({ role, methods: methodNames.filter((name) => mayCall(role, name)) })),
    'sharing.get': () => Promise.resolve(ok(sharing.state())),
    'sharing.update': (params) => sharing.update(params),
    'sharing.pair': () => Promise.resolve(sharing.pair()),
    'sharing.devices': () => Promise.resolve(ok(sharing.devices())),
    'sharing.revoke': ({ id }) => sharing.revokeDevice(id),
    'keys.list': () => Promise.resolve(ok(sharing.keys())),
    'keys.create': ({ name, role }) => sharing.createKey(name, role),
    'keys.revoke': ({ id }) => sharing.revokeKey(id),
  };
}

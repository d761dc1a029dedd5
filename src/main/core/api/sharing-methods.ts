import { ok, type ApiContext, type Handlers } from './answers';

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

export function sharingMethods({ deps }: ApiContext): Handlers<Names> {
  const { sharing } = deps.host;
  return {
    'session.get': (_params, role) => Promise.resolve(ok({ role })),
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

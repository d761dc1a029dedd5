import { fail, type ApiContext, type Handlers } from './answers';

type Names = 'schedule.get' | 'schedule.update' | 'schedule.runNow' | 'schedule.list';

export function scheduleMethods(_context: ApiContext): Handlers<Names> {
  const later = () => Promise.resolve(fail({ code: 'unavailable', message: 'This is being built.' }));
  return {
    'schedule.get': later,
    'schedule.update': later,
    'schedule.runNow': later,
    'schedule.list': later,
  };
}

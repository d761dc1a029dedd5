import { fail, type ApiContext, type Handlers } from './answers';

type Names = 'corrections.list' | 'corrections.put' | 'corrections.remove';

export function correctionMethods(_context: ApiContext): Handlers<Names> {
  const later = () => Promise.resolve(fail({ code: 'unavailable', message: 'This is being built.' }));
  return {
    'corrections.list': later,
    'corrections.put': later,
    'corrections.remove': later,
  };
}

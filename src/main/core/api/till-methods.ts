import { fail, type ApiContext, type Handlers } from './answers';

type Names = 'till.list' | 'till.put' | 'till.import' | 'till.undo' | 'till.setCurrency' | 'reports.till';

export function tillMethods(_context: ApiContext): Handlers<Names> {
  const later = () => Promise.resolve(fail({ code: 'unavailable', message: 'This is being built.' }));
  return {
    'till.list': later,
    'till.put': later,
    'till.import': later,
    'till.undo': later,
    'till.setCurrency': later,
    'reports.till': later,
  };
}

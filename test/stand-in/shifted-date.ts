/**
 * Sets the clock of a program that knows no other than `Date` ahead, as a night's sleep does; timers go on
 * as they were, as they do there too. It is sent as text, so it may use nothing from outside itself.
 */
export function shiftDate(shiftMs: () => number): void {
  const RealDate = Date;
  const now = () => RealDate.now() + shiftMs();
  globalThis.Date = new Proxy(RealDate, {
    get: (target, key) => (key === 'now' ? now : (Reflect.get(target, key) as unknown)),
    apply: () => new RealDate(now()).toString(),
    construct: (target, args: unknown[], newTarget) =>
      Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget) as object,
  });
}

/** Where the threads of the app's process share by how much their clock is ahead. */
export const clockKey = 'stand-in-clock';

/**
 * Makes every use of something the stand-in does not have fail at once and by name: a silent
 * `undefined` would let the app under test take another path than on a real Electron.
 */
export function strict<T extends object>(name: string, target: T): T {
  return new Proxy(target, {
    get(object, key) {
      if (typeof key === 'string' && key !== 'then' && !(key in object)) {
        throw new Error(`The stand-in for electron has no ${name}.${key}. Add it, or do without.`);
      }
      const value: unknown = Reflect.get(object, key, object);
      return typeof value === 'function' ? (value.bind(object) as unknown) : value;
    },
  });
}

/** Electron's events that can be called off. */
export class PreventableEvent {
  defaultPrevented = false;
  preventDefault(): void {
    this.defaultPrevented = true;
  }
}

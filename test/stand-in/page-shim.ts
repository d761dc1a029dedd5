/** What the test's process offers a page (`exposeBinding`) in place of Electron's IPC. */
export type InvokeBinding = (channel: string, args: unknown[]) => Promise<InvokeAnswer>;
export type InvokeAnswer = { ok: true; value: unknown } | { ok: false; message: string };

export const bindingName = '__standInInvoke';
export const deliverName = '__standInDeliver';

/**
 * Runs inside the page, before its scripts, and gives the preload script its `require`. It is sent as
 * text, so it may use nothing from outside itself.
 *
 * A browser has no second world to isolate the preload in; but it is given the page nothing except
 * through `contextBridge`, and what crosses the bridge is copied as Electron copies it: functions are
 * wrapped, everything else must survive structured cloning (a Vue proxy does not, there as here).
 */
export function pageShim(invokeName: string, receiverName: string): (module: string) => unknown {
  const page = window as unknown as Record<string, unknown>;
  const invokeBinding = page[invokeName] as InvokeBinding;
  Reflect.deleteProperty(page, invokeName);

  const receivers = new Map<string, ((event: object, ...args: unknown[]) => void)[]>();
  Object.defineProperty(page, receiverName, {
    value: (channel: string, args: unknown[]) => {
      for (const receive of receivers.get(channel) ?? []) receive({}, ...args);
    },
  });

  // A window that opened others here would not be stopped in time: Electron's is told `null` at once.
  page['open'] = (address: string | URL) => {
    void invokeBinding('stand-in:open', [new URL(address, location.href).href]);
    return null;
  };

  function across(value: unknown): unknown {
    if (typeof value === 'function') {
      return (...args: unknown[]) => {
        const result: unknown = Reflect.apply(value, undefined, args.map(across));
        return result instanceof Promise ? result.then(across) : across(result);
      };
    }
    if (hasFunctions(value)) {
      return Object.freeze(
        Object.fromEntries(Object.entries(value).map(([key, part]) => [key, across(part)])),
      );
    }
    return structuredClone(value);
  }

  function hasFunctions(value: unknown): value is object {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
    return Object.values(value).some((part) => typeof part === 'function');
  }

  const electron = {
    contextBridge: {
      exposeInMainWorld(name: string, api: unknown) {
        Object.defineProperty(page, name, { value: across(api), enumerable: true });
      },
    },
    ipcRenderer: {
      async invoke(channel: string, ...args: unknown[]) {
        const answer = await invokeBinding(channel, structuredClone(args));
        if (answer.ok) return answer.value;
        throw new Error(`Error invoking remote method '${channel}': ${answer.message}`);
      },
      on(channel: string, receive: (event: object, ...args: unknown[]) => void) {
        receivers.set(channel, [...(receivers.get(channel) ?? []), receive]);
      },
    },
  };

  return (module) => {
    if (module !== 'electron') throw new Error(`A sandboxed preload cannot require ${module}`);
    return electron;
  };
}

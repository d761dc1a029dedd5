import type { Carrier, ConnectionState } from '#shared/carrier';
import type { EventMap, EventName, Outcome } from '#shared/contract';
import { errorOf } from './error-body';
import { openEvents } from './events';
import { fetchExport } from './export';
import { chooseFile, download } from './files';

export interface HttpCarrierOptions {
  /** Address of the folder that holds `rpc`, `events` and `export`, with a slash at its end. */
  apiUrl: string;
  /** The sentence, in the language of the moment, for a request that got no answer Foyer could have given. */
  unreachable: () => string;
}

/** {@link Carrier} of a page in a browser: POST for calls, server-sent events for what is pushed. */
export function createHttpCarrier({ apiUrl, unreachable }: HttpCarrierOptions): Carrier {
  const unavailable = (): Outcome<never> => ({
    ok: false,
    error: { code: 'unavailable', message: unreachable() },
  });
  const events = openEvents(new URL('events', apiUrl).href);

  async function post<T>(path: string, type: string, sent: BodyInit): Promise<Outcome<T>> {
    try {
      const response = await fetch(new URL(path, apiUrl), {
        method: 'POST',
        headers: { 'content-type': type },
        body: sent,
      });
      const body: unknown = await response.json();
      if (response.ok) return { ok: true, result: body as T };
      // Foyer was started anew and has forgotten the cookie: the owner has to open its new link.
      if (response.status === 401) return { ok: false, error: { code: 'forbidden', message: unreachable() } };
      const error = errorOf(body);
      if (!error) return unavailable();
      // Asked too often: nothing is wrong but the moment.
      return { ok: false, error: response.status === 429 ? { ...error, code: 'unavailable' } : error };
    } catch {
      // Either nobody answered or something that is not Foyer did: the same to whoever looks.
      return unavailable();
    }
  }

  return {
    call: (method, params) => post(`rpc/${method}`, 'application/json', JSON.stringify(params)),
    subscribe: <E extends EventName>(event: E, listener: (data: EventMap[E]) => void) =>
      events.subscribe(event, listener),
    onConnection: (listener: (state: ConnectionState) => void) => events.onConnection(listener),
    exportFile: (request, options) => fetchExport(apiUrl, unavailable, request, options),
    saveEverything() {
      download(new URL('everything', apiUrl).href);
      return Promise.resolve({ ok: true, result: { saved: 'download' } });
    },
    async openEverything() {
      const file = await chooseFile('.foyer,.sqlite');
      if (file === null) return { ok: true, result: 'cancelled' };
      const taken = await post<null>('everything', 'application/octet-stream', file);
      return taken.ok ? { ok: true, result: 'replaced' } : taken;
    },
  };
}

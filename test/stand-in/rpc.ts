/** One side's functions, by name. Arguments and results must survive structured cloning. */
export type Handlers = Record<string, (...args: never[]) => unknown>;

type Message =
  | { kind: 'call'; id: number; name: string; args: unknown[] }
  | { kind: 'answer'; id: number; value: unknown }
  | { kind: 'failure'; id: number; error: Error };

/** What both ends of a child process have in common. */
export interface Port {
  send(message: unknown, sent?: (error: Error | null) => void): void;
  receive(listener: (message: unknown) => void): void;
}

/**
 * Lets two processes call each other's functions.
 *
 * @returns a function that calls the other side; it rejects with what was thrown over there
 */
export function connectRpc(port: Port, handlers: Handlers) {
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  let lastId = 0;

  port.receive((received) => {
    const message = received as Message;
    if (message.kind === 'call') {
      void answer(message.id, message.name, message.args);
      return;
    }
    const caller = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.kind === 'answer') caller?.resolve(message.value);
    else caller?.reject(message.error);
  });

  async function answer(id: number, name: string, args: unknown[]): Promise<void> {
    try {
      const handler = handlers[name];
      if (!handler) throw new Error(`The stand-in has no function ${name}`);
      const value = await handler(...(args as never[]));
      port.send({ kind: 'answer', id, value } satisfies Message);
    } catch (error) {
      port.send({
        kind: 'failure',
        id,
        error: error instanceof Error ? error : new Error(String(error)),
      } satisfies Message);
    }
  }

  return (name: string, ...args: unknown[]): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const id = ++lastId;
      waiting.set(id, { resolve, reject });
      port.send({ kind: 'call', id, name, args } satisfies Message, (error) => {
        if (!error) return;
        waiting.delete(id);
        reject(error);
      });
    });
}

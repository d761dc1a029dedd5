import { connectRpc, type Handlers, type Port } from '../rpc';
import { remote, type BrowserSide } from '../contract';

const port: Port = {
  send: (message, sent) => process.send?.(message, undefined, undefined, sent),
  receive: (listener) => process.on('message', listener),
};

/** Functions the test's process may call; each module of the stand-in adds its own. */
export const appSide: Handlers = {};

/** The test's process, which owns the browser. */
export const browserSide = remote<BrowserSide>(connectRpc(port, appSide));

/** Ends the process once everything said before has arrived. */
export function exitAfterSending(code: number): void {
  process.send?.({ kind: 'answer', id: 0, value: null }, undefined, undefined, () => process.exit(code));
}

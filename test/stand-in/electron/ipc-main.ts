import type { Invocation } from '../contract';
import { appSide } from './link';
import { strict } from './strict';
import { contentsOf } from './windows';

type Handler = (event: unknown, ...args: unknown[]) => unknown;
const handlers = new Map<string, Handler>();

export const ipcMain = strict('ipcMain', {
  handle(channel: string, handler: Handler): void {
    if (handlers.has(channel)) throw new Error(`There is a handler for ${channel} already`);
    handlers.set(channel, handler);
  },
  removeHandler(channel: string): void {
    handlers.delete(channel);
  },
});

appSide['invoke'] = async ({ windowId, frameUrl, isTopFrame, channel, args }: Invocation) => {
  const handler = handlers.get(channel);
  if (!handler) throw new Error(`No handler registered for '${channel}'`);
  const senderFrame = strict('senderFrame', { url: frameUrl, parent: isTopFrame ? null : {} });
  const event = strict('IpcMainInvokeEvent', { sender: contentsOf(windowId), senderFrame });
  return handler(event, ...args);
};

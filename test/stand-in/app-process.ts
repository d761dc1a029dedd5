import { fork, type ChildProcess } from 'node:child_process';
import { builtApp, type LaunchOptions } from '../support/desktop-app';
import { quickStart } from '../support/headless';
import type { Port } from './rpc';

export interface StandInOptions extends LaunchOptions {
  /** As if it had been installed. */
  isPackaged?: boolean;
  /** Another built app than the project's. */
  entry?: string;
  /** Of the computer, as a BCP 47 tag; default: English. */
  language?: string;
  /** A module that is loaded before the app, as a path. */
  preloaded?: string;
}

/**
 * Starts the built app with the stand-in for its `electron`.
 * @param standIn what Node is to import first
 */
export function startApp(standIn: string, options: StandInOptions): ChildProcess {
  const { dataFolder, args = [], isPackaged = false, entry = builtApp, language = 'en-GB' } = options;
  const preloaded = options.preloaded === undefined ? [] : ['--import', options.preloaded];
  return fork(entry, ['--data', dataFolder, ...args], {
    execArgv: [...quickStart, ...preloaded, '--import', standIn],
    // Its own folder of programs that start by themselves: never the one of whoever runs the tests.
    env: {
      ...process.env,
      STAND_IN_PACKAGED: isPackaged ? '1' : '0',
      STAND_IN_APP_DATA: dataFolder,
      STAND_IN_LANGUAGE: language,
    },
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
}

export function portTo(child: ChildProcess): Port {
  return {
    send: (message, sent) => {
      // Without a callback a message to a process that has ended would be an `error` event.
      child.send(message as object, (error) => sent?.(error));
    },
    receive: (listener) => child.on('message', listener),
  };
}

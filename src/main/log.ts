import { join } from 'node:path';
import electronLog from 'electron-log/node';
import type { Log } from './core/types';

export interface AppLog extends Log {
  /** Starts the file `foyer.log` in a folder; what was said before comes first. */
  writeTo(folder: string): void;
}

export interface LogOptions {
  /** Where the file goes. Left out: nowhere, until {@link AppLog.writeTo}. */
  folder?: string;
  /** Where warnings and errors are shown as they happen. */
  stderr?: { write(text: string): unknown };
  /** Show everything, not only warnings and errors. */
  verbose?: boolean;
}

type Level = 'info' | 'warn' | 'error';

/** Two files of this size are kept: the current one and the one before. */
const maxFileBytes = 2 * 1024 * 1024;
const maxEarlyLines = 200;

/**
 * The log for maintainers. It holds sentences of ours and error stacks; whoever writes to it
 * keeps message bodies, keys and people's data out.
 */
export function createLog({ folder, stderr = process.stderr, verbose = false }: LogOptions = {}): AppLog {
  const file = electronLog.create({ logId: 'foyer' });
  file.transports.console.level = false;
  file.transports.file.level = false;
  file.transports.file.maxSize = maxFileBytes;
  // The folder is known only once it is locked for us; until then lines wait here.
  let early: { level: Level; text: string }[] | null = [];

  function say(level: Level, message: string, cause?: unknown): void {
    const text = oneLine(message) + (cause === undefined ? '' : `\n${describe(cause)}`);
    if (verbose || level !== 'info') stderr.write(`foyer: ${level}: ${text}\n`);
    if (early === null) file[level](text);
    else if (early.length < maxEarlyLines) early.push({ level, text });
  }

  function writeTo(target: string): void {
    file.transports.file.resolvePathFn = () => join(target, 'foyer.log');
    file.transports.file.level = 'info';
    for (const { level, text } of early ?? []) file[level](text);
    early = null;
  }
  if (folder !== undefined) writeTo(folder);

  return {
    writeTo,
    info: (message) => {
      say('info', message);
    },
    warn: (message) => {
      say('warn', message);
    },
    error: (message, cause) => {
      say('error', message, cause);
    },
  };
}

/** A name somebody typed must not look like a line of its own. */
function oneLine(message: string): string {
  // eslint-disable-next-line no-control-regex -- control characters are what this is about
  return message.replaceAll(/[\u0000-\u001f\u007f\u2028\u2029]+/g, ' ');
}

function describe(cause: unknown): string {
  return cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
}

import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { defaultDataFolder } from './data-folder';

export interface HeadlessFlags {
  /** Left out: as set by the owner. */
  cameraPort?: number;
  cameraHost: string;
  dashboardPort: number;
  dataFolder: string;
  timeZone?: string;
  json: boolean;
}

export type FlagsOutcome =
  | { kind: 'run'; flags: HeadlessFlags }
  | { kind: 'help' }
  | { kind: 'bad'; message: string };

export const help = `Foyer without a window: listens to people-counting cameras and serves the dashboard to a browser.

node out/main/headless.js [options]

  --port <n>            port the cameras post to (default: as set, at first 8080; 0: any free one)
  --host <address>      address that cameras, and phones where they are let in, reach this computer at
                        (default 0.0.0.0: the whole network)
  --dashboard-port <n>  port of the dashboard, on this computer only (default 8081; 0: any free one)
  --data <folder>       where the data is kept (default ${defaultDataFolder()})
  --time-zone <name>    the shop's time zone, for example Europe/Madrid (default: this computer's)
  --json                print one line of JSON when ready
  --help                print this
`;

/** Reads the command line. Unknown flags and odd values are refused: a typo must not start on defaults. */
export function readHeadlessFlags(args: readonly string[]): FlagsOutcome {
  let values;
  try {
    ({ values } = parseArgs({
      args: [...args],
      strict: true,
      allowPositionals: false,
      options: {
        port: { type: 'string' },
        host: { type: 'string', default: '0.0.0.0' },
        'dashboard-port': { type: 'string', default: '8081' },
        data: { type: 'string' },
        'time-zone': { type: 'string' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    }));
  } catch (error) {
    // parseArgs throws only for what the person typed, with a sentence that names it.
    return bad(error instanceof Error ? firstSentence(error.message) : String(error));
  }
  if (values.help) return { kind: 'help' };
  const cameraPort = values.port === undefined ? undefined : portOf(values.port);
  const dashboardPort = portOf(values['dashboard-port']);
  if (cameraPort === null) return bad(`--port ${values.port ?? ''} is not a port: use 0 to 65535.`);
  if (dashboardPort === null) {
    return bad(`--dashboard-port ${values['dashboard-port']} is not a port: use 0 to 65535.`);
  }
  if (values.host.trim() === '') return bad('--host needs an address.');
  if (values.data?.trim() === '') return bad('--data needs a folder.');
  const timeZone = values['time-zone'];
  if (timeZone !== undefined && !isTimeZone(timeZone)) {
    return bad(
      `--time-zone ${timeZone} is not a time zone this computer knows: use a name like Europe/Madrid.`,
    );
  }
  return {
    kind: 'run',
    flags: {
      ...(cameraPort !== undefined && { cameraPort }),
      cameraHost: values.host,
      dashboardPort,
      dataFolder: values.data === undefined ? defaultDataFolder() : resolve(values.data),
      ...(timeZone !== undefined && { timeZone }),
      json: values.json,
    },
  };
}

function bad(message: string): FlagsOutcome {
  return { kind: 'bad', message };
}

function portOf(text: string): number | null {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  return port <= 65535 ? port : null;
}

/** Node adds advice on positional arguments, which there are none of. */
function firstSentence(message: string): string {
  return message.split('. ', 1)[0]?.replace(/\.?$/, '.') ?? message;
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    // RangeError is how Intl says that it does not know a zone.
    return false;
  }
}

import { parseArgs } from 'node:util';

/** What may be set on the command line; what is left out is the stored setting or the default. */
export interface DesktopFlags {
  cameraPort?: number;
  dashboardPort?: number;
  dataFolder?: string;
  timeZone?: string;
}

export type FlagsOutcome = { ok: true; flags: DesktopFlags } | { ok: false; message: string };

/**
 * Reads the desktop app's own flags. Others are let pass, unlike in the headless app: Electron hands
 * Chromium's switches (`--no-sandbox`, `--remote-debugging-port=0`…) on in the same list.
 */
export function readFlags(args: readonly string[]): FlagsOutcome {
  const { values } = parseArgs({
    args: [...args],
    strict: false,
    options: {
      port: { type: 'string' },
      'dashboard-port': { type: 'string' },
      data: { type: 'string' },
      'time-zone': { type: 'string' },
    },
  });
  const flags: DesktopFlags = {};
  for (const [name, value] of Object.entries(values)) {
    if (name === 'port' || name === 'dashboard-port') {
      const port = portNumber(value);
      if (port === null) return { ok: false, message: `--${name} takes a number from 0 to 65535.` };
      flags[name === 'port' ? 'cameraPort' : 'dashboardPort'] = port;
    }
    if (name === 'data' || name === 'time-zone') {
      if (typeof value !== 'string' || value === '')
        return { ok: false, message: `--${name} takes a value.` };
      flags[name === 'data' ? 'dataFolder' : 'timeZone'] = value;
    }
  }
  return { ok: true, flags };
}

function portNumber(value: unknown): number | null {
  if (typeof value !== 'string' || !/^\d{1,5}$/.test(value)) return null;
  const port = Number(value);
  return port <= 65535 ? port : null;
}

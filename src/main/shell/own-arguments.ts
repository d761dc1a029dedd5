import { parseArgs } from 'node:util';

const ownFlags = ['port', 'host', 'dashboard-port', 'data', 'time-zone'];
const options = Object.fromEntries(ownFlags.map((name) => [name, { type: 'string' as const }]));

/**
 * The app's own flags out of a desktop command line. Electron hands Chromium's switches on in the same
 * list (`--no-sandbox`, `--remote-debugging-port=0`…), and in development the app's folder: what is not
 * ours is not an error here, unlike without a window.
 *
 * @returns the flags as `--name=value`, or as `--name` where the value was left out
 */
export function ownArguments(args: readonly string[]): string[] {
  const { tokens } = parseArgs({ args: [...args], strict: false, tokens: true, options });
  return tokens.flatMap((token) => {
    if (token.kind !== 'option' || !ownFlags.includes(token.name)) return [];
    return [token.value === undefined ? `--${token.name}` : `--${token.name}=${token.value}`];
  });
}

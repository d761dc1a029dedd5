import { homedir } from 'node:os';
import { join } from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

/** Where the platform wants an app's data of this user. */
export function defaultDataFolder(
  platform: NodeJS.Platform = process.platform,
  environment: Environment = process.env,
  home: string = homedir(),
): string {
  switch (platform) {
    case 'win32':
      return join(environment['APPDATA'] ?? join(home, 'AppData', 'Roaming'), 'Foyer');
    case 'darwin':
      return join(home, 'Library', 'Application Support', 'Foyer');
    default:
      // The specification of XDG_DATA_HOME takes an empty value for none.
      return join(environment['XDG_DATA_HOME'] || join(home, '.local', 'share'), 'foyer');
  }
}

import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Debian keeps it where only root looks. */
const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin'];
const names = process.platform === 'win32' ? ['mosquitto.exe'] : ['mosquitto'];

/** The program of a real Mosquitto; `null` where it is not installed. */
export const mosquitto: string | null =
  folders.flatMap((folder) => names.map((name) => join(folder, name))).find((path) => existsSync(path)) ??
  null;

import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { z } from 'zod';
import { accessKeyRoles } from '#shared/domain';
import type { Log } from '../../core/types';
import { writePrivately } from '../../core/write-privately';

const hashSchema = z.base64().length(44);
const idSchema = z.string().min(1).max(64);

const keySchema = z.strictObject({
  id: idSchema,
  hash: hashSchema,
  name: z.string().max(80),
  role: z.enum(accessKeyRoles),
  madeAtMs: z.number(),
  lastUsedMs: z.number().nullable(),
});
const deviceSchema = z.strictObject({
  id: idSchema,
  hash: hashSchema,
  name: z.string().max(80),
  pairedAtMs: z.number(),
  lastSeenMs: z.number(),
  address: z.string().max(64),
});
const credentialsSchema = z.strictObject({
  version: z.literal(1),
  sharing: z.strictObject({ isOn: z.boolean(), port: z.int().min(0).max(65535) }),
  keys: z.array(keySchema).max(1000),
  devices: z.array(deviceSchema).max(1000),
});

export type StoredKey = z.output<typeof keySchema>;
export type StoredDevice = z.output<typeof deviceSchema>;
export type StoredCredentials = z.output<typeof credentialsSchema>;

const longestBytes = 1024 * 1024;

/**
 * Reads the file. One that is damaged, or a link to somewhere else, lets nobody in: it counts as not there.
 */
export async function readCredentials(path: string, log: Log): Promise<StoredCredentials | null> {
  let text: string;
  try {
    // Windows knows no such flag, and no links that others could make.
    const file = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
    try {
      const { size } = await file.stat();
      text = size > longestBytes ? '' : await file.readFile('utf8');
    } finally {
      await file.close();
    }
  } catch (error) {
    if (!isMissing(error)) log.warn(`The keys could not be read; nobody has one now (${codeOf(error)})`);
    return null;
  }
  const stored = credentialsSchema.safeParse(parse(text));
  if (stored.success) return stored.data;
  log.warn('The file with the keys is damaged; nobody has one now');
  return null;
}

/** @throws what the file system throws */
export function writeCredentials(path: string, credentials: StoredCredentials): Promise<void> {
  return writePrivately(path, JSON.stringify(credentials));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // SyntaxError is how JSON.parse says that it is damaged.
    return undefined;
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}

function isMissing(error: unknown): boolean {
  return codeOf(error) === 'ENOENT';
}

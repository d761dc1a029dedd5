import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CameraEndpoint } from '../../../../src/main/core/types';

const folder = join(import.meta.dirname, '../../../fixtures/messages');

/** The bodies in `test/fixtures/messages`, made up after the shapes that cameras send. */
export const fixtureNames = readdirSync(folder).map((name) => name.replace(/\.json$/, ''));

export function fixture(name: string): Uint8Array {
  return new Uint8Array(readFileSync(join(folder, `${name}.json`)));
}

const opaque = ['reid', 'dup', 'dup-list', 'deduped-attribute-count', 'interval-aggregate', 'device-status'];

/** Where a camera would post it. */
export function endpointOf(name: string): CameraEndpoint {
  if (name.startsWith('heartbeat')) return 'heartbeat';
  return opaque.includes(name) ? 'opaque' : 'upload';
}

export function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

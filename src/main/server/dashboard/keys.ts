import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Role } from '#shared/contract';

/** 256 random bits, safe in an address. */
export function newKey(): string {
  return randomBytes(32).toString('base64url');
}

function digest(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

/** Which key opens what. */
export class KeyRing {
  private readonly entries: { hash: Buffer; role: Role }[];

  constructor(keys: readonly { key: string; role: Role }[]) {
    this.entries = keys.map(({ key, role }) => ({ hash: digest(key), role }));
  }

  /** Takes the same time whatever part of a key is right, and whichever key it is. */
  roleOf(candidate: string): Role | null {
    const hash = digest(candidate);
    let role: Role | null = null;
    for (const entry of this.entries) {
      if (timingSafeEqual(hash, entry.hash)) role = entry.role;
    }
    return role;
  }
}

/** Browsers that have shown a key. Kept in memory: they end with the run, as the key does. */
export class Sessions {
  /** By hash, so that looking one up tells nothing about its neighbours; least recently used first. */
  private readonly roles = new Map<string, Role>();

  constructor(private readonly limit = 100) {}

  /** @returns the value of the session cookie */
  open(role: Role): string {
    const token = newKey();
    this.roles.set(digest(token).toString('base64'), role);
    if (this.roles.size > this.limit) {
      for (const oldest of this.roles.keys()) {
        this.roles.delete(oldest);
        break;
      }
    }
    return token;
  }

  roleOf(token: string): Role | null {
    const hash = digest(token).toString('base64');
    const role = this.roles.get(hash);
    if (role === undefined) return null;
    this.roles.delete(hash);
    this.roles.set(hash, role);
    return role;
  }
}

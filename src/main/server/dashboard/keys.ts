import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Role } from '#shared/contract';

/** 256 random bits, safe in an address. */
export function newKey(): string {
  return randomBytes(32).toString('base64url');
}

/**
 * What is kept of a key. One round of SHA-256 is enough, and a slow hash would only serve those who want
 * to keep this computer busy: slow hashes protect what people choose, and nobody can try 2²⁵⁶ keys.
 */
export function hashOf(key: string): string {
  return createHash('sha256').update(key).digest('base64');
}

/** Takes the same time whatever part of the candidate is right, and whichever entry it belongs to. */
export function findByKey<T extends { hash: string }>(candidate: string, entries: Iterable<T>): T | null {
  const hash = Buffer.from(hashOf(candidate), 'base64');
  let found: T | null = null;
  for (const entry of entries) {
    const known = Buffer.from(entry.hash, 'base64');
    if (known.length === hash.length && timingSafeEqual(hash, known)) found = entry;
  }
  return found;
}

/** Browsers on this computer that have shown the link. Kept in memory: they end with the run, as its key does. */
export class Sessions {
  /** By hash, so that looking one up tells nothing about its neighbours; least recently used first. */
  private readonly roles = new Map<string, Role>();

  constructor(private readonly limit = 100) {}

  /** @returns the value of the session cookie */
  open(role: Role): string {
    const token = newKey();
    this.roles.set(hashOf(token), role);
    if (this.roles.size > this.limit) {
      for (const oldest of this.roles.keys()) {
        this.roles.delete(oldest);
        break;
      }
    }
    return token;
  }

  roleOf(token: string): Role | null {
    const hash = hashOf(token);
    const role = this.roles.get(hash);
    if (role === undefined) return null;
    this.roles.delete(hash);
    this.roles.set(hash, role);
    return role;
  }
}

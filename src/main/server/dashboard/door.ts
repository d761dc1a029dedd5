import type { Role } from '#shared/contract';

/** Somebody who was let in. */
export interface Caller {
  role: Role;
  /** One for each session, device or key. */
  id: string;
}

/** Whoever stands at the door, as far as a list of devices may say. */
export interface Visitor {
  address: string;
  userAgent: string | undefined;
}

/** Which keys open a listener, and to whom. */
export interface Door {
  /**
   * `owner`: this computer only. Many programs share its address, so the right key always opens.
   * `network`: an address that tries keys is not even listened to for a while.
   */
  kind: 'owner' | 'network';
  /** How long browsers keep the session cookie, since the last visit; left out: until they are closed. */
  sessionMaxAgeMs?: number;
  /** What `/?key=…` opens. @returns the value of the session cookie */
  openByLink(key: string, visitor: Visitor): string | null;
  /** What a code that was typed opens. @returns the value of the session cookie */
  openByCode(code: string, visitor: Visitor): string | null;
  bySession(token: string, visitor: Visitor): Caller | null;
  /** `too-much`: the key is right, and can do more than may be done over an open network. */
  byBearer(key: string): Caller | 'too-much' | null;
}

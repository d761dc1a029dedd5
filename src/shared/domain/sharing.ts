import type { Sentence } from '../sentences';
import type { Instant } from './words';

/** Who asks: a role, see the contract. */
export interface Session {
  role: 'guest' | 'view' | 'manage';
  /** Names of the methods that this role may call: pages need not ask for the others. */
  methods: string[];
}

/** The pages for phones and screens in the shop's network. */
export interface Sharing {
  isOn: boolean;
  /** Port as set; 0 takes a free one. */
  port: number;
  /** Addresses under which the pages are, the likeliest first; empty while they are not to be had. */
  urls: string[];
  /** Why they are not to be had although they should, in a sentence. */
  problem: string | null;
  /** The same, for pages in other languages. */
  problemSentence: Sentence | null;
}

/** An invitation for one device. */
export interface Pairing {
  /** Links for one device, once; one for each address of this computer. */
  urls: string[];
  /** The same invitation, to be typed where nothing can be scanned: `ABCD-2345`. */
  code: string;
  expiresAt: Instant;
}

/** A phone or screen that was let in. */
export interface SharedDevice {
  id: string;
  /** What it is, as far as it says: `iPhone · Safari`. Empty: it does not say. */
  name: string;
  pairedAt: Instant;
  lastSeen: Instant;
  /** Network address from which it last looked. */
  address: string;
}

export const accessKeyRoles = ['view', 'manage'] as const;

/** A key for a program, good until it is taken back. */
export interface AccessKey {
  id: string;
  name: string;
  role: (typeof accessKeyRoles)[number];
  madeAt: Instant;
  lastUsed: Instant | null;
}

/** The only time a key is ever seen. */
export interface NewAccessKey extends AccessKey {
  key: string;
}

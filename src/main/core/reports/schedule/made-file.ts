import type { Told } from '#shared/sentences';

/** A file that can be made; its bytes are worked out when they are asked for. */
export interface MadeFile {
  name: string;
  /** @throws {NotMade} where the owner can be told why not */
  bytes(): Promise<Uint8Array>;
}

/** Why a file could not be made, as the owner is told. */
export class NotMade extends Error {
  override readonly name = 'NotMade';

  constructor(readonly told: Told) {
    super(told.message);
  }
}

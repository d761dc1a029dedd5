import { tell, type Told } from '#shared/sentences';

/** A sentence for the owner about a disk that does not take what it is given. */
export function storageProblem(error: unknown, folder: string): Told {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return tell('disk-full');
    case 'EROFS':
    case 'EACCES':
    case 'EPERM':
      return tell('not-writable', { folder });
    case 'ENOENT':
    case 'ENODEV':
    case 'ENOTDIR':
      return tell('folder-gone', { folder });
    default:
      return tell('not-saved', { folder });
  }
}

/** Something could not be made durable. The message is a sentence for the owner. */
export class NotStoredError extends Error {
  override readonly name = 'NotStoredError';

  constructor(
    readonly told: Told,
    cause: unknown,
  ) {
    super(told.message, { cause });
  }

  static from(cause: unknown, folder: string): NotStoredError {
    return new NotStoredError(storageProblem(cause, folder), cause);
  }
}

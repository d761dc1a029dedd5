/** A sentence for the owner about a disk that does not take what it is given. */
export function storageProblem(error: unknown, folder: string): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return 'The disk is full. Cameras keep their counts; free some space and they will be sent again.';
    case 'EROFS':
    case 'EACCES':
    case 'EPERM':
      return `Foyer may not write to ${folder}. Cameras keep their counts until it may.`;
    case 'ENOENT':
    case 'ENODEV':
    case 'ENOTDIR':
      return `The data folder ${folder} is gone. Was a drive taken out? Cameras keep their counts.`;
    default:
      return `Counts could not be saved to ${folder}. Cameras keep them and send them again.`;
  }
}

/** Something could not be made durable. The message is a sentence for the owner. */
export class NotStoredError extends Error {
  override readonly name = 'NotStoredError';

  static from(cause: unknown, folder: string): NotStoredError {
    return new NotStoredError(storageProblem(cause, folder), { cause });
  }
}

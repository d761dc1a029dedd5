import { tell, type SentenceId } from '#shared/sentences';

/** Why a file could not be written, as far as its owner can do something about it. */
export type WriteProblem =
  | 'open-elsewhere'
  | 'not-allowed'
  | 'disk-full'
  | 'read-only'
  | 'folder-missing'
  | 'name-unusable';

const sentenceOf: Record<WriteProblem, SentenceId> = {
  'open-elsewhere': 'open-elsewhere',
  'not-allowed': 'not-allowed',
  'disk-full': 'no-room',
  'read-only': 'read-only',
  'folder-missing': 'folder-missing',
  'name-unusable': 'name-unusable',
};

/** What to do about it. */
export function tellWriteProblem(problem: WriteProblem): ReturnType<typeof tell> {
  return tell(sentenceOf[problem]);
}

/** How far the writing of a file under another name, to be renamed in the end, had come. */
export type Step = 'create' | 'write' | 'rename';

const problems: Record<string, WriteProblem> = {
  EBUSY: 'open-elsewhere',
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EROFS: 'read-only',
  ENOENT: 'folder-missing',
  ENOTDIR: 'folder-missing',
  ENAMETOOLONG: 'name-unusable',
  EISDIR: 'name-unusable',
  EINVAL: 'name-unusable',
};

/** What the owner can be told about a file error; `null` for an error that is none, or unheard of. */
export function writeProblem(error: unknown, step: Step): WriteProblem | null {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return null;
  if (error.code === 'EPERM' || error.code === 'EACCES') {
    // We could create a file in this folder; that replacing the other one is refused is what Windows
    // says of a file that a spreadsheet program has open.
    return step === 'rename' ? 'open-elsewhere' : 'not-allowed';
  }
  return problems[error.code] ?? null;
}

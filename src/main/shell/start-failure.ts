import { DataFolderError } from '../core/types';
import type { ShellTexts } from './texts';

/**
 * Why Foyer cannot start, as an error box says it: what the owner can act on in their language, and what only
 * helps a helper below it, as it is.
 */
export function startFailure(
  error: unknown,
  dataFolder: string,
  { start: say }: ShellTexts,
): { title: string; text: string } {
  const { title } = say;
  const message = error instanceof Error ? error.message : String(error);
  if (!(error instanceof DataFolderError)) return { title, text: message };
  const told = say[error.reason](dataFolder);
  const isAllSaid = error.reason === 'locked' || error.reason === 'newer';
  return { title, text: isAllSaid ? told : `${told}\n\n${message}` };
}

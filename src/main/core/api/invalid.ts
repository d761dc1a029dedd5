import type { Sentence, SentenceId } from '#shared/sentences';
import { en } from '#shared/sentences/en';
import type { z } from 'zod';

/** Texts of schemas that are sentences of the core's: those that nothing has to be filled into. */
const idOfText = new Map(
  (Object.entries(en) as [SentenceId, string][])
    .filter(([, text]) => !text.includes('{'))
    .map(([id, text]) => [text, id]),
);
const longestText = 500;

/** `cameraPort: Too big; name: A name is needed`. What was sent is named there: a caller may have sent a lot. */
export function describeIssues(error: z.ZodError): string {
  const text = error.issues
    .map((issue) => (issue.path.length > 0 ? `${issue.path.join('.')}: ${issue.message}` : issue.message))
    .join('; ');
  return text.length > longestText ? `${text.slice(0, longestText)}…` : text;
}

/** What a page says of parameters that cannot be used, of the first thing that is wrong with them. */
export function sentenceOf({ issues: [issue] }: z.ZodError): Sentence {
  const id = issue && idOfText.get(issue.message);
  if (id !== undefined) return { id, values: {} };
  switch (issue?.code) {
    case 'too_small':
      return isNumber(issue.origin)
        ? { id: 'number-least', values: { least: Number(issue.minimum) } }
        : { id: 'value-missing', values: {} };
    case 'too_big': {
      const most = Number(issue.maximum);
      if (isNumber(issue.origin)) return { id: 'number-most', values: { most } };
      return { id: issue.origin === 'string' ? 'text-too-long' : 'list-too-long', values: { most } };
    }
    case 'invalid_type':
      return { id: isNumber(issue.expected) ? 'number-wanted' : 'value-unusable', values: {} };
    default:
      return { id: 'value-unusable', values: {} };
  }
}

function isNumber(kind: string): boolean {
  return kind === 'number' || kind === 'int' || kind === 'bigint';
}

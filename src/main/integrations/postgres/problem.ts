import type { IntegrationProblem } from '#shared/domain';
import { codeOf, networkProblem } from '../network-problem';

/** PostgreSQL's error codes (Appendix A of its manual). */
const codes: Record<string, IntegrationProblem> = {
  '28P01': 'login',
  '28000': 'login',
  '3D000': 'no-database',
  '42501': 'no-rights',
  // Starting up, shutting down, out of connections.
  '57P03': 'unreachable',
  '57P01': 'unreachable',
  '57P02': 'unreachable',
  '53300': 'unreachable',
  // Cancelled by a time limit.
  '57014': 'too-slow',
  '55P03': 'too-slow',
};

const codePattern = /^[0-9A-Z]{5}$/;

/** What an error of `pg` means for the owner. */
export function postgresProblem(error: unknown): IntegrationProblem {
  const known = networkProblem(error);
  if (known) return known;
  const code = codeOf(error);
  const problem = codes[code];
  if (problem) return problem;
  if (code.startsWith('08')) return 'unreachable';
  return codePattern.test(code) ? 'refused' : 'other';
}

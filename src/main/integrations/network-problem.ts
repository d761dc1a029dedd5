import type { IntegrationProblem } from '#shared/domain';

/** Codes of Node's network and TLS errors, and what they mean for the owner. */
const codes: Record<string, IntegrationProblem> = {
  ENOTFOUND: 'unknown-host',
  EAI_AGAIN: 'unknown-host',
  EAI_FAIL: 'unknown-host',
  ECONNREFUSED: 'unreachable',
  ECONNRESET: 'unreachable',
  ECONNABORTED: 'unreachable',
  EHOSTUNREACH: 'unreachable',
  EHOSTDOWN: 'unreachable',
  ENETUNREACH: 'unreachable',
  ENETDOWN: 'unreachable',
  EPIPE: 'unreachable',
  UND_ERR_SOCKET: 'unreachable',
  ETIMEDOUT: 'too-slow',
  UND_ERR_CONNECT_TIMEOUT: 'too-slow',
  UND_ERR_HEADERS_TIMEOUT: 'too-slow',
  SELF_SIGNED_CERT_IN_CHAIN: 'certificate',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'certificate',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'certificate',
  UNABLE_TO_GET_ISSUER_CERT: 'certificate',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'certificate',
  CERT_SIGNATURE_FAILURE: 'certificate',
  CERT_UNTRUSTED: 'certificate',
  CERT_REJECTED: 'certificate',
  CERT_REVOKED: 'certificate',
  INVALID_CA: 'certificate',
  INVALID_PURPOSE: 'certificate',
  HOSTNAME_MISMATCH: 'certificate',
  CERT_HAS_EXPIRED: 'certificate',
  CERT_NOT_YET_VALID: 'certificate',
  ERR_TLS_CERT_ALTNAME_INVALID: 'certificate',
  ERR_SSL_WRONG_VERSION_NUMBER: 'certificate',
};

/** An expected failure that already knows what it means. */
export class DeliveryError extends Error {
  override readonly name = 'DeliveryError';
  constructor(readonly problem: IntegrationProblem) {
    super(`It could not be delivered (${problem})`);
  }
}

/** What an error of the network means; `null`: it is none of those. */
export function networkProblem(error: unknown): IntegrationProblem | null {
  if (error instanceof DeliveryError) return error.problem;
  if (!(error instanceof Error)) return null;
  if (error.name === 'TimeoutError') return 'too-slow';
  const problem = codes[codeOf(error)];
  if (problem) return problem;
  // A name with several addresses fails with all of their errors; fetch() hides the reason as a cause.
  const inner: unknown = error instanceof AggregateError ? (error.errors as unknown[])[0] : error.cause;
  return inner === undefined ? null : networkProblem(inner);
}

/** Node's or the server's own short word for an error; empty if it has none. */
export function codeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return typeof code === 'string' ? code : '';
}

/** Waits for work, but not for ever. @throws DeliveryError when it takes longer */
export async function within<T>(work: Promise<T>, limitMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new DeliveryError('too-slow'));
    }, limitMs);
  });
  try {
    return await Promise.race([work, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}

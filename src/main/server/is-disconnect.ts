const codes = new Set(['ECONNRESET', 'EPIPE', 'ECONNABORTED', 'ERR_STREAM_PREMATURE_CLOSE']);

/** Whether an error only says that the other side hung up: nothing to fix, nobody to answer. */
export function isDisconnect(error: unknown): boolean {
  return error instanceof Error && 'code' in error && codes.has(String(error.code));
}

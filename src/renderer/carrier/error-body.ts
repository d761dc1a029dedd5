import type { ApiError } from '#shared/contract';

/** The error in an answer of the API; `null` if it is not one of Foyer's. */
export function errorOf(body: unknown): ApiError | null {
  if (typeof body !== 'object' || body === null || !('error' in body)) return null;
  const { error } = body;
  const isError =
    typeof error === 'object' &&
    error !== null &&
    'message' in error &&
    typeof error.message === 'string' &&
    'code' in error &&
    typeof error.code === 'string';
  return isError ? (error as ApiError) : null;
}

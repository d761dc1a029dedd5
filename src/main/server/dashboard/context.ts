import type { ParameterizedContext } from 'koa';
import type { ApiError, ErrorCode, Outcome, Role } from '#shared/contract';

export interface DashboardState {
  role: Role;
  /** Who it is, for limits and for being shown the door: one for each session, device or key. */
  caller: string;
}
export type DashboardContext = ParameterizedContext<DashboardState>;

const statuses: Record<ErrorCode | NotLetIn['code'], number> = {
  unauthorized: 401,
  'too-many-requests': 429,
  invalid: 400,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  unavailable: 503,
  internal: 500,
};

export const apiPrefix = '/api/v1';

/** For Prometheus, which looks there. */
export const metricsPath = '/metrics';

/** Addresses of data, as against those of pages. */
export function isApiPath(path: string): boolean {
  return path === '/api' || path === metricsPath || path.startsWith('/api/');
}

/** Nobody has said who they are, or too often who they are not; the contract knows only callers that have. */
interface NotLetIn {
  code: 'unauthorized' | 'too-many-requests';
  message: string;
}

export function sendJson(ctx: DashboardContext, status: number, value: unknown): void {
  ctx.status = status;
  ctx.type = 'json';
  ctx.body = JSON.stringify(value);
}

/** `{error: {code, message}}` under the status that belongs to the code. */
export function sendError(ctx: DashboardContext, error: ApiError | NotLetIn): void {
  sendJson(ctx, statuses[error.code], { error });
}

export function sendOutcome(ctx: DashboardContext, outcome: Outcome<unknown>): void {
  if (outcome.ok) sendJson(ctx, 200, outcome.result);
  else sendError(ctx, outcome.error);
}

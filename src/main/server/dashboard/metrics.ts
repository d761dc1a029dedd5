import type { MethodName, MethodResult, Outcome, Role } from '#shared/contract';
import type { Core } from '../../core/types';
import { sendError, type DashboardContext } from './context';
import { metricsText, metricsType } from './metrics-text';

/** `GET /metrics`, for whoever may view; not there unless the owner has switched it on. */
export async function sendMetrics(ctx: DashboardContext, core: Pick<Core, 'invoke'>): Promise<void> {
  const settings = await ask(core, 'integrations.get', 'manage');
  if (!settings.ok) return sendError(ctx, settings.error);
  if (!settings.result.metrics.isOn) {
    const message = 'Metrics are switched off. They can be switched on in the settings, under Integrations.';
    return sendError(ctx, { code: 'not-found', message });
  }
  const { role } = ctx.state;
  const [health, cameras, sites] = await Promise.all([
    ask(core, 'system.health', role),
    ask(core, 'cameras.list', role),
    ask(core, 'sites.list', role),
  ]);
  if (!health.ok) return sendError(ctx, health.error);
  if (!cameras.ok) return sendError(ctx, cameras.error);
  if (!sites.ok) return sendError(ctx, sites.error);
  ctx.set('Content-Type', metricsType);
  ctx.body = metricsText({ health: health.result, cameras: cameras.result, sites: sites.result });
}

async function ask<M extends MethodName>(
  core: Pick<Core, 'invoke'>,
  method: M,
  role: Role,
): Promise<Outcome<MethodResult<M>>> {
  return (await core.invoke(method, {}, role)) as Outcome<MethodResult<M>>;
}

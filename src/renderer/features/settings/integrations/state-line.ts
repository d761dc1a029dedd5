import type { IntegrationProblem, IntegrationStatus } from '#shared/domain';

/** How one of the ways out is doing, for a light and a sentence. */
export type StateLine =
  | { light: 'waiting'; text: 'off' | 'connecting' | 'ready' }
  | { light: 'good'; text: 'working'; at: string; waiting: number }
  | { light: 'bad'; text: 'trouble'; problem: IntegrationProblem; waiting: number };

export function stateLine({ state, problem, lastDelivered, waiting }: IntegrationStatus): StateLine {
  const left = waiting ?? 0;
  if (state === 'off') return { light: 'waiting', text: 'off' };
  if (state === 'trouble')
    return { light: 'bad', text: 'trouble', problem: problem ?? 'other', waiting: left };
  if (lastDelivered !== null) return { light: 'good', text: 'working', at: lastDelivered, waiting: left };
  return { light: 'waiting', text: state === 'working' ? 'ready' : 'connecting' };
}

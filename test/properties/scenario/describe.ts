import { timeOf, type Event } from './player';

/** A scenario as a person can follow it, for a failed test. */
export function describeEvents(events: readonly Event[], camera: number): string {
  return events
    .filter((event) => event.kind === 'restart' || event.camera === camera)
    .map((event) => `${new Date(timeOf(event)).toISOString()} ${describe(event)}`)
    .join('\n');
}

function describe(event: Event): string {
  if (event.kind === 'restart') return `app restarts (${event.how})`;
  if (event.kind === 'refused') return `refused ${JSON.stringify(event.body)}`;
  const { happening } = event;
  if (happening.kind === 'setting') {
    return `owner sets ${JSON.stringify([happening.uploadInterval, happening.dataMode])}`;
  }
  return `${happening.endpoint} ${JSON.stringify(happening.body)}`;
}

import type { FileParams, Outcome } from '#shared/contract';
import type { ReportPeriod, Schedule } from '#shared/domain';
import { tell } from '#shared/sentences';
import { Temporal } from 'temporal-polyfill';
import type { DueFile } from '../reports/schedule/periods';
import { NotMade, type MadeFile } from '../reports/schedule/made-file';
import { ScheduleRunner } from '../reports/schedule/runner';
import { nodeTargetFiles, type TargetFiles } from '../reports/schedule/target-folder';
import { fail, ok, type ApiContext } from './answers';
import { openExport } from './exports';

/** A day is read by its hours, a week and a month by their days. */
const granularities = { day: 'hour', week: 'day', month: 'day' } as const satisfies Record<
  ReportPeriod,
  string
>;

export function scheduleRunner(context: ApiContext, files: TargetFiles = nodeTargetFiles): ScheduleRunner {
  const { engine, deps } = context;
  return new ScheduleRunner({
    engine,
    clock: deps.clock,
    log: deps.log,
    files,
    canMake: (format) => format !== 'pdf' || deps.host.pdf !== undefined,
    make: (file, schedule) => makeFile(context, file, schedule),
  });
}

async function makeFile(context: ApiContext, file: DueFile, schedule: Schedule): Promise<Outcome<MadeFile>> {
  const { engine, deps, now } = context;
  const { site, period, from } = file;
  const range = { site, from, to: Temporal.PlainDate.from(file.to).add({ days: 1 }).toString() };
  const asked = {
    ...range,
    by: granularities[period],
    hours: 'all',
    preset: schedule.preset,
    decimal: schedule.decimal,
  } as const;
  const params: FileParams =
    file.format === 'xlsx'
      ? { kind: 'xlsx', ...asked, language: schedule.language ?? 'en' }
      : { kind: 'csv', ...asked };
  const plan = await engine.request('export.plan', params, now());
  const name = await ownName(context, file, plan.fileName);
  const { pdf } = deps.host;
  if (file.format !== 'pdf') return ok({ name, bytes: () => exportBytes(context, params) });
  if (!pdf) return fail({ code: 'unavailable', ...tell('page-needs-window') });
  return ok({
    name,
    bytes: async () => {
      const printed = await pdf({ kind: period, ...range });
      if (!printed.ok) throw new NotMade(printed.error);
      return printed.result;
    },
  });
}

async function exportBytes(context: ApiContext, params: FileParams): Promise<Uint8Array> {
  const opened = await openExport(context, params, 'manage');
  if (!opened.ok) throw new NotMade(opened.error);
  const { pieces, close } = opened.result;
  try {
    const parts: Uint8Array[] = [];
    for await (const { bytes } of pieces) parts.push(bytes);
    return Buffer.concat(parts);
  } finally {
    await close();
  }
}

/** The name of an export with the ending of its format; sites that are called the same are told apart by their id. */
async function ownName({ engine, now }: ApiContext, file: DueFile, fileName: string): Promise<string> {
  const sites = await engine.request('sites.list', {}, now());
  const name = sites.find(({ id }) => id === file.site)?.name.toLowerCase();
  const isShared = sites.filter((site) => site.name.toLowerCase() === name).length > 1;
  const stem = fileName.replace(/\.\w+$/, '');
  return `${stem}${isShared ? `_${file.site}` : ''}.${file.format}`;
}

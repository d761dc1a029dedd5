import { reportPeriods } from '#shared/domain';
import type { StoredSchedule } from '../ingest/schedule-store';
import { noSite, type Commands } from './command-types';

export const scheduleCommands: Commands<'schedule.update' | 'schedule.note' | 'schedule.forget'> = {
  'schedule.update': (state, { formats, ...change }, at) => {
    const { schedule: before, since } = state.schedule.get();
    const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
    const schedule = { ...before, ...given, formats: { ...before.formats } };
    const wanted: StoredSchedule['since'] = {};
    for (const period of reportPeriods) {
      schedule.formats[period] = [...new Set(formats?.[period] ?? before.formats[period])];
      for (const format of schedule.formats[period]) {
        wanted[`${period} ${format}`] = since[`${period} ${format}`] ?? at;
      }
    }
    state.schedule.put({ schedule, since: wanted });
    return { ok: true };
  },

  'schedule.note': (state, file, at) => {
    if (!state.sites.find(file.site)) return noSite(file.site);
    state.schedule.note(file, at);
    return { ok: true };
  },

  'schedule.forget': (state, { after }) => {
    state.schedule.forgetAfter(after);
    return { ok: true };
  },
};

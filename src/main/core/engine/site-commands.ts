import { quarterOf, QUARTER_MS } from '../counting/spread';
import { siteDoors } from '../queries/doors';
import { siteFlows } from '../queries/occupancy-day';
import { noSite, type Commands } from './command-types';

export const siteCommands: Commands<
  'site.put' | 'notes.put' | 'sites.add' | 'sites.update' | 'sites.setOccupancy'
> = {
  'site.put': (state, site) => {
    state.sites.put(site);
    return { ok: true, site };
  },

  'notes.put': (state, note) => {
    const site = state.sites.find(note.site);
    if (!site) return noSite(note.site);
    state.notes.put(note);
    return { ok: true, site };
  },

  'sites.add': (state, { name, timeZone }) => {
    const sites = state.sites.all();
    const number = Math.max(0, ...sites.map((site) => Number(/^site-(\d+)$/.exec(site.id)?.[1] ?? 1))) + 1;
    const first = state.sites.first();
    const site = {
      ...first,
      id: `site-${number}`,
      name,
      timeZone: timeZone ?? first.timeZone,
      openingHours: null,
    };
    state.sites.put(site);
    return { ok: true, site };
  },

  'sites.setOccupancy': (state, { id, inside }, at) => {
    const site = state.sites.find(id);
    if (!site) return noSite(id);
    const quarter = quarterOf(at);
    const window = { start: quarter * QUARTER_MS, end: (quarter + 1) * QUARTER_MS };
    const context = { state, now: at };
    // What the quarter hour has counted until now lies before the moment that is set.
    const flow = siteFlows(context, siteDoors(context, id), window).get(quarter);
    state.sql.run(
      'INSERT INTO occupancy_base (site_id, at, inside, entered, "left") VALUES (?, ?, ?, ?, ?)',
      [id, at, inside, flow?.in ?? 0, flow?.out ?? 0],
    );
    return { ok: true, site };
  },

  'sites.update': (state, { id, name, timeZone, dayStartHour, openingHours }) => {
    const site = state.sites.find(id);
    if (!site) return noSite(id);
    const changed = {
      ...site,
      name: name ?? site.name,
      timeZone: timeZone ?? site.timeZone,
      dayStartHour: dayStartHour ?? site.dayStartHour,
      openingHours: openingHours === undefined ? site.openingHours : openingHours,
    };
    state.sites.put(changed);
    return { ok: true, site: changed };
  },
};

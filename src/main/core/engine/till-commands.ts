import type { ParsedParams } from '#shared/contract';
import { tell } from '#shared/sentences';
import type { ImportedDay, TillEntry } from '../ingest/till-store';
import { noSite, type CommandResult, type Commands } from './command-types';

type ImportDay = ParsedParams<'till.import'>['days'][number];

const noCurrency: CommandResult = { ok: false, reason: 'conflict', ...tell('no-currency') };

export const tillCommands: Commands<'till.put' | 'till.import' | 'till.undo' | 'till.setCurrency'> = {
  'till.setCurrency': (state, { site, currency }) => {
    if (!state.sites.find(site)) return noSite(site);
    state.till.setCurrency(site, currency);
    return { ok: true };
  },

  'till.put': (state, { site, date, transactions, takings }) => {
    if (!state.sites.find(site)) return noSite(site);
    const currency = takings === null ? null : state.till.currencyOf(site);
    if (takings !== null && currency === null) return noCurrency;
    const isEmpty = transactions === null && takings === null;
    state.till.put(site, date, isEmpty ? null : { transactions, takings, currency });
    return { ok: true };
  },

  'till.import': (state, { site, days }, at) => {
    if (!state.sites.find(site)) return noSite(site);
    const currency = state.till.currencyOf(site);
    if (currency === null && days.some(({ takings }) => takings !== undefined)) return noCurrency;
    const imported: ImportedDay[] = [];
    for (const day of days) {
      const before = state.till.find(site, day.date);
      const after = withImported(before, day, currency);
      if (!after || isSameEntry(before, after)) continue;
      state.till.put(site, day.date, after);
      imported.push({ date: day.date, before, after });
    }
    return {
      ok: true,
      imported: { undo: state.till.addImport(site, imported, at), changed: imported.length },
    };
  },

  'till.undo': (state, { undo }) => {
    const made = state.till.takeImport(undo);
    if (!made) return { ok: false, reason: 'not-found', ...tell('import-gone') };
    let restored = 0;
    // The other way round: a date that stood in the file twice goes back to what it was at first.
    for (const { date, before, after } of made.days.reverse()) {
      if (!isSameEntry(state.till.find(made.site, date), after)) continue;
      state.till.put(made.site, date, before);
      restored++;
    }
    return { ok: true, undone: { restored, kept: made.days.length - restored } };
  },
};

/** What the file does not tell stays as it is noted. */
function withImported(before: TillEntry | null, day: ImportDay, currency: string | null): TillEntry | null {
  if (day.transactions === undefined && day.takings === undefined) return null;
  return {
    transactions: day.transactions ?? before?.transactions ?? null,
    takings: day.takings ?? before?.takings ?? null,
    currency: day.takings === undefined ? (before?.currency ?? null) : currency,
  };
}

function isSameEntry(a: TillEntry | null, b: TillEntry | null): boolean {
  return a?.transactions === b?.transactions && a?.takings === b?.takings && a?.currency === b?.currency;
}

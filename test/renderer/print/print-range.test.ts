import { describe, expect, it } from 'vitest';
import {
  paperOf,
  partnerRange,
  printKindOf,
  readPrintQuery,
} from '../../../src/renderer/features/print/print-range';

describe('readPrintQuery', () => {
  it.each([
    [{ kind: 'day', from: '2026-10-25' }, '2026-10-26'],
    [{ kind: 'week', from: '2026-10-05' }, '2026-10-12'],
    [{ kind: 'month', from: '2026-02-01' }, '2026-03-01'],
    [{ kind: 'month', from: '2026-10-01', to: '2026-10-08' }, '2026-10-08'],
    // Backwards, too long, no date: the whole month then.
    [{ kind: 'month', from: '2026-10-01', to: '2026-09-01' }, '2026-11-01'],
    [{ kind: 'month', from: '2026-10-01', to: '2026-12-01' }, '2026-11-01'],
    [{ kind: 'month', from: '2026-10-01', to: '2026-13-77' }, '2026-11-01'],
  ])('%j ends before %s', (query, to) => {
    expect(readPrintQuery({ site: 'main', ...query })).toMatchObject({ from: query.from, to });
  });

  it.each([
    {},
    { site: 'main', kind: 'day' },
    { site: 'main', kind: 'year', from: '2026-10-01' },
    { site: 'main', kind: 'day', from: 'today' },
    { kind: 'day', from: '2026-10-01' },
    { site: ['a', 'b'], kind: 'day', from: '2026-10-01' },
  ])('%j is nothing to print', (query) => {
    expect(readPrintQuery(query)).toBeNull();
  });
});

it('finds the page that a range fits on', () => {
  const kindOfDays = (to: string) => printKindOf('2026-10-01', to);
  expect(
    ['2026-10-02', '2026-10-03', '2026-10-08', '2026-10-09', '2026-11-01', '2026-11-02'].map(kindOfDays),
  ).toEqual(['day', 'week', 'week', 'month', 'month', null]);
  expect(kindOfDays('2026-10-01')).toBeNull();
});

it('compares with as many whole weeks before', () => {
  expect(partnerRange({ from: '2026-10-03', to: '2026-10-04' })).toEqual({
    from: '2026-09-26',
    to: '2026-09-27',
  });
  expect(partnerRange({ from: '2026-10-01', to: '2026-11-01' })).toEqual({
    from: '2026-08-27',
    to: '2026-09-27',
  });
});

it('chooses the paper of the reader’s region', () => {
  expect(['en-US', 'es-MX', 'fr-CA', 'en'].map(paperOf)).toEqual(['Letter', 'Letter', 'Letter', 'Letter']);
  expect(['en-GB', 'de-DE', 'pt-BR', 'zh-CN', 'es-ES'].map(paperOf)).toEqual(['A4', 'A4', 'A4', 'A4', 'A4']);
});

import { expect, test } from 'vitest';
import { exportQuery, historyQuery, rangeFromQuery } from '../../../../src/main/server/dashboard/range-query';

test.each([
  ['from=2026-03-01&to=2026-04-01&by=day', { from: '2026-03-01', to: '2026-04-01', by: 'day' }],
  ['camera=1&camera=2&site=main', { cameras: ['1', '2'], site: 'main' }],
  ['from=2026-03-29T10%3A00%3A00%2B02%3A00', { from: '2026-03-29T10:00:00+02:00' }],
  ['by=day&hours=open', { by: 'day', hours: 'open' }],
  ['', {}],
])('%s', (querystring, params) => {
  expect(rangeFromQuery(querystring, historyQuery)).toEqual({ ok: true, result: params });
});

test.each([
  ['from=1&from=2', 'The parameter "from" stands there twice.'],
  ['preset=excel', 'There is no parameter "preset" here. There are: from, to, by, hours, camera, site.'],
  ['cameras=1', 'There is no parameter "cameras" here. There are: from, to, by, hours, camera, site.'],
  ['__proto__=1', 'There is no parameter "__proto__" here. There are: from, to, by, hours, camera, site.'],
])('%s is refused', (querystring, message) => {
  expect(rangeFromQuery(querystring, historyQuery)).toEqual({
    ok: false,
    error: { code: 'invalid', message },
  });
});

test('an export knows its preset and decimal mark too', () => {
  expect(rangeFromQuery('preset=plain&decimal=%2C', exportQuery)).toEqual({
    ok: true,
    result: { preset: 'plain', decimal: ',' },
  });
});

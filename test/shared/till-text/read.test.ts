import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { readAmount } from '#shared/till-text/amounts';
import { dateOrderOf, readDate } from '#shared/till-text/dates';
import { readTillText, type TillTextOptions } from '#shared/till-text/read';

const spain: TillTextOptions = {
  currencyDigits: 2,
  today: '2026-03-31',
  readersOwn: { dateOrder: 'dmy', decimal: ',' },
};
const america: TillTextOptions = { ...spain, readersOwn: { dateOrder: 'mdy', decimal: '.' } };

const rows = (text: string, options = spain) =>
  readTillText(text, options)?.rows.map(({ date, transactions, takings }) => [date, transactions, takings]);

describe('what is pasted from a till', () => {
  test.each([
    ['semicolons, decimal comma', 'Fecha;Tickets;Importe\n02/03/2026;41;1.234,50\n03/03/2026;39;987,00'],
    [
      'commas, quotes, decimal point',
      'Date,Transactions,Total\n2026-03-02,41,"1,234.50"\n2026-03-03,39,987.00',
    ],
    ['tabs without headings', '02.03.2026\t41\t1234,5\r\n03.03.2026\t39\t987\r\n'],
    ['money first', 'Umsatz;Datum;Belege\n1.234,50 €;02.03.2026;41\n987,00 €;03.03.2026;39'],
    [
      'a mark in front, blank lines, a time',
      '\ufeffjour;CA;nombre de tickets\n\n02/03/2026 23:59;1 234,50 €;41\n\n03/03/2026 23:58;987,00 €;39\n',
    ],
    [
      'words for months and days',
      'Day|Sum|Receipts\nMon, 2 March 2026|$1,234.50|41\nTue, 3 March 2026|$987|39',
    ],
    ['Chinese', '日期\t交易笔数\t营业额\n2026年3月2日\t41\t1,234.50\n2026年3月3日\t39\t987.00'],
    [
      'columns nobody needs',
      'Till;Date;Sales count;Void;Gross total\nA;20260302;41;0;1234.50\nA;20260303;39;0;987.00',
    ],
  ])('%s', (_name, text) => {
    expect(rows(text)).toEqual([
      ['2026-03-02', 41, 123_450],
      ['2026-03-03', 39, 98_700],
    ]);
  });

  test('with one figure only: whole numbers are sales, money is money', () => {
    expect(rows('02/03/2026;41\n03/03/2026;39')).toEqual([
      ['2026-03-02', 41, null],
      ['2026-03-03', 39, null],
    ]);
    expect(rows('02/03/2026;41,50\n03/03/2026;39,00')).toEqual([
      ['2026-03-02', null, 4150],
      ['2026-03-03', null, 3900],
    ]);
  });

  test('an empty cell is unknown, a zero is a zero, a refund is below it', () => {
    expect(
      rows('Date;Tickets;Total\n2026-03-01;0;0,00\n2026-03-02;;10,00\n2026-03-03;5;\n2026-03-04;1;-7,25'),
    ).toEqual([
      ['2026-03-01', 0, 0],
      ['2026-03-02', null, 1000],
      ['2026-03-03', 5, null],
      ['2026-03-04', 1, -725],
    ]);
  });

  test('lines of the same day are added up, and say which they were', () => {
    const found = readTillText('2026-03-02;41;10,00\n2026-03-03;1;1,00\n2026-03-02;9;0,50', spain);
    expect(found?.rows).toEqual([
      { date: '2026-03-02', transactions: 50, takings: 1050, lines: [1, 3] },
      { date: '2026-03-03', transactions: 1, takings: 100, lines: [2] },
    ]);
  });

  test('what cannot be used is named with its line and why; the rest is used', () => {
    const text =
      'Date;Tickets;Total\n2026-03-02;41;10,00\n2026-02-30;1;1,00\n2026-04-01;1;1,00\n2026-03-03;4.5;1,00\n2026-03-04;4;about ten\n2026-03-05;;\nTotal;46;13,00';
    const found = readTillText(text, spain);
    expect(found?.rows.map(({ date }) => date)).toEqual(['2026-03-02']);
    expect(found?.problems).toEqual([
      { line: 3, text: '2026-02-30 · 1 · 1,00', problem: 'no-date' },
      { line: 4, text: '2026-04-01 · 1 · 1,00', problem: 'future' },
      { line: 5, text: '2026-03-03 · 4.5 · 1,00', problem: 'bad-transactions' },
      { line: 6, text: '2026-03-04 · 4 · about ten', problem: 'bad-takings' },
      { line: 7, text: '2026-03-05 ·  · ', problem: 'no-figure' },
      { line: 8, text: 'Total · 46 · 13,00', problem: 'no-date' },
    ]);
  });

  test('the owner may say otherwise', () => {
    const text = '02/03/2026;41;39\n03/03/2026;1;2';
    expect(readTillText(text, spain)?.columns).toEqual({ date: 0, transactions: 1, takings: null });
    const chosen = { columns: { date: 0, transactions: 2, takings: 1 }, dateOrder: 'mdy' as const };
    expect(rows(text, { ...spain, chosen })).toEqual([
      ['2026-02-03', 39, 4100],
      ['2026-03-03', 2, 100],
    ]);
  });

  test('money without cents, and with three digits', () => {
    const text = '2026-03-02;41;12500\n2026-03-03;39;9800';
    const yen = { ...spain, currencyDigits: 0 };
    const chosen = { columns: { date: 0, transactions: 1, takings: 2 } };
    expect(rows(text, { ...yen, chosen })?.[0]).toEqual(['2026-03-02', 41, 12_500]);
    expect(
      rows('2026-03-02;41;12.500', { ...spain, currencyDigits: 3, chosen: { ...chosen, decimal: '.' } }),
    ).toEqual([['2026-03-02', 41, 12_500]]);
  });

  test('what is no list of days is nothing', () => {
    for (const text of ['', '\n\n', 'hello', '{"a":1}', '1;2;3', 'Date;Total']) {
      expect(readTillText(text, spain)).toBeNull();
    }
  });
});

describe('dates', () => {
  test('say by themselves which is the day, or by lying close together', () => {
    expect(dateOrderOf(['01/03/2026', '31/03/2026'], 'mdy')).toBe('dmy');
    expect(dateOrderOf(['03/01/2026', '03/31/2026'], 'dmy')).toBe('mdy');
    expect(dateOrderOf(['01/03/2026', '02/03/2026', '03/03/2026'], 'mdy')).toBe('dmy');
    expect(dateOrderOf(['03/01/2026', '03/02/2026', '03/03/2026'], 'dmy')).toBe('mdy');
    expect(dateOrderOf(['01.03.2026'], 'mdy')).toBe('dmy');
    expect(dateOrderOf(['03/03/2026'], 'mdy')).toBe('mdy');
  });

  test('in every order and language come back as they are', () => {
    const date = fc
      .integer({ min: Date.UTC(2000, 0, 1) / 864e5, max: Date.UTC(2099, 11, 31) / 864e5 })
      .map((day) => new Date(day * 864e5));
    const language = fc.constantFrom('en-GB', 'en-US', 'es', 'de', 'fr', 'pt');
    fc.assert(
      fc.property(date, language, (at, locale) => {
        const iso = at.toISOString().slice(0, 10);
        const written = (style: 'short' | 'long') =>
          at.toLocaleDateString(locale, { day: 'numeric', month: style, year: 'numeric', timeZone: 'UTC' });
        const digits = at.toLocaleDateString(locale, {
          day: '2-digit',
          month: '2-digit',
          year: 'numeric',
          timeZone: 'UTC',
        });
        expect(readDate(written('long'), 'dmy')).toBe(iso);
        expect(readDate(written('short'), 'dmy')).toBe(iso);
        expect(readDate(digits, locale === 'en-US' ? 'mdy' : 'dmy')).toBe(iso);
        expect(readDate(iso, 'mdy')).toBe(iso);
      }),
    );
  });
});

test('amounts come back exactly, however a country writes them', () => {
  const locale = fc.constantFrom('en', 'es', 'de', 'fr', 'pt', 'de-CH', 'zh');
  fc.assert(
    fc.property(fc.integer({ min: -1e11, max: 1e11 }), locale, (cents, language) => {
      const style = { style: 'currency', currency: 'EUR' } as const;
      const mark = Intl.NumberFormat(language)
        .formatToParts(1.5)
        .find(({ type }) => type === 'decimal')?.value;
      const written = new Intl.NumberFormat(language, style).format(cents / 100);
      expect(readAmount(written, mark === ',' ? ',' : '.', 2)).toBe(cents);
    }),
  );
  expect(readAmount('(12.50)', '.', 2)).toBe(-1250);
  expect(readAmount('12.50-', '.', 2)).toBe(-1250);
  expect(readAmount('0.005', '.', 2)).toBe(1);
  expect(readAmount('12,34', '.', 2)).toBeNull();
  expect(readAmount('1.2.3', '.', 2)).toBeNull();
  expect(readAmount('', '.', 2)).toBeNull();
});

test('a notebook that was written with any separator is read as it was', () => {
  const day = fc.record({ transactions: fc.nat(99_999), cents: fc.nat(9_999_999) });
  const separator = fc.constantFrom('\t', ';', '|', ',');
  const style = fc.constantFrom('.' as const, ',' as const);
  fc.assert(
    fc.property(
      fc.array(day, { minLength: 1, maxLength: 28, size: 'max' }),
      separator,
      style,
      (days, between, decimal) => {
        const lines = days.map(({ transactions, cents }, i) => {
          const money = `${String(Math.floor(cents / 100))}${decimal}${String(cents % 100).padStart(2, '0')}`;
          const cells = [
            `2026-03-${String(i + 1).padStart(2, '0')}`,
            String(transactions),
            between === decimal ? `"${money}"` : money,
          ];
          return cells.join(between);
        });
        const text = [['Date', 'Tickets', 'Total'].join(between), ...lines].join('\r\n');
        expect(rows(text, america)).toEqual(
          days.map(({ transactions, cents }, i) => [
            `2026-03-${String(i + 1).padStart(2, '0')}`,
            transactions,
            cents,
          ]),
        );
      },
    ),
  );
});

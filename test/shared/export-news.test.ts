import fc from 'fast-check';
import { expect, test } from 'vitest';
import { errorCodes } from '#shared/contract';
import { newsLine, NewsReader, type ExportNews } from '#shared/export-news';

// Names come from owners: any characters, and a line end in one must not end the line.
const text = fc.string({ unit: 'binary' });
const news: fc.Arbitrary<ExportNews> = fc.oneof(
  fc.record({ state: fc.constant('ready' as const), id: text, fileName: text, total: fc.nat() }),
  fc.record({ state: fc.constant('making' as const), done: fc.nat() }),
  fc.record({ state: fc.constant('done' as const) }),
  fc.record({ state: fc.constant('cancelled' as const) }),
  fc.record({
    state: fc.constant('failed' as const),
    error: fc.record({ code: fc.constantFrom(...errorCodes), message: text }),
  }),
);

const awkward: ExportNews[] = [
  { state: 'ready', id: 'a\nb', fileName: '\n\r\n\u2028 café 咖啡 🚪.csv', total: 2 },
  { state: 'making', done: 1 },
  { state: 'failed', error: { code: 'internal', message: 'The disk is full.\n\ud83d' } },
];
const byteByByte = Array.from({ length: 500 }, () => 1);

test('lines come back whole, however the network cuts them', () => {
  fc.assert(
    fc.property(fc.array(news, { maxLength: 6 }), fc.array(fc.nat(20), { maxLength: 60 }), (told, cuts) => {
      const sent = Buffer.from(told.map(newsLine).join(''));
      const reader = new NewsReader();
      const heard: ExportNews[] = [];
      let at = 0;
      for (const length of cuts) {
        heard.push(...reader.take(sent.subarray(at, at + length)));
        at += length;
      }
      heard.push(...reader.take(sent.subarray(at)));
      expect(heard).toEqual(told);
    }),
    {
      examples: [
        [awkward, []],
        [awkward, byteByByte],
      ],
    },
  );
});

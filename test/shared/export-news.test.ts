import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newsLine, NewsReader, type ExportNews } from '#shared/export-news';

const news = fc.array(
  fc.oneof(
    fc.record({ state: fc.constant('making' as const), done: fc.nat() }),
    fc.record({
      state: fc.constant('ready' as const),
      id: fc.string(),
      // Names come from owners: any letters, and a line end in one must not end the line.
      fileName: fc.string({ unit: 'grapheme' }),
      total: fc.nat(),
    }),
  ),
  { maxLength: 6 },
);

test('lines come back whole, however the network cuts them', () => {
  fc.assert(
    fc.property(news, fc.array(fc.nat(20), { maxLength: 60 }), (told, cuts) => {
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
  );
});

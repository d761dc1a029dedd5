import fc from 'fast-check';
import { expect, test } from 'vitest';
import { frameHead, FrameReader } from '#shared/export-frames';

const contents = fc.array(fc.uint8Array({ minLength: 1, maxLength: 40 }), { maxLength: 6 });

test('a file comes back whole, however the network cuts it', () => {
  fc.assert(
    fc.property(contents, fc.array(fc.nat(20), { maxLength: 60 }), (pieces, cuts) => {
      const sent = Buffer.concat([
        ...pieces.flatMap((piece, i) => [frameHead(piece.length, i + 1), piece]),
        frameHead(0, 99),
      ]);
      const reader = new FrameReader();
      let at = 0;
      for (const length of cuts) {
        reader.take(sent.subarray(at, at + length));
        at += length;
      }
      if (at < sent.length) expect(reader.isWhole).toBe(false);
      reader.take(sent.subarray(at));
      expect(Buffer.concat(reader.parts)).toEqual(Buffer.concat(pieces));
      expect(reader).toMatchObject({ isWhole: true, done: 99 });
    }),
  );
});

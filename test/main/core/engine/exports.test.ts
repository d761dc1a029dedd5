import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OpenExports } from '../../../../src/main/core/engine/exports';
import { PieceBuffer } from '../../../../src/main/core/engine/piece-buffer';
import type { ExportStep } from '../../../../src/main/core/reports/source';

const PIECE_BYTES = 256 * 1024;
const always = () => Promise.resolve(true);

type Content = string | Uint8Array;

const bytesOf = (content: Content) => (typeof content === 'string' ? Buffer.from(content) : content);

function* stepsOf(contents: readonly Content[]): Generator<ExportStep> {
  for (const [done, content] of contents.entries()) yield { content, done };
}

/** Letters of one to four bytes; the few that begin a step lie across the border of what is kept together. */
const texts = fc
  .tuple(fc.string({ unit: 'binary', minLength: 1, maxLength: 40, size: 'max' }), fc.nat(60_000))
  .map(([text, times]) => text.repeat(Math.ceil(times / text.length)));
const steps = fc.array(fc.oneof(texts, fc.uint8Array({ maxLength: 5000, size: 'max' })), {
  maxLength: 40,
  size: 'max',
});

describe('the pieces of a file', () => {
  it('are together what its steps were, however large those are', async () => {
    let files = 0;
    let pieces = 0;
    const property = fc.asyncProperty(steps, async (contents) => {
      const exports = new OpenExports();
      const id = exports.open(stepsOf(contents));
      const read: Buffer[] = [];
      for (;;) {
        const piece = await exports.next(id, always);
        if (piece === null) break;
        if (piece === 'gone') throw new Error('Nobody closed it');
        read.push(Buffer.from(piece.bytes));
      }
      files++;
      pieces += read.length;
      expect(Buffer.concat(read).equals(Buffer.concat(contents.map(bytesOf)))).toBe(true);
      for (const piece of read.slice(0, -1)) expect(piece.byteLength).toBeGreaterThanOrEqual(PIECE_BYTES);
    });
    await fc.assert(property, { numRuns: 100 });
    // Most files are larger than one piece, or nothing of this would have been tried.
    expect(pieces).toBeGreaterThan(files);
  });

  it('stay as they are while the next is worked out, and are written over by the one after it', async () => {
    const exports = new OpenExports();
    const contents = ['a', 'b', 'c', 'd'].map((letter) => letter.repeat(PIECE_BYTES));
    const id = exports.open(stepsOf(contents));
    const next = async () => {
      const piece = await exports.next(id, always);
      if (piece === null || piece === 'gone') throw new Error('There is more');
      return piece.bytes;
    };
    const isAll = (bytes: Uint8Array, letter: string) => bytes.every((byte) => byte === letter.charCodeAt(0));
    const first = await next();
    const second = await next();
    expect([isAll(first, 'a'), isAll(second, 'b')]).toEqual([true, true]);
    const third = await next();
    expect([isAll(second, 'b'), isAll(third, 'c')]).toEqual([true, true]);
    // Else every piece of a large file would be memory that somebody has to collect.
    expect(third.buffer).toBe(first.buffer);
    expect((await next()).buffer).toBe(second.buffer);
  });

  it('lie in memory that another thread sees without a copy', async () => {
    const exports = new OpenExports();
    const piece = await exports.next(exports.open(stepsOf(['a'])), always);
    expect(piece).toMatchObject({ bytes: new Uint8Array([97]) });
    if (piece === null || piece === 'gone') throw new Error('There is one');
    expect(piece.bytes.buffer).toBeInstanceOf(SharedArrayBuffer);
  });

  it('end where it is closed, and when too many are open', async () => {
    const exports = new OpenExports();
    let hasEnded = 0;
    function* endless(): Generator<ExportStep> {
      try {
        for (let done = 0; ; done++) yield { content: 'x'.repeat(PIECE_BYTES), done };
      } finally {
        hasEnded++;
      }
    }
    const id = exports.open(endless());
    expect(await exports.next(id, always)).not.toBe('gone');
    exports.close(id);
    expect(await exports.next(id, always)).toBe('gone');
    expect(hasEnded).toBe(1);
    const first = exports.open(endless());
    expect(await exports.next(first, always)).not.toBe('gone');
    const others = Array.from({ length: 20 }, () => exports.open(endless()));
    expect(await exports.next(first, always)).toBe('gone');
    expect(await exports.next(others[0] ?? NaN, always)).not.toBe('gone');
    exports.closeAll();
    expect(await exports.next(others[19] ?? NaN, always)).toBe('gone');
  });
});

it('a buffer grows where a step is larger than it', () => {
  const buffer = new PieceBuffer(4);
  buffer.append('ab');
  buffer.append('ü€😀'.repeat(1000));
  buffer.append(new Uint8Array(100_000).fill(7));
  const expected = Buffer.concat([Buffer.from('ab' + 'ü€😀'.repeat(1000)), Buffer.alloc(100_000, 7)]);
  expect(Buffer.from(buffer.written).equals(expected)).toBe(true);
  buffer.clear();
  buffer.append('z');
  expect(Buffer.from(buffer.written).toString()).toBe('z');
});

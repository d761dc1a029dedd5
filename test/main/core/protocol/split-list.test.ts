import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { decode } from '../../../../src/main/core/protocol/decode';
import { splitList } from '../../../../src/main/core/protocol/split-list';
import { TestCore } from '../../../support/core';

const bytes = (body: unknown) => Buffer.from(JSON.stringify(body));
const parse = (piece: Uint8Array) =>
  JSON.parse(Buffer.from(piece).toString()) as { sn: string; data: Record<string, number>[] };
const minutes = (count: number, seconds = 60, lateSeconds = 0) =>
  Array.from({ length: count }, (_, i) => ({
    startTime: 1_773_000_000 + 60 * i + lateSeconds,
    endTime: 1_773_000_000 + 60 * i + lateSeconds + seconds,
    in: 1,
  }));

describe('a long list', () => {
  it('is cut into pieces of the same camera, oldest first, and nothing is left out', () => {
    const pieces = splitList(bytes({ sn: 'A', data: minutes(25).reverse() }), 10)?.map(parse) ?? [];
    expect(pieces.map(({ sn, data }) => [sn, data.length])).toEqual([
      ['A', 10],
      ['A', 10],
      ['A', 5],
    ]);
    expect(pieces.flatMap(({ data }) => data)).toEqual(minutes(25));
  });

  it('is not cut where windows share a minute', () => {
    expect(splitList(bytes({ sn: 'A', data: minutes(25, 60, 7) }), 10)).toBeNull();
    const pieces = splitList(
      bytes({ sn: 'A', data: [...minutes(25, 60, 7), ...minutes(40).slice(30)] }),
      10,
    )?.map(parse);
    expect(pieces?.map(({ data }) => data.length)).toEqual([25, 10]);
  });

  it('leaves what is beside it, and what cannot be used, with the first piece', () => {
    const data = [...minutes(12), 'nonsense', { in: 3 }];
    const pieces = splitList(bytes({ camera_sn: 'A', time: 1, currentStay: 2, data }), 10) ?? [];
    expect(parse(pieces[0] ?? bytes({}))).toMatchObject({ camera_sn: 'A', currentStay: 2 });
    expect(parse(pieces[1] ?? bytes({}))).toEqual({ camera_sn: 'A', data: minutes(12).slice(10) });
    for (const piece of pieces) expect(decode('upload', piece)).toMatchObject({ ok: true, sn: 'A' });
  });

  it('of reports in the nested form keeps their order, which decides in Total mode', () => {
    const data = minutes(25).map(({ in: count, ...times }, i) => ({ ...times, in: { count: count + i } }));
    const pieces = splitList(bytes({ sn: 'A', data: data.reverse() }), 10)?.map(parse);
    expect(pieces?.flatMap((piece) => piece.data)).toEqual(data);
  });

  it.each([
    ['no JSON', '{'],
    ['no list', '{"sn":"A","in":1}'],
    ['a short list', '{"sn":"A","data":[1,2]}'],
  ])('is none: %s', (_name, body) => {
    expect(splitList(Buffer.from(body), 10)).toBeNull();
  });
});

it('comes to the same figures in pieces as whole', async () => {
  const entry = fc
    .record({
      at: fc.integer({ min: 0, max: 400 }),
      length: fc.constantFrom(1, 5, 15, 60, 240),
      late: fc.constantFrom(0, 0, 0, 7),
      count: fc.integer({ min: 0, max: 9 }),
      isFlow: fc.boolean(),
    })
    .map(({ at, length, late, count, isFlow }) => {
      const startTime = 1_773_000_000 + 60 * at + late;
      const times = { startTime, endTime: startTime + 60 * length, time: startTime + 60 * length };
      return isFlow
        ? { ...times, in: { count }, out: { count: 1 } }
        : { ...times, in: count, passby: 2 * count };
    });
  await fc.assert(
    fc.asyncProperty(fc.array(entry, { minLength: 8, maxLength: 60, size: 'max' }), async (data) => {
      const cores = [await TestCore.open(), await TestCore.open()] as const;
      onTestFinished(async () => {
        await Promise.all(cores.map((core) => core.dispose().catch(() => undefined)));
      });
      const [whole, cut] = cores;
      const body = bytes({ sn: 'A', data });
      expect(await whole.post(body)).toMatchObject({ code: 0 });
      for (const piece of splitList(body, 5) ?? [body]) await cut.post(piece);
      const range = { from: '2026-03-01', to: '2026-03-20', by: 'quarter' as const, cameras: ['A'] };
      expect((await cut.call('history.query', range)).rows).toEqual(
        (await whole.call('history.query', range)).rows,
      );
    }),
    { numRuns: 30 },
  );
});

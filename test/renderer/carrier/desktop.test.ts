import { expect, it } from 'vitest';
import type { Bridge, ExportOutcome } from '#shared/carrier';
import type { Outcome } from '#shared/contract';
import { desktopCarrier } from '../../../src/renderer/carrier/desktop';

const request = { kind: 'archive' } as const;
const cancelled: Outcome<ExportOutcome> = { ok: true, result: { saved: 'cancelled' } };

function bridge() {
  const calls: string[] = [];
  const ends: ((outcome: Outcome<ExportOutcome>) => void)[] = [];
  const given = {
    startExport: (id, _request, onProgress) => {
      calls.push(`start ${String(id)}`);
      onProgress(1, 2);
      return new Promise((resolve) => ends.push(resolve));
    },
    cancelExport: (id) => {
      calls.push(`cancel ${String(id)}`);
      ends[id - 1]?.(cancelled);
    },
  } as Bridge;
  return { carrier: desktopCarrier(given), calls, ends };
}

it('a signal cancels the one export, while it runs', async () => {
  const { carrier, calls, ends } = bridge();
  const abort = new AbortController();
  const told: number[] = [];
  const first = carrier.exportFile(request);
  const second = carrier.exportFile(request, { signal: abort.signal, onProgress: (done) => told.push(done) });
  abort.abort();
  expect(await second).toEqual(cancelled);
  ends[0]?.({ ok: true, result: { saved: 'file', path: '/a.csv', fileName: 'a.csv' } });
  expect(await first).toMatchObject({ result: { fileName: 'a.csv' } });
  expect(told).toEqual([1]);
  expect(calls).toEqual(['start 1', 'start 2', 'cancel 2']);
});

it('a signal given before, or after the end, starts and cancels nothing', async () => {
  const { carrier, calls, ends } = bridge();
  expect(await carrier.exportFile(request, { signal: AbortSignal.abort() })).toEqual(cancelled);
  const abort = new AbortController();
  const done = carrier.exportFile(request, { signal: abort.signal });
  ends[0]?.(cancelled);
  await done;
  abort.abort();
  expect(calls).toEqual(['start 1']);
});

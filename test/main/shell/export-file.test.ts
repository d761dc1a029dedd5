import { expect, it } from 'vitest';
import type { FileParams } from '#shared/contract';
import { exportFile, type ExportFileDeps } from '../../../src/main/shell/export-file';

const request = { kind: 'csv', from: '2026-03-01', to: '2026-03-08', by: 'day' };

function given(answer: Awaited<ReturnType<ExportFileDeps['core']['writeExport']>> | Error) {
  const exports: FileParams[] = [];
  const logged: string[] = [];
  const say = (message: string) => void logged.push(message);
  const deps: ExportFileDeps = {
    log: { info: say, warn: say, error: say },
    askForPath: () => Promise.resolve('/mine.csv'),
    onProgress: () => undefined,
    signal: new AbortController().signal,
    core: {
      writeExport: (params) => {
        exports.push(params);
        return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
      },
    },
  };
  return { deps, exports, logged };
}

it('tells where the file is', async () => {
  const file = { path: '/mine.csv', fileName: 'visitors.csv' };
  const { deps, exports } = given({ ok: true, result: file });
  expect(await exportFile(request, deps)).toEqual({ ok: true, result: { saved: 'file', ...file } });
  expect(exports).toMatchObject([{ ...request, preset: 'excel', decimal: '.' }]);
});

it('called off or cancelled: no file', async () => {
  const { deps } = given({ ok: true, result: null });
  expect(await exportFile(request, deps)).toEqual({ ok: true, result: { saved: 'cancelled' } });
});

it('passes on what the core says', async () => {
  const error = { code: 'unavailable', message: 'The disk is full.' } as const;
  expect(await exportFile(request, given({ ok: false, error }).deps)).toEqual({ ok: false, error });
});

it.each([[undefined], [null], ['text'], [{}], [{ ...request, by: 'minute' }], [{ ...request, more: 1 }]])(
  'refuses %o without asking anything',
  async (bad) => {
    const { deps, exports } = given({ ok: true, result: null });
    expect(await exportFile(bad, deps)).toMatchObject({ ok: false, error: { code: 'invalid' } });
    expect(exports).toEqual([]);
  },
);

it('shows no stack of what nobody expected', async () => {
  const { deps, logged } = given(new Error('the thread is gone'));
  expect(await exportFile(request, deps)).toMatchObject({
    ok: false,
    error: { code: 'internal', sentence: { id: 'file-not-saved' } },
  });
  expect(logged).toEqual(['An export failed']);
});

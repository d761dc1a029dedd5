import { MIN_JOURNAL_BYTES } from '../../src/main/core/storage/snapshots';
import type { App } from './app';

const FILLER_BYTES = 256 * 1024;
const filler = JSON.stringify({ sn: 'filler', data: 'x'.repeat(FILLER_BYTES) });

/** Fills the journal with messages that are only kept, until little is missing for a snapshot. */
export async function fillJournal(app: App, snapshotBytes: number): Promise<void> {
  // One is due once the journal holds a quarter of what the last one does, and not before it holds so much.
  // What is missing is sent while something is measured, and should not be what is measured.
  const wanted = Math.max(MIN_JOURNAL_BYTES, snapshotBytes / 4) - 6 * FILLER_BYTES;
  for (let bytes = 0; bytes < wanted; bytes += FILLER_BYTES) await postFiller(app);
}

/** Sends what is missing, and waits until the snapshot is on disk. */
export async function makeSnapshot(app: App): Promise<void> {
  const { lastSnapshot, journalLag } = await health(app);
  let lag = journalLag;
  // The journal is counted anew when a snapshot begins.
  for (let most = 1000; most > 0 && lag >= journalLag; most--) {
    await postFiller(app);
    lag = (await health(app)).journalLag;
  }
  while ((await health(app)).lastSnapshot === lastSnapshot) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function postFiller(app: App): Promise<void> {
  await fetch(`${app.ready.cameraUrl}/api/camera/reid`, { method: 'POST', body: filler });
}

async function health(app: App): Promise<{ lastSnapshot: string | null; journalLag: number }> {
  return (await (await app.api('/health')).json()) as { lastSnapshot: string | null; journalLag: number };
}

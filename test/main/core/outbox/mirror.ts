import type { OutboxBatch } from '../../../../src/main/core/outbox/batch';
import type { TestCore } from '../../../support/core';

interface Row {
  generation: number;
  revision: number;
  figures: string;
  serial: string;
}

/** What a database at the other end holds: rows by key, and of two states of a row the newer one. */
export class Mirror {
  readonly quarters = new Map<string, Row>();
  readonly reports = new Map<string, Row>();

  /** As often as it likes, and in whatever order batches happen to come again. */
  apply(batch: OutboxBatch): void {
    for (const serial of batch.removed) {
      for (const rows of [this.quarters, this.reports]) {
        for (const [key, row] of rows) if (row.serial === serial) rows.delete(key);
      }
    }
    for (const { serial, start, coveredMinutes, measures } of batch.quarters) {
      const figures = JSON.stringify([coveredMinutes, ...measures]);
      put(this.quarters, `${serial} ${String(start)}`, { ...batch, serial, figures });
    }
    for (const { id, serial, ...report } of batch.reports) {
      put(this.reports, String(id), { ...batch, serial, figures: JSON.stringify(report) });
    }
    if (!batch.sweep) return;
    for (const rows of [this.quarters, this.reports]) {
      for (const [key, row] of rows) if (row.generation < batch.generation) rows.delete(key);
    }
  }

  /** `serial start → [covered, in, out, …]`, as text. */
  figures(): Record<string, string> {
    return Object.fromEntries([...this.quarters].map(([key, { figures }]) => [key, figures]).sort());
  }

  /** Fetches and confirms until nothing is left. Nothing comes meanwhile, so what sweeps has to be the last. */
  async drain({ core }: TestCore, limit = 7): Promise<number> {
    let isSwept = false;
    for (let batches = 0; ; batches++) {
      const batch = await core.forwarding.nextBatch(limit);
      if (!batch) return batches;
      if (isSwept) throw new Error('It was swept before everything was forwarded');
      isSwept = batch.sweep !== null;
      this.apply(batch);
      await core.forwarding.confirm(batch);
    }
  }
}

function put(rows: Map<string, Row>, key: string, row: Row): void {
  const { generation, revision, figures, serial } = row;
  const known = rows.get(key);
  const isOlder =
    known !== undefined &&
    (generation < known.generation || (generation === known.generation && revision < known.revision));
  if (!isOlder) rows.set(key, { generation, revision, figures, serial });
}

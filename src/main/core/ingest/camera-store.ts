import type { CameraState } from '#shared/domain';
import { noRequest } from '../counting/history-request';
import type { Sql } from '../storage/sql';
import type { EpochMs } from '../types';
import { packRecord, unpackRecord, type CameraRecord } from './camera-record';

/**
 * The cameras, in memory while messages are worked on and written back with each group of them. Records
 * are changed in place between {@link change} and {@link flush}.
 */
export class CameraStore {
  #bySerial = new Map<string, CameraRecord>();
  #byId = new Map<number, CameraRecord>();
  #changed = new Set<CameraRecord>();

  constructor(private readonly sql: Sql) {
    this.reload();
  }

  /** Forgets what was not written back; after a rollback memory and tables agree again. */
  reload(): void {
    this.#bySerial.clear();
    this.#byId.clear();
    this.#changed.clear();
    const rows = this.sql.all('SELECT id, sn, site_id, state, first_seen, record FROM camera ORDER BY id');
    for (const [id, sn, siteId, state, firstSeen, record] of rows) {
      this.#remember(
        unpackRecord(
          {
            id: Number(id),
            sn: String(sn),
            siteId: String(siteId),
            state: String(state) as CameraState,
            firstSeen: Number(firstSeen),
          },
          String(record),
        ),
      );
    }
  }

  /** In the order in which they were first seen. */
  all(): CameraRecord[] {
    return [...this.#bySerial.values()];
  }

  find(sn: string): CameraRecord | undefined {
    return this.#bySerial.get(sn);
  }

  byId(id: number): CameraRecord | undefined {
    return this.#byId.get(id);
  }

  add(sn: string, siteId: string, state: CameraState, at: EpochMs): CameraRecord {
    const record: CameraRecord = {
      id: 0,
      sn,
      siteId,
      state,
      firstSeen: at,
      name: '',
      lastSeen: null,
      address: null,
      uploadInterval: 0,
      dataMode: 'Add',
      historyRequests: 'auto',
      toldTimeZone: 'site',
      told: null,
      skewMs: null,
      isClockWrong: false,
      reading: null,
      lastMode: null,
      stay: null,
      historyEnd: null,
      request: noRequest,
      sealedBefore: null,
      role: 'entrance',
      isFlipped: false,
      replaces: null,
      clockTrend: [],
      calledAddress: null,
      isDemo: false,
    };
    this.sql.run('INSERT INTO camera (sn, site_id, state, first_seen, record) VALUES (?, ?, ?, ?, ?)', [
      sn,
      siteId,
      state,
      at,
      packRecord(record),
    ]);
    record.id = this.sql.lastId();
    this.#remember(record);
    return record;
  }

  /** Forgets a camera; its facts and sums are the caller's to remove first. */
  remove(record: CameraRecord): void {
    this.sql.run('DELETE FROM camera WHERE id = ?', [record.id]);
    this.#bySerial.delete(record.sn);
    this.#byId.delete(record.id);
    this.#changed.delete(record);
  }

  change(record: CameraRecord): void {
    this.#changed.add(record);
  }

  flush(): void {
    for (const record of this.#changed) {
      this.sql.run('UPDATE camera SET site_id = ?, state = ?, record = ? WHERE id = ?', [
        record.siteId,
        record.state,
        packRecord(record),
        record.id,
      ]);
    }
    this.#changed.clear();
  }

  #remember(record: CameraRecord): void {
    this.#bySerial.set(record.sn, record);
    this.#byId.set(record.id, record);
  }
}

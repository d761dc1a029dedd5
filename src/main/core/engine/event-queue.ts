import type { EditedKind, FoyerEvent } from '#shared/contract';
import type { Serial, SiteSummary } from '#shared/domain';
import type { Changes } from '../ingest/apply';
import type { CameraRecord } from '../ingest/camera-record';
import type { Mark } from '../ingest/mark-store';
import type { State } from '../ingest/state';
import { isOnline, siteOf, type QueryContext } from '../queries/context';
import { toQualityRecord } from '../queries/quality';
import { toRefusedMessage } from '../queries/refused';
import { cameraSummary, siteSummary } from '../queries/summaries';
import { dayOf } from '../time/calendar';
import type { EpochMs } from '../types';
import type { CommandName } from './command-types';
import { editedBy } from './edits';
import type { Refused } from '../storage/refused-list';

const MOST_DETAILS = 50;

/**
 * Collects what changed until somebody takes it. However many reports came meanwhile, a camera is told of
 * once, with its newest figures.
 */
export class EventQueue {
  #changes = new Map<number, Changes>();
  #refused: (Refused & { id: number })[] = [];
  #edited = new Set<EditedKind>();
  /** Cameras that were online, and the day it was, when last looked. */
  #online = new Set<number>();
  #dates = new Map<string, string>();
  /** Cameras that whoever listens may know of, and the sites they belonged to. */
  #known = new Map<Serial, string>();

  constructor(private readonly state: State) {}

  changed(camera: CameraRecord, changes: Changes): void {
    this.#known.set(camera.sn, camera.siteId);
    const known = this.#changes.get(camera.id);
    this.#changes.set(camera.id, {
      flow: changes.flow || (known?.flow ?? false),
      stay: changes.stay || (known?.stay ?? false),
      camera: changes.camera || (known?.camera ?? false),
    });
  }

  siteChanged(siteId: string): void {
    for (const camera of this.state.cameras.all()) {
      if (camera.siteId === siteId) this.changed(camera, { flow: false, stay: false, camera: true });
    }
  }

  /** The owner did something that may change what nobody reported. */
  commanded(name: CommandName): void {
    const what = editedBy[name];
    if (what !== undefined) this.#edited.add(what);
  }

  refused(refusal: Refused & { id: number }): void {
    this.#refused.push(refusal);
    if (this.#refused.length > MOST_DETAILS) this.#refused.shift();
  }

  /** Time alone changes things too: cameras fall silent, and at midnight every count begins anew. */
  noteOnline(now: EpochMs): void {
    for (const camera of this.state.cameras.all()) {
      this.#known.set(camera.sn, camera.siteId);
      if (isOnline(camera, now) === this.#online.has(camera.id)) continue;
      if (!this.#online.delete(camera.id)) this.#online.add(camera.id);
      this.changed(camera, { flow: false, stay: false, camera: true });
    }
    for (const site of this.state.sites.all()) {
      const { date } = dayOf(site.timeZone, now);
      const known = this.#dates.get(site.id);
      this.#dates.set(site.id, date);
      if (known !== undefined && known !== date) this.siteChanged(site.id);
    }
  }

  /** However they were removed: what is looked at is who is missing. */
  #removals(context: QueryContext): FoyerEvent[] {
    const events: FoyerEvent[] = [];
    for (const [sn, siteId] of this.#known) {
      if (this.state.cameras.find(sn)) continue;
      this.#known.delete(sn);
      const site = this.state.sites.find(siteId) ?? this.state.sites.first();
      events.push({ name: 'removed', data: { sn, site: siteSummary(context, site) } });
    }
    return events;
  }

  take(now: EpochMs, marks: readonly Mark[]): FoyerEvent[] {
    this.noteOnline(now);
    const context: QueryContext = { state: this.state, now, todaysCounts: new Map() };
    const events = this.#removals(context);
    // A site's figures are those of all its cameras: worked out once, however many of them changed.
    const sites = new Map<string, SiteSummary>();
    for (const [id, changes] of this.#changes) {
      const record = this.state.cameras.byId(id);
      if (!record || !(changes.flow || changes.stay || changes.camera)) continue;
      const site = sites.get(record.siteId) ?? siteSummary(context, siteOf(context, record));
      sites.set(record.siteId, site);
      const data = { camera: cameraSummary(context, record), site };
      if (changes.camera) events.push({ name: 'camera', data });
      if (changes.flow) events.push({ name: 'flow', data });
      if (changes.stay) events.push({ name: 'stay', data });
    }
    for (const what of this.#edited) events.push({ name: 'edited', data: { what } });
    for (const mark of marks.slice(-MOST_DETAILS)) {
      const record = toQualityRecord(context, mark);
      if (record) events.push({ name: 'quality', data: { record, refused: null } });
    }
    for (const refusal of this.#refused) {
      events.push({ name: 'quality', data: { record: null, refused: toRefusedMessage(context, refusal) } });
    }
    this.#changes.clear();
    this.#edited.clear();
    this.#refused = [];
    return events;
  }
}

import type { Body, Happening } from '../../oracle/types';
import { listPersons, PersonList } from './person-list';
import type { ClockFault, HistoryStep, UploadStep } from './script';

export type DeviceEvent =
  | Happening
  | { kind: 'refused'; at: number; body: Body }
  | { kind: 'restart'; at: number; how: 'close' | 'crash' };

const names = ['in', 'out', 'passby', 'turnback'] as const;
const splitNames = ['inAdult', 'outAdult', 'passbyAdult', 'turnbackAdult'] as const;
const childNames = ['inChild', 'outChild', 'passbyChild', 'turnbackChild'] as const;
/** Between messages, so that no two arrive at once and none at a whole second. */
const PAUSE_MS = 137;
const FAR_ENOUGH_APART_MS = 40 * 60_000;

/** A camera and the shop around it: keeps time, counts, and writes what it would send. */
export class CameraDevice {
  readonly events: DeviceEvent[] = [];
  #sent: Body[] = [];
  #held: Body[] = [];
  #clockOffsetMs = 0;
  #lastEndMs: number;
  #counters = [0, 0, 0, 0];
  #settings: { uploadInterval: number; dataMode: 'Add' | 'Total' } = { uploadInterval: 0, dataMode: 'Add' };
  #told = { ...this.#settings };
  readonly #persons = new PersonList();

  constructor(private now: number) {
    this.#lastEndMs = now - 60_000;
    // As after some days of work: a lifetime total is there from the beginning.
    this.#counters = [1200, 1100, 5000, 30];
  }

  wait(seconds: number): void {
    this.now += seconds * 1000;
  }

  heartbeat(): void {
    this.#post('heartbeat', { time: Math.floor(this.#deviceNow() / 1000) });
    this.#told = { ...this.#settings };
  }

  upload(step: UploadStep): void {
    this.wait(1);
    const body = this.#report(step);
    if (step.isHeld) this.#held.push(body);
    else this.#send(body);
  }

  release(order: 'as-sent' | 'reversed' | 'by-counts'): void {
    const burst = [...this.#held];
    this.#held = [];
    if (order === 'reversed') burst.reverse();
    if (order === 'by-counts') burst.sort((a, b) => Number(a['in']) - Number(b['in']));
    for (const body of burst) this.#send(body);
  }

  resend(pick: number): void {
    const body = this.#sent.at(pick < 0 ? pick : -1 - (pick % Math.max(1, this.#sent.length)));
    if (body) this.#post('upload', body);
  }

  correct(pick: number, more: number, laterBySeconds: number): void {
    const reports = this.#sent.filter(
      (body) => body['data'] === undefined && body['eventList'] === undefined,
    );
    const body = reports.at(-1 - (pick % Math.max(1, reports.length)));
    if (!body) return;
    const corrected = { ...body, in: Math.max(0, Number(body['in']) + more) };
    if (typeof body['time'] === 'number') Object.assign(corrected, { time: body['time'] + laterBySeconds });
    this.#send(corrected);
  }

  history(items: readonly HistoryStep[]): void {
    const data = items.map((item) => {
      const size = item.isWholeMinutes ? 60 : 1;
      const end = (Math.floor(this.now / 1000 / size) - Math.ceil((item.endedMinutesAgo * 60) / size)) * size;
      return {
        startTime: end - item.minutes * 60 - (item.isWholeMinutes ? 0 : 17),
        endTime: end,
        ...(item.writtenSecondsLater === null ? {} : { time: end + item.writtenSecondsLater }),
        ...this.#countFields(item.counts),
        ...(item.stayMs === null ? {} : { avgStayTime: item.stayMs }),
      };
    });
    this.#send({ len: data.length, data });
  }

  setClock(to: ClockFault): void {
    if ('minutesOff' in to) this.#clockOffsetMs = to.minutesOff * 60_000;
    else {
      // Two starts at the same wrong date are told apart by their distance in time.
      this.now += FAR_ENOUGH_APART_MS;
      this.#clockOffsetMs = to.fixedSeconds * 1000 - this.now;
    }
    this.#lastEndMs = this.now;
  }

  reboot(clock: ClockFault): void {
    this.#counters = [0, 0, 0, 0];
    this.#persons.restart();
    this.setClock(clock);
  }

  ownerSets(change: { uploadInterval?: number; dataMode?: 'Add' | 'Total' }): void {
    const { uploadInterval, dataMode } = change;
    if (uploadInterval !== undefined) this.#settings.uploadInterval = uploadInterval;
    if (dataMode !== undefined) this.#settings.dataMode = dataMode;
    this.#add({ kind: 'setting', at: this.now, ...change });
  }

  sendNonsense(): void {
    this.#add({ kind: 'refused', at: this.now, body: { startTime: 'yesterday', in: 3 } });
  }

  restartApp(how: 'close' | 'crash'): void {
    this.#add({ kind: 'restart', at: this.now, how });
  }

  #deviceNow(): number {
    return this.now + this.#clockOffsetMs;
  }

  #report(step: UploadStep): Body {
    const { window, leaveOut } = step;
    const endedAgoMs = window.kind === 'odd' ? window.endedSecondsAgo * 1000 : 0;
    const end = Math.floor((this.now - endedAgoMs) / 1000) * 1000;
    const start = window.kind === 'odd' ? end - window.seconds * 1000 : Math.min(this.#lastEndMs, end);
    if (window.kind === 'since-last') this.#lastEndMs = end;
    const isTotal = (step.bodyMode === 'none' ? this.#told.dataMode : step.bodyMode) !== 'Add';
    const body: Body = {};
    const skipped = leaveOut === 'start-and-time' ? ['start', 'time'] : [leaveOut];
    if (!skipped.includes('start')) body['startTime'] = this.#deviceTime(start, step.unit);
    if (!skipped.includes('end')) body['endTime'] = this.#deviceTime(end, step.unit);
    if (!skipped.includes('time')) body['time'] = this.#deviceTime(this.now, 's');
    if (step.bodyMode !== 'none') body['dataMode'] = step.bodyMode;
    for (const i of names.keys()) this.#counters[i] = (this.#counters[i] ?? 0) + (step.counts[i] ?? 0);
    const shown = isTotal
      ? step.counts.map((count, i) => (count === null ? null : (this.#counters[i] ?? 0)))
      : step.counts;
    Object.assign(body, this.#countFields(shown));
    if (step.isSplitByCamera && !isTotal) this.#split(body, step.counts);
    if (step.stayMs !== null) body['avgStayTime'] = step.stayMs;
    if (step.listed !== null) {
      body['eventList'] = listPersons(this.#persons, step, (ms) => this.#deviceTime(ms, 'µs'), end);
    }
    this.#spoil(body, step.oddValue);
    return body;
  }

  #countFields(counts: readonly (number | null)[]): Body {
    const known = names.map((name, i) => [name, counts[i]] as const).filter(([, value]) => value !== null);
    return Object.fromEntries(known);
  }

  #split(body: Body, counts: readonly (number | null)[]): void {
    for (const [i, adults] of splitNames.entries()) {
      const count = counts[i];
      const children = childNames[i];
      if (count === null || count === undefined || !children) continue;
      body[adults] = Math.ceil(count / 2);
      body[children] = Math.floor(count / 2);
    }
  }

  #spoil(body: Body, oddValue: UploadStep['oddValue']): void {
    if (oddValue === 'negative') body['passby'] = -1;
    if (oddValue === 'huge') body['passby'] = 1_641_038_400;
    if (oddValue === 'broken') body['turnback'] = 1.5;
    if (oddValue === 'text') body['out'] = String(body['out']);
  }

  #deviceTime(ms: number, unit: UploadStep['unit']): number {
    const seconds = Math.floor((ms + this.#clockOffsetMs) / 1000);
    // A clock that reads 1970 has too few digits for any other unit.
    if (unit === 's' || seconds < 1e9) return seconds;
    return unit === 'ms' ? seconds * 1000 : seconds * 1_000_000;
  }

  #send(body: Body): void {
    this.#sent.push(body);
    this.#post('upload', body);
  }

  #post(endpoint: 'heartbeat' | 'upload', body: Body): void {
    this.#add({ kind: 'post', at: this.now, endpoint, body });
  }

  #add(event: DeviceEvent): void {
    this.events.push(event);
    this.now += PAUSE_MS;
  }
}

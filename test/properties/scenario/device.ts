import type { Body, Happening } from '../../oracle/types';
import { correctedHistory, correctedReport } from './corrections';
import { DeviceClock } from './device-clock';
import { countFields, countsOf, oddFields, splitFields } from './fields';
import { listPersons, PersonList } from './person-list';
import type { ClockFault, HistoryStep, TimeForm, UploadStep } from './script';

export type DeviceEvent =
  | Happening
  | { kind: 'refused'; at: number; body: Body }
  | { kind: 'restart'; at: number; how: 'close' | 'crash' };

/** Between messages, so that no two arrive at once and none at a whole second. */
const PAUSE_MS = 137;

/** A camera and the shop around it: keeps time, counts, and writes what it would send. */
export class CameraDevice {
  readonly events: DeviceEvent[] = [];
  #sent: Body[] = [];
  #held: Body[] = [];
  readonly #clock = new DeviceClock();
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

  heartbeat(isText = false): void {
    this.#post('heartbeat', { time: this.#clock.write(this.now, { unit: 's', isText }) });
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
    this.#send(correctedReport(body, more, laterBySeconds));
  }

  correctHistory(pick: number, percent: number, laterBySeconds: number): void {
    const told = this.#sent.filter((body) => body['data'] !== undefined);
    const body = told.at(-1 - (pick % Math.max(1, told.length)));
    if (body) this.#send(correctedHistory(body, percent, laterBySeconds));
  }

  history(items: readonly HistoryStep[]): void {
    const data = items.map((item) => {
      const size = item.isWholeMinutes ? 60 : 1;
      const end = (Math.floor(this.now / 1000 / size) - Math.ceil((item.endedMinutesAgo * 60) / size)) * size;
      const written = (seconds: number) => (item.isTimeText ? String(seconds) : seconds);
      return {
        startTime: written(end - item.minutes * 60 - (item.isWholeMinutes ? 0 : 17)),
        endTime: written(end),
        ...(item.writtenSecondsLater === null ? {} : { time: written(end + item.writtenSecondsLater) }),
        ...countFields(item.counts),
        ...(item.stayMs === null ? {} : { avgStayTime: item.stayMs }),
      };
    });
    this.#send({ len: data.length, data });
  }

  setClock(to: ClockFault): void {
    this.now = this.#clock.set(to, this.now);
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

  #report(step: UploadStep): Body {
    const { window, leaveOut } = step;
    const endedAgoMs = window.kind === 'odd' ? window.endedSecondsAgo * 1000 : 0;
    const end = this.#clock.wholeSecond(this.now - endedAgoMs);
    const start = window.kind === 'odd' ? end - window.seconds * 1000 : Math.min(this.#lastEndMs, end);
    if (window.kind === 'since-last') this.#lastEndMs = end;
    const isTotal = (step.bodyMode === 'none' ? this.#told.dataMode : step.bodyMode) !== 'Add';
    const body: Body = {};
    const skipped = leaveOut === 'start-and-time' ? ['start', 'time'] : [leaveOut];
    const write = (ms: number, unit: TimeForm['unit']) =>
      this.#clock.write(ms, { unit, isText: step.isTimeText });
    if (!skipped.includes('start')) body['startTime'] = write(start, step.unit);
    if (!skipped.includes('end')) body['endTime'] = write(end, step.unit);
    if (!skipped.includes('time')) body['time'] = write(this.now, 's');
    if (step.bodyMode !== 'none') body['dataMode'] = step.bodyMode;
    const counts = countsOf(step, (end - start) / 1000);
    this.#counters = this.#counters.map((counter, i) => counter + (counts[i] ?? 0));
    const shown = isTotal
      ? counts.map((count, i) => (count === null ? null : (this.#counters[i] ?? 0)))
      : counts;
    Object.assign(body, countFields(shown), step.isSplitByCamera && !isTotal ? splitFields(counts) : {});
    if (step.stayMs !== null) body['avgStayTime'] = step.stayMs;
    if (step.listed !== null) {
      body['eventList'] = listPersons(this.#persons, step, (ms) => write(ms, 'µs'), end);
    }
    return { ...body, ...oddFields(body, step.oddValue) };
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

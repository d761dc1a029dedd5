import type { Books } from './books';
import type { SimulatedClock } from './clock';
import type { Delivery, Parcel } from './delivery';
import type { Faults } from './faults';
import { flowBody, historyBody, type HistoryItem } from './messages';
import type { Receiver } from './receiver';
import type { FlowReport } from './recorder';

export interface UploadsOptions {
  sn: string;
  clock: SimulatedClock;
  faults: Faults;
  receiver: Receiver;
  delivery: Delivery;
  books: Books;
}

/** Puts reports on their way, faults included, and keeps the books on what becomes of them. */
export class Uploads {
  /** Whether flow reports carry their mode. Plain V1.9 reports do not. */
  saysMode = false;
  readonly #options: UploadsOptions;

  constructor(options: UploadsOptions) {
    this.#options = options;
  }

  flow(report: FlowReport): void {
    const { sn, books, clock, faults, delivery } = this.#options;
    books.made(report);
    const body = () => flowBody(sn, report, this.saysMode);
    const parcel: Parcel = {
      body,
      onSend: (again) => {
        if (again) books.resends += 1;
        else books.uploads += 1;
        books.sentReport(report);
      },
      onRefused: () => (books.refused += 1),
      onAcknowledged: () => {
        books.confirmReport(report);
        const againMs = faults.sendAgainInMs();
        if (againMs !== undefined) delivery.sendAgain(parcel, clock.realLengthMs(againMs));
        this.#malformed(faults.malformedBody(body(), sn));
      },
    };
    delivery.enqueue(parcel, clock.realLengthMs(faults.holdMs()));
  }

  /**
   * @param items in true time
   * @param clockErrorMs what the camera's clock is off
   * @param onEnd it is acknowledged or given up
   */
  history(items: readonly HistoryItem[], clockErrorMs: number, onEnd?: () => void): void {
    const { sn, books, delivery } = this.#options;
    delivery.enqueue({
      body: () =>
        historyBody(
          sn,
          items.map(({ startMs, endMs, figures }) => ({
            startMs: startMs + clockErrorMs,
            endMs: endMs + clockErrorMs,
            figures,
          })),
        ),
      onSend: (again) => {
        if (again) books.resends += 1;
        else books.histories += 1;
        books.sentHistory(items);
      },
      onRefused: (code) => {
        books.refused += 1;
        if (code === 1) onEnd?.();
      },
      onAcknowledged: () => {
        books.confirmHistory(items);
        onEnd?.();
      },
    });
  }

  #malformed(body: string | undefined): void {
    if (body === undefined) return;
    this.#options.books.malformed += 1;
    // Whatever the answer is, the good report has arrived already.
    void this.#options.receiver.post('dataUpload', body);
  }
}

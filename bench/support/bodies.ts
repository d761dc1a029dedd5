/**
 * Reports as V1.9 §2.2 prints them, each of a minute of its own, so that none is a re-send: what cameras kept over a
 * long outage. They change no figure of today.
 */
export class ReportMaker implements Reports {
  /** Last minute told of, per camera. */
  #minutes = new Map<number, number>();
  #people = 0;

  /** @param persons how many entries `eventList` has; 0 leaves it out */
  constructor(
    private readonly persons: number,
    private readonly firstMinute = Math.floor(Date.now() / 60_000) - DAYS_BACK * 1440,
  ) {}

  next(camera: number): string {
    const minute = (this.#minutes.get(camera) ?? this.firstMinute) + 1;
    this.#minutes.set(camera, minute);
    const end = minute * 60;
    const report: Record<string, unknown> = {
      sn: serialOf(camera),
      startTime: end - 60,
      endTime: end,
      time: end,
      in: 1 + (minute % 3),
      out: minute % 3,
      passby: minute % 5,
      turnback: minute % 2,
      avgStayTime: 2400,
      inAdult: 1,
      outAdult: 0,
      inChild: minute % 3,
      outChild: 0,
    };
    if (this.persons > 0) {
      report['eventList'] = Array.from({ length: this.persons }, (_, i) => ({
        id: ++this.#people,
        timestamp: (end - 55 + i) * 1_000_000,
        eventType: i % 2,
        height: 120 + (this.#people % 70),
        stayTime: 1000 + (this.#people % 4000),
      }));
    }
    return JSON.stringify(report);
  }
}

/** What a load sends: the next body of a camera. */
export interface Reports {
  next(camera: number): string;
}

/**
 * Real-time reports of people who pass in the moment in which they are sent, one person each: what a shop's cameras
 * send all day, and what changes the figures on Today.
 */
export class LiveReports implements Reports {
  #people = 0;

  next(camera: number): string {
    const id = ++this.#people;
    const nowUs = Date.now() * 1000;
    const now = Math.floor(nowUs / 1_000_000);
    const isIn = id % 2 === 1;
    return JSON.stringify({
      sn: serialOf(camera),
      startTime: now - 60,
      endTime: now,
      time: now,
      in: isIn ? 1 : 0,
      out: isIn ? 0 : 1,
      passby: 0,
      turnback: 0,
      avgStayTime: 2400,
      eventList: [
        {
          id,
          timestamp: nowUs,
          eventType: isIn ? 0 : 1,
          height: 120 + (id % 70),
          stayTime: 1000 + (id % 4000),
        },
      ],
    });
  }
}

/** Far enough for a long run, and within what a camera would send late. */
const DAYS_BACK = 80;

export function serialOf(camera: number): string {
  return `20100100000${String(camera).padStart(5, '0')}`;
}

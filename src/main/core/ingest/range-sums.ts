import { addInto, type Measures } from '../counting/measures';
import { measureColumns } from '../storage/schema';
import type { Sql } from '../storage/sql';
import { DaySums } from './day-sums';

/** Sums over some quarter hours. Kept for others who ask the same: not to be changed. */
export interface RangeSum {
  /** Minutes. */
  covered: number;
  measures: Readonly<Measures>;
}

/** Quarter hours, `until` exclusive. */
export interface QuarterRange {
  from: number;
  until: number;
}

const sums = measureColumns.map((column) => `sum(${column})`).join(', ');
const select = `
  SELECT sum(covered), ${sums} FROM quarter WHERE camera_id = ? AND quarter >= ? AND quarter < ?`;

const selectRows = `
  SELECT quarter, covered, ${measureColumns.join(', ')} FROM quarter
  WHERE camera_id = ? AND quarter >= ? AND quarter < ?`;

/** Shorter ranges are as quick to add up as to find. */
const WORTH_KEEPING_QUARTERS = 16;
const MOST_KEPT = 50_000;
/** 2⁷ quarter hours, a day and a third, become stale together. */
const BLOCK_BITS = 7;
const BLOCKS_PER_CAMERA = 2 ** 20;

/**
 * Sums of ranges of quarter hours. Days that are over hardly ever change and every view of a year asks for
 * them again: they are kept until a quarter hour near them is written.
 */
export class RangeSums {
  #kept = new Map<string, { version: number; sum: RangeSum | null }>();
  /** How often each block was written to. */
  #versions = new Map<number, number>();

  readonly days: DaySums;

  constructor(private readonly sql: Sql) {
    this.days = new DaySums(sql);
  }

  /** @param until exclusive. @returns `null` if there is no quarter hour in the range */
  over(cameraId: number, from: number, until: number): RangeSum | null {
    if (until - from < WORTH_KEEPING_QUARTERS) return this.#add(cameraId, from, until);
    const key = `${cameraId}/${from}/${until}`;
    const version = this.#versionOf(cameraId, from, until);
    const known = this.#kept.get(key);
    if (known?.version === version) return known.sum;
    const sum = this.#addDays(cameraId, from, until);
    if (this.#kept.size >= MOST_KEPT) this.#kept.clear();
    this.#kept.set(key, { version, sum });
    return sum;
  }

  /** The same for many ranges at a time, in any order. Short ones that lie close together are read in one go. */
  overAll(cameraId: number, ranges: readonly QuarterRange[]): (RangeSum | null)[] {
    const found = ranges.map<RangeSum | null>(() => null);
    const short: (QuarterRange & { index: number })[] = [];
    for (const [index, { from, until }] of ranges.entries()) {
      if (until - from < WORTH_KEEPING_QUARTERS) short.push({ from, until, index });
      else found[index] = this.over(cameraId, from, until);
    }
    short.sort((a, b) => a.from - b.from);
    const isRow = short.length > 1 && short.every(({ from }, i) => from >= (short[i - 1]?.until ?? from));
    if (isRow) for (const [index, sum] of this.#scan(cameraId, short)) found[index] = sum;
    else for (const { index, from, until } of short) found[index] = this.#add(cameraId, from, until);
    return found;
  }

  /** To be called for every quarter hour that is written, before anybody asks again. */
  changed(cameraId: number, quarter: number): void {
    const block = blockOf(cameraId, quarter);
    this.#versions.set(block, (this.#versions.get(block) ?? 0) + 1);
    this.days.changed(cameraId, quarter);
  }

  /** To be called when quarter hours were removed, or what was written was taken back. */
  forget(): void {
    this.#kept.clear();
    this.days.forget();
  }

  /** Changes with every change in the range, since each part of it only grows. */
  #versionOf(cameraId: number, from: number, until: number): number {
    let version = 0;
    const last = blockOf(cameraId, until - 1);
    for (let block = blockOf(cameraId, from); block <= last; block++)
      version += this.#versions.get(block) ?? 0;
    return version;
  }

  /** @param ranges ascending, without overlaps */
  #scan(cameraId: number, ranges: readonly (QuarterRange & { index: number })[]): Map<number, RangeSum> {
    const found = new Map<number, { covered: number; measures: Measures }>();
    const span = [ranges[0]?.from ?? 0, ranges.at(-1)?.until ?? 0];
    let position = 0;
    // SQLite's sorter takes longer than all the rest, even where the rows come in order.
    const rows = this.sql.all(selectRows, [cameraId, ...span]).sort((a, b) => Number(a[0]) - Number(b[0]));
    for (const row of rows) {
      const quarter = row[0] as number;
      while (quarter >= (ranges[position]?.until ?? Infinity)) position++;
      const range = ranges[position];
      if (!range || quarter < range.from) continue;
      const covered = row[1] as number;
      const measures = row.slice(2) as Measures;
      const sum = found.get(range.index);
      if (!sum) found.set(range.index, { covered, measures });
      else {
        sum.covered += covered;
        addInto(sum.measures, measures);
      }
    }
    return found;
  }

  /** By days as far as there are, the rest by quarter hours. */
  #addDays(cameraId: number, from: number, until: number): RangeSum | null {
    const parts: RangeSum[] = [];
    const addRest = (first: number, next: number) => {
      const rest = first < next ? this.#add(cameraId, first, next) : null;
      if (rest) parts.push(rest);
    };
    let at = from;
    for (const day of this.days.within(cameraId, { from, until })) {
      addRest(at, day.from);
      parts.push(day.sum);
      at = day.until;
    }
    addRest(at, until);
    const [first, ...more] = parts;
    if (!first || more.length === 0) return first ?? null;
    const measures = [...first.measures];
    for (const part of more) addInto(measures, part.measures as Measures);
    return { covered: parts.reduce((sum, part) => sum + part.covered, 0), measures };
  }

  #add(cameraId: number, from: number, until: number): RangeSum | null {
    const [covered, ...measures] = this.sql.get(select, [cameraId, from, until]) ?? [];
    // The sum of no rows is null.
    if (covered === null || covered === undefined) return null;
    return { covered: Number(covered), measures: measures as Measures };
  }
}

function blockOf(cameraId: number, quarter: number): number {
  return cameraId * BLOCKS_PER_CAMERA + (quarter >> BLOCK_BITS);
}

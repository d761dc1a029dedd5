import { stringify } from 'csv-stringify/sync';
import type { CsvPreset } from '#shared/contract';
import { LocalTimes } from '../time/local-times';
import type { EpochMs } from '../types';

export interface CsvStyle {
  preset: CsvPreset;
  decimal: '.' | ',';
}

export const csvContentType = 'text/csv; charset=utf-8';

const BYTE_ORDER_MARK = '\ufeff';

/**
 * Text that a spreadsheet would run as a formula gets an apostrophe: names are typed by people and serials
 * are sent by whatever is on the network.
 */
export function harmless(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

/** How the cells of a file are written. */
export class CsvFormat {
  readonly delimiter: string;
  readonly lineEnd: string;
  /** What the file begins with; it tells Excel that the text is UTF-8. */
  readonly mark: string;
  readonly isPlain: boolean;
  readonly #hasDecimalComma: boolean;

  constructor({ preset, decimal }: CsvStyle) {
    this.isPlain = preset === 'plain';
    this.lineEnd = this.isPlain ? '\n' : '\r\n';
    this.mark = this.isPlain ? '' : BYTE_ORDER_MARK;
    this.#hasDecimalComma = !this.isPlain && decimal === ',';
    // Where a comma is the decimal mark, Excel expects cells to be separated by semicolons.
    this.delimiter = preset === 'tab' ? '\t' : preset === 'excel' && decimal === ',' ? ';' : ',';
  }

  /** Cells of text, each harmless and quoted where that is needed. */
  texts(...texts: string[]): string {
    const options = { delimiter: this.delimiter, eof: false, quoted_match: /[\r\n]/ };
    return stringify([texts.map(harmless)], options);
  }

  /** Excel turns long digit strings into rounded numbers; a letter in front keeps them text. */
  serial(sn: string): string {
    return this.isPlain ? sn : `SN${sn}`;
  }

  /** At most so many decimals as are in it; `null` is an empty cell, never 0. */
  number(value: number | null): string {
    if (value === null) return '';
    const text = String(value);
    return this.#hasDecimalComma && !Number.isInteger(value) ? text.replace('.', ',') : text;
  }

  /** The cells `start`, `end` and `utc_offset` of the windows of a file. */
  windows(timeZone: string, unit: 'minute' | 'second'): (start: EpochMs, end: EpochMs) => string {
    const times = new LocalTimes(timeZone);
    const { delimiter } = this;
    const write = (at: EpochMs) => (this.isPlain ? times.instant(at) : times[unit](at));
    return (start, end) => `${write(start)}${delimiter}${write(end)}${delimiter}${times.offset(start)}`;
  }
}

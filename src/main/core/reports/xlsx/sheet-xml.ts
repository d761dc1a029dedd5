import { styleNumber, type StyleName } from './styles';
import { xmlText } from './xml-text';

export interface Column {
  heading: string;
  style: StyleName;
  /** In characters. */
  width: number;
}

/** `null` is an empty cell. Dates are numbers: days since 1899-12-30, as Excel counts them. */
export type CellValue = string | number | null;

/** More rows does no sheet of Excel's have. */
export const MOST_ROWS = 1_048_576;

/** Longer text makes Excel repair the file. */
const LONGEST_TEXT = 32_767;

/** The rows of a sheet as XML, piece by piece. Each cell has the style of its column; the heading stays in view. */
export class SheetXml {
  #row = 0;
  readonly #names: string[];
  readonly #styles: number[];

  constructor(private readonly columns: readonly Column[]) {
    this.#names = columns.map((_, i) => columnName(i));
    this.#styles = columns.map(({ style }) => styleNumber(style));
  }

  get isFull(): boolean {
    return this.#row >= MOST_ROWS;
  }

  begin(): string {
    const widths = this.columns.map(
      ({ width }, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`,
    );
    this.#row = 1;
    const headings = this.columns.map(({ heading }, i) =>
      textCell(`<c r="${this.#names[i] ?? ''}1" s="${styleNumber('heading')}"`, heading),
    );
    return (
      '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
      '<sheetViews><sheetView workbookViewId="0">' +
      '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>' +
      '<selection pane="bottomLeft"/></sheetView></sheetViews>' +
      `<cols>${widths.join('')}</cols><sheetData><row r="1">${headings.join('')}</row>`
    );
  }

  row(values: readonly CellValue[]): string {
    this.#row++;
    let cells = '';
    for (let i = 0; i < values.length; i++) {
      const value = values[i] ?? null;
      if (value === null) continue;
      const opening = `<c r="${this.#names[i] ?? ''}${this.#row}" s="${this.#styles[i] ?? 0}"`;
      cells += typeof value === 'number' ? `${opening}><v>${value}</v></c>` : textCell(opening, value);
    }
    return `<row r="${this.#row}">${cells}</row>`;
  }

  end(): string {
    return '</sheetData></worksheet>';
  }
}

/** Text in the cell itself: a table of all texts would have to be kept until the end. It is never a formula. */
function textCell(opening: string, text: string): string {
  return `${opening} t="inlineStr"><is><t xml:space="preserve">${xmlText(text.slice(0, LONGEST_TEXT))}</t></is></c>`;
}

/** 0 → A, 26 → AA */
export function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}

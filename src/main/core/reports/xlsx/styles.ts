import { xmlText } from './xml-text';

/** How a cell is shown; the order is that of the style numbers in the file. */
const styles = {
  normal: { format: 'General' },
  heading: { format: 'General', isBold: true },
  /** Text that stays text when somebody edits it, also where it looks like a number or a formula. */
  text: { format: '@', isQuoted: true },
  whole: { format: '0' },
  oneDecimal: { format: '0.0' },
  percent: { format: '0.0%' },
  date: { format: 'yyyy\\-mm\\-dd' },
  dateTime: { format: 'yyyy\\-mm\\-dd\\ hh:mm' },
  longText: { format: '@', isQuoted: true, isWrapped: true },
} as const satisfies Record<string, CellStyle>;

interface CellStyle {
  format: string;
  isBold?: boolean;
  isQuoted?: boolean;
  isWrapped?: boolean;
}

export type StyleName = keyof typeof styles;

const names = Object.keys(styles) as StyleName[];

export function styleNumber(name: StyleName): number {
  return names.indexOf(name);
}

/** Numbers below are Excel's own formats. */
const FIRST_OWN_FORMAT = 164;

/** The part `xl/styles.xml`. */
export function stylesXml(): string {
  const all: CellStyle[] = Object.values(styles);
  const formats = [...new Set(all.map(({ format }) => format))].filter((format) => format !== 'General');
  const numberOf = (format: string) =>
    format === 'General' ? 0 : FIRST_OWN_FORMAT + formats.indexOf(format);
  const declared = formats.map(
    (format) => `<numFmt numFmtId="${numberOf(format)}" formatCode="${xmlText(format)}"/>`,
  );
  const cells = all.map(({ format, isBold, isQuoted, isWrapped }) => {
    const attributes = [
      `numFmtId="${numberOf(format)}" fontId="${isBold === true ? 1 : 0}" fillId="0" borderId="0" xfId="0"`,
      'applyNumberFormat="1"',
      ...(isBold === true ? ['applyFont="1"'] : []),
      ...(isQuoted === true ? ['quotePrefix="1"'] : []),
    ].join(' ');
    return isWrapped === true
      ? `<xf ${attributes} applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>`
      : `<xf ${attributes}/>`;
  });
  const font = (inner: string) => `<font>${inner}<sz val="11"/><name val="Calibri"/><family val="2"/></font>`;
  return (
    '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
    `<numFmts count="${declared.length}">${declared.join('')}</numFmts>` +
    `<fonts count="2">${font('')}${font('<b/>')}</fonts>` +
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    `<cellXfs count="${cells.length}">${cells.join('')}</cellXfs>` +
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>' +
    '</styleSheet>'
  );
}

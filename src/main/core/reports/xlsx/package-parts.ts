import { stylesXml } from './styles';
import { xmlText } from './xml-text';

const main = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRelationships = 'http://schemas.openxmlformats.org/package/2006/relationships';

export const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export function sheetPath(number: number): string {
  return `xl/worksheets/sheet${number}.xml`;
}

/**
 * The parts of a workbook besides its sheets, by path.
 * @param sheets names in the order of their tabs, with the number of the part that holds each
 */
export function packageParts(sheets: readonly { name: string; number: number }[]): Map<string, string> {
  const relationship = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${relationships}/${type}" Target="${target}"/>`;
  const parts = {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      '<Default Extension="xml" ContentType="application/xml"/>' +
      `<Override PartName="/xl/workbook.xml" ContentType="${main}.sheet.main+xml"/>` +
      `<Override PartName="/xl/styles.xml" ContentType="${main}.styles+xml"/>` +
      sheets
        .map(
          ({ number }) => `<Override PartName="/${sheetPath(number)}" ContentType="${main}.worksheet+xml"/>`,
        )
        .join('') +
      '</Types>',
    '_rels/.rels': `<Relationships xmlns="${packageRelationships}">${relationship('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml':
      `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${relationships}"><sheets>` +
      sheets
        .map(({ name, number }) => `<sheet name="${xmlText(name)}" sheetId="${number}" r:id="rId${number}"/>`)
        .join('') +
      '</sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      `<Relationships xmlns="${packageRelationships}">` +
      sheets
        .map(({ number }) => relationship(`rId${number}`, 'worksheet', `worksheets/sheet${number}.xml`))
        .join('') +
      relationship(`rId${sheets.length + 1}`, 'styles', 'styles.xml') +
      '</Relationships>',
    'xl/styles.xml': stylesXml(),
  };
  return new Map(Object.entries(parts).map(([path, xml]) => [path, xmlHead + xml]));
}

const special: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/**
 * Text for an XML part of a workbook. What XML cannot hold, or would not give back as it was, is written the way
 * Excel does, `_x000D_`; and what only looks like that is marked (ECMA-376, 22.9.2.19).
 */
export function xmlText(text: string): string {
  // Nearly every text of a million cells.
  if (/^[\w .,:+-]*$/.test(text) && !text.includes('_x')) return text;
  return text
    .replace(/_x[0-9A-Fa-f]{4}_/g, (look) => `_x005F${look}`)
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')
    .replace(
      // eslint-disable-next-line no-control-regex -- they are what is looked for
      /[\x00-\x08\x0b-\x1f\ufffe\uffff]/g,
      (sign) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    )
    .replace(/[&<>"]/g, (sign) => special[sign] ?? sign);
}

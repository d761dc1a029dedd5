/**
 * Pages of a PDF, by the count in its page tree, which Chromium writes uncompressed.
 * @throws where there is none
 */
export function pdfPages(pdf: Uint8Array): number {
  const text = Buffer.from(pdf).toString('latin1');
  const tree =
    /\/Type \/Pages[^>]*?\/Count (\d+)/.exec(text) ?? /\/Count (\d+)[^>]*?\/Type \/Pages/.exec(text);
  if (!text.startsWith('%PDF-') || !tree?.[1]) throw new Error('This is not a PDF with pages');
  return Number(tree[1]);
}

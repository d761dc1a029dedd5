/** Nobody's note is longer, at the width that it has on the sheet. */
const mostLines = 16;

function isWhole(sheet: HTMLElement): boolean {
  return sheet.scrollHeight <= sheet.clientHeight;
}

/** Whether the notes of a sheet fit in full. The style sheet cuts them at `--note-lines`. */
export function fitsInFull(sheet: HTMLElement): boolean {
  sheet.style.setProperty('--note-lines', String(mostLines));
  return isWhole(sheet);
}

/** Gives the notes as many lines each as there is room for, so that the sheet stays one page. */
export function fitNotes(sheet: HTMLElement): void {
  for (let lines = mostLines; lines >= 1; lines--) {
    sheet.style.setProperty('--note-lines', String(lines));
    if (isWhole(sheet)) return;
  }
}

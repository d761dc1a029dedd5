/** What a list of names can show of each, and a line in a tray's menu of one. */
const mostCharacters = 40;

/**
 * A name that somebody typed, as one line of a menu or a notification can show it: no line breaks, nothing
 * invisible, nothing that turns the direction of what follows, nothing that Linux takes for markup, and
 * not so long that the rest falls off.
 */
export function plainName(name: string): string {
  const text = name
    // Control and format characters, the marks of direction among them; but the joiners that some scripts
    // and emoji are written with stay.
    .replaceAll(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]|(?![\u200c\u200d])\p{Cf}/gu, ' ')
    .replaceAll('<', '‹')
    .replaceAll('>', '›')
    .replaceAll(/\s+/g, ' ')
    .trim();
  return shortened(text, mostCharacters);
}

/** @param most characters as a reader counts them, the mark of the omission among them */
export function shortened(text: string, most: number): string {
  const characters = [...new Intl.Segmenter().segment(text)].map(({ segment }) => segment);
  return characters.length > most ? `${characters.slice(0, most - 1).join('')}…` : text;
}

/** In a menu a single `&` underlines the letter that follows. */
export function menuLabel(text: string): string {
  return text.replaceAll('&', '&&');
}

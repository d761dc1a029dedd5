/**
 * Names of what must never be kept. Newer firmware sends the password of the shop's wireless network in
 * clear with every message.
 */
const secretName =
  /pass(?:w|phrase|code|key)|pwd|psk|secret|token|credential|authoriz|(?:wifi|wlan|wpa)[\s_-]?(?:pass|key)|(?:api|access|private|login)[\s_-]?key/i;

/** A pair whose value can be told from what follows: `…Password": "…"`. */
const plainPair = /^[\w -]*"\s*:\s*"[^"\\]*"(?=\s*[,}])/;
const cutNote = '… (left out: this may hold a password)';

/** Whether a secret's name occurs anywhere, also written with escapes (`P\u0061ssword`). */
export function mentionsSecret(text: string): boolean {
  return secretName.test(text.includes('\\u') ? unescapeAscii(text) : text);
}

/** The value without fields that a secret's name gives away, at any depth; keys lose surrounding blanks. */
export function cleanValue(value: unknown): unknown {
  if (typeof value === 'string') return isEmbedded(value) ? textWithoutSecrets(value) : value;
  // Written as JSON it would become null, and read from the journal it would mean something else.
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(cleanValue);
  // fromEntries defines own properties, so a key `__proto__` stays a harmless key.
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !secretName.test(key))
      .map(([key, child]) => [key.trim(), cleanValue(child)]),
  );
}

/**
 * For text that is not JSON. Where a secret's value cannot be told from the rest for certain, all that
 * follows its name is left out.
 */
export function textWithoutSecrets(text: string): string {
  // UTF-16 looks like ASCII with NULs in between.
  let rest = unescapeAscii(text.replaceAll('\0', ''));
  let kept = '';
  for (;;) {
    const at = rest.search(secretName);
    if (at === -1) return kept + rest;
    kept += rest.slice(0, at);
    rest = rest.slice(at);
    const pair = plainPair.exec(rest);
    if (!pair) return kept + cutNote;
    kept += '…":"(removed)"';
    rest = rest.slice(pair[0].length);
  }
}

/** A text value that holds key–value pairs itself; a bare word, such as a serial number, is none. */
function isEmbedded(text: string): boolean {
  return /["'=<{]/.test(text) && mentionsSecret(text);
}

function unescapeAscii(text: string): string {
  return text.replace(/\\u00([2-7][0-9a-f])/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

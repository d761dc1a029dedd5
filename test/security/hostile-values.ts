/** Names that want to be something else. */
export const hostileNames: readonly [what: string, name: string][] = [
  ['markup', '<script>window.hacked = 1</script><img src=x onerror="window.hacked = 1">'],
  ['markup that ends an attribute', `"'><svg/onload=window.hacked=1>`],
  ['a formula', "=cmd|' /C calc'!A0"],
  ['a formula that begins with +', '+1+1'],
  ['a formula that begins with -', '-1+1'],
  ['a formula that begins with @', '@SUM(1+1)*cmd'],
  ['a formula behind a line break', 'Door\n=1+1'],
  ['cells and lines', 'a,b;c\td\r\ne"f'],
  ['topics of MQTT', '#/+/$SYS/../foyer'],
  ['the end of a label', 'x"} 1\nfoyer_healthy 0\n\\'],
  ['a backslash at the end', 'C:\\Windows\\'],
  ['text from right to left', 'door\u202Etxt.exe\u2066'],
  ['half a pair', 'half \ud83d a pair \udc00'],
  ['control characters', 'bell\u0007 esc\u001b[31m del\u007f'],
  ['NUL', 'a\u0000b'],
  ['a path', '../../../etc/passwd'],
  ['a reserved name', 'CON'],
  ['a header', 'x\r\nSet-Cookie: evil=1'],
  ['a key of every object', '__proto__'],
  ['SQL', "'); DROP TABLE report; --"],
  ['a template', '{{window.hacked=1}} ${7*7} %s'],
  ['the longest', '👨‍👩‍👧'.repeat(10)],
];

/** What a spreadsheet would run. */
export function isFormula(text: string): boolean {
  return /^[=+\-@\t\r]/.test(text);
}

/** As it comes out of UTF-8. */
export function inUtf8(text: string): string {
  return Buffer.from(text).toString();
}

/** Whether Windows, macOS and Linux take it as the name of a file, and it reads as what it is. */
export function isFileName(name: string): boolean {
  return (
    !/[<>:"/\\|?*\p{Cc}\p{Cf}\p{Cs}]|^\.|[. ]$|^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu.test(name) &&
    Buffer.byteLength(name) <= 240
  );
}

export interface Sample {
  metric: string;
  labels: Record<string, string>;
  value: number;
}

/** Reads Prometheus' text format as strictly as it is described. @throws where a line is none of it */
export function readMetrics(text: string): Sample[] {
  return text.split('\n').flatMap((line) => {
    if (line === '' || /^# (?:HELP|TYPE) \w+ [^\\]*$/.test(line)) return [];
    const [, metric, inner = '', value] =
      /^(\w+)(?:\{((?:\w+="(?:[^"\\]|\\[\\"n])*",?)*)\})? (-?[\d.e+]+)$/.exec(line) ?? [];
    if (metric === undefined) throw new Error(`No line of this format: ${line}`);
    const pairs = [...inner.matchAll(/(\w+)="((?:[^"\\]|\\[\\"n])*)"/g)];
    const labels = Object.fromEntries(
      pairs.map(([, name = '', written = '']) => [
        name,
        written.replace(/\\([\\"n])/g, (_, sign: string) => (sign === 'n' ? '\n' : sign)),
      ]),
    );
    return [{ metric, labels, value: Number(value) }];
  });
}

/** First match counts: phones name the systems and browsers they descend from, too. */
const systems: readonly (readonly [RegExp, string])[] = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/\bTizen\b/, 'Samsung TV'],
  [/\bWeb0S\b/, 'LG TV'],
  [/\bAFT\w+/, 'Fire TV'],
  [/\bCrKey\b/, 'Chromecast'],
  [/\bAndroid\b/, 'Android'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/Windows NT/, 'Windows'],
  [/Macintosh/, 'Mac'],
  [/Linux/, 'Linux'],
];
const browsers: readonly (readonly [RegExp, string])[] = [
  [/\bEdgA?(iOS)?\//, 'Edge'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/\bOPR\//, 'Opera'],
  [/\b(Chrome|CriOS)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];

/**
 * What a device is, by what its browser says of itself: `iPhone · Safari`. Words of ours only: nothing a
 * device sends is kept. Empty when it does not say.
 */
export function deviceName(userAgent: string | undefined): string {
  const named = (list: typeof systems) => list.find(([pattern]) => pattern.test(userAgent ?? ''))?.[1];
  return [named(systems), named(browsers)].filter((part) => part !== undefined).join(' · ');
}

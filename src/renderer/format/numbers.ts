/** What stands in the place of a figure that is not known. */
export const unknownMark = '–';

export interface NumberFormats {
  /** `1,234`; an unknown figure is a dash, never 0. */
  count(value: number | null): string;
  /** A ratio of 0–1 as `34%`, with one decimal below 10 % and close to all: 99.7 % is not everything. */
  percent(ratio: number | null): string;
  /** `2.5`: at most two decimals. */
  decimal(value: number | null): string;
  /** From one figure to another as `+12%`; a dash where one is not known or the first is zero. */
  change(from: number | null, to: number | null): string;
  /**
   * Money as `€12.34`. @param minor in the smallest unit of the currency, which need not be a whole number of it
   * @param currency ISO 4217
   */
  money(minor: number | null, currency: string): string;
  /** Size of a file as `340 kB` or `1.2 MB`, in thousands as file managers count; never less than `1 kB`. */
  fileSize(bytes: number): string;
}

export function numberFormats(locale: string): NumberFormats {
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const finePercent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  const decimal = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  const signed = new Intl.NumberFormat(locale, {
    style: 'percent',
    maximumFractionDigits: 0,
    signDisplay: 'exceptZero',
  });
  const size = (unit: 'kilobyte' | 'megabyte') =>
    new Intl.NumberFormat(locale, {
      style: 'unit',
      unit,
      maximumFractionDigits: unit === 'megabyte' ? 1 : 0,
    });
  const kilobytes = size('kilobyte');
  const megabytes = size('megabyte');
  const currencies = new Map<string, { format: Intl.NumberFormat; unit: number }>();
  function currencyOf(currency: string): { format: Intl.NumberFormat; unit: number } {
    const known = currencies.get(currency);
    if (known) return known;
    const format = new Intl.NumberFormat(locale, { style: 'currency', currency });
    const made = { format, unit: 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2) };
    currencies.set(currency, made);
    return made;
  }
  return {
    money(minor, currency) {
      if (minor === null) return unknownMark;
      const { format, unit } = currencyOf(currency);
      return format.format(minor / unit);
    },
    fileSize: (bytes) =>
      bytes < 999_500 ? kilobytes.format(Math.max(1, bytes / 1000)) : megabytes.format(bytes / 1e6),
    decimal: (value) => (value === null ? unknownMark : decimal.format(value)),
    change: (from, to) =>
      from === null || to === null || from <= 0 ? unknownMark : signed.format(to / from - 1),
    count: (value) => (value === null ? unknownMark : whole.format(value)),
    percent(ratio) {
      if (ratio === null) return unknownMark;
      if (ratio >= 0.995 && ratio < 1) return finePercent.format(Math.min(ratio, 0.999));
      return (ratio > 0 && ratio < 0.1 ? finePercent : percent).format(ratio);
    },
  };
}

/** The mark between whole and broken part that the reader's computer uses. */
export function decimalMark(locale: string): '.' | ',' {
  const mark = new Intl.NumberFormat(locale).formatToParts(0.5).find((part) => part.type === 'decimal');
  return mark?.value === ',' ? ',' : '.';
}

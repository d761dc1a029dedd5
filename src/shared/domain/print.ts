/** What one printed page is about. Its days are calendar days of the site. */
export const printKinds = ['day', 'week', 'month'] as const;
export type PrintKind = (typeof printKinds)[number];

/** Most days that a page of each kind has rows for. */
export const mostPrintedDays: Record<PrintKind, number> = { day: 1, week: 7, month: 31 };

export const paperSizes = ['A4', 'Letter'] as const;
export type PaperSize = (typeof paperSizes)[number];

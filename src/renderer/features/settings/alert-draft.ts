import type { AlertSettings } from '#shared/domain';

/** Alert settings as they are typed: `''` is an empty field. */
export type AlertDraft = Omit<
  AlertSettings,
  'silentAfterMinutes' | 'occupancyLimitPeople' | 'staffMinutes'
> & {
  silentAfterMinutes: number | '';
  occupancyLimitPeople: number | '';
  staffMinutes: number | '';
};

/** What the core takes; it checks again. */
export const alertBounds = {
  silentAfterMinutes: { least: 3, most: 1440 },
  occupancyLimitPeople: { least: 1, most: 100_000 },
  staffMinutes: { least: 0, most: 240 },
} as const;
export type BoundedField = keyof typeof alertBounds;

export function draftOf(settings: AlertSettings): AlertDraft {
  return { ...settings, occupancyLimitPeople: settings.occupancyLimitPeople ?? '' };
}

/** Only the limit may be left empty: then there is none. */
export function isNumberRight(field: BoundedField, value: number | ''): boolean {
  if (value === '') return field === 'occupancyLimitPeople';
  const { least, most } = alertBounds[field];
  return Number.isInteger(value) && value >= least && value <= most;
}

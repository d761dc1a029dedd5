import type { CameraDetail, QualityRule } from '#shared/domain';

export interface QualityDay {
  date: string;
  rules: { rule: QualityRule; count: number }[];
}

/** The counts of each day together, days in the order given, the commonest rule of a day first. */
export function qualityDays(quality: CameraDetail['quality']): QualityDay[] {
  const days = new Map<string, QualityDay>();
  for (const { date, rule, count } of quality) {
    const day = days.get(date) ?? { date, rules: [] };
    day.rules.push({ rule, count });
    days.set(date, day);
  }
  for (const { rules } of days.values()) rules.sort((a, b) => b.count - a.count);
  return [...days.values()];
}

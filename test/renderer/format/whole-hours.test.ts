import { describe, expect, it } from 'vitest';
import { hourAfter, hourBefore } from '../../../src/renderer/format/whole-hours';

const iso = (ms: number) => new Date(ms).toISOString().slice(0, 16);

describe('the full hours around a moment', () => {
  it.each([
    ['Europe/Madrid', '2026-03-10T09:20:30Z', '2026-03-10T09:00', '2026-03-10T10:00'],
    ['Asia/Kolkata', '2026-03-10T09:20:00Z', '2026-03-10T08:30', '2026-03-10T09:30'],
    ['Asia/Kathmandu', '2026-03-10T09:20:00Z', '2026-03-10T09:15', '2026-03-10T10:15'],
    ['Australia/Adelaide', '2026-03-10T09:30:00Z', '2026-03-10T09:30', '2026-03-10T09:30'],
    ['Australia/Lord_Howe', '2026-03-10T09:45:00Z', '2026-03-10T09:00', '2026-03-10T10:00'],
  ])('%s, %s', (zone, moment, before, after) => {
    expect(iso(hourBefore(Date.parse(moment), zone))).toBe(before);
    expect(iso(hourAfter(Date.parse(moment), zone))).toBe(after);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { methods } from '../../../src/shared/contract';
import {
  alertBounds,
  draftOf,
  isNumberRight,
  type BoundedField,
} from '../../../src/renderer/features/settings/alert-draft';

const isTaken = (alerts: object) => methods['settings.update'].params.safeParse({ alerts }).success;
const fields = Object.keys(alertBounds) as BoundedField[];

describe('numbers of the notifications', () => {
  it.each(fields)('%s: the page and the core agree on what is right', (field) => {
    const { least, most } = alertBounds[field];
    for (const value of [least - 1, least, least + 0.5, most, most + 1]) {
      expect([value, isNumberRight(field, value)]).toEqual([value, isTaken({ [field]: value })]);
    }
    fc.assert(
      fc.property(fc.integer({ min: -10, max: 200_000 }), (value) => {
        expect(isNumberRight(field, value)).toBe(isTaken({ [field]: value }));
      }),
    );
  });

  it('may be left empty only where that says "no limit"', () => {
    expect(fields.filter((field) => isNumberRight(field, ''))).toEqual(['occupancyLimitPeople']);
  });
});

it('shows what is not set as an empty field', () => {
  const { params } = methods['settings.update'];
  const alerts = {
    cameraSilent: true,
    cameraBack: false,
    occupancyLimit: true,
    enteredWhileClosed: true,
    insideAtClosing: true,
    storageTrouble: true,
    reportTrouble: true,
    addressChanged: true,
    silentAfterMinutes: 10,
    occupancyLimitPeople: null,
    staffMinutes: 30,
  };
  expect(params.safeParse({ alerts }).success).toBe(true);
  expect(draftOf(alerts)).toEqual({ ...alerts, occupancyLimitPeople: '' });
});

import { directionNames, type Body } from '../../oracle/types';
import type { UploadStep } from './script';

export function countFields(counts: readonly (number | null)[]): Body {
  const known = directionNames
    .map((name, i) => [name, counts[i]] as const)
    .filter(([, value]) => value !== null);
  return Object.fromEntries(known);
}

/** Adults and children as the camera tells them apart: half and half. */
export function splitFields(counts: readonly (number | null)[]): Body {
  const fields: Body = {};
  for (const [i, name] of directionNames.entries()) {
    const count = counts[i];
    if (count === null || count === undefined) continue;
    fields[`${name}Adult`] = Math.ceil(count / 2);
    fields[`${name}Child`] = Math.floor(count / 2);
  }
  return fields;
}

/** @param seconds how long the window of the report is */
export function countsOf({ counts, oddValue }: UploadStep, seconds: number): (number | null)[] {
  if (oddValue !== 'most' && oddValue !== 'too-many') return counts;
  const most = Math.max(1000, 20 * seconds);
  const passby = oddValue === 'most' ? most : most + 1;
  return counts.with(directionNames.indexOf('passby'), passby);
}

export function oddFields(body: Body, oddValue: UploadStep['oddValue']): Body {
  switch (oddValue) {
    case 'negative':
      return { passby: -1 };
    case 'huge':
      return { passby: 1_641_038_400 };
    case 'broken':
      return { turnback: 1.5 };
    case 'text':
      return { out: String(body['out']) };
    default:
      return {};
  }
}

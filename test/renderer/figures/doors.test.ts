import { describe, expect, it } from 'vitest';
import type { CameraSummary, HistoryRow } from '#shared/domain';
import { doorRows } from '../../../src/renderer/figures/doors';

const camera = (sn: string, role: CameraSummary['role']) => ({ sn, role }) as CameraSummary;
const row = (sn: string) => ({ camera: sn }) as HistoryRow;

describe('doorRows', () => {
  it('leaves out cameras inside the shop, and keeps those it does not know', () => {
    const cameras = [camera('door', 'entrance'), camera('stairs', 'inner')];
    expect(doorRows([row('door'), row('stairs'), row('gone')], cameras)).toEqual([row('door'), row('gone')]);
  });
});

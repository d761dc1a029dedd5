import { describe, expect, it } from 'vitest';
import { attentionOf, groupCameras, isFound } from '../../../src/renderer/features/cameras/attention';
import { aCamera } from './a-camera';

describe('attentionOf', () => {
  it.each([
    ['a camera that is well', {}, null],
    ['one that is silent', { status: 'offline' }, 'offline'],
    ['one without a name', { state: 'new', name: '' }, 'new'],
    ['a silent one without a name: the graver reason', { state: 'new', status: 'offline' }, 'offline'],
    ['a clock off by ten minutes and a second', { clockSkewSeconds: -601 }, 'clock'],
    ['a clock off by ten minutes', { clockSkewSeconds: 600 }, null],
    ['one that sends far too much', { isFlooding: true, status: 'offline' }, 'flooding'],
    ['one that was added and never called', { status: 'offline', lastSeen: null }, 'waiting'],
    ['a blocked one, silent', { state: 'blocked', status: 'offline' }, null],
    ['a retired one, silent', { state: 'retired', status: 'offline' }, null],
  ] as const)('of %s', (_what, change, expected) => {
    expect(attentionOf(aCamera(change))).toBe(expected);
  });
});

describe('groupCameras', () => {
  const names = (cameras: readonly { name: string }[]) => cameras.map(({ name }) => name);

  it('puts the gravest first, and names in the order of the alphabet and of numbers', () => {
    const groups = groupCameras(
      [
        aCamera({ sn: '1', name: 'Door 10' }),
        aCamera({ sn: '2', name: 'Door 2' }),
        aCamera({ sn: '3', name: 'Éclair counter' }),
        aCamera({ sn: '4', name: 'Fast clock', clockSkewSeconds: 4000 }),
        aCamera({ sn: '5', name: 'Silent', status: 'offline' }),
        aCamera({ sn: '6', name: '', state: 'new' }),
        aCamera({ sn: '7', name: 'Old', state: 'retired' }),
        aCamera({ sn: '8', name: 'Neighbour', state: 'blocked' }),
      ],
      'en',
    );
    expect(names(groups.attention)).toEqual(['Silent', '', 'Fast clock']);
    expect(names(groups.fine)).toEqual(['Door 2', 'Door 10', 'Éclair counter']);
    expect(names(groups.blocked)).toEqual(['Neighbour']);
    expect(names(groups.retired)).toEqual(['Old']);
  });
});

describe('isFound', () => {
  it('looks in name and serial number, whatever the case', () => {
    const camera = aCamera({ name: 'Main door', sn: 'SN-77' });
    expect([' main', 'sn-7', ''].map((text) => isFound(camera, text))).toEqual([true, true, true]);
    expect(isFound(camera, 'garden')).toBe(false);
  });
});

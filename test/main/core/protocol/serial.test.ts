import { expect, test } from 'vitest';
import { readSerial } from '../../../../src/main/core/protocol/serial';

test.each([
  [{ sn: '2010010000000000' }, '2010010000000000'],
  [{ sn: ' 2010010000000000\t' }, '2010010000000000'],
  [{ sn: 'a.B_c:d-9' }, 'a.B_c:d-9'],
  [{ sn: 'x'.repeat(64) }, 'x'.repeat(64)],
  [{ sn: 20100100 }, '20100100'],
  [{ camera_sn: 'C1' }, 'C1'],
  [{ cameraSN: 'C2' }, 'C2'],
  [{ master_sn: 'M1' }, 'M1'],
  [{ master_sn: 'M1', camera_sn: 'C1' }, 'C1'],
  [{ sn: null, camera_sn: 'C1' }, 'C1'],
])('%j is from %s', (root, serial) => {
  expect(readSerial(root, false)).toBe(serial);
});

test.each([
  [null, 'not-an-object'],
  ['A', 'not-an-object'],
  [[{ sn: 'A' }], 'not-an-object'],
  [{}, 'no-serial'],
  [{ sn: '' }, 'no-serial'],
  [{ sn: ' ' }, 'no-serial'],
  [{ SN: 'A' }, 'no-serial'],
  [{ sn: 'x'.repeat(65) }, 'bad-serial'],
  [{ sn: `${' '.repeat(1000)}A` }, 'bad-serial'],
  [{ sn: 'A B' }, 'bad-serial'],
  [{ sn: 'é' }, 'bad-serial'],
  [{ sn: '\ud800' }, 'bad-serial'],
  [{ sn: 1.5 }, 'bad-serial'],
  [{ sn: 2 ** 60 }, 'bad-serial'],
  [{ sn: true }, 'bad-serial'],
  [{ sn: ['A'] }, 'bad-serial'],
])('%j is refused: %s', (root, reason) => {
  expect(readSerial(root, false)).toMatchObject({ reason });
});

test('a list is from the first camera that it names', () => {
  expect(readSerial([{ count: 1 }, { camera_sn: 'C3' }, { camera_sn: 'C4' }], true)).toBe('C3');
  expect(readSerial([], true)).toMatchObject({ reason: 'no-serial' });
  expect(readSerial([1, null, 'A'], true)).toMatchObject({ reason: 'no-serial' });
  expect(readSerial([{ camera_sn: '?' }], true)).toMatchObject({ reason: 'bad-serial' });
});

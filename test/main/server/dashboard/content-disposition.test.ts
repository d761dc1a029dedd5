import { expect, test } from 'vitest';
import { contentDisposition } from '../../../../src/main/server/dashboard/content-disposition';

test.each([
  ['a.csv', `attachment; filename="a.csv"; filename*=UTF-8''a.csv`],
  ['a"b\\c%.csv', `attachment; filename="a_b_c_.csv"; filename*=UTF-8''a%22b%5Cc%25.csv`],
  ["it's (1)*.csv", `attachment; filename="it's (1)*.csv"; filename*=UTF-8''it%27s%20%281%29%2A.csv`],
  ['店.csv', `attachment; filename="_.csv"; filename*=UTF-8''%E5%BA%97.csv`],
  ['a\r\nX: y', `attachment; filename="a__X: y"; filename*=UTF-8''a%0D%0AX%3A%20y`],
])('the header for %j', (fileName, header) => {
  expect(contentDisposition(fileName)).toBe(header);
});

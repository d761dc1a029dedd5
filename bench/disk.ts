import { makeShop } from './support/shop';
import type { Bench } from './table';

/** Bytes on disk for a camera's year of sums. One snapshot is counted; two are kept, and the journal between them. */
export const disk: Bench = async ({ isQuick }) => {
  const shop = await makeShop(isQuick ? 2 : 10, isQuick ? 1 : 5);
  const megabytes = shop.snapshotBytes / 1e6 / shop.cameras / shop.years;
  return [
    {
      what: `bytes on disk per camera and year (sums), of ${String(shop.cameras)} cameras and ${String(shop.years)} years`,
      against: null,
      value: megabytes,
      unit: 'MB',
      target: { op: '≤', value: 6 },
      measured: `${(shop.snapshotBytes / 1e6).toFixed(1)} MB in all`,
      samples: [megabytes],
    },
  ];
};

import { expect, test } from 'vitest';
import { Delivery, type Parcel } from '../../src/simulator/delivery';
import type { Answer } from '../../src/simulator/receiver';

const hourMs = 3_600_000;
const acknowledged: Answer = { kind: 'reply', reply: { code: 0 } };

test('the end sends at once what would have been held back', async () => {
  const posted: string[] = [];
  const post = (body: string) => {
    posted.push(body);
    return Promise.resolve(acknowledged);
  };
  const delivery = new Delivery({ post, now: Date.now });
  const parcel: Parcel = {
    body: () => 'report',
    onAcknowledged: () => {
      delivery.sendAgain(parcel, hourMs);
    },
  };
  delivery.setSilent(true);
  delivery.enqueue(parcel);
  // Would not come back within an hour if the copy was held back.
  await delivery.drain(Date.now() + hourMs);
  expect(posted).toEqual(['report', 'report']);
  expect(delivery.pending).toBe(0);
});

import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { FairPlaces } from '../../../../src/main/server/camera/fair-places';

const soon = () => new Promise((resolve) => setImmediate(resolve));

test('nobody waits while there is room', () => {
  const places = new FairPlaces(2, () => 2);
  expect(places.take('a', 1000)).toBe(true);
  expect(places.take('a', 1000)).toBe(true);
  expect(places.take('a', 1000)).toBeInstanceOf(Promise);
  places.give('a');
});

test('one device never holds more than its share, however much room there is', async () => {
  const places = new FairPlaces(10, () => 1);
  expect(places.take('a', 1000)).toBe(true);
  const second = places.take('a', 1000);
  expect(second).toBeInstanceOf(Promise);
  expect(places.take('b', 1000)).toBe(true);
  places.give('a');
  expect(await second).toBe(true);
});

test('a device with one message waits for one of a flood, not for all of it', async () => {
  const places = new FairPlaces(1, () => 1);
  const order: string[] = [];
  places.take('flood', 60_000);
  const enter = (address: string) => {
    void Promise.resolve(places.take(address, 60_000)).then(() => order.push(address));
  };
  for (let i = 0; i < 100; i++) enter('flood');
  enter('camera');
  for (let i = 0; i < 3; i++) {
    places.give(order.at(-1) ?? 'flood');
    await soon();
  }
  expect(order.slice(0, 2).sort()).toEqual(['camera', 'flood']);
});

test('whoever waits too long is told so, and takes no place afterwards', async () => {
  vi.useFakeTimers();
  try {
    const places = new FairPlaces(1, () => 1);
    places.take('a', 1000);
    const late = places.take('b', 1000);
    const patient = places.take('c', 5000);
    vi.advanceTimersByTime(1000);
    expect(await late).toBe(false);
    places.give('a');
    expect(await patient).toBe(true);
  } finally {
    vi.useRealTimers();
  }
});

test('in any order of coming and going every place is used and none twice', async () => {
  const step = fc.record({ address: fc.constantFrom('a', 'b', 'c'), isGiving: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 60, size: 'max' }), async (steps) => {
      const places = new FairPlaces(3, (address) => (address === 'a' ? 3 : 2));
      const held: string[] = [];
      const waiting: string[] = [];
      for (const { address, isGiving } of steps) {
        if (isGiving) {
          const gone = held.shift();
          if (gone !== undefined) places.give(gone);
        } else {
          waiting.push(address);
          void Promise.resolve(places.take(address, 60_000)).then(() => {
            waiting.splice(waiting.indexOf(address), 1);
            held.push(address);
          });
        }
        await soon();
        expect(held.length).toBeLessThanOrEqual(3);
        for (const each of ['b', 'c']) {
          expect(held.filter((other) => other === each).length).toBeLessThanOrEqual(2);
        }
        const mayEnter = waiting.some(
          (each) => held.filter((other) => other === each).length < (each === 'a' ? 3 : 2),
        );
        expect(held.length === 3 || !mayEnter).toBe(true);
      }
      for (let gone = held.shift(); gone !== undefined; gone = held.shift()) {
        places.give(gone);
        await soon();
      }
      expect(waiting).toEqual([]);
    }),
    { numRuns: 50 },
  );
});

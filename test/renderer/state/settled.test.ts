import { expect, it } from 'vitest';
import { computed, ref } from 'vue';
import { settled } from '../../../src/renderer/state/settled';

it('stays the same object until its content changes', () => {
  const source = ref({ visitors: 3, heardMs: 1 });
  const visitors = settled(() => [source.value.visitors]);
  let drawn = 0;
  const picture = computed(() => {
    drawn++;
    return visitors.value.length;
  });
  expect(picture.value).toBe(1);
  const first = visitors.value;
  source.value = { visitors: 3, heardMs: 2 };
  expect(picture.value).toBe(1);
  expect(visitors.value).toBe(first);
  expect(drawn).toBe(1);
  source.value = { visitors: 4, heardMs: 3 };
  expect(picture.value).toBe(1);
  expect(visitors.value).toEqual([4]);
  expect(drawn).toBe(2);
});

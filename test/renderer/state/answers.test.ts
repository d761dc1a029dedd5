import { expect, it } from 'vitest';
import { Answers } from '../../../src/renderer/state/answers';

it('recalls only the answer to the same question from the same place, and only the newest', () => {
  const answers = new Answers();
  answers.keep('history', '{"day":1}', [1]);
  expect(answers.recall('history', '{"day":1}')).toEqual([1]);
  expect(answers.recall('history', '{"day":2}')).toBeUndefined();
  expect(answers.recall('today', '{"day":1}')).toBeUndefined();
  answers.keep('history', '{"day":2}', [2]);
  expect(answers.recall('history', '{"day":1}')).toBeUndefined();
  answers.forget();
  expect(answers.recall('history', '{"day":2}')).toBeUndefined();
});

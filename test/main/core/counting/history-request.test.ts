import { describe, expect, it, test } from 'vitest';
import {
  nextRequest,
  noRequest,
  rememberGap,
  takeAnswer,
  type RequestState,
} from '../../../../src/main/core/counting/history-request';

const day = 86_400_000;
const now = 200 * day;
const older = { start: now - 5 * day, end: now - 4 * day };
const newer = { start: now - 2 * day, end: now - day };
const isMissing = () => true;
const proven: RequestState = { ...noRequest, hasAnswered: true };
const withGaps = (state: RequestState) => rememberGap(rememberGap(state, older), newer);

/** Asks so many times. @returns the windows asked for and given up, and the state after */
function ask(
  state: RequestState,
  times: number,
): { asked: unknown[]; givenUp: unknown[]; state: RequestState } {
  const result = { asked: [] as unknown[], givenUp: [] as unknown[], state };
  for (let i = 0; i < times; i++) {
    const next = nextRequest(result.state, 'auto', now, isMissing);
    result.state = next.state;
    result.givenUp.push(...next.givenUp);
    result.asked.push(next.kind === 'ask' ? next.window : null);
  }
  return result;
}

describe('nextRequest', () => {
  test.each([
    ['auto', noRequest, false],
    ['auto', proven, true],
    ['auto', { ...noRequest, isOwnerAsking: true }, true],
    ['ask', proven, false],
    ['ask', { ...proven, isOwnerAsking: true }, true],
    ['never', { ...proven, isOwnerAsking: true }, false],
  ] as const)('%s, %j: asks %s', (setting, state, asks) => {
    const next = nextRequest(withGaps(state), setting, now, isMissing);
    expect(next.kind).toBe(asks ? 'ask' : 'none');
    expect(next.state.gaps).toHaveLength(2);
  });

  it('asks three times for the oldest gap, gives it up, and goes on to the next', () => {
    const { asked, givenUp, state } = ask(withGaps(proven), 7);
    expect(asked).toEqual([older, older, older, newer, newer, newer, null]);
    expect(givenUp).toEqual([older, newer]);
    expect(state).toMatchObject({ gaps: [], hasAnswered: true, isOwnerAsking: false });
  });

  it('drops what has been filled meanwhile, or is older than a camera remembers', () => {
    expect(nextRequest(withGaps(proven), 'auto', now, (gap) => gap.start !== older.start)).toMatchObject({
      kind: 'ask',
      window: newer,
    });
    expect(nextRequest(withGaps(proven), 'auto', older.end + 90 * day, isMissing)).toMatchObject({
      window: newer,
    });
    expect(nextRequest(withGaps(proven), 'auto', now, () => false).kind).toBe('none');
  });

  it('remembers a bounded number of gaps, the newest', () => {
    let state = proven;
    for (let i = 0; i < 80; i++) state = rememberGap(state, { start: now - i, end: now - i + 1 });
    expect(state.gaps).toHaveLength(50);
    expect(state.gaps.at(-1)?.start).toBe(now - 79);
  });
});

describe('takeAnswer', () => {
  it('answers what was asked for and is overlapped, and proves that the camera can', () => {
    const { state } = ask(withGaps({ ...noRequest, isOwnerAsking: true }), 1);
    const answer = takeAnswer(state, [{ start: older.end - 1, end: older.end + 1 }]);
    expect(answer).toMatchObject({ answered: [older], isEmpty: false });
    expect(answer.state).toMatchObject({ gaps: [newer], hasAnswered: true, isOwnerAsking: true });
  });

  it('takes an empty list for "I have nothing"', () => {
    const { state } = ask(withGaps(proven), 1);
    expect(takeAnswer(state, [])).toMatchObject({ answered: [older], isEmpty: true });
  });

  it('takes nothing for an answer that was not asked for', () => {
    const answer = takeAnswer(withGaps(noRequest), [older]);
    expect(answer.answered).toEqual([]);
    expect(answer.state).toMatchObject({ hasAnswered: false, gaps: [older, newer] });
  });

  it('does not take another window for the answer', () => {
    const { state } = ask(withGaps(proven), 1);
    expect(takeAnswer(state, [{ start: older.end, end: newer.start }]).answered).toEqual([]);
  });
});

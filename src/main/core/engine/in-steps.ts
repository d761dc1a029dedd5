/**
 * Waits until something long may go on with its next step.
 * @returns false if the database it asks is not the one any more
 */
export type Turn = () => Promise<boolean>;

/** For so long something long may go on before messages have their turn again. */
const WORK_MS = 1;

/** The same, but waits only where the work since the last time has taken a moment: steps may be as small as they like. */
export function paced(turn: Turn): Turn {
  let until = -Infinity;
  return async () => {
    if (performance.now() < until) return true;
    const mayGoOn = await turn();
    until = performance.now() + WORK_MS;
    return mayGoOn;
  };
}

/** The database was replaced while an answer was worked out: it is to be asked for again. */
export class ReplacedError extends Error {
  override readonly name = 'ReplacedError';
}

/**
 * Works out an answer step by step. What needs one step only is there at once.
 * @throws ReplacedError
 */
export function inSteps<T>(steps: Generator<void, T>, turn: Turn): T | Promise<T> {
  const first = steps.next();
  return first.done === true ? first.value : rest(steps, turn);
}

async function rest<T>(steps: Generator<void, T>, turn: Turn): Promise<T> {
  const mayGoOn = paced(turn);
  for (;;) {
    if (!(await mayGoOn())) throw new ReplacedError('The data was replaced');
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

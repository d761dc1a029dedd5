interface Answer {
  params: string;
  result: unknown;
}

/**
 * The newest answer to each of the questions that screens ask again whenever they are opened. It is shown until
 * the next one is here, so that coming back to a screen does not wait for the core. One answer for each place
 * that asks: memory does not grow with what is looked at.
 */
export class Answers {
  readonly #byPlace = new Map<string, Answer>();

  /** @returns `undefined` where something else was asked last */
  recall(place: string, params: string): unknown {
    const answer = this.#byPlace.get(place);
    return answer?.params === params ? answer.result : undefined;
  }

  keep(place: string, params: string, result: unknown): void {
    this.#byPlace.set(place, { params, result });
  }

  forget(): void {
    this.#byPlace.clear();
  }
}

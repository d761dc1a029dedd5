/** One sentence of what was found, for whoever runs the check. */
export interface Finding {
  isInOrder: boolean;
  text: string;
}

export function inOrder(text: string): Finding {
  return { isInOrder: true, text };
}

export function wrong(text: string): Finding {
  return { isInOrder: false, text };
}

/** `1 message`, `12 messages` */
export function many(count: number, one: string): string {
  return `${String(count)} ${one}${count === 1 ? '' : 's'}`;
}

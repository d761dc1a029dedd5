import type { Window } from './spread';

/** Makes one of windows that overlap or touch. @returns them ascending and apart; the given ones stay as they are */
export function joined(windows: readonly Window[]): Window[] {
  const spans: Window[] = [];
  for (const { start, end } of [...windows].sort((a, b) => a.start - b.start)) {
    const last = spans.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else spans.push({ start, end });
  }
  return spans;
}

/** From the first start to the last end. @param windows at least one */
export function spanOfAll(windows: readonly Window[]): Window {
  return {
    start: windows.reduce((least, window) => Math.min(least, window.start), Infinity),
    end: windows.reduce((most, window) => Math.max(most, window.end), -Infinity),
  };
}

import type { CameraSummary, Spread } from '#shared/domain';
import type { ChartSlot } from '../../charts/series';
import { busiest } from '../../charts/series';
import { againstUsual } from './verdict';

/** A sentence of the day, still without its words: `day.words.<key>`. */
export type Sentence =
  | { key: 'none' | 'soFar' | 'more' | 'same' | 'fewer'; visitors: number }
  | { key: 'busiest' | 'busiestNow'; startMs: number; endMs: number; visitors: number }
  | { key: 'gap'; seconds: number }
  | { key: 'partly'; coverage: number }
  | { key: 'silent'; cameras: string[] };

export interface StoryFacts {
  visitors: number | null;
  usual: Spread | null;
  /** Hours of the day, without the night. */
  slots: readonly ChartSlot[];
  /** 0–1, of the opening hours; `null` where none are set. */
  openCoverage: number | null;
  nowMs: number;
  cameras: readonly Pick<CameraSummary, 'name' | 'sn' | 'status' | 'state'>[];
}

const hourMs = 3_600_000;
/** Below this a best hour is chance. */
const fewestForBusiest = 5;
/** A restart of the PC is not worth a sentence. */
const wellRecorded = 0.95;

/** The day in two to four sentences, most important first. */
export function dayStory(facts: StoryFacts): Sentence[] {
  return [...visitorsSentence(facts), ...busiestSentence(facts), ...gapSentences(facts)];
}

function visitorsSentence(facts: StoryFacts): Sentence[] {
  const { visitors, usual } = facts;
  if (visitors === null) return [];
  const verdict = usual && againstUsual(visitors, usual, isComplete(facts));
  return [{ key: verdict ?? (visitors === 0 ? 'none' : 'soFar'), visitors }];
}

/** Whether the day was recorded so far, but for what nobody would notice. */
export function isComplete({ slots, openCoverage }: Pick<StoryFacts, 'slots' | 'openCoverage'>): boolean {
  return openCoverage === null ? gapSeconds(slots) === 0 : openCoverage >= wellRecorded;
}

function gapSeconds(slots: readonly ChartSlot[]): number {
  return slots.filter((slot) => slot.state === 'gap').length * 3600;
}

function busiestSentence({ slots, nowMs }: StoryFacts): Sentence[] {
  const best = busiest(slots);
  if (!best || (best.in ?? 0) < fewestForBusiest) return [];
  const endMs = best.startMs + hourMs;
  return [
    { key: endMs > nowMs ? 'busiestNow' : 'busiest', startMs: best.startMs, endMs, visitors: best.in ?? 0 },
  ];
}

function gapSentences({ slots, openCoverage, cameras }: StoryFacts): Sentence[] {
  const silent = cameras.filter((camera) => camera.status === 'offline' && camera.state !== 'blocked');
  const sentences: Sentence[] = [];
  if (!isComplete({ slots, openCoverage })) {
    sentences.push(
      openCoverage === null
        ? { key: 'gap', seconds: gapSeconds(slots) }
        : { key: 'partly', coverage: openCoverage },
    );
  }
  if (silent.length > 0) sentences.push({ key: 'silent', cameras: silent.map(({ name, sn }) => name || sn) });
  return sentences;
}

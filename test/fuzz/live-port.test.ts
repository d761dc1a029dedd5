import { test } from 'vitest';
import { usualSeed } from './bodies';
import { fuzzLivePort } from './live-port';

test('5,000 broken bodies to the live camera port', { timeout: 180_000 }, () =>
  fuzzLivePort(5000, usualSeed),
);

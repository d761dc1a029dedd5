import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The longest test files, longest first. One that is no longer there does no harm. */
const longest = [
  'scenarios/crash',
  'scenarios/fleet',
  'scenarios/languages',
  'scenarios/desktop-shell',
  'scenarios/screens',
  'scenarios/print',
  'scenarios/under-attack',
  'scenarios/headless',
  'scenarios/cameras',
  'scenarios/two-shops',
  'scenarios/today',
  'scenarios/history-settings',
  'scenarios/reports',
  'scenarios/broken-off-exports',
  'scenarios/sharing',
  'scenarios/desktop-start',
  'properties/oracle',
  'properties/invariants',
  'storage/faults',
  'simulator/shop-day',
  'fuzz/live-port',
  'simulator/fleet',
  'simulator/faults',
  'fuzz/decode',
  'storage/recovery',
  'integrations/postgres',
];

function rankOf({ moduleId }: TestSpecification): number {
  const rank = longest.findIndex((end) => moduleId.endsWith(`/${end}.test.ts`));
  return rank === -1 ? longest.length : rank;
}

/** A long file that starts last keeps one core busy while the others have nothing left to do. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.toSorted((a, b) => rankOf(a) - rankOf(b));
  }
}

/** The built app in a real browser, and the built desktop app on its stand-in. Needs `npm run build`. */
const scenarios = {
  include: ['test/scenarios/**/*.test.ts'],
  setupFiles: ['test/support/shared-browser-setup.ts'],
  // They wait for pages, disks and other processes more than they compute.
  maxWorkers: 4,
  testTimeout: 180_000,
  hookTimeout: 180_000,
};

export default defineConfig({
  define: { __FOYER_VERSION__: JSON.stringify('0.0.0-test') },
  test: {
    // Much of a test is waiting, for the disk or another process: no core is left for that alone.
    maxWorkers: '100%',
    sequence: { sequencer: LongestFirst },
    // Loading the same modules for every file takes as long as the tests themselves.
    isolate: false,
    // Only against a hang, like the limits below.
    expect: { poll: { timeout: 60_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          // Only against a hang: no test may fail because the machine is busy.
          testTimeout: 120_000,
          hookTimeout: 120_000,
          include: ['test/**/*.test.ts'],
          exclude: ['test/scenarios/**', 'test/long/**'],
        },
      },
      { extends: true, test: { ...scenarios, name: 'scenarios' } },
      // The same, and what they show is kept for people to look at.
      { extends: true, test: { ...scenarios, name: 'pictures', env: { FOYER_PICTURES: '1' } } },
      {
        extends: true,
        test: { name: 'long', include: ['test/long/**/*.test.ts'], testTimeout: 3_600_000, isolate: true },
      },
    ],
  },
});

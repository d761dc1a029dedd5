import { defineConfig } from 'vitest/config';

export default defineConfig({
  define: { __FOYER_VERSION__: JSON.stringify('0.0.0-test') },
  test: {
    // Much of a test is waiting, for the disk or another process: no core is left for that alone.
    maxWorkers: '100%',
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
          // Loading the same modules two hundred times takes as long as the tests themselves.
          isolate: false,
        },
      },
      {
        // The built app in a real browser, and the built desktop app on its stand-in. Needs `npm run build`.
        extends: true,
        test: {
          name: 'scenarios',
          include: ['test/scenarios/**/*.test.ts'],
          // They wait for pages, disks and other processes more than they compute.
          maxWorkers: 4,
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
      {
        extends: true,
        test: { name: 'long', include: ['test/long/**/*.test.ts'], testTimeout: 3_600_000 },
      },
    ],
  },
});

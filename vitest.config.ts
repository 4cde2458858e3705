import { defineConfig } from 'vitest/config';

const outside = ['**/node_modules/**', '**/build/**', '**/dist/**'];

/** Three kinds of test: without I/O, on a real database, and in a real browser. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'pure',
          include: ['{kernel,dispatch,server,web}/src/**/*.test.ts', 'tests/*.test.ts'],
          exclude: [...outside, '**/*.pg.test.ts'],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'store',
          include: ['**/*.pg.test.ts'],
          exclude: outside,
          globalSetup: ['tests/store/global-setup.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          exclude: outside,
          globalSetup: ['tests/e2e/global-setup.ts'],
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});

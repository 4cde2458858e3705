import type { ImportReport } from '@barnraise/server/requests/import/import-report.ts';

/** How the state of an import is colored; the word beside it says the same. */
export const stateTone: Readonly<Record<ImportReport['state'], 'quiet' | 'notice' | 'good' | 'warning' | 'danger'>> = {
  reading: 'notice',
  waiting: 'warning',
  running: 'notice',
  stopped: 'warning',
  done: 'good',
  failed: 'danger',
  undoing: 'notice',
  undone: 'quiet',
};

import type { Context } from '../context.ts';
import { dropOldBuckets } from '../database/limits.ts';

/** Something to do again and again, over all groups. */
export type Schedule = {
  readonly name: string;
  readonly everySeconds: number;
  readonly run: (context: Context) => Promise<void>;
};

/** Each runs once in its time, however many workers there are. */
export const schedules: readonly Schedule[] = [
  { name: 'drop-old-buckets', everySeconds: 6 * 3600, run: (context) => dropOldBuckets(context.database) },
];

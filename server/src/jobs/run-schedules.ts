import type { Context } from '../context.ts';
import type { Schedule } from './schedules.ts';

export type RunningSchedules = { readonly stop: () => Promise<void> };

/** How often each process asks whether something is due. */
const lookMs = 1000;

/**
 * Runs each schedule once in every stretch of its length, over all processes: whoever writes the stretch's number first
 * has it. A run that fails is reported and waits for the next stretch; a stretch in which no process ran is not made up.
 */
export function runSchedules(context: Context, schedules: readonly Schedule[]): RunningSchedules {
  let running: Promise<void> | undefined;
  const look = async (): Promise<void> => {
    for (const schedule of schedules) {
      try {
        if (await isMine(context, schedule)) await schedule.run(context);
      } catch (error) {
        context.report(new Error(`The schedule ${schedule.name} failed.`, { cause: error }));
      }
    }
  };
  const timer = setInterval(() => {
    running ??= look().finally(() => (running = undefined));
  }, lookMs);
  return {
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
}

/**
 * Kept as a bucket of the rate limits, refilled when its stretch is over: a schedule is a limit on how often something is
 * done, and the table is there on every server.
 */
async function isMine(context: Context, { name, everySeconds }: Schedule): Promise<boolean> {
  const { rowCount } = await context.database.pools.app.query(
    `insert into rate_limits as b (bucket, tickets, refilled_at)
     values ($1, floor(extract(epoch from clock_timestamp()) / $2), clock_timestamp())
     on conflict (bucket) do update set tickets = excluded.tickets, refilled_at = excluded.refilled_at
       where b.tickets < excluded.tickets`,
    [`schedule:${name}`, everySeconds],
  );
  return rowCount === 1;
}

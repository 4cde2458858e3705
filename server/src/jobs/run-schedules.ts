import type { Context } from '../context.ts';
import type { Schedule } from './schedules.ts';

export type RunningSchedules = { readonly stop: () => Promise<void> };

/** A process that has just started looks soon, in case nothing ran for long. */
const firstLookMs = 1000;
/** After that each schedule is looked at four times in its stretch, and at least every minute. */
const lookMsMax = 60_000;

/**
 * Runs each schedule once in every stretch of its length, over all processes: whoever writes the stretch's number first
 * has it. A run that fails is reported and waits for the next stretch; a stretch in which no process ran is not made up.
 */
export function runSchedules(context: Context, schedules: readonly Schedule[]): RunningSchedules {
  const timers = new Map<Schedule, NodeJS.Timeout>();
  // One at a time, so that they never take more than one of the pool's connections.
  let running: Promise<void> = Promise.resolve();
  let isStopped = false;

  const look = async (schedule: Schedule): Promise<void> => {
    if (isStopped) return;
    try {
      if (await isMine(context, schedule)) await schedule.run(context);
    } catch (error) {
      context.report(new Error(`The schedule ${schedule.name} failed.`, { cause: error }));
    }
    lookIn(schedule, Math.min(lookMsMax, schedule.everySeconds * 250));
  };
  const lookIn = (schedule: Schedule, ms: number): void => {
    if (!isStopped)
      timers.set(
        schedule,
        setTimeout(() => (running = running.then(() => look(schedule))), ms),
      );
  };
  for (const schedule of schedules) lookIn(schedule, firstLookMs);
  return {
    stop: async () => {
      isStopped = true;
      for (const timer of timers.values()) clearTimeout(timer);
      await running;
    },
  };
}

/**
 * Kept as a bucket of the rate limits whose tickets are the stretch's number: a schedule is a limit on how often something
 * is done, and the table is there on every server. Looking at a stretch that is taken writes nothing.
 */
async function isMine(context: Context, { name, everySeconds }: Schedule): Promise<boolean> {
  const { rowCount } = await context.database.pools.app.query(
    `with stretch as (select floor(extract(epoch from clock_timestamp()) / $2)::float8 as no)
     insert into rate_limits as b (bucket, tickets, refilled_at)
     select $1, no, clock_timestamp() from stretch
     where not exists (select from rate_limits where bucket = $1 and tickets >= no)
     on conflict (bucket) do update set tickets = excluded.tickets, refilled_at = excluded.refilled_at
       where b.tickets < excluded.tickets`,
    [`schedule:${name}`, everySeconds],
  );
  return rowCount === 1;
}

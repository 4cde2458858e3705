import type { Database } from './database.ts';

export type TicketLimit = {
  /** How many tickets the bucket holds when it is full. */
  readonly capacity: number;
  readonly refillPerMinute: number;
};

export type Ticket =
  | { readonly ok: true; readonly left: number }
  | { readonly ok: false; readonly retryAfterSeconds: number };

/** Tickets in the bucket right now. clock_timestamp() and not now(): waiting for the row must not bring back an older time. */
const level = `least($2::float8, b.tickets + $3::float8 * greatest(0, extract(epoch from clock_timestamp() - b.refilled_at)) / 60)`;

/**
 * The setting makes this one statement commit without waiting for the disk: a ticket lost in a power cut is no loss, and
 * the wait would double what every guarded request costs.
 */
const take = `
  with unsynced as materialized (select set_config('synchronous_commit', 'off', true))
  insert into rate_limits as b (bucket, tickets, refilled_at)
  select $1, $2::float8 - $4::float8, clock_timestamp() from unsynced
  on conflict (bucket) do update set tickets = ${level} - $4::float8, refilled_at = clock_timestamp()
    where ${level} >= $4::float8
  returning tickets`;

/**
 * Takes `cost` tickets from a bucket that refills evenly (a token bucket), or says when there will be enough. In a
 * transaction of its own, before the command's. Kept in the database, so it holds over all processes and restarts.
 * Name buckets after a hash, never after an address or a mail in clear.
 */
export async function takeTicket(
  database: Database,
  bucket: string,
  cost: number,
  limit: TicketLimit,
): Promise<Ticket> {
  const { capacity, refillPerMinute } = limit;
  if (cost > capacity) throw new RangeError(`A bucket of ${capacity} never holds ${cost} tickets.`);
  const values = [bucket, capacity, refillPerMinute, cost];
  const [taken] = await database.runOnServer<{ tickets: number }>(take, values);
  if (taken) return { ok: true, left: Math.floor(taken.tickets) };
  const [row] = await database.runOnServer<{ missing: number }>(
    `select $4::float8 - ${level} as missing from rate_limits b where bucket = $1`,
    values,
  );
  return { ok: false, retryAfterSeconds: Math.max(1, Math.ceil(((row?.missing ?? 0) / refillPerMinute) * 60)) };
}

/** Takes away buckets that nobody has drawn from for two days; no limit here takes longer to fill. */
export async function dropOldBuckets(database: Database): Promise<void> {
  await database.pools.app.query(`delete from rate_limits where refilled_at < now() - interval '2 days'`);
}

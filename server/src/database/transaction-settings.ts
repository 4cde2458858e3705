import type { GroupTransaction } from './database.ts';

/**
 * Lets the open transaction commit without waiting for the disk. For work that is taken up again where it ended: a power
 * cut may take back the last of it, whole transactions only and in their order, so what was done after is gone as well.
 */
export function withoutSync(tx: GroupTransaction): void {
  tx.later({ sql: `select set_config('synchronous_commit', 'off', true)`, parameters: [] });
}

/** Gives up waiting for another's row after so long: the transaction is run again, and others go on meanwhile. */
export function waitForRowsAtMost(tx: GroupTransaction, seconds: number): void {
  tx.later({ sql: `select set_config('lock_timeout', $1, true)`, parameters: [`${seconds}s`] });
}

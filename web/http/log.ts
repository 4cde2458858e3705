import { randomInt } from 'node:crypto';

import type { RequestLine } from '../src/lib/server/handed.ts';

const write = (line: string): void => void process.stdout.write(`${new Date().toISOString()} ${line}\n`);

/** One line about a request. The page's name stands for its address, which may hold a token or a name. */
export function logRequest({ method, page, status, milliseconds }: RequestLine): void {
  write(`${method} ${page} ${status} ${milliseconds} ms`);
}

/**
 * Notes an error that nobody expected and gives the six digits under which it can be found. Only names, messages and
 * places in the code are written: the database puts people's values into an error's other fields.
 */
export function logError(error: unknown, page: string): string {
  const reference = String(randomInt(100_000, 1_000_000));
  write(`error ${reference} on ${page}: ${describe(error)}`);
  return reference;
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const own = error.stack ?? `${error.name}: ${error.message}`;
  return error.cause === undefined ? own : `${own}\ncaused by ${describe(error.cause)}`;
}

/** Body of a worker thread: one search, its news as messages; any message from outside means stop. */
import { parentPort, workerData } from 'node:worker_threads';

import { solve } from '../solve.ts';
import type { ThreadMessage, ThreadTask } from './thread-message.ts';

const { problem, options } = workerData as ThreadTask;
const stop = new AbortController();
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port has no origin
const send = (message: ThreadMessage): void => parentPort?.postMessage(message);

parentPort?.once('message', () => stop.abort());
const solution = await solve(problem, {
  ...options,
  signal: stop.signal,
  onPlan: (plan, progress) => send({ kind: 'plan', plan, progress }),
  onProgress: (progress) => send({ kind: 'progress', progress }),
});
send({ kind: 'done', solution });
parentPort?.close();

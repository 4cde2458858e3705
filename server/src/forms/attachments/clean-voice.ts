import { Worker } from 'node:worker_threads';

import { type Outcome, refuse } from '@barnraise/kernel/outcome.ts';

import type { CleanFile } from './attachment-table.ts';
import type { VoiceRefusal } from './rewrite-voice.ts';

type Cleaned = Outcome<CleanFile, VoiceRefusal>;

/** Five minutes of sound take well under a second; what takes longer was made to, or is broken. */
const patienceMsUsual = 8_000;

/** Room for a file of seven megabytes, once as it came and once as it goes. */
const resourceLimits = { maxOldGenerationSizeMb: 192 };

const unreadable: Cleaned = refuse({ code: 'not-a-voice-note' });

/**
 * A voice note written anew, by a thread that is ended when it takes too long: a broken or spiteful file costs some
 * seconds of one thread, and never the program.
 */
export async function cleanVoice(bytes: Uint8Array, patienceMs = patienceMsUsual): Promise<Cleaned> {
  return inTurn(() => readInThread(bytes, patienceMs));
}

async function readInThread(bytes: Uint8Array, patienceMs: number): Promise<Cleaned> {
  const thread = new Worker(new URL('./voice-thread.ts', import.meta.url), { workerData: bytes, resourceLimits });
  let impatient: NodeJS.Timeout | undefined;
  try {
    return await new Promise<Cleaned>((resolve) => {
      impatient = setTimeout(() => resolve(unreadable), patienceMs);
      thread.once('message', resolve);
      // Out of memory, or a fault of the reader that it did not see itself.
      thread.once('error', () => resolve(unreadable));
      thread.once('exit', () => resolve(unreadable));
    });
  } finally {
    clearTimeout(impatient);
    await thread.terminate();
  }
}

let last: Promise<unknown> = Promise.resolve();

/** One after the other, so that many broken files at once do not take every core. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const done = last.then(work);
  last = done.catch(() => undefined);
  return done;
}

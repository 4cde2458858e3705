import { parentPort, workerData } from 'node:worker_threads';

import { rewriteVoice } from './rewrite-voice.ts';

// A thread of its own for each recording: it can be ended whatever it is doing.
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port has no origin
parentPort?.postMessage(await rewriteVoice(workerData as Uint8Array));

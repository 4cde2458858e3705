import { describe, expect, it } from 'vitest';

import { sampleId, sampleNow as now } from '../testing/samples.ts';
import type { ActId } from './ids.ts';
import { corrections, decideUndo, eraseAt, undoMs, undoUntil, type Act, type SinceThen } from './undo.ts';

const act: Act = { id: sampleId(1), kind: 'commit-to-need', at: now, undoneAt: null };
const nothing: SinceThen = { laterAct: null, outOfHand: null };

describe('decideUndo', () => {
  it('names the act that takes each one back, up to the last millisecond', () => {
    for (const kind of Object.keys(corrections) as (keyof typeof corrections)[]) {
      const decided = decideUndo({ ...act, kind }, nothing, now + undoMs - 1);
      expect(decided).toEqual({ ok: true, value: corrections[kind] });
    }
  });

  it.each([
    ['too late', {}, {}, undoMs, { code: 'undo-too-late', undoUntil: now + undoMs }],
    ['done already', { undoneAt: now + 5 }, {}, 6, { code: 'already-undone', undoneAt: now + 5 }],
    [
      'under a later act',
      {},
      { laterAct: sampleId<ActId>(2) },
      6,
      { code: 'undo-later-first', actId: sampleId<ActId>(2) },
    ],
    ['sent', {}, { outOfHand: 'message-sent' }, 6, { code: 'out-of-hand', because: 'message-sent' }],
    ['taken', {}, { outOfHand: 'unit-taken' }, 6, { code: 'out-of-hand', because: 'unit-taken' }],
  ] as const)('refuses what is %s', (_name, actChanges, sinceChanges, after, refusal) => {
    expect(decideUndo({ ...act, ...actChanges }, { ...nothing, ...sinceChanges }, now + after)).toEqual({
      ok: false,
      refusal,
    });
  });

  it('leaves erasing time to be undone', () => {
    expect(eraseAt(now)).toBe(undoUntil(act));
  });
});

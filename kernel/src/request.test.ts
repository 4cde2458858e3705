import { describe, expect, it } from 'vitest';

import { sampleId, sampleNow as now } from '../testing/samples.ts';
import type { NeedProgress } from './need.ts';
import { answerPassingOn, passOn } from './passing-on.ts';
import {
  decideClose,
  decideOpen,
  decideTakeIn,
  mayBecomeRequest,
  possibleEndings,
  requestEndings,
  requestStateFrom,
  requestStates,
  suggestedEnding,
  type Request,
} from './request.ts';
import { narrowerSharing, sharingUntilAsked } from './sharing.ts';

function request(changes: Partial<Request> = {}): Request {
  return {
    id: sampleId(1),
    requester: { kind: 'neighbor', personId: sampleId(2) },
    householdId: null,
    askedFor: { kind: 'self' },
    channel: 'web',
    language: 'es',
    state: 'new',
    ending: null,
    owner: null,
    sharing: sharingUntilAsked,
    trip: null,
    recurrence: null,
    receivedAt: now,
    closedAt: null,
    lastConfirmedAt: now,
    mergedInto: null,
    ...changes,
  };
}

const progress = (coverage: NeedProgress['coverage'], open: number, done = 0): NeedProgress => ({
  coverage,
  open,
  done,
  live: 0,
  waiting: 0,
  belowMinimum: false,
});

describe('the states of a request', () => {
  it('have exactly these arrows', () => {
    const arrows = requestStates.flatMap((from) =>
      requestStates.filter((to) => mayBecomeRequest(from, to)).map((to) => `${from} ${to}`),
    );
    expect(arrows).toEqual([
      'new taken-in',
      'new closed',
      'taken-in open',
      'taken-in closed',
      'open covered',
      'open closed',
      'covered open',
      'covered closed',
      'closed open',
    ]);
  });

  it('go from the inbox to an honest ending', () => {
    const taken = decideTakeIn(request(), sampleId(9), now + 1);
    expect(taken).toMatchObject({
      ok: true,
      value: { state: 'taken-in', owner: sampleId(9), lastConfirmedAt: now + 1 },
    });
    const opened = taken.ok && decideOpen(taken.value);
    expect(opened).toMatchObject({ ok: true, value: { state: 'open' } });
    const closed = opened && opened.ok && decideClose(opened.value, 'partly', now + 2);
    expect(closed).toMatchObject({ ok: true, value: { state: 'closed', ending: 'partly', closedAt: now + 2 } });
    const again = closed && closed.ok && decideOpen(closed.value);
    expect(again).toMatchObject({ ok: true, value: { state: 'open', ending: null, closedAt: null } });
  });

  it('refuse the wrong step, and lead from a merged request to the other', () => {
    expect(decideOpen(request())).toEqual({ ok: false, refusal: { code: 'wrong-state', state: 'new' } });
    const merged = request({ mergedInto: sampleId(5) });
    expect(decideTakeIn(merged, sampleId(9), now)).toEqual({
      ok: false,
      refusal: { code: 'request-merged', into: sampleId(5) },
    });
  });

  it('ask for the consent of whom it is about', () => {
    const forSomebody = request({ state: 'taken-in', askedFor: { kind: 'somebody', consentAt: null } });
    expect(decideOpen(forSomebody)).toEqual({ ok: false, refusal: { code: 'consent-missing' } });
    expect(decideOpen({ ...forSomebody, askedFor: { kind: 'somebody', consentAt: now } }).ok).toBe(true);
  });

  it('cannot be solved before anybody looked', () => {
    expect(decideClose(request(), 'solved', now)).toMatchObject({ refusal: { code: 'ending-not-possible' } });
    expect(decideClose(request({ state: 'closed' }), 'solved', now)).toMatchObject({
      refusal: { code: 'wrong-state' },
    });
    for (const state of requestStates) {
      const accepted = requestEndings.filter((ending) => decideClose(request({ state }), ending, now).ok);
      expect(accepted).toEqual(requestEndings.filter((ending) => possibleEndings({ state }).includes(ending)));
    }
  });
});

describe('what the needs say', () => {
  it('covers a request when nothing is open, and opens it again', () => {
    const open = request({ state: 'open' });
    expect(requestStateFrom(open, [progress('covered', 0), progress('met', 0, 3)])).toBe('covered');
    expect(requestStateFrom(open, [progress('covered', 0), progress('partly', 2)])).toBe('open');
    expect(requestStateFrom({ ...open, state: 'covered' }, [progress('none', 1)])).toBe('open');
    expect(requestStateFrom(open, [])).toBe('open');
    expect(requestStateFrom(request(), [progress('covered', 0)])).toBe('new');
  });

  it('suggests how it ended', () => {
    expect(suggestedEnding([progress('met', 0, 2)])).toBe('solved');
    expect(suggestedEnding([progress('met', 0, 2), progress('none', 1)])).toBe('partly');
    expect(suggestedEnding([progress('none', 1)])).toBe('cannot');
    expect(suggestedEnding([])).toBe('cannot');
  });
});

describe('passing on', () => {
  it('is open until the other has answered, and can be answered anew', () => {
    const passed = passOn(sampleId(1), { kind: 'somebody' }, now);
    expect(passed).toMatchObject({ answer: 'waiting', answeredAt: null });
    const yes = answerPassingOn(passed, 'yes', now + 1);
    expect(answerPassingOn(yes, 'no', now + 2)).toMatchObject({ answer: 'no', answeredAt: now + 2 });
  });
});

describe('two sharings put together', () => {
  it('are as narrow as the narrower, in either order', () => {
    const a = { ...sharingUntilAsked, listedPublicly: true, contact: 'coordinators', safeToText: true } as const;
    const b = { ...sharingUntilAsked, exactPlace: 'coordinators', safeToText: false } as const;
    expect(narrowerSharing(a, b)).toEqual({
      listedPublicly: false,
      name: 'helpers',
      contact: 'coordinators',
      exactPlace: 'coordinators',
      safeToText: false,
      safeToLeaveMessage: 'not-asked',
    });
    expect(narrowerSharing(b, a)).toEqual(narrowerSharing(a, b));
    expect(narrowerSharing(a, a)).toEqual(a);
    expect(narrowerSharing(a, sharingUntilAsked).safeToText).toBe('not-asked');
    expect(narrowerSharing(b, sharingUntilAsked).safeToText).toBe(false);
  });
});

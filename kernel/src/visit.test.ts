import { describe, expect, it } from 'vitest';

import { sampleId, sampleNow as now } from '../testing/samples.ts';
import { hourMs } from './instant.ts';
import type { Precaution } from './kind.ts';
import { alarmsDue, decideGoIn, decideStayLonger, goOut, markAlarmed, type GoingIn, type Visit } from './visit.ts';

const going: GoingIn = {
  id: sampleId(1),
  commitmentId: sampleId(2),
  people: 1,
  somebodyElseThere: false,
  vetted: false,
  dueBackAt: now + hourMs,
  alarmTo: sampleId(3),
};

function inside(changes: Partial<Visit> = {}): Visit {
  const decided = decideGoIn(going, [], now);
  if (!decided.ok) throw new Error(decided.refusal.code);
  return { ...decided.value, ...changes };
}

describe('going in', () => {
  const cases: readonly (readonly [Precaution, Partial<GoingIn>, string | true])[] = [
    ['two-people', {}, 'needs-two-people'],
    ['two-people', { people: 2 }, true],
    ['never-alone', {}, 'never-alone'],
    ['never-alone', { people: 2 }, true],
    ['never-alone', { somebodyElseThere: true }, true],
    ['vetted', {}, 'not-vetted'],
    ['vetted', { vetted: true }, true],
    ['keep-cold', {}, true],
  ];

  it.each(cases)('heeds %s with %j: %s', (precaution, changes, expected) => {
    const decided = decideGoIn({ ...going, ...changes }, [precaution], now);
    expect(decided.ok || decided.refusal.code).toBe(expected);
  });

  it('needs a time to be back that lies ahead', () => {
    expect(decideGoIn({ ...going, dueBackAt: now }, [], now)).toMatchObject({
      refusal: { code: 'due-back-not-ahead' },
    });
  });
});

describe('the alarm', () => {
  it('goes out once for whoever is overdue, longest first, and for nobody else', () => {
    const late = inside({ id: sampleId(11), dueBackAt: now - 1 });
    const later = inside({ id: sampleId(12), dueBackAt: now });
    const back = inside({ id: sampleId(13), dueBackAt: now - 9, leftAt: now - 10 });
    const told = markAlarmed(inside({ id: sampleId(14), dueBackAt: now - 9 }), now);
    const visits = [later, back, told, inside(), late];
    expect(alarmsDue(visits, now).map((visit) => visit.id)).toEqual([late.id, later.id]);
  });

  it('is set anew by staying longer', () => {
    const told = markAlarmed(inside(), now + hourMs);
    const longer = decideStayLonger(told, now + 3 * hourMs, now + 2 * hourMs);
    if (!longer.ok) throw new Error(longer.refusal.code);
    expect(alarmsDue([longer.value], now + 2 * hourMs)).toEqual([]);
    expect(alarmsDue([longer.value], now + 3 * hourMs)).toHaveLength(1);
    expect(decideStayLonger(inside(), now, now)).toMatchObject({ refusal: { code: 'due-back-not-ahead' } });
  });

  it('ends with going out, the first time it is said', () => {
    const out = goOut(inside(), now + 5);
    expect(goOut(out, now + 9)).toBe(out);
    expect(alarmsDue([out], now + 9 * hourMs)).toEqual([]);
    expect(decideStayLonger(out, now + hourMs, now)).toMatchObject({
      refusal: { code: 'already-left', leftAt: now + 5 },
    });
  });
});

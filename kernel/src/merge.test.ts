import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { propertyRuns } from '../testing/property-runs.ts';
import { sampleId, sampleNow as now } from '../testing/samples.ts';
import type { PersonId } from './ids.ts';
import { decideMerge, mayAskSame, resolve, sayDifferent, unmerge, type Difference, type Redirect } from './merge.ts';

const person = (number: number) => sampleId<PersonId>(number);
const [ana, ann, anna] = [person(1), person(2), person(3)];

function merged(from: PersonId, into: PersonId): Redirect<PersonId> {
  return { subject: 'person', from, into, mergedAt: now, unmergedAt: null };
}

describe('decideMerge', () => {
  it('keeps the older id, whichever is named first', () => {
    expect(decideMerge('person', [], [], [ann, ana], now)).toEqual({ ok: true, value: merged(ann, ana) });
    expect(decideMerge('person', [], [], [ana, ann], now)).toEqual({ ok: true, value: merged(ann, ana) });
  });

  it('merges what the ids lead to', () => {
    const redirects = [merged(anna, ann)];
    expect(decideMerge('person', redirects, [], [anna, ana], now)).toEqual({ ok: true, value: merged(ann, ana) });
  });

  it('refuses what is one already, and what somebody said is two', () => {
    expect(decideMerge('person', [merged(ann, ana)], [], [ann, ana], now)).toEqual({
      ok: false,
      refusal: { code: 'same-already', id: ana },
    });
    const different = [sayDifferent('person', ann, anna, now)];
    const refusal = { code: 'said-different', saidAt: now };
    expect(decideMerge('person', [], different, [anna, ann], now)).toEqual({ ok: false, refusal });
    // Ann is Ana, so Anna, who is not Ann, is not Ana either.
    expect(decideMerge('person', [merged(ann, ana)], different, [anna, ana], now)).toEqual({ ok: false, refusal });
  });

  it('goes on where the difference is another pair', () => {
    const different = [sayDifferent('person', ana, ann, now)];
    expect(decideMerge('person', [], different, [ana, anna], now).ok).toBe(true);
    expect(decideMerge('person', [], different, [ann, anna], now).ok).toBe(true);
    expect(mayAskSame([], different, anna, ann)).toBe(true);
  });

  it('may be done again after it was undone', () => {
    const undone = unmerge(merged(ann, ana), now + 1);
    expect(resolve([undone], ann)).toBe(ann);
    expect(unmerge(undone, now + 2)).toBe(undone);
    expect(decideMerge('person', [undone], [], [ann, ana], now).ok).toBe(true);
  });
});

describe('resolve', () => {
  it('follows every redirect, and stops in a circle', () => {
    expect(resolve([merged(anna, ann), merged(ann, ana)], anna)).toBe(ana);
    expect([ana, ann]).toContain(resolve([merged(ana, ann), merged(ann, ana)], ana));
  });

  it('leads all that was merged to one, and never asks again what was answered', () => {
    const anyPair = fc.tuple(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 8 }), fc.boolean());
    const property = fc.property(fc.array(anyPair, { maxLength: 20 }), (answers) => {
      const redirects: Redirect<PersonId>[] = [];
      const differences: Difference<PersonId>[] = [];
      for (const [x, y, same] of answers) {
        const [a, b] = [person(x), person(y)];
        if (!mayAskSame(redirects, differences, a, b)) {
          expect(decideMerge('person', redirects, differences, [a, b], now).ok).toBe(false);
          continue;
        }
        if (same) {
          const decided = decideMerge('person', redirects, differences, [a, b], now);
          if (!decided.ok) throw new Error(decided.refusal.code);
          redirects.push(decided.value);
          expect(resolve(redirects, a)).toBe(resolve(redirects, b));
        } else differences.push(sayDifferent('person', a, b, now));
        expect(mayAskSame(redirects, differences, a, b)).toBe(false);
        expect(mayAskSame(redirects, differences, b, a)).toBe(false);
      }
      for (const said of differences) expect(resolve(redirects, said.one)).not.toBe(resolve(redirects, said.other));
    });
    fc.assert(property, propertyRuns(300));
  });
});

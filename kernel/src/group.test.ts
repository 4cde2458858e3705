import { describe, expect, it } from 'vitest';

import { catalogKind } from './catalog/catalog.ts';
import { starterTicks } from './catalog/starter-sets.ts';
import { starterPlan } from './group.ts';

describe('starterPlan', () => {
  it('sets up what a tick needs and no more', () => {
    const plan = starterPlan(['rides']);
    expect(plan.pages).toEqual(['ask', 'offer', 'needs', 'directory']);
    expect(plan.teams).toEqual(['drivers']);
    expect(plan.kindCodes).toContain('service.ride.medical');
    expect(plan.kindCodes).not.toContain('goods.food.canned');
  });

  it.each(starterTicks)('knows the kinds of %s', (tick) => {
    const { kindCodes } = starterPlan([tick]);
    expect(kindCodes.length).toBeGreaterThan(5);
    expect(kindCodes.filter((code) => catalogKind(code) === undefined)).toEqual([]);
  });

  it('joins ticks in whatever order they were made', () => {
    const plan = starterPlan(['storm', 'pantry', 'storm']);
    expect(plan).toEqual(starterPlan(['pantry', 'storm']));
    expect(plan.pages).toEqual(['ask', 'offer', 'needs', 'shifts', 'supplies', 'directory', 'emergency']);
    expect(new Set(plan.kindCodes).size).toBe(plan.kindCodes.length);
  });

  it('lets people ask even when nothing was ticked', () => {
    const plan = starterPlan([]);
    expect(plan.pages).toEqual(['ask', 'offer', 'needs']);
    expect(plan.teams).toEqual([]);
    expect(plan.kindCodes.length).toBeGreaterThan(10);
  });
});

import { describe, expect, it } from 'vitest';

import { hasInfant, householdFaults, householdSize, householdSizeMax } from './household.ts';

describe('a household', () => {
  it('is as large as its ages or its size say, whichever is more', () => {
    expect(householdSize({ people: { '18-to-64': 2, '5-to-11': 3 }, size: null })).toBe(5);
    expect(householdSize({ people: { '5-to-11': 3 }, size: 6 })).toBe(6);
    expect(householdSize({ people: {}, size: 4 })).toBe(4);
    expect(householdSize({ people: {}, size: null })).toBeUndefined();
  });

  it('keeps "no infant" apart from "nobody asked"', () => {
    expect(hasInfant({ people: { 'under-6-months': 1 } })).toBe(true);
    expect(hasInfant({ people: { 'under-6-months': 0, '6-to-23-months': 0 } })).toBe(false);
    expect(hasInfant({ people: { 'under-6-months': 0 } })).toBeUndefined();
    expect(hasInfant({ people: {} })).toBeUndefined();
  });

  it('refuses figures that are none', () => {
    expect(householdFaults({ people: { '5-to-11': -1 }, size: null })).toEqual(['count-invalid']);
    expect(householdFaults({ people: {}, size: 1.5 })).toEqual(['count-invalid']);
    expect(householdFaults({ people: {}, size: householdSizeMax + 1 })).toEqual(['household-too-large']);
    expect(householdFaults({ people: { '65-up': 2, '5-to-11': 0 }, size: 2 })).toEqual([]);
    expect(householdFaults({ people: {}, size: householdSizeMax })).toEqual([]);
  });
});

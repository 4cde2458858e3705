import { describe, expect, it } from 'vitest';

import { sampleNow as now } from '../testing/samples.ts';
import { addMinutes, minuteMs } from './instant.ts';
import { entryUnit, freshnessBudgets, kindFaults, leaseEndsAt, leases, type KindDefinition } from './kind.ts';
import { packOf, single } from './unit.ts';

const diapers: KindDefinition = {
  code: 'own.diapers',
  nature: 'goods',
  theme: 'baby',
  baseUnit: 'each',
  entryUnits: [packOf('pack', 30), single('each')],
  freshnessMinutes: freshnessBudgets.goods,
  lease: leases.goods,
  precautions: [],
  mustKnow: ['diaper-size'],
  returns: false,
  lots: true,
  vital: false,
  names: { en: { name: 'Diapers', synonyms: ['nappies'] }, es: { name: 'Pañales', synonyms: [] } },
};

describe('a kind', () => {
  it('knows its entry units', () => {
    expect(entryUnit(diapers, 'pack')).toEqual(packOf('pack', 30));
    expect(entryUnit(diapers, 'pound')).toBeUndefined();
  });

  it.each([
    [{}, []],
    [{ code: 'diapers' }, ['code-shape']],
    [{ code: 'own.Diapers' }, ['code-shape']],
    [{ entryUnits: [] }, ['no-entry-unit']],
    [{ entryUnits: [single('each'), packOf('each', 2)] }, ['entry-unit-twice']],
    [{ entryUnits: [packOf('pack', 0)] }, ['entry-unit-factor']],
    [{ freshnessMinutes: 0 }, ['freshness']],
    [{ lease: { kind: 'until-window', graceMinutes: 0, otherwiseMinutes: 5 } }, ['lease']],
    [{ baseUnit: 'cent' }, ['money-in-cents']],
    [{ names: { ...diapers.names, es: { name: ' ', synonyms: [] } } }, ['no-name']],
  ] as const)('with %j has the faults %j', (changes, faults) => {
    expect(kindFaults({ ...diapers, ...changes })).toEqual(faults);
  });
});

describe('leaseEndsAt', () => {
  const window = { fromAt: now + 600 * minuteMs, untilAt: now + 700 * minuteMs };

  it.each([
    [leases.rescue, null, now, 20],
    [leases.rescue, window, now, 20],
    [leases.shift, window, now, 660],
    [leases.shift, null, now, 48 * 60],
    // Taken ten minutes after the shift began: still a whole grace.
    [leases.shift, window, window.fromAt + 10 * minuteMs, 670],
  ] as const)('%j with %j', (rule, given, acceptedAt, minutes) => {
    expect(leaseEndsAt(rule, given, acceptedAt)).toBe(addMinutes(now, minutes));
  });
});

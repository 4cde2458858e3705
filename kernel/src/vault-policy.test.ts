import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { propertyRuns } from '../testing/property-runs.ts';
import { sampleId, sampleNow as now } from '../testing/samples.ts';
import { roles, type Actor } from './actor.ts';
import type { MemberId, NeedId, PersonId, RequestId } from './ids.ts';
import { scopes } from './scope.ts';
import { sharingUntilAsked } from './sharing.ts';
import {
  canSeeVault,
  graceMs,
  placePrecision,
  vaultFields,
  vaultPurposes,
  type Tie,
  type VaultField,
  type VaultPurpose,
  type VaultSubject,
} from './vault-policy.ts';

const request = sampleId<RequestId>(1);
const neighborPerson = sampleId<PersonId>(2);
const helperPerson = sampleId<PersonId>(3);
const live: Tie = { state: 'accepted', leaseUntil: now + 1, endedAt: null };

const actors: { readonly [name: string]: Actor } = {
  public: { kind: 'public' },
  neighbor: { kind: 'neighbor', requestId: request, personId: neighborPerson },
  'other neighbor': { kind: 'neighbor', requestId: sampleId(9), personId: sampleId(8) },
  helper: { kind: 'helper', personId: helperPerson },
  system: { kind: 'system' },
  remote: { kind: 'remote', groupId: sampleId(7) },
  ...Object.fromEntries(
    roles.map((role) => [role, { kind: 'member', memberId: sampleId<MemberId>(6), role, teams: [] } as const]),
  ),
};

function subject(changes: Partial<VaultSubject> = {}): VaultSubject {
  return { personId: neighborPerson, requestId: request, sharing: sharingUntilAsked, ties: [], ...changes };
}

/** Everybody who may open a field for a purpose. */
function readers(field: VaultField, purpose: VaultPurpose, of: VaultSubject): readonly string[] {
  return Object.keys(actors).filter((name) => {
    const actor = actors[name];
    return actor !== undefined && canSeeVault(actor, of, field, purpose, now);
  });
}

const helping = ['helper', 'steward', 'coordinator', 'quartermaster', 'treasurer', 'member'];

describe('who may open a detail', () => {
  it.each([
    ['intake', 'raw-message', ['steward', 'coordinator']],
    ['call-back', 'contact', ['steward', 'coordinator']],
    ['call-back', 'exact-place', []],
    ['merge-check', 'name', ['steward', 'coordinator']],
    ['deliver-help', 'exact-place', ['steward', 'coordinator']],
    ['meet-helper', 'name', []],
    ['send-message', 'contact', ['system', 'steward', 'coordinator']],
    ['send-message', 'must-know', []],
    ['safety-alarm', 'exact-place', ['system', 'steward', 'coordinator']],
    ['own-details', 'exact-place', ['neighbor']],
    ['own-details', 'private-note', []],
    ['export', 'private-note', ['system', 'steward']],
  ] as const)('for %s, %s without any tie: %j', (purpose, field, allowed) => {
    expect(readers(field, purpose, subject())).toEqual(allowed);
  });

  it('has an answer for every actor, field and purpose, and never yes for the public', () => {
    for (const purpose of vaultPurposes) {
      for (const field of vaultFields) {
        const bound = subject({ ties: [live], isAlarmed: true });
        expect(readers(field, purpose, bound)).not.toContain('public');
        expect(readers(field, purpose, bound)).not.toContain('other neighbor');
      }
    }
  });

  it.each(['name', 'contact', 'exact-place', 'must-know', 'helper-note', 'photo'] as const)(
    'shows %s to whoever has taken it on',
    (field) => {
      const bound = readers(field, 'deliver-help', subject({ ties: [live] }));
      expect(bound.toSorted()).toEqual(helping.toSorted());
    },
  );

  it.each(['private-note', 'raw-message', 'contact-log'] as const)('never shows %s to helpers', (field) => {
    expect(readers(field, 'deliver-help', subject({ ties: [live] }))).toEqual([]);
  });

  it.each([
    ['name', { name: 'coordinators' }],
    ['contact', { contact: 'coordinators' }],
    ['exact-place', { exactPlace: 'coordinators' }],
  ] as const)('keeps %s from helpers when the neighbor says so', (field, changes) => {
    const guarded = subject({ ties: [live], sharing: { ...sharingUntilAsked, ...changes } });
    expect(readers(field, 'deliver-help', guarded)).toEqual(['steward', 'coordinator']);
    expect(readers('must-know', 'deliver-help', guarded)).toContain('helper');
  });

  it("shows everybody their own, and nobody else's", () => {
    const me = { kind: 'member', memberId: sampleId<MemberId>(6), role: 'member', teams: [] } as const;
    const own = (actor: Actor, personId: PersonId) =>
      canSeeVault(actor, subject({ personId }), 'contact', 'own-details', now);
    expect(own({ ...me, personId: helperPerson }, helperPerson)).toBe(true);
    expect(own({ ...me, personId: helperPerson }, neighborPerson)).toBe(false);
    expect(own(me, neighborPerson)).toBe(false);
    expect(own({ kind: 'helper', personId: helperPerson }, helperPerson)).toBe(true);
    expect(own({ kind: 'helper', personId: helperPerson }, neighborPerson)).toBe(false);
    expect(own({ kind: 'remote', groupId: sampleId(7) }, neighborPerson)).toBe(false);
    expect(own({ kind: 'system' }, neighborPerson)).toBe(false);
  });

  it('lets the neighbor know who comes, while they come', () => {
    const coming = subject({ personId: helperPerson, ties: [live] });
    expect(readers('name', 'meet-helper', coming)).toEqual(['neighbor']);
    expect(readers('exact-place', 'meet-helper', coming)).toEqual([]);
  });

  it('lets the person named for the alarm see where to go', () => {
    const overdue = subject({ personId: helperPerson, isAlarmed: true });
    expect(readers('exact-place', 'safety-alarm', overdue)).toContain('member');
    expect(readers('exact-place', 'safety-alarm', overdue)).not.toContain('helper');
  });
});

describe('how long a tie opens anything', () => {
  const member: Actor = { kind: 'member', memberId: sampleId(6), role: 'member', teams: [] };
  const sees = (tie: Tie, at = now) => canSeeVault(member, subject({ ties: [tie] }), 'contact', 'deliver-help', at);

  it.each([
    ['offered', null, null, false],
    ['accepted', now + 1, null, true],
    ['accepted', now, null, false],
    ['started', now - 1, null, true],
    ['done', null, now, true],
    ['done', null, now - graceMs + 1, true],
    ['done', null, now - graceMs, false],
    ['withdrawn', null, now, false],
    ['lapsed', null, now, false],
    ['failed', null, now, false],
    ['declined', null, now, false],
  ] as const)('%s, lease %s, ended %s: %s', (state, leaseUntil, endedAt, expected) => {
    expect(sees({ state, leaseUntil, endedAt })).toBe(expected);
  });

  it('shows the exact place only then, and the rough area before', () => {
    const source = { kind: 'request', requestId: request } as const;
    const need = { id: sampleId<NeedId>(5), audience: 'members', teamId: null, source } as const;
    expect(placePrecision(member, need, subject(), now)).toBe('cell');
    expect(placePrecision(member, need, subject({ ties: [live] }), now)).toBe('exact');
    expect(placePrecision({ kind: 'public' }, need, subject(), now)).toBe('none');
    expect(placePrecision({ kind: 'public' }, { ...need, audience: 'public' }, subject(), now)).toBe('cell');
    expect(placePrecision(actors['neighbor'] ?? member, need, subject(), now)).toBe('exact');
  });

  it('no tie that is over for good opens anything, at any time', () => {
    const over = fc.record({
      state: fc.constantFrom('offered', 'declined', 'withdrawn', 'lapsed', 'failed'),
      leaseUntil: fc.option(fc.integer({ min: now - 9, max: now + 9 })),
      endedAt: fc.option(fc.integer({ min: now - 9, max: now + 9 })),
    });
    const property = fc.property(fc.array(over), fc.constantFrom(...vaultFields), (ties, field) => {
      expect(canSeeVault(member, subject({ ties }), field, 'deliver-help', now)).toBe(false);
    });
    fc.assert(property, propertyRuns(200));
  });
});

describe('a program', () => {
  it('opens nothing without its scope, and with it what its member may, but no export', () => {
    const anything = fc.record({
      role: fc.constantFrom(...roles),
      field: fc.constantFrom(...vaultFields),
      purpose: fc.constantFrom(...vaultPurposes),
      tied: fc.boolean(),
      granted: fc.subarray([...scopes]),
    });
    fc.assert(
      fc.property(anything, ({ role, field, purpose, tied, granted }) => {
        const maker = { kind: 'member', memberId: sampleId<MemberId>(6), role, teams: [] } as const;
        const program: Actor = { ...maker, token: { tokenId: sampleId(10), scopes: granted } };
        const of = subject({ ties: tied ? [live] : [] });
        const mayMaker = canSeeVault(maker, of, field, purpose, now);
        const expected = mayMaker && granted.includes('personal:read') && purpose !== 'export';
        expect(canSeeVault(program, of, field, purpose, now)).toBe(expected);
      }),
      propertyRuns(500),
    );
  });
});

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { sampleId } from '../testing/samples.ts';
import { roles, type Actor, type MemberActor, type Role } from './actor.ts';
import type { MemberId, NeedId, PersonId, RequestId, TeamId, TokenId } from './ids.ts';
import type { Party } from './party.ts';
import * as groupPolicy from './group-policy.ts';
import * as helpPolicy from './policy.ts';
import type { NeedFacts } from './policy.ts';
import { type Scope, scopes } from './scope.ts';
import { sharingUntilAsked } from './sharing.ts';

const policy = { ...helpPolicy, ...groupPolicy };

const ownRequest = sampleId<RequestId>(1);
const otherRequest = sampleId<RequestId>(2);
const linkedNeed = sampleId<NeedId>(3);
const storm = sampleId<TeamId>(4);
const me = sampleId<MemberId>(5);
const somebodyElse: Party = { kind: 'member', memberId: sampleId(6) };
const mePerson = sampleId<PersonId>(7);

const member = (role: Role, teams: readonly TeamId[] = []): Actor => ({ kind: 'member', memberId: me, role, teams });

/** Everybody who can come to a door, by the name the matrix uses. */
const actors = {
  public: { kind: 'public' },
  neighbor: { kind: 'neighbor', requestId: ownRequest, personId: mePerson },
  helper: { kind: 'helper', personId: mePerson, needId: linkedNeed },
  member: member('member'),
  teammate: member('member', [storm]),
  quartermaster: member('quartermaster'),
  treasurer: member('treasurer'),
  coordinator: member('coordinator'),
  steward: member('steward'),
  system: { kind: 'system' },
  remote: { kind: 'remote', groupId: sampleId(8) },
} as const satisfies { readonly [name: string]: Actor };
type ActorName = keyof typeof actors;

const answering = ['coordinator', 'steward'] as const;
const members = ['member', 'teammate', 'quartermaster', 'treasurer', ...answering] as const;

function need(audience: NeedFacts['audience'], changes: Partial<NeedFacts> = {}): NeedFacts {
  const source = { kind: 'request', requestId: otherRequest } as const;
  return { id: sampleId(9), audience, teamId: storm, source, ...changes };
}
const drive: NeedFacts = need('members', { source: { kind: 'drive', driveId: sampleId(10) } });
const mine: NeedFacts = need('coordinators', { source: { kind: 'request', requestId: ownRequest } });
const vetted = need('members', { precautions: ['vetted'] });
const shared = need('coordinators', { sharedWith: [sampleId(8)] });
const linked = need('coordinators', { id: linkedNeed });
const own: Party = { kind: 'member', memberId: me };

/** Every act there is, with exactly those who may. Whoever is not named may not. */
const matrix: readonly (readonly [string, (actor: Actor) => boolean, readonly ActorName[]])[] = [
  ['canAsk', policy.canAsk, ['public', 'neighbor', 'helper', ...members]],
  ['canOffer', policy.canOffer, ['public', 'neighbor', 'helper', ...members]],
  ['canSeeInbox', policy.canSeeInbox, answering],
  ['canUsePaper', policy.canUsePaper, answering],
  ['canExportDetails', policy.canExportDetails, ['system', 'steward']],
  ...policy.exportedLists.map(
    (list) =>
      [
        `canExportList (${list})`,
        (actor: Actor) => policy.canExportList(actor, list),
        ['system', ...(['needs', 'members', 'events'].includes(list) ? members : answering)],
      ] as const,
  ),
  ['canTakeIn', policy.canTakeIn, answering],
  ['canSeeRequest (own)', (actor) => policy.canSeeRequest(actor, { id: ownRequest }), ['neighbor', ...answering]],
  ['canSeeRequest (other)', (actor) => policy.canSeeRequest(actor, { id: otherRequest }), answering],
  ['canChangeRequest (own)', (actor) => policy.canChangeRequest(actor, { id: ownRequest }), ['neighbor', ...answering]],
  ['canChangeRequest (other)', (actor) => policy.canChangeRequest(actor, { id: otherRequest }), answering],
  ['canCloseRequest', policy.canCloseRequest, answering],
  ['canWriteNotes', policy.canWriteNotes, answering],
  ['canSetUrgency', policy.canSetUrgency, answering],
  ['canReissueLink', policy.canReissueLink, answering],
  ['canSeeWhoSawDetails', (actor) => policy.canSeeWhoSawDetails(actor, { id: ownRequest }), ['neighbor', ...answering]],
  ['canErasePerson (own)', (actor) => policy.canErasePerson(actor, { id: ownRequest }), ['neighbor', ...answering]],
  ['canErasePerson (other)', (actor) => policy.canErasePerson(actor, { id: otherRequest }), answering],
  ['canMergeRequests', policy.canMergeRequests, answering],
  ['canMergePeople', policy.canMergePeople, answering],
  ['canPassOn', policy.canPassOn, answering],
  ['canSeeOffers', policy.canSeeOffers, answering],
  ['canChangeOffer (own)', (actor) => policy.canChangeOffer(actor, own), members],
  ['canChangeOffer (another)', (actor) => policy.canChangeOffer(actor, somebodyElse), answering],
  ['canTakeInOffers', policy.canTakeInOffers, answering],
  ['canSeePlaces', policy.canSeePlaces, answering],
  ['canSeeAsks', policy.canSeeAsks, answering],
  ['canSeeCommitments', policy.canSeeCommitments, members],
  ['canListNeeds', policy.canListNeeds, members],
  [
    'canSeeNeed (public)',
    (actor) => policy.canSeeNeed(actor, need('public')),
    ['public', 'neighbor', 'helper', ...members],
  ],
  ['canSeeNeed (members)', (actor) => policy.canSeeNeed(actor, need('members')), members],
  ['canSeeNeed (team)', (actor) => policy.canSeeNeed(actor, need('team')), ['teammate', ...answering]],
  ['canSeeNeed (no team)', (actor) => policy.canSeeNeed(actor, need('team', { teamId: null })), answering],
  ['canSeeNeed (coordinators)', (actor) => policy.canSeeNeed(actor, need('coordinators')), answering],
  ['canSeeNeed (own request)', (actor) => policy.canSeeNeed(actor, mine), ['neighbor', ...answering]],
  ['canSeeNeed (linked)', (actor) => policy.canSeeNeed(actor, linked), ['helper', ...answering]],
  ['canSeeNeed (shared)', (actor) => policy.canSeeNeed(actor, shared), ['remote', ...answering]],
  [
    'canCommit (public)',
    (actor) => policy.canCommit(actor, need('public')),
    ['public', 'neighbor', 'helper', ...members],
  ],
  ['canCommit (members)', (actor) => policy.canCommit(actor, need('members')), members],
  [
    'canCommit (own request)',
    (actor) => policy.canCommit(actor, { ...mine, audience: 'public' }),
    ['public', 'helper', ...members],
  ],
  ['canCommit (vetted only)', (actor) => policy.canCommit(actor, vetted), answering],
  ['canCommit (linked)', (actor) => policy.canCommit(actor, linked), ['helper', ...answering]],
  ['canCommitFor (oneself)', (actor) => policy.canCommitFor(actor, own), members],
  ['canCommitFor (another)', (actor) => policy.canCommitFor(actor, somebodyElse), answering],
  ['canChooseOffers', policy.canChooseOffers, answering],
  ['canStep (own)', (actor) => policy.canStep(actor, { provider: own }), members],
  [
    'canStep (by link)',
    (actor) => policy.canStep(actor, { provider: { kind: 'neighbor', personId: mePerson } }),
    ['neighbor', 'helper', ...answering],
  ],
  ['canStep (another)', (actor) => policy.canStep(actor, { provider: somebodyElse }), answering],
  ['canHaltNeed (request)', (actor) => policy.canHaltNeed(actor, mine), ['neighbor', ...answering]],
  ['canHaltNeed (drive)', (actor) => policy.canHaltNeed(actor, drive), ['quartermaster', 'treasurer', ...answering]],
  ['canChangeNeed', (actor) => policy.canChangeNeed(actor, mine), ['neighbor', ...answering]],
  ['canAskPeople', policy.canAskPeople, answering],
  ['canRecord', policy.canRecord, members],
  ['canTidy', policy.canTidy, ['system', ...answering]],
  ['canSeeMembers', policy.canSeeMembers, members],
  ['canInvite', policy.canInvite, answering],
  ['canManageMembers', policy.canManageMembers, ['steward']],
  ['canVet', policy.canVet, answering],
  ['canManageGroup', policy.canManageGroup, ['steward']],
  ['canManagePrograms', policy.canManagePrograms, answering],
  ['canManagePartners', policy.canManagePartners, answering],
  ['canManageStock', policy.canManageStock, ['quartermaster', 'steward']],
  ['canManageMoney', policy.canManageMoney, ['treasurer', 'steward']],
  ['canSeeLedger', policy.canSeeLedger, members],
  ['canCorrectEvent (own)', (actor) => policy.canCorrectEvent(actor, { isMoney: true, by: own }), members],
  [
    'canCorrectEvent (money)',
    (actor) => policy.canCorrectEvent(actor, { isMoney: true, by: null }),
    ['treasurer', 'steward'],
  ],
  [
    'canCorrectEvent (goods)',
    (actor) => policy.canCorrectEvent(actor, { isMoney: false, by: somebodyElse }),
    ['quartermaster', ...answering],
  ],
  ['canSendToMany', policy.canSendToMany, answering],
  ['canActivate', policy.canActivate, answering],
  ['canImport', policy.canImport, ['system', ...answering]],
  ['canManageForms', policy.canManageForms, answering],
  ['canListAnswers', policy.canListAnswers, members],
  ['canExportGroup', policy.canExportGroup, ['steward']],
  ['canSeeAudit', policy.canSeeAudit, ['steward']],
  ['canRunRetention', policy.canRunRetention, ['system']],
  ['canUndo (own)', (actor) => policy.canUndo(actor, own), members],
  ['canUndo (another)', (actor) => policy.canUndo(actor, somebodyElse), answering],
  ['canUndo (nobody)', (actor) => policy.canUndo(actor, null), answering],
];

describe('who may do what', () => {
  const names = Object.keys(actors) as readonly ActorName[];

  it.each(matrix)('%s', (_act, allows, allowed) => {
    const may = names.filter((name) => allows(actors[name]));
    expect(may.toSorted()).toEqual([...allowed].toSorted());
  });

  it('has a row for every policy there is', () => {
    const rows = new Set(matrix.map(([name]) => name.split(' ')[0]));
    const missing = Object.keys(policy).filter((name) => name.startsWith('can') && !rows.has(name));
    expect(missing).toEqual(['canListPublicly']);
  });

  it('knows every role', () => {
    const played = names.map((name) => actors[name]).filter((actor) => actor.kind === 'member');
    expect(new Set(played.map((actor) => actor.role))).toEqual(new Set(roles));
  });

  it('lets a member do what vetting is asked for only once vetted', () => {
    const helper: Actor = { kind: 'member', memberId: me, role: 'member', teams: [], vetted: true };
    expect(policy.canCommit(helper, vetted)).toBe(true);
    expect(policy.canCommit(helper, need('coordinators', { precautions: ['vetted'] }))).toBe(false);
  });
});

describe('a program', () => {
  /** What each policy asks of a token beside the rights of who made it; what is not here is done by people only. */
  const scopeOf: Readonly<Record<string, Scope>> = {
    canAsk: 'requests:write',
    canOffer: 'offers:write',
    canSeeInbox: 'requests:read',
    canTakeIn: 'requests:write',
    canSeeRequest: 'requests:read',
    canChangeRequest: 'requests:write',
    canCloseRequest: 'requests:write',
    canWriteNotes: 'requests:write',
    canSetUrgency: 'requests:write',
    canPassOn: 'requests:write',
    canSeeOffers: 'offers:read',
    canChangeOffer: 'offers:write',
    canTakeInOffers: 'offers:write',
    canSeePlaces: 'places:read',
    canListNeeds: 'needs:read',
    canSeeNeed: 'needs:read',
    canCommit: 'commitments:write',
    canCommitFor: 'commitments:write',
    canChooseOffers: 'commitments:write',
    canStep: 'commitments:write',
    canHaltNeed: 'needs:write',
    canChangeNeed: 'needs:write',
    canAskPeople: 'asks:write',
    canSeeAsks: 'asks:read',
    canSeeCommitments: 'commitments:read',
    canRecord: 'events:write',
    canManageStock: 'events:write',
    canManageMoney: 'events:write',
    canSeeLedger: 'events:read',
    canCorrectEvent: 'events:write',
  };

  it.each(matrix)('%s: exactly what its member may and its scopes name', (name, allows) => {
    const policyName = name.split(' ')[0] ?? '';
    fc.assert(
      fc.property(fc.constantFrom(...roles), fc.subarray([...scopes]), fc.boolean(), (role, granted, isTeammate) => {
        const maker = member(role, isTeammate ? [storm] : []);
        const program: Actor = { ...(maker as MemberActor), token: { tokenId: sampleId(11), scopes: granted } };
        const scope = scopeOf[policyName];
        const expected = allows(maker) && scope !== undefined && granted.includes(scope);
        expect(allows(program)).toBe(expected);
      }),
    );
  });

  it('undoes what the same token did, and nothing else', () => {
    const ownToken = sampleId<TokenId>(11);
    const program: Actor = {
      ...(member('steward') as MemberActor),
      token: { tokenId: ownToken, scopes: [] },
    };
    expect(policy.canUndo(program, own, ownToken)).toBe(true);
    expect(policy.canUndo(program, own, sampleId(12))).toBe(false);
    expect(policy.canUndo(program, own, null)).toBe(false);
    expect(policy.canUndo(member('coordinator'), somebodyElse, ownToken)).toBe(true);
  });
});

describe('canListPublicly', () => {
  const agreed = { state: 'open', sharing: { ...sharingUntilAsked, listedPublicly: true } } as const;

  it('takes the audience, the consent and an open request', () => {
    expect(policy.canListPublicly(need('public'), agreed)).toBe(true);
    expect(policy.canListPublicly(need('members'), agreed)).toBe(false);
    expect(policy.canListPublicly(need('public'), { ...agreed, sharing: sharingUntilAsked })).toBe(false);
    expect(policy.canListPublicly(need('public'), { ...agreed, state: 'closed' })).toBe(false);
    expect(policy.canListPublicly(need('public'), { ...agreed, state: 'new' })).toBe(false);
    expect(policy.canListPublicly(need('public'), null)).toBe(false);
  });

  it('shows a drive that is for everybody', () => {
    expect(policy.canListPublicly({ ...drive, audience: 'public' }, null)).toBe(true);
    expect(policy.canListPublicly(drive, null)).toBe(false);
  });
});

import type { CatalogKind } from '@barnraise/kernel/catalog/entry.ts';
import type { Commitment } from '@barnraise/kernel/commitment.ts';
import { isOver } from '@barnraise/kernel/commitment.ts';
import type { MemberId, NeedId, PersonId, RequestId } from '@barnraise/kernel/ids.ts';
import type { Instant } from '@barnraise/kernel/instant.ts';
import { isTaking, type Need, needProgress, type NeedProgress } from '@barnraise/kernel/need.ts';
import type { Party } from '@barnraise/kernel/party.ts';
import { canAskPeople, canCommit, canSeeNeed, isCoordinator } from '@barnraise/kernel/policy.ts';

import type { Context } from '../context.ts';
import type { GroupTransaction } from '../database/database.ts';
import { type Details, readDetails } from '../people/read-details.ts';
import { actorParty } from '@barnraise/kernel/actor.ts';
import { sameParty } from '@barnraise/kernel/party.ts';
import type { Point } from '../people/point.ts';
import type { Caller } from '../record/caller.ts';
import { areaMiddle } from './area-middle.ts';
import { asksOf } from './ask-table.ts';
import type { Ask } from '@barnraise/kernel/ask.ts';
import { type LoadedNeed, readNeed } from './load-need.ts';
import type { ShownAnswers } from '../people/shown-answer.ts';
import { toldToMembers } from './told-to-members.ts';

/** Who promised what; coordinators see by name, others see that somebody did. */
export interface ShownCommitment {
  readonly commitment: Commitment;
  readonly providerName: string | null;
  readonly isOwn: boolean;
}

export interface AskableMember {
  readonly memberId: MemberId;
  readonly name: string;
  readonly lastAskedAt: Instant | null;
}

export interface NeedPage {
  readonly now: Instant;
  readonly need: Need;
  readonly kind: CatalogKind;
  readonly enteredUnit: string;
  readonly linkCode: string;
  /** The middle of the rough area, which is all that anybody may know before saying yes. */
  readonly area: Point | undefined;
  readonly requestId: RequestId | null;
  /** What was answered to a form of the group's own and is for every member. */
  readonly told: readonly ShownAnswers[];
  readonly progress: NeedProgress;
  readonly commitments: readonly ShownCommitment[];
  readonly asks: readonly { readonly ask: Ask; readonly name: string | null }[];
  /** Members to put the question to, those not asked for longest first; for coordinators only. */
  readonly askable: readonly AskableMember[];
  readonly may: { readonly commit: boolean; readonly coordinate: boolean; readonly ask: boolean };
}

/** One need as this caller may see it, or undefined: what they may not see is not there. */
export async function needPage(context: Context, caller: Caller, needId: NeedId): Promise<NeedPage | undefined> {
  // A writing transaction, since reading names leaves a trace.
  return context.database.forGroup(caller.groupId, async (tx) => {
    const loaded = await readNeed(tx, needId);
    if (!loaded || !canSeeNeed(caller.actor, facts(loaded))) return undefined;
    const coordinate = isCoordinator(caller.actor);
    const members = coordinate ? await activeMembers(tx) : [];
    const asks = coordinate ? await asksOf(tx, needId) : [];
    const names = await providerNames(context, tx, caller, loaded, members);
    const progress = needProgress(loaded.need, loaded.commitments, tx.now);
    return {
      now: tx.now,
      need: loaded.need,
      kind: loaded.kind,
      enteredUnit: loaded.row.entered_unit,
      linkCode: loaded.row.link_code,
      area: areaMiddle(loaded.row.cell === null ? [] : [loaded.row.cell]),
      requestId: loaded.row.request_id,
      told: loaded.row.request_id ? await toldToMembers(context, tx, caller, loaded.row.request_id) : [],
      progress,
      commitments: shownCommitments(caller, loaded, names),
      asks: asks.map((ask) => ({ ask, name: names(ask.to) })),
      askable: members.map((one) => ({
        memberId: one.id,
        name: names({ kind: 'member', memberId: one.id }) ?? '',
        lastAskedAt: one.last_asked_at,
      })),
      may: {
        commit: canCommit(caller.actor, facts(loaded)) && isTaking(loaded.need, tx.now) && progress.open > 0,
        coordinate,
        ask: canAskPeople(caller.actor) && isTaking(loaded.need, tx.now) && progress.open > 0,
      },
    };
  });
}

const facts = (loaded: LoadedNeed) => ({ ...loaded.need, precautions: loaded.precautions });

type NameOf = (party: Party) => string | null;

function shownCommitments({ actor }: Caller, loaded: LoadedNeed, names: NameOf): readonly ShownCommitment[] {
  const own = actorParty(actor);
  return loaded.commitments
    .filter((one) => !isOver(one) || one.state === 'done' || isCoordinator(actor))
    .toSorted((a, b) => a.offeredAt - b.offeredAt)
    .map((commitment) => ({
      commitment,
      providerName: names(commitment.provider),
      isOwn: own !== undefined && sameParty(own, commitment.provider),
    }));
}

type MemberRow = { readonly id: MemberId; readonly person_id: PersonId; readonly last_asked_at: Instant | null };

async function activeMembers(tx: GroupTransaction): Promise<readonly MemberRow[]> {
  return tx.db
    .selectFrom('members')
    .select(['id', 'person_id', 'last_asked_at'])
    .where('group_id', '=', tx.groupId)
    .where('state', '=', 'active')
    .orderBy('last_asked_at', (order) => order.asc().nullsFirst())
    .orderBy('id')
    .execute();
}

/** The names behind parties, opened at once for the coordinator who reads them; nobody else sees who promised. */
async function providerNames(
  context: Context,
  tx: GroupTransaction,
  { actor }: Caller,
  loaded: LoadedNeed,
  members: readonly MemberRow[],
): Promise<NameOf> {
  if (!isCoordinator(actor)) return () => null;
  const personOf = new Map(members.map((one) => [one.id, one.person_id]));
  const helpers = loaded.commitmentRows.flatMap((row) => (row.person_id ? [row.person_id] : []));
  const details: Details = await readDetails(context, tx, {
    actor,
    purpose: 'call-back',
    fields: ['name', 'handle'],
    wanted: [...new Set([...personOf.values(), ...helpers])].map((personId) => ({ personId })),
  });
  return (party) => {
    const personId =
      party.kind === 'member' ? personOf.get(party.memberId) : party.kind === 'neighbor' ? party.personId : undefined;
    if (personId === undefined) return null;
    return details.get(personId, 'handle') ?? details.get(personId, 'name') ?? null;
  };
}

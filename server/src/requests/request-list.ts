import type { CatalogKind } from '@barnraise/kernel/catalog/entry.ts';
import { type MemberId, parseId, type PersonId, type RequestId } from '@barnraise/kernel/ids.ts';
import type { Instant } from '@barnraise/kernel/instant.ts';
import { canSeeInbox } from '@barnraise/kernel/policy.ts';
import { type RequestChannel, requestChannels, type RequestState, requestStates } from '@barnraise/kernel/request.ts';
import { parseShortCode } from '@barnraise/kernel/short-code.ts';
import { sql } from 'kysely';

import type { Context } from '../context.ts';
import { asOf, type GroupReader, type GroupTransaction } from '../database/database.ts';
import { findByWords } from '../people/find-by-words.ts';
import { findPersons } from '../people/find-person.ts';
import type { Caller } from '../record/caller.ts';
import { coordinatorNames, type NamedMember } from './coordinator-names.ts';

/** What the address of the list says: every filtered list can be sent to somebody. */
export interface RequestFilter {
  /** `open` is everything that is not closed. */
  readonly state: RequestState | 'all-open' | 'held';
  readonly kind: string | null;
  readonly owner: MemberId | 'none' | null;
  readonly urgency: 'now' | 'soon' | 'usual' | null;
  readonly channel: RequestChannel | null;
  /** Code, phone, mail, or words of the name, the address and what was written. */
  readonly search: string;
  readonly after: ListCursor | null;
}

/** The last row of the page before: rows that come meanwhile neither repeat nor hide one. */
export interface ListCursor {
  readonly urgency: number;
  readonly askedAt: Instant;
  readonly id: RequestId;
}

export interface ListedNeed {
  readonly kind: CatalogKind;
  readonly unit: string;
  readonly quantity: number;
  readonly promised: number;
  readonly done: number;
  readonly isHalted: boolean;
}

export interface ListedRequest {
  readonly id: RequestId;
  readonly code: string;
  readonly state: RequestState;
  readonly urgency: number;
  readonly reasons: readonly string[];
  readonly channel: RequestChannel;
  readonly askedAt: Instant;
  readonly ownerId: MemberId | null;
  readonly windowTo: Instant | null;
  readonly isHeld: boolean;
  readonly needs: readonly ListedNeed[];
}

export interface RequestList {
  readonly now: Instant;
  readonly rows: readonly ListedRequest[];
  readonly next: ListCursor | null;
  readonly owners: readonly NamedMember[];
  readonly kinds: readonly { readonly code: string; readonly kind: CatalogKind }[];
}

export const rowsPerPage = 50;
const urgencyRanks = { now: 2, soon: 1, usual: 0 } as const;

/** Reads the filter from an address; what it does not understand it leaves out. */
export function parseRequestFilter(query: URLSearchParams): RequestFilter {
  const state = query.get('state');
  const owner = query.get('owner');
  const urgency = query.get('urgency');
  const channel = query.get('source');
  return {
    state: [...requestStates, 'held' as const].find((one) => one === state) ?? 'all-open',
    kind: query.get('kind') || null,
    owner: owner === 'none' ? 'none' : (parseId<MemberId>(owner) ?? null),
    urgency: (['now', 'soon', 'usual'] as const).find((one) => one === urgency) ?? null,
    channel: requestChannels.find((one) => one === channel) ?? null,
    search: (query.get('q') ?? '').trim().slice(0, 200),
    after: parseCursor(query.get('after')),
  };
}

/** The cursor as it stands in an address. */
export function cursorText({ urgency, askedAt, id }: ListCursor): string {
  return `${urgency}.${askedAt}.${id}`;
}

function parseCursor(text: string | null): ListCursor | null {
  const [urgency = '', askedAt = '', rest = ''] = (text ?? '').split('.');
  const id = parseId<RequestId>(rest);
  const at = Number(askedAt);
  return id && /^[012]$/.test(urgency) && Number.isSafeInteger(at)
    ? { urgency: Number(urgency), askedAt: at, id }
    : null;
}

/** Powers the list of requests. Names are not opened here: a list is looked at far more often than anybody is called. */
export async function requestList(
  context: Context,
  caller: Caller,
  filter: RequestFilter,
): Promise<RequestList | undefined> {
  if (!canSeeInbox(caller.actor)) return undefined;
  return context.database.forGroup(caller.groupId, async (tx) => {
    const people = filter.search === '' ? null : await searched(context, tx, filter.search);
    const rows = await filteredRequests(tx, filter, people).execute();
    const shown = rows.slice(0, rowsPerPage);
    const needs = await needsByRequest(
      tx,
      shown.map((row) => row.id),
    );
    const last = rows.length > rowsPerPage ? shown.at(-1) : undefined;
    return {
      now: tx.now,
      rows: shown.map((row) => ({
        id: row.id,
        code: row.code,
        state: row.state,
        urgency: row.urgency,
        reasons: row.urgency_reasons,
        channel: row.channel,
        askedAt: row.asked_at,
        ownerId: row.owner_id,
        windowTo: row.window_to,
        isHeld: row.held_at !== null,
        needs: needs.get(row.id) ?? [],
      })),
      next: last ? { urgency: last.urgency, askedAt: last.asked_at, id: last.id } : null,
      owners: await coordinatorNames(context, tx, caller.actor),
      kinds: await kindsInUse(tx),
    };
  });
}

export type Searched = { readonly code: string | null; readonly personIds: readonly PersonId[] };

/** A code finds its request; anything else is looked up among the keyed hashes, so that nothing has to be opened. */
export async function searched(context: Context, tx: GroupTransaction, text: string): Promise<Searched> {
  const code = parseShortCode(text);
  if (code) return { code, personIds: [] };
  const [found, byWords] = await Promise.all([
    findPersons(context, tx, { phone: text, mail: text, name: text, address: text }),
    findByWords(context, tx, text),
  ]);
  return { code: null, personIds: [...new Set([...found.map((person) => person.personId), ...byWords])] };
}

const listColumns = [
  'r.id',
  'r.code',
  'r.state',
  'r.urgency',
  'r.urgency_reasons',
  'r.channel',
  'r.asked_at',
  'r.owner_id',
  'r.window_to',
  'r.held_at',
] as const;

/**
 * One page of the list and one row more, unless more are wanted. Everything open comes from the index `requests_open` in its order, so the
 * thirty-thousandth request costs as much as the first.
 */
export function filteredRequests(
  tx: GroupReader,
  filter: RequestFilter,
  people: Searched | null,
  limit: number = rowsPerPage + 1,
) {
  const { after } = filter;
  const isClosed = filter.state === 'closed';
  let query = tx.db
    .selectFrom('requests as r')
    .select([...listColumns])
    .where('r.group_id', '=', tx.groupId)
    .where('r.merged_into_id', 'is', null);
  if (isClosed) query = query.where('r.state', '=', 'closed').orderBy('r.asked_at', 'desc').orderBy('r.id', 'desc');
  else
    query = query.where('r.state', '<>', 'closed').orderBy('r.urgency', 'desc').orderBy('r.asked_at').orderBy('r.id');
  // What waits for a look stays out of every list but its own; whoever calls about it is found all the same.
  if (filter.state === 'held') query = query.where('r.held_at', 'is not', null);
  else if (!isClosed && !people) query = query.where('r.held_at', 'is', null);
  if (filter.state !== 'all-open' && filter.state !== 'held') query = query.where('r.state', '=', filter.state);
  if (filter.urgency) query = query.where('r.urgency', '=', urgencyRanks[filter.urgency]);
  if (filter.channel) query = query.where('r.channel', '=', filter.channel);
  if (filter.owner === 'none') query = query.where('r.owner_id', 'is', null);
  else if (filter.owner) query = query.where('r.owner_id', '=', filter.owner);
  if (people?.code) query = query.where('r.code', '=', people.code);
  else if (people)
    query = query.where('r.person_id', 'in', people.personIds.length > 0 ? [...people.personIds] : [nobody]);
  if (filter.kind) {
    const { kind } = filter;
    query = query.where((eb) =>
      eb.exists(
        eb
          .selectFrom('needs as n')
          .innerJoin('kinds as k', (join) =>
            join.onRef('k.group_id', '=', 'n.group_id').onRef('k.id', '=', 'n.kind_id'),
          )
          .select('n.id')
          .whereRef('n.group_id', '=', 'r.group_id')
          .whereRef('n.request_id', '=', 'r.id')
          .where('k.code', '=', kind),
      ),
    );
  }
  if (!after) return query.limit(limit);
  const isFurther = (direction: '<' | '>') =>
    sql<boolean>`(r.asked_at, r.id) ${sql.raw(direction)} (${asOf(after.askedAt)}, ${after.id}::uuid)`;
  if (isClosed) return query.where(isFurther('<')).limit(limit);
  // The most urgent come first but the oldest too, so "further down" is two ranges of the index and not one.
  const asUrgent = query.where('r.urgency', '=', after.urgency).where(isFurther('>')).limit(limit);
  const lessUrgent = query.where('r.urgency', '<', after.urgency).limit(limit);
  return tx.db
    .selectFrom(asUrgent.as('r'))
    .selectAll()
    .unionAll((eb) => eb.parens(lessUrgent))
    .orderBy('urgency', 'desc')
    .orderBy('asked_at')
    .orderBy('id')
    .limit(limit);
}

const nobody = '00000000-0000-0000-0000-000000000000' as PersonId;

/** The lines of several requests, by request. */
export async function needsByRequest(
  tx: GroupReader,
  ids: readonly RequestId[],
): Promise<ReadonlyMap<RequestId, readonly ListedNeed[]>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.db
    .selectFrom('needs as n')
    .innerJoin('kinds as k', (join) => join.onRef('k.group_id', '=', 'n.group_id').onRef('k.id', '=', 'n.kind_id'))
    .select(['n.request_id', 'k.definition', 'n.entered_unit', 'n.quantity', 'n.live_quantity', 'n.done_quantity'])
    .select('n.halted_at')
    .where('n.group_id', '=', tx.groupId)
    .where('n.request_id', 'in', [...ids])
    .orderBy('n.created_at')
    .orderBy('n.id')
    .execute();
  const listed = rows.map((row) => ({
    requestId: row.request_id as RequestId,
    need: {
      kind: row.definition as CatalogKind,
      unit: row.entered_unit,
      quantity: row.quantity,
      promised: row.live_quantity,
      done: row.done_quantity,
      isHalted: row.halted_at !== null,
    },
  }));
  const grouped = Map.groupBy(listed, (one) => one.requestId);
  return new Map([...grouped].map(([id, ofRequest]) => [id, ofRequest.map((one) => one.need)]));
}

async function kindsInUse(tx: GroupReader): Promise<RequestList['kinds']> {
  const rows = await tx.db
    .selectFrom('kinds')
    .select(['code', 'definition'])
    .where('group_id', '=', tx.groupId)
    .where('active', '=', true)
    .orderBy('position')
    .execute();
  return rows.map((row) => ({ code: row.code, kind: row.definition as CatalogKind }));
}

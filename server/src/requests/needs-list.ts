import type { MemberActor } from '@barnraise/kernel/actor.ts';
import type { CatalogKind } from '@barnraise/kernel/catalog/entry.ts';
import type { AskId, NeedId } from '@barnraise/kernel/ids.ts';
import type { Instant, TimeWindow } from '@barnraise/kernel/instant.ts';
import type { KindTheme } from '@barnraise/kernel/kind.ts';
import { isCoordinator } from '@barnraise/kernel/policy.ts';
import type { Quantity } from '@barnraise/kernel/quantity.ts';
import { sql } from 'kysely';

import type { Context } from '../context.ts';
import { asOf } from '../database/column-types.ts';
import type { GroupReader } from '../database/database.ts';
import type { Caller } from '../record/caller.ts';

/** One line of "What is needed": what, how much, when and roughly where; never for whom. */
export interface ListedNeed {
  readonly id: NeedId;
  readonly kind: CatalogKind;
  readonly open: Quantity;
  readonly quantity: Quantity;
  readonly enteredUnit: string;
  readonly window: TimeWindow | null;
  readonly people: number;
  readonly cell: string | null;
  readonly urgency: number;
  readonly askedAt: Instant;
  /** Set when the reader was asked for it: "Can you?" */
  readonly askId: AskId | null;
}

export interface NeedsList {
  readonly now: Instant;
  readonly needs: readonly ListedNeed[];
  /** How many there are of each theme, for the filter. */
  readonly themes: readonly { readonly theme: KindTheme; readonly count: number }[];
  readonly nextPage: number | null;
}

/** Enough for a phone's screen a few times over; the rest is a page further. */
const needsPerPage = 30;

/** What a member may take now, the most urgent first, then what ends soonest, then what waits longest. */
export async function needsList(
  context: Context,
  caller: Caller & { readonly actor: MemberActor },
  filter: { readonly theme?: string | null; readonly page?: number },
): Promise<NeedsList> {
  const page = filter.page ?? 1;
  return context.database.readGroup(caller.groupId, async (tx) => {
    const open = openNeeds(tx, caller.actor);
    const rows = await open
      .$if(Boolean(filter.theme), (query) => query.where(theme, '=', filter.theme as KindTheme))
      .selectAll('needs')
      .select(['kinds.definition', 'requests.urgency', 'requests.asked_at', 'asks.id as ask_id'])
      .orderBy('requests.urgency', 'desc')
      .orderBy('needs.window_to', (order) => order.asc().nullsLast())
      .orderBy('requests.asked_at')
      .orderBy('needs.id')
      .limit(needsPerPage + 1)
      .offset((page - 1) * needsPerPage)
      .execute();
    return {
      now: tx.now,
      themes: await themesOf(tx, caller.actor),
      nextPage: rows.length > needsPerPage ? page + 1 : null,
      needs: rows.slice(0, needsPerPage).map((row) => ({
        id: row.id,
        kind: row.definition as CatalogKind,
        open: Math.min(row.quantity, row.cap ?? row.quantity) - row.live_quantity - row.done_quantity,
        quantity: row.quantity,
        enteredUnit: row.entered_unit,
        window:
          row.window_from === null || row.window_to === null
            ? null
            : { fromAt: row.window_from, untilAt: row.window_to },
        people: row.people_minimum,
        cell: row.cell,
        urgency: row.urgency,
        askedAt: row.asked_at,
        askId: row.ask_id,
      })),
    };
  });
}

export const theme = sql<KindTheme>`kinds.definition->>'theme'`;

/** Needs that can be taken and that this member may see, as the kernel's `canSeeNeed` has it. */
export function openNeeds(tx: GroupReader, actor: MemberActor) {
  const teams = [...actor.teams];
  return tx.db
    .selectFrom('needs')
    .innerJoin('kinds', (join) =>
      join.onRef('kinds.group_id', '=', 'needs.group_id').onRef('kinds.id', '=', 'needs.kind_id'),
    )
    .innerJoin('requests', (join) =>
      join.onRef('requests.group_id', '=', 'needs.group_id').onRef('requests.id', '=', 'needs.request_id'),
    )
    .leftJoin('asks', (join) =>
      join
        .onRef('asks.group_id', '=', 'needs.group_id')
        .onRef('asks.need_id', '=', 'needs.id')
        .on('asks.member_id', '=', actor.memberId)
        .on('asks.state', '=', 'sent'),
    )
    .where('needs.group_id', '=', tx.groupId)
    .where('needs.state', '=', 'open')
    .where('needs.halted_at', 'is', null)
    .where('requests.state', 'in', ['taken-in', 'open', 'covered'])
    .where(
      sql<boolean>`needs.live_quantity + needs.done_quantity < least(needs.quantity, coalesce(needs.cap, needs.quantity))`,
    )
    .where((eb) => eb.or([eb('needs.window_to', 'is', null), eb('needs.window_to', '>', asOf(tx.now))]))
    .$if(!isCoordinator(actor), (query) =>
      query.where((eb) =>
        eb.or([
          eb('needs.audience', 'in', ['public', 'members']),
          ...(teams.length > 0 ? [eb.and([eb('needs.audience', '=', 'team'), eb('needs.team_id', 'in', teams)])] : []),
        ]),
      ),
    );
}

async function themesOf(tx: GroupReader, actor: MemberActor): Promise<NeedsList['themes']> {
  return openNeeds(tx, actor)
    .select([theme.as('theme'), (eb) => eb.fn.countAll<number>().as('count')])
    .groupBy(theme)
    .orderBy('count', 'desc')
    .execute();
}

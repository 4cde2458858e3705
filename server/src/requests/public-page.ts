import type { CatalogKind } from '@barnraise/kernel/catalog/entry.ts';
import type { GroupId, NeedId } from '@barnraise/kernel/ids.ts';
import type { Instant } from '@barnraise/kernel/instant.ts';
import { localDateOf, parseLocalDate, startOfDay } from '@barnraise/kernel/time.ts';
import { sql } from 'kysely';

import type { Context } from '../context.ts';
import { asOf, type GroupReader } from '../database/database.ts';
import type { Point } from '../people/point.ts';
import { areaMiddle } from './area-middle.ts';
import { type IntakeNotice, intakeNotice } from './intake-notice.ts';

/** A need that anybody may see: what and how much, roughly where and until when; never who. */
export interface PublicNeed {
  readonly id: NeedId;
  readonly linkCode: string;
  readonly kind: CatalogKind;
  readonly unit: string;
  readonly quantity: number;
  readonly taken: number;
  readonly windowTo: Instant | null;
  /** The middle of the rough area, about 5 km². */
  readonly area: Point | undefined;
  /** "No more, please": shown at once, so that nobody sets out with it. */
  readonly isHalted: boolean;
}

export interface PublicPage {
  readonly now: Instant;
  readonly about: string;
  readonly ticks: readonly string[];
  readonly helped: { readonly month: number; readonly year: number; readonly hoursYear: number };
  readonly needs: readonly PublicNeed[];
  readonly notice: IntakeNotice;
}

const needsMax = 30;

/** Powers the page of a group that anybody sees. */
export async function publicPage(context: Context, groupId: GroupId, zone: string): Promise<PublicPage> {
  return context.database.readGroup(groupId, async (tx) => {
    const settings = await tx.db
      .selectFrom('group_settings')
      .select(['about', 'ticks'])
      .where('group_id', '=', tx.groupId)
      .executeTakeFirstOrThrow();
    return {
      now: tx.now,
      about: settings.about,
      ticks: settings.ticks,
      helped: await helped(tx, zone),
      needs: await publicNeeds(tx),
      notice: await intakeNotice(context, tx),
    };
  });
}

/** What really happened, from the ledger: times somebody was helped, and hours given. What was taken back is left out. */
async function helped(tx: GroupReader, zone: string): Promise<PublicPage['helped']> {
  const today = localDateOf(tx.now, zone);
  const monthAt = startOfDay(parseLocalDate(`${today.slice(0, 7)}-01`) ?? today, zone);
  const yearAt = startOfDay(parseLocalDate(`${today.slice(0, 4)}-01-01`) ?? today, zone);
  const row = await tx.db
    .selectFrom('events as e')
    .select((eb) => [
      eb.fn.countAll<number>().filterWhere('e.happened_at', '>=', asOf(monthAt)).as('month'),
      eb.fn.countAll<number>().as('year'),
      eb.fn.coalesce(eb.fn.sum<number>('e.effort_minutes'), sql<number>`0`).as('minutes'),
    ])
    .where('e.group_id', '=', tx.groupId)
    .where('e.happened_at', '>=', asOf(yearAt))
    .where('e.verb', 'in', ['handed-out', 'worked', 'paid', 'lent'])
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('events as c')
            .select('c.id')
            .whereRef('c.group_id', '=', 'e.group_id')
            .whereRef('c.corrects_id', '=', 'e.id'),
        ),
      ),
    )
    .executeTakeFirstOrThrow();
  return { month: row.month, year: row.year, hoursYear: Math.floor(row.minutes / 60) };
}

/** Open and halted needs that their askers agreed to list, as the policy `canListPublicly` has it, soonest first. */
async function publicNeeds(tx: GroupReader): Promise<readonly PublicNeed[]> {
  const rows = await tx.db
    .selectFrom('needs as n')
    .innerJoin('requests as r', (join) =>
      join.onRef('r.group_id', '=', 'n.group_id').onRef('r.id', '=', 'n.request_id'),
    )
    .innerJoin('kinds as k', (join) => join.onRef('k.group_id', '=', 'n.group_id').onRef('k.id', '=', 'n.kind_id'))
    .select(['n.id', 'n.link_code', 'k.definition', 'n.entered_unit', 'n.quantity', 'n.cap', 'n.window_to'])
    .select(['n.live_quantity', 'n.done_quantity', 'n.halted_at', 'n.cell'])
    .where('n.group_id', '=', tx.groupId)
    .where('n.state', '=', 'open')
    .where('n.audience', '=', 'public')
    .where('r.state', 'in', ['open', 'covered'])
    .where(sql<boolean>`coalesce((r.sharing->>'listedPublicly')::boolean, false)`)
    .where((eb) => eb.or([eb('n.window_to', 'is', null), eb('n.window_to', '>', asOf(tx.now))]))
    .where((eb) =>
      eb.or([
        eb('n.halted_at', 'is not', null),
        sql<boolean>`n.live_quantity + n.done_quantity < least(n.quantity, coalesce(n.cap, n.quantity))`,
      ]),
    )
    .orderBy('n.window_to', (order) => order.asc().nullsLast())
    .orderBy('n.created_at')
    .limit(needsMax)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    linkCode: row.link_code,
    kind: row.definition as CatalogKind,
    unit: row.entered_unit,
    quantity: row.cap === null ? row.quantity : Math.min(row.quantity, row.cap),
    taken: row.live_quantity + row.done_quantity,
    windowTo: row.window_to,
    area: areaMiddle(row.cell === null ? [] : [row.cell]),
    isHalted: row.halted_at !== null,
  }));
}

import type { PictureName } from '@barnraise/kernel/catalog/pictures.ts';
import type { GroupId } from '@barnraise/kernel/ids.ts';
import type { Instant } from '@barnraise/kernel/instant.ts';
import { findKinds } from '@barnraise/kernel/phrase-to-kinds.ts';

import type { Context } from '../context.ts';
import { selectSettings } from '../people/settings-table.ts';
import { areaMiddle } from './area-middle.ts';
import { type IntakeNotice, intakeNotice } from './intake-notice.ts';
import { type GroupKind, kindName, kindOf, loadKinds, selectKinds } from './load-kinds.ts';
import type { IntakeRules } from './request-from-fields.ts';

/** At most so many pictures on the first screen; the last is always "something else". */
const tilesMax = 7;

/** What the first screen shows: one picture, and the kinds behind it. */
export interface AskTile {
  readonly picture: PictureName;
  readonly kinds: readonly NamedKind[];
}

export interface NamedKind {
  readonly code: string;
  readonly name: string;
}

export interface AskFront {
  readonly tiles: readonly AskTile[];
  readonly notice: IntakeNotice;
}

/** Powers the first screen of asking: pictures with a word each. */
export async function askFront(context: Context, groupId: GroupId, language: string): Promise<AskFront> {
  return context.database.readGroup(groupId, async (tx) => ({
    tiles: tilesOf(await loadKinds(tx, { onAskForm: true }), language),
    notice: await intakeNotice(context, tx),
  }));
}

/**
 * Kinds with one picture stand behind it together. Where there are too many pictures, goods, services, work, money and
 * space take turns, so that a pantry's twenty shelves do not hide its rides; what is left out is found by its words.
 */
export function tilesOf(kinds: readonly GroupKind[], language: string): readonly AskTile[] {
  const tiles = [...Map.groupBy(kinds, (kind) => kind.picture)].map(([picture, behind]) => ({ picture, behind }));
  const natures = [...Map.groupBy(tiles, ({ behind }) => behind[0]?.nature).values()];
  const turns = Math.max(0, ...natures.map((ofNature) => ofNature.length));
  const inTurn = Array.from({ length: turns }, (_, turn) =>
    natures.flatMap((ofNature) => ofNature.slice(turn, turn + 1)),
  );
  const chosen = new Set(inTurn.flat().slice(0, tilesMax));
  return tiles
    .filter((tile) => chosen.has(tile))
    .map(({ picture, behind }) => ({ picture, kinds: behind.map(named(language)) }));
}

/** What somebody's words may mean, likeliest first, each kind once; what they turn down is left out. */
export async function kindsFor(
  context: Context,
  groupId: GroupId,
  words: string,
  language: string,
): Promise<readonly NamedKind[]> {
  const kinds = await context.database.readGroup(groupId, (tx) => loadKinds(tx));
  const found = findKinds(words, kinds)
    .filter((match) => !match.negated && !match.held)
    .flatMap((match) => [match.kind, ...match.alternatives]);
  return [...new Set(found)].slice(0, tilesMax).map(named(language));
}

/** What one step of the form needs: the kind with its units and questions, and what can be asked along with it. */
export interface AskStep {
  readonly kind: GroupKind | null;
  readonly also: readonly NamedKind[];
  readonly notice: IntakeNotice;
  readonly now: Instant;
}

/** Powers the form for one kind; `code` null is something the group has no word for. */
export async function askStep(
  context: Context,
  groupId: GroupId,
  code: string | null,
  language: string,
): Promise<AskStep | undefined> {
  return context.database.readGroup(groupId, async (tx) => {
    const [kind] = code === null ? [] : await loadKinds(tx, { codes: [code] });
    if (code !== null && !kind) return undefined;
    const others = (await loadKinds(tx, { onAskForm: true })).filter((one) => one.code !== code);
    const notice = await intakeNotice(context, tx);
    return { kind: kind ?? null, also: others.slice(0, 8).map(named(language)), notice, now: tx.now };
  });
}

/** What posted fields are read against: all of the group's kinds, or those that were posted. */
export async function intakeRules(
  context: Pick<Context, 'database'>,
  groupId: GroupId,
  codes?: readonly string[],
): Promise<IntakeRules> {
  const { now, rows } = await context.database.readAtOnce(groupId, (db) => ({
    settings: selectSettings(db, groupId),
    kinds: selectKinds(db, groupId, { codes }),
  }));
  const [settings] = rows.settings;
  if (!settings) throw new Error(`The group ${groupId} has no settings.`);
  const near = areaMiddle(settings.area_cells);
  const kinds = rows.kinds.map(kindOf);
  return { now, zone: settings.zone, country: settings.country, kinds, ...(near && { near }) };
}

function named(language: string): (kind: GroupKind) => NamedKind {
  return (kind) => ({ code: kind.code, name: kindName(kind, language) });
}

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import type { Actor } from '@barnraise/kernel/actor.ts';
import type { CommitmentId, KindId, MemberId, MessageId, OfferId, PersonId, VisitId } from '@barnraise/kernel/ids.ts';
import { hourMs } from '@barnraise/kernel/instant.ts';
import { type ExportedList, exportedLists } from '@barnraise/kernel/group-policy.ts';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';

import { seedKind, seedMember, seedNeed } from '../../../tests/seed/people-and-needs.ts';
import { freshDatabase, seedGroups } from '../../../tests/store/database.ts';
import { at } from '../database/database.ts';
import { freshId } from '../database/new-id.ts';
import { insertMessages } from '../messaging/message-table.ts';
import { insertHouseholds } from '../people/household-table.ts';
import { keepPerson } from '../people/keep-person.ts';
import type { Caller } from '../record/caller.ts';
import { commitToNeed } from '../requests/commit-to-need.ts';
import { finishCommitment } from '../requests/finish-commitment.ts';
import { freshShortCode } from '../requests/fresh-code.ts';
import { insertVisit } from '../requests/visit-table.ts';
import { wordsFor } from '../words/words.ts';
import { rowsPerPart } from './exported-table.ts';
import { exportList, exportTables, type ListToExport } from './export-list.ts';

const now = Date.UTC(2026, 2, 3, 17, 30);
const { context, owner } = await freshDatabase({ clock: () => now });
const { here, there } = await seedGroups(context);
const steward = await seedMember(context, here, { name: 'Marisol Tran', role: 'steward' });
const coordinator = await seedMember(context, here, { name: 'Sven Adeyemi', role: 'coordinator' });
const member = await seedMember(context, here, { name: '=HYPERLINK("http://thief.example")', role: 'member' });
const stranger = await seedMember(context, there, { name: 'Ines Okafor', role: 'steward' });
const boxes = await seedKind(context, here, 'goods.food.box');
await seedLife();

/** One row in every list, and formulas wherever people can write anything. */
async function seedLife(): Promise<void> {
  const { needId } = await seedNeed(context, here, { kindId: boxes, quantity: 12 });
  const taken = await commitToNeed(context, member, { needId, quantity: 8 });
  if (!taken.ok) throw new Error(taken.refusal.code);
  const { id: commitmentId } = taken.value.commitment;
  await finishCommitment(context, member, { commitmentId, doneQuantity: 5, effortMinutes: 40 });
  await context.database.forGroup(here, async (tx) => {
    const personId = await keepPerson(context, tx, {
      sort: 'neighbor',
      details: [
        { field: 'name', value: '@SUM(A1:A9)' },
        { field: 'phone', value: '+13045550144' },
        { field: 'mail', value: '=cmd@example.org' },
      ],
    });
    await tx.db.updateTable('requests').set({ person_id: personId }).where('group_id', '=', here).execute();
    await insertVisit(tx, {
      id: freshId<VisitId>(tx),
      commitmentId,
      people: 2,
      enteredAt: now,
      dueBackAt: now + hourMs,
      alarmTo: coordinator.actor.memberId,
      alarmedAt: null,
      leftAt: null,
    });
    await tx.db
      .insertInto('offers')
      .values({ ...offerColumns(personId), group_id: here, id: freshId<OfferId>(tx), last_confirmed_at: at(now) })
      .execute();
    await insertMessages(tx, [
      {
        id: freshId<MessageId>(tx),
        channel: 'mail',
        person_id: personId,
        template: 'received',
        cause_table: 'requests',
        cause_id: commitmentId,
        state: 'failed',
        last_error: '-2+3 refused',
      },
    ]);
    await tx.db
      .insertInto('imports')
      .values({ group_id: here, id: freshId(tx), source: '+call sheet', rows_in: 3, rows_made: 2, created_at: at(now) })
      .execute();
    insertHouseholds(tx, [
      { id: freshId(tx), personId, language: 'es', household: { people: { '18-to-64': 2 }, size: 5 } },
    ]);
    await tx.db
      .insertInto('places')
      .values({ group_id: here, id: freshId(tx), person_id: personId, label: '=Grange Hall' })
      .execute();
    const teamId = freshId<never>(tx);
    await tx.db.insertInto('teams').values({ group_id: here, id: teamId, name: '=storm' }).execute();
    await tx.db
      .insertInto('member_teams')
      .values({ group_id: here, member_id: member.actor.memberId, team_id: teamId })
      .execute();
  });
}

function offerColumns(personId: PersonId) {
  return {
    code: freshShortCode(),
    provider_kind: 'neighbor',
    person_id: personId,
    kind_id: boxes,
    quantity: 3,
    entered_amount: '3',
    entered_unit: 'each',
    standing: false,
    state: 'active',
    ask_by: 'call',
    hours: JSON.stringify([]),
  } as const;
}

async function table(caller: Caller, list: ExportedList, how: Partial<ListToExport> = {}): Promise<string | undefined> {
  const lines = await exportList(context, caller, {
    list,
    query: new URLSearchParams(),
    isPrivate: false,
    t: wordsFor('en'),
    style: 'words',
    zone: 'America/New_York',
    ...how,
  });
  if (!lines.ok) return undefined;
  let text = '';
  for await (const line of lines.value) text += line;
  return text;
}

const rowsOf = (text: string | undefined): string[][] => parse(text ?? '', { bom: true });

describe('a list as a table', () => {
  it.each(exportedLists)('has its documented columns and its one row: %s', async (list) => {
    const text = await table(steward, list, { style: 'codes', isPrivate: true });
    const [heading, ...rows] = (text ?? '')
      .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'ID')
      // What the database dates by its own clock; the rest happens at the test's.
      .replaceAll(/"(?!2026-03-03)20\d\d-\d\d-\d\d \d\d:\d\d"/g, '"TIME"')
      .replaceAll(/"[0-9A-Z]{4}-[0-9A-Z]{4}"|"[0-9a-f]{4}-[0-9a-f]{6}"/g, '"CODE"')
      .split('\r\n');
    // Ids of one moment come in no order.
    const stable = [heading, ...rows.slice(0, -1).sort(), ''].join('\r\n');
    const golden = path.join(import.meta.dirname, 'golden', `${list}.csv`);
    if (process.env['REGEN'] === '1') {
      mkdirSync(path.dirname(golden), { recursive: true });
      writeFileSync(golden, stable);
    }
    expect(existsSync(golden)).toBe(true);
    expect(stable).toBe(readFileSync(golden, 'utf8'));
    expect(rowsOf(text).length).toBeGreaterThan(1);
  });

  it.each(exportedLists)('has every column explained: %s', (list) => {
    const guide = readFileSync(path.join(import.meta.dirname, '../../../docs/export.md'), 'utf8');
    const part = guide.split(/^## /m).find((one) => one.startsWith(`\`${list}\``)) ?? '';
    const explained = [...part.matchAll(/^\| `(\w+)` \|/gm)].map((match) => match[1]);
    expect(explained).toEqual([...exportTables[list].columns(true)]);
  });

  it.each(exportedLists)('is in the reader’s words, with a heading for every column: %s', async (list) => {
    const [english, spanish] = await Promise.all(
      (['en', 'es'] as const).map(async (locale) => rowsOf(await table(steward, list, { t: wordsFor(locale) }))[0]),
    );
    expect(english?.length).toBe(spanish?.length);
    expect(english).not.toEqual(spanish);
  });

  it.each(exportedLists)('runs nothing in a spreadsheet, whatever people wrote: %s', async (list) => {
    for (const style of ['words', 'codes'] as const) {
      const cells = rowsOf(await table(steward, list, { isPrivate: true, style })).flat();
      expect(cells.filter((cell) => /^[=+\-@\t\r\n]/.test(cell))).toEqual([]);
    }
  });

  it('carries the formulas that were tried, as text', async () => {
    expect(await table(steward, 'requests', { isPrivate: true })).toContain(`"'@SUM(A1:A9)","'+13045550144"`);
    expect(await table(steward, 'members')).toContain(`"'=storm"`);
    expect(await table(steward, 'imports')).toContain(`"'+call sheet"`);
  });

  it('writes times as the group’s clocks show them', async () => {
    expect(rowsOf(await table(steward, 'events'))[1]).toContain('2026-03-03 12:30');
  });

  it('keeps the filters of its page', async () => {
    const only = async (list: ExportedList, query: string) =>
      rowsOf(await table(steward, list, { query: new URLSearchParams(query) })).length - 1;
    expect(await only('requests', '')).toBe(1);
    expect(await only('requests', 'state=closed')).toBe(0);
    expect(await only('requests', 'kind=goods.food.box')).toBe(1);
    expect(await only('requests', 'q=304-555-0144')).toBe(1);
    expect(await only('requests', 'q=304-555-0199')).toBe(0);
    expect(await only('messages', 'show=stuck')).toBe(1);
    expect(await only('messages', 'show=waiting')).toBe(0);
    expect(await only('needs', 'theme=ride')).toBe(0);
  });
});

describe('who may take what', () => {
  const may = async (caller: Caller, isPrivate: boolean) => {
    const asked = await Promise.all(exportedLists.map((list) => table(caller, list, { isPrivate })));
    return exportedLists.filter((_, index) => asked[index] !== undefined);
  };
  const as = (actor: Actor): Caller => ({ groupId: here, actor });

  it('follows the rights of the page', async () => {
    expect(await may(coordinator, false)).toEqual([...exportedLists]);
    expect(await may(member, false)).toEqual(['needs', 'members', 'events']);
    expect(await may(as({ kind: 'public' }), false)).toEqual([]);
    expect(await may(as({ kind: 'helper', personId: 'x' as PersonId }), false)).toEqual([]);
  });

  it('gives private details to the group lead and to the shell only', async () => {
    expect(await may(steward, true)).toEqual([...exportedLists]);
    expect(await may(as({ kind: 'system' }), true)).toEqual([...exportedLists]);
    expect(await may(coordinator, true)).toEqual([]);
  });

  it('holds nothing private unless it was asked for', async () => {
    for (const list of exportedLists) {
      expect(await table(coordinator, list)).not.toMatch(/SUM\(|555-?0144|cmd@/);
    }
  });

  it('shows another group nothing of it', async () => {
    for (const list of exportedLists.filter((one) => one !== 'members')) {
      expect(rowsOf(await table(stranger, list, { isPrivate: true })).length, list).toBe(1);
    }
    expect(rowsOf(await table(stranger, 'members', { isPrivate: true })).length).toBe(2);
  });

  it('is on record for the person it is about, and for the group', async () => {
    await owner.query('delete from vault_readings');
    await table(coordinator, 'requests');
    expect((await owner.query('select 1 from vault_readings')).rowCount).toBe(0);
    await table(steward, 'requests', { isPrivate: true });
    await table(as({ kind: 'system' }), 'requests', { isPrivate: true });
    const { rows } = await owner.query(
      `select distinct reader_kind, purpose from vault_readings r join persons p on p.id = r.person_id
       where p.sort = 'neighbor' order by 1`,
    );
    expect(rows).toEqual([
      { reader_kind: 'member', purpose: 'export' },
      { reader_kind: 'system', purpose: 'export' },
    ]);
    const audit = await owner.query(
      `select data from audit_entries where verb = 'export-list' and data->>'list' = 'requests' and actor_kind = 'system'`,
    );
    expect(audit.rows).toContainEqual({ data: { list: 'requests', isPrivate: true } });
  });
});

it('reads long lists in parts, and only as far as somebody takes them', async () => {
  const kindId = boxes satisfies KindId;
  const { needId } = await seedNeed(context, here, { kindId, quantity: 5000 });
  const rows = rowsPerPart * 2 + 7;
  await owner.query(
    `insert into commitments (group_id, id, need_id, provider_kind, member_id, quantity, people, state, decision_no, offered_at, accepted_at)
     select $1, gen_random_uuid(), $2, 'member', $3, 1, 1, 'withdrawn', 1, now(), now() from generate_series(1, $4::int)`,
    [here, needId, member.actor.memberId satisfies MemberId, rows],
  );
  const before = rowsOf(await table(steward, 'commitments')).length;
  expect(before - 1).toBe(rows + 1);
  const ids = new Set(rowsOf(await table(steward, 'commitments')).map(([id]) => id as CommitmentId));
  expect(ids.size).toBe(before);

  const lines = await exportList(context, steward, {
    list: 'commitments',
    query: new URLSearchParams(),
    isPrivate: false,
    t: wordsFor('en'),
    style: 'words',
    zone: 'UTC',
  });
  if (!lines.ok) throw new Error(lines.refusal.code);
  await lines.value.next();
  const part = await lines.value.next();
  expect(parse(String(part.value)).length).toBe(rowsPerPart);
  await lines.value.return(undefined);
});

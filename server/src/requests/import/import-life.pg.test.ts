import { Readable } from 'node:stream';

import type { GroupId, PersonId, RequestId } from '@barnraise/kernel/ids.ts';
import { describe, expect, test } from 'vitest';

import { freshDatabase, seedGroups } from '../../../../tests/store/database.ts';
import { seedMember } from '../../../../tests/seed/people-and-needs.ts';
import type { Caller } from '../../record/caller.ts';
import { inviteKnownMembers } from '../../people/invite-known-members.ts';
import { keepDetails } from '../../people/keep-person.ts';
import { changeAsk } from '../change-ask.ts';
import { requestPage } from '../request-page.ts';
import { takeInRequest } from '../take-in-request.ts';
import { uninvitedOf } from './imported-members.ts';
import { importPage } from './import-page.ts';
import { forgetImports } from './forget-imports.ts';
import { importReport, refusedRows } from './import-report.ts';
import type { ImportId } from './import-table.ts';
import { layDownTable } from './lay-down-table.ts';
import { type ImportMapping, type ImportSubject, readMapping } from './mapping.ts';
import { previewImport } from './preview-import.ts';
import { runImport } from './run-import.ts';
import { chooseMapping, startImport, stopImport, throwAwayImport } from './start-import.ts';
import { surveyImport } from './survey-import.ts';
import { runUndoImport, undoImport } from './undo-import.ts';

const { context, owner } = await freshDatabase();
const { here, there } = await seedGroups(context);
const lead = await seedMember(context, here, { name: 'Wren', role: 'coordinator' });
const stranger = await seedMember(context, there, { name: 'Ash', role: 'coordinator' });
const plainMember = await seedMember(context, here, { name: 'Juno' });

const names = 'no,who,phone,street,needs,notes,adults,children';
const mappingFor = (source: string, subject: ImportSubject = 'requests'): ImportMapping =>
  readMapping(
    JSON.stringify({
      source,
      subject,
      key: 'no',
      columns: {
        name: 'who',
        phone: 'phone',
        address: 'street',
        needs: 'needs',
        words: 'notes',
        adults: 'adults',
        children: 'children',
      },
    }),
  );

async function layDown(caller: Caller, source: string, text: string): Promise<ImportId> {
  const bytes = Readable.from([Buffer.from(text)]);
  const laid = await layDownTable(context, caller, { fileName: 'list.csv', source, subject: 'requests', bytes });
  if (!laid.ok) throw new Error(laid.refusal.code);
  return laid.value;
}

async function begin(caller: Caller, mapping: ImportMapping, text: string): Promise<ImportId> {
  const importId = await layDown(caller, mapping.source, text);
  expect(await chooseMapping(context, caller, { importId, mapping })).toMatchObject({ ok: true });
  expect(await startImport(context, caller, importId)).toMatchObject({ ok: true });
  return importId;
}

async function bringIn(mapping: ImportMapping, rows: readonly string[]) {
  const importId = await begin(lead, mapping, [names, ...rows].join('\n'));
  await runImport(context, { groupId: here, importId });
  return { importId, ...(await importReport(context, lead, importId)) };
}

async function takeBack(importId: ImportId) {
  expect(await undoImport(context, lead, importId)).toMatchObject({ ok: true });
  await runUndoImport(context, { groupId: here, importId });
  return importReport(context, lead, importId);
}

const many = (count: number, from = 1): string[] =>
  Array.from({ length: count }, (_, index) => `${from + index},Person ${from + index},,,"${index % 7} blankets",,,`);

async function count(what: string, groupId: GroupId = here): Promise<number> {
  const { rows } = await owner.query<{ n: number }>(`select count(*)::int as n from ${what} where group_id = $1`, [
    groupId,
  ]);
  return rows[0]?.n ?? -1;
}

const keptTables = [
  'persons',
  'person_keys',
  'vault_entries',
  'vault_hashes',
  'requests',
  'needs',
  'offers',
  'households',
  'household_persons',
  'members',
  'places',
  'contact_attempts',
  'import_rows',
  'import_refusals',
  'import_pieces',
];

async function countsNow(): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const table of keptTables) counts[table] = await count(table);
  return counts;
}

async function detailsOf(source: string, no: number, field: string): Promise<readonly string[]> {
  const { rows } = await owner.query<{ person_id: string; id: string }>(
    `select r.person_id, r.id from requests r join import_rows i on i.made_id = r.id where i.source = $1 and i.row_no = $2`,
    [source, no + 1],
  );
  const [row] = rows;
  if (!row) return [];
  const opened = await context.database.readGroup(here, (tx) =>
    context.vault.open(tx, { personIds: [row.person_id as never], fields: [field] }),
  );
  return opened.map(({ value }) => value);
}

/** Whom the only row of a source made. */
async function personOf(source: string): Promise<PersonId> {
  const { rows } = await owner.query<{ made_table: string; made_id: string }>(
    'select made_table, made_id from import_rows where source = $1',
    [source],
  );
  const [made] = rows;
  const table = made?.made_table === 'households' ? 'household_persons' : made?.made_table;
  const id = made?.made_table === 'households' ? 'household_id' : 'id';
  const found = await owner.query<{ person_id: PersonId }>(`select person_id from ${table} where ${id} = $1`, [
    made?.made_id,
  ]);
  const [row] = found.rows;
  if (!row) throw new Error(`Nobody came in from ${source}.`);
  return row.person_id;
}

async function openedOf(personId: PersonId, fields: readonly string[]): Promise<readonly string[]> {
  const opened = await context.database.readGroup(here, (tx) =>
    context.vault.open(tx, { personIds: [personId], fields }),
  );
  return fields.map((field) => opened.findLast((one) => one.field === field)?.value ?? '');
}

describe('a sheet that is brought in again', () => {
  test('changes what it made where a row was changed, and nothing else', async () => {
    const mapping = mappingFor('weekly');
    await bringIn(mapping, ['1,Ada Bell,555 0101,9 Mill Ln,"20 blankets",first,,', '2,Luis Ortiz,,,milk,,,']);
    const again = await bringIn(mapping, [
      '1,Ada Bell,555 0199,9 Mill Ln,"30 blankets, diapers",second,,',
      '2,Luis Ortiz,,,milk,,,',
    ]);
    expect(again).toMatchObject({ made: 0, changed: 1, same: 1 });
    expect(await detailsOf('weekly', 1, 'phone')).toEqual(['555 0199']);
    expect(await detailsOf('weekly', 1, 'description')).toEqual(['30 blankets, diapers\n\nsecond']);
    const { rows } = await owner.query<{ code: string; quantity: number }>(
      `select k.code, n.quantity::int from needs n join kinds k on k.id = n.kind_id and k.group_id = n.group_id
       join requests r on r.id = n.request_id where r.source = 'weekly' order by k.code`,
    );
    expect(rows).toContainEqual({ code: 'goods.blanket', quantity: 30 });
    expect(rows.length).toBeGreaterThanOrEqual(3);

    const report = await takeBack(again.importId);
    expect(report).toMatchObject({ state: 'undone', left: 0 });
    expect(await detailsOf('weekly', 1, 'phone'), 'the words before').toEqual(['555 0101']);
    const back = await bringIn(mapping, ['1,Ada Bell,555 0101,9 Mill Ln,"20 blankets",first,,']);
    expect(back, 'the row before is known again').toMatchObject({ same: 1, changed: 0 });
  });

  test.each(['requests', 'offers', 'households', 'members', 'places'] as const)(
    'brings a corrected address to %s, and leaves a number that somebody found out since',
    async (subject) => {
      const mapping = mappingFor(`moved-${subject}`, subject);
      await bringIn(mapping, ['1,Ada Bell,,9 Mill Ln,blankets,first,2,1']);
      const personId = await personOf(`moved-${subject}`);
      await context.database.forGroup(here, (tx) =>
        keepDetails(context, tx, personId, [{ field: 'phone', value: '555 0177' }]),
      );
      const again = await bringIn(mapping, ['1,Ada Bell,,4 Creek Rd,blankets,first,2,1']);
      expect(again).toMatchObject({ changed: 1 });
      expect(await openedOf(personId, ['address', 'phone'])).toEqual(['4 Creek Rd', '555 0177']);
      const third = await bringIn(mapping, ['1,Ada Bell,555 0188,4 Creek Rd,blankets,second,2,1']);
      expect(await openedOf(personId, ['address', 'phone'])).toEqual(['4 Creek Rd', '555 0188']);
      expect(await takeBack(third.importId)).toMatchObject({ left: 0 });
      expect(await openedOf(personId, ['address']), 'as the sheet before had it').toEqual(['4 Creek Rd']);
      expect((await openedOf(personId, ['description'])).join()).toContain(subject === 'members' ? '' : 'first');
    },
  );

  test('changes nothing that the sheet has no column for', async () => {
    const { columns, ...rest } = mappingFor('no-address');
    const mapping = { ...rest, columns: { name: columns.name, needs: columns.needs } };
    await bringIn(mapping, ['1,Ada Bell,,,blankets,,,']);
    const personId = await personOf('no-address');
    const { rows } = await owner.query<{ id: string }>(`select id from requests where source = 'no-address'`);
    const request = { address: '9 Mill Ln', directions: '', plusCode: '', point: null };
    const changed = await changeAsk(context, lead, { requestId: rows[0]?.id as RequestId, place: request });
    expect(changed).toMatchObject({ ok: true });
    await bringIn(mapping, ['1,Ada Bell,,,"blankets, diapers",,,']);
    expect(await openedOf(personId, ['address'])).toEqual(['9 Mill Ln']);
  });

  test('leaves what people have ended', async () => {
    const mapping = mappingFor('ended');
    await bringIn(mapping, ['1,Ines Silva,,,milk,,,']);
    await owner.query(`update requests set state = 'closed', ending = 'solved' where source = 'ended'`);
    const again = await bringIn(mapping, ['1,Ines Silva,,,"milk, bread",,,']);
    expect(again).toMatchObject({ made: 0, changed: 0, left: 1 });
  });

  test('does not bring back somebody who was erased', async () => {
    const mapping = mappingFor('erased');
    await bringIn(mapping, ['1,Omar Haddad,555 0133,,milk,,,']);
    await owner.query(
      `update persons set erased_at = now() where id = (select person_id from requests where source = 'erased')`,
    );
    await owner.query(
      `delete from person_keys where person_id = (select person_id from requests where source = 'erased')`,
    );
    const again = await bringIn(mapping, ['1,Omar Haddad,555 0144,,bread,,,']);
    expect(again).toMatchObject({ made: 0, changed: 0, left: 1 });
    expect(await detailsOf('erased', 1, 'phone')).toEqual([]);
  });
});

describe('taking an import back', () => {
  test('leaves nothing of it, whatever its rows were', async () => {
    const before = await countsNow();
    for (const subject of ['requests', 'offers', 'households', 'members', 'places'] as const) {
      const { importId, ...report } = await bringIn(mappingFor(`undo-${subject}`, subject), [
        '1,Ruth Chen,555 0110,8 Creek Rd,"blankets, rides",a note,2,3',
        '2,Tom Novak,,,"milk",,1,',
        '3,,,,,,,',
      ]);
      expect(report, subject).toMatchObject({ state: 'done', made: 2, refused: 1 });
      expect(await count(subject), subject).toBeGreaterThan(before[subject] ?? 0);
      expect(await takeBack(importId), subject).toMatchObject({ state: 'undone', left: 0 });
    }
    expect(await countsNow()).toEqual(before);
  });

  test('leaves what somebody has worked on, and says how much', async () => {
    const { importId } = await bringIn(mappingFor('worked-on'), many(5));
    const thrown = await throwAwayImport(context, lead, importId);
    expect(thrown, 'not thrown away').toMatchObject({ refusal: { code: 'wrong-import-state' } });
    const { rows } = await owner.query<{ id: string }>(`select id from requests where source = 'worked-on' limit 1`);
    const taken = await takeInRequest(context, lead, { requestId: rows[0]?.id as never, open: false });
    expect(taken.ok).toBe(true);
    expect(await takeBack(importId)).toMatchObject({ state: 'undone', left: 1 });
    expect((await owner.query(`select from requests where source = 'worked-on'`)).rowCount).toBe(1);
    const again = await bringIn(mappingFor('worked-on'), many(5));
    expect(again, 'what stayed is known').toMatchObject({ made: 4, same: 1 });
  });

  test('goes on where it was when it is begun again', async () => {
    const { importId } = await bringIn(mappingFor('twice-undone'), many(2300));
    expect(await undoImport(context, lead, importId)).toMatchObject({ ok: true });
    const job = { groupId: here, importId };
    await Promise.all([runUndoImport(context, job), runUndoImport(context, job)]);
    await runUndoImport(context, job);
    expect(await importReport(context, lead, importId)).toMatchObject({ state: 'undone', left: 0 });
    expect((await owner.query(`select from requests where source = 'twice-undone'`)).rowCount).toBe(0);
  });
});

describe('the life of an import', () => {
  test('makes nothing before somebody has said what the columns mean', async () => {
    const importId = await layDown(lead, 'asked-first', [names, ...many(8)].join('\n'));
    expect(await startImport(context, lead, importId)).toMatchObject({ refusal: { code: 'no-mapping' } });
    const survey = await surveyImport(context, lead, importId);
    expect(survey).toMatchObject({ ok: true, value: { rowsTotal: 8 } });
    const page = await importPage(context, lead, importId);
    expect(page).toMatchObject({ ok: true, value: { fileName: 'list.csv', isRemembered: false } });
    expect(await previewImport(context, lead, importId)).toMatchObject({ refusal: { code: 'no-mapping' } });
    await chooseMapping(context, lead, { importId, mapping: mappingFor('asked-first') });
    const preview = await previewImport(context, lead, importId);
    expect(preview).toMatchObject({ ok: true, value: { tried: 8, isAll: true, fresh: 8, changed: 0, same: 0 } });
    expect((await owner.query(`select from requests where source = 'asked-first'`)).rowCount).toBe(0);
    await throwAwayImport(context, lead, importId);
    expect(await importPage(context, lead, importId)).toMatchObject({ refusal: { code: 'not-found' } });
    const next = await layDown(lead, 'asked-first', [names, ...many(2)].join('\n'));
    await surveyImport(context, lead, next);
    expect(await importPage(context, lead, next), 'remembered for the source').toMatchObject({
      value: { isRemembered: true, mapping: { columns: { needs: ['needs'] } } },
    });
  });

  test('can be stopped in the middle, and goes on where it was', async () => {
    const mapping = mappingFor('stopped');
    const importId = await begin(lead, mapping, [names, ...many(4300)].join('\n'));
    const running = runImport(context, { groupId: here, importId });
    await untilRows(importId, 1);
    await stopImport(context, lead, importId);
    await running;
    const stopped = await importReport(context, lead, importId);
    expect(stopped?.state).toBe('stopped');
    expect(stopped?.rowsIn).toBeLessThan(4300);
    expect(await startImport(context, lead, importId)).toMatchObject({ ok: true });
    await runImport(context, { groupId: here, importId });
    expect(await importReport(context, lead, importId)).toMatchObject({ state: 'done', rowsIn: 4300, made: 4300 });
    expect((await owner.query(`select from requests where source = 'stopped'`)).rowCount).toBe(4300);
  });

  test('rows that come again far below make nothing new, though batches are written beside each other', async () => {
    const rows = many(3300);
    const again = [rows[4], rows[1700], rows[20]].flatMap((row) => row ?? []);
    rows.splice(1500, 0, again[0] ?? '');
    rows.splice(2600, 0, ...again);
    const { importId } = await bringIn(mappingFor('again-below'), rows);
    expect(await importReport(context, lead, importId)).toMatchObject({ rowsIn: 3304, made: 3300, same: 4 });
    expect((await owner.query(`select from requests where source = 'again-below'`)).rowCount).toBe(3300);
  });

  test('two workers at it make each row once', async () => {
    const importId = await begin(lead, mappingFor('two-workers'), [names, ...many(2300)].join('\n'));
    const job = { groupId: here, importId };
    await Promise.all([runImport(context, job), runImport(context, job), runImport(context, job)]);
    for (let tries = 0; tries < 5; tries += 1) await runImport(context, job);
    expect(await importReport(context, lead, importId)).toMatchObject({ state: 'done', rowsIn: 2300, made: 2300 });
    expect((await owner.query(`select from requests where source = 'two-workers'`)).rowCount).toBe(2300);
  });

  test('the same sheet from two people at once comes in once', async () => {
    const text = [names, ...many(900)].join('\n');
    const mapping = mappingFor('same-sheet');
    const ids = [await begin(lead, mapping, text), await begin(lead, mapping, text)];
    await Promise.all(ids.map((importId) => runImport(context, { groupId: here, importId })));
    const reports = await Promise.all(ids.map((importId) => importReport(context, lead, importId)));
    expect(reports.map((report) => report?.state)).toEqual(['done', 'done']);
    expect((reports[0]?.made ?? 0) + (reports[1]?.made ?? 0)).toBe(900);
    expect((await owner.query(`select from requests where source = 'same-sheet'`)).rowCount).toBe(900);
  });

  test('what does not arrive whole is not kept', async () => {
    const before = await countsNow();
    const broken = Readable.from(
      (async function* lines() {
        yield Buffer.alloc(400_000, 'a,b\n');
        throw new Error('the line broke');
      })(),
    );
    const arriving = { fileName: 'x.csv', source: 'broken', subject: 'requests', bytes: broken } as const;
    await expect(layDownTable(context, lead, arriving)).rejects.toThrow('the line broke');
    const big = Readable.from(
      (function* chunks() {
        for (let no = 0; no < 70; no += 1) yield Buffer.alloc(1024 * 1024, 'a,b\n');
      })(),
    );
    const tooLarge = await layDownTable(context, lead, { ...arriving, bytes: big });
    expect(tooLarge).toMatchObject({ refusal: { code: 'file-too-large' } });
    expect(await countsNow()).toEqual(before);
    expect((await owner.query(`select from imports where source = 'broken'`)).rowCount).toBe(0);
  });

  test('is a matter of coordinators, and of one group', async () => {
    const importId = await layDown(lead, 'ours', [names, ...many(3)].join('\n'));
    const mapping = mappingFor('ours');
    for (const caller of [plainMember, stranger]) {
      const refusals = [
        await chooseMapping(context, caller, { importId, mapping }),
        await startImport(context, caller, importId),
        await stopImport(context, caller, importId),
        await surveyImport(context, caller, importId),
        await importPage(context, caller, importId),
        await undoImport(context, caller, importId),
      ].map((outcome) => (outcome.ok ? 'done' : outcome.refusal.code));
      expect([...new Set(refusals)]).toEqual([caller === stranger ? 'not-found' : 'not-allowed']);
    }
    await throwAwayImport(context, stranger, importId);
    expect(await importPage(context, lead, importId)).toMatchObject({ ok: true });
  });
});

/** Asks again and again until an import has dealt with so many rows; whoever waits here has started it. */
async function untilRows(importId: ImportId, rows: number): Promise<void> {
  while (((await importReport(context, lead, importId))?.rowsIn ?? 0) < rows);
}

describe('what is kept of an import', () => {
  test('each thing shows where it came from', async () => {
    const { importId } = await bringIn(mappingFor('where-from'), ['7,Kofi Mensah,,,firewood,,,']);
    const { rows } = await owner.query<{ id: string }>(`select id from requests where source = 'where-from'`);
    const answer = await requestPage(context, lead, rows[0]?.id as never);
    const shown = answer?.kind === 'page' ? answer.page : undefined;
    expect(shown?.cameFrom).toMatchObject({ importId, source: 'where-from', subject: 'requests', rowNo: 2 });
    expect(shown?.raw).toEqual({
      cells: [
        ['no', '7'],
        ['who', 'Kofi Mensah'],
        ['needs', 'firewood'],
      ],
    });
  });

  test('goes when nothing that came in is kept so long', async () => {
    const waiting = await layDown(lead, 'forgotten', [names, ...many(3)].join('\n'));
    const stopped = await begin(lead, mappingFor('half-way'), [names, ...many(3)].join('\n'));
    await stopImport(context, lead, stopped);
    const { importId: done } = await bringIn(mappingFor('refused-once'), ['1,Ada,,,milk,,,', '2,,,,,,,']);
    await owner.query(`update imports set created_at = created_at - interval '31 days' where id = any($1)`, [
      [waiting, stopped, done],
    ]);
    await context.database.forGroup(here, (tx) => forgetImports(tx));
    expect(await importPage(context, lead, waiting)).toMatchObject({ refusal: { code: 'not-found' } });
    expect(await importReport(context, lead, stopped)).toMatchObject({
      state: 'failed',
      problem: { code: 'file-forgotten' },
    });
    expect(await refusedRows(context, lead, done, { after: 0, limit: 9 })).toEqual([]);
    expect(await importReport(context, lead, done)).toMatchObject({ state: 'done', made: 1, refused: 1 });
    expect(
      (await owner.query(`select from import_pieces where import_id = any($1)`, [[waiting, stopped]])).rowCount,
    ).toBe(0);
  });
});

describe('a list of members', () => {
  test('contacts nobody before a group lead says so, and each once', async () => {
    const steward = await seedMember(context, here, { name: 'Rowan', role: 'steward' });
    const { importId } = await bringIn(mappingFor('roll', 'members'), ['1,Ana Bell,,,,,,', '2,Ben Okafor,,,,,,']);
    expect((await owner.query('select from messages')).rowCount).toBe(0);
    expect((await owner.query('select from invitations')).rowCount).toBe(0);
    const memberIds = await uninvitedOf(context, lead, importId, 10);
    expect(memberIds).toHaveLength(2);
    expect(await inviteKnownMembers(context, lead, { memberIds, formKey: 'a' })).toMatchObject({
      refusal: { code: 'not-allowed' },
    });
    const first = await inviteKnownMembers(context, steward, { memberIds, formKey: 'one-form' });
    const again = await inviteKnownMembers(context, steward, { memberIds, formKey: 'one-form' });
    expect(again).toEqual(first);
    expect(first).toMatchObject({ ok: true, value: [{ name: 'Ana Bell' }, { name: 'Ben Okafor' }] });
    expect((await owner.query('select from invitations')).rowCount).toBe(2);
    expect(await uninvitedOf(context, lead, importId, 10)).toEqual([]);
    const other = await inviteKnownMembers(context, steward, { memberIds, formKey: 'another form' });
    expect(other, 'invited already').toMatchObject({ value: [] });
    expect(await takeBack(importId), 'who was invited stays').toMatchObject({ left: 2 });
  });
});

import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, describe, expect, test } from 'vitest';

import { freshDatabase, seedGroups } from '../../../../tests/store/database.ts';
import { seedKind } from '../../../../tests/seed/people-and-needs.ts';
import { importFile } from './import-file.ts';
import { importReport, refusedRows } from './import-report.ts';
import { type ImportMapping, readMapping } from './mapping.ts';

const { context, owner } = await freshDatabase();
const { here, there } = await seedGroups(context);
await seedKind(context, here, 'goods.food.box');

const root = path.resolve(import.meta.dirname, '../../../..');
const folder = mkdtempSync(path.join(tmpdir(), 'barnraise-import-'));
afterAll(() => rmSync(folder, { recursive: true }));

const mappingOf = (name: string): ImportMapping =>
  readMapping(readFileSync(path.join(root, 'docs/import', name), 'utf8'));
const plain = readMapping(
  JSON.stringify({
    source: 'call-sheet',
    zone: 'America/Chicago',
    key: 'id',
    columns: {
      name: 'who',
      phone: 'phone',
      address: ['street', 'town'],
      latitude: 'lat',
      longitude: 'lon',
      askedAt: { column: 'when', format: 'DD/MM/YYYY HH:mm' },
      needs: 'needs',
      words: 'notes',
    },
    answered: { column: 'answered', noAnswer: ['DNR'] },
    skip: { column: 'notes', values: ['TEST'] },
  }),
);
const header = 'id,who,phone,street,town,lat,lon,when,needs,notes,answered';

function fileOf(name: string, content: string | Buffer): string {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  return file;
}

async function bringIn(groupId: typeof here, file: string, mapping: ImportMapping) {
  const caller = { groupId, actor: { kind: 'system' } } as const;
  const importId = await importFile(context, caller, file, mapping);
  const report = await importReport(context, caller, importId);
  if (!report) throw new Error('The import is not there.');
  return { ...report, rows: await refusedRows(context, caller, importId, { after: 0, limit: 50 }) };
}

async function needsOf(source: string): Promise<Record<string, unknown>[]> {
  const { rows } = await owner.query<Record<string, unknown>>(
    `select k.code, n.quantity, n.halted_at is not null as halted from requests r join needs n on n.request_id = r.id
     join kinds k on k.id = n.kind_id where r.source = $1 order by r.asked_at, k.code`,
    [source],
  );
  return rows;
}

describe('importing', () => {
  test('brings rows in: needs from free text, what is turned down halted, who did not answer', async () => {
    const file = fileOf(
      'sheet.csv',
      [
        header,
        '1,Grange Hall,304 555 0101,"9 Mill Ln",Hardin,39.2,-77.7,03/02/2026 09:30,"20 blankets, DO NOT NEED CLOTHING","a note, with a comma",yes',
        '2,Fire House,,,,,,04/02/2026 10:00,,,DNR',
        '3,,,,,,,,,TEST,',
        '4,Old Mill,,,,95,-77,2026-02-05,water,,',
        '5,,,,,,,05/02/2026 11:00,,,',
        ',Nobody,,,,,,05/02/2026 11:00,,,',
        '6,Short row',
        '7,School,,,,95,-77,06/02/2026 08:00,something odd,,',
      ].join('\n'),
    );
    const report = await bringIn(here, file, plain);
    expect(report).toMatchObject({ state: 'done', rowsIn: 8, made: 3, same: 0, skipped: 1, refused: 4 });
    expect(report.rows.map(({ rowNo, refusal }) => [rowNo, refusal])).toEqual([
      [5, { code: 'date-not-read', value: '2026-02-05' }],
      [6, { code: 'nothing-said' }],
      [7, { code: 'no-key' }],
      [8, { code: 'columns-differ' }],
    ]);
    expect(report.rows.at(-1)?.cells).toEqual(['6', 'Short row']);
    expect(report.remarks).toMatchObject({ 'point-not-read': 1, 'no-kind-found': 1 });
    const needs = await needsOf('call-sheet');
    expect(needs).toContainEqual({ code: 'goods.blanket', quantity: 20, halted: false });
    expect(needs.filter((need) => need['halted'])).toHaveLength(1);

    const { rows } = await owner.query(
      `select r.state, r.channel, r.asked_at, r.cell, a.outcome from requests r
       left join contact_attempts a on a.request_id = r.id where r.source = 'call-sheet' order by r.asked_at`,
    );
    expect(rows[0]).toMatchObject({
      state: 'new',
      channel: 'import',
      asked_at: Date.parse('2026-02-03T15:30:00Z'),
      outcome: null,
    });
    expect(rows[1]).toMatchObject({ outcome: 'no-answer', cell: null });
    const clear = await owner.query<{ row: string }>(
      `select to_jsonb(r)::text as row from requests r where source = 'call-sheet'
       union all select to_jsonb(r)::text from import_rows r union all select to_jsonb(i)::text from imports i`,
    );
    expect(clear.rows.map(({ row }) => row).join('')).not.toMatch(/Grange|555\D?0101|Mill Ln|sheet\.csv/);
  });

  test('switches only those kinds on that rows name, off the ask form', async () => {
    const kinds = await owner.query<{ code: string; on_ask_form: boolean }>(
      `select code, on_ask_form from kinds where group_id = $1 order by code`,
      [here],
    );
    expect(kinds.rows.filter((kind) => kind.on_ask_form).map(({ code }) => code)).toEqual(['goods.food.box']);
    expect(kinds.rows.map(({ code }) => code)).toContain('goods.blanket');
    expect(kinds.rows.length).toBeLessThan(10);
  });

  test('brings in only what is new when it is read again', async () => {
    const first = fileOf('again.csv', `${header}\n90,A,,,,,,,milk,,\n91,B,,,,,,,bread,,`);
    expect(await bringIn(here, first, plain)).toMatchObject({ made: 2, same: 0 });
    const second = fileOf(
      'more.csv',
      `${header}\n90,A,,,,,,,milk,,\n91,B,,,,,,,bread,,\n92,C,,,,,,,eggs,,\n92,C,,,,,,,eggs,,`,
    );
    expect(await bringIn(here, second, plain)).toMatchObject({ made: 1, same: 3, changed: 0 });
    const moved = fileOf('moved.csv', 'needs,who,id,phone,street,town,lat,lon,when,notes,answered\nmilk,A,90,,,,,,,,');
    expect(await bringIn(here, moved, plain), 'columns in another order').toMatchObject({ same: 1, changed: 0 });
    const more = fileOf('wider.csv', `mood,${header}\nsunny,90,A,,,,,,,milk,,`);
    expect(await bringIn(here, more, plain), 'a column nobody mapped').toMatchObject({ same: 1, changed: 0 });
    expect(await bringIn(there, first, plain), 'another group').toMatchObject({ made: 2 });
  });

  test('reads old letters, and says which were put right', async () => {
    const bytes = Buffer.concat([
      Buffer.from(`\uFEFF${header}\n70,Peña,,,,,,,agua,,\n71,Mar`),
      Buffer.from([0xed]),
      Buffer.from('a,,,,,,,pan,,\n72,JosÃ©,,,,,,,leche,,\n'),
    ]);
    const report = await bringIn(here, fileOf('letters.csv', bytes), { ...plain, source: 'letters' });
    expect(report).toMatchObject({ made: 3, remarks: { 'repaired-letters': 2 } });
    const people = await owner.query<{ person_id: string }>(
      `select person_id from requests where source = 'letters' order by id`,
    );
    const opened = await context.database.readGroup(here, (tx) =>
      context.vault.open(tx, { personIds: people.rows.map((row) => row.person_id as never), fields: ['name'] }),
    );
    expect(opened.map(({ value }) => value).sort()).toEqual(['José', 'María', 'Peña']);
  });

  test('takes a category alone for what is needed, and refuses one it does not know', async () => {
    const mapping = readMapping(
      JSON.stringify({
        source: 'leads',
        key: 'no',
        columns: { words: 'note' },
        kinds: { column: 'sort', separator: ',', codes: { Food: 'goods.food.box' } },
      }),
    );
    const report = await bringIn(here, fileOf('leads.csv', 'no,sort,note\n1,Food,\n2,Plasma,\n'), mapping);
    expect(report).toMatchObject({ made: 1, refused: 1 });
    expect(await needsOf('leads')).toMatchObject([{ code: 'goods.food.box' }]);
  });

  test('writes nothing when a column is missing or a kind is unheard of', async () => {
    const file = fileOf('other.csv', 'id,name\n1,x');
    await expect(bringIn(here, file, { ...plain, source: 'wrong' })).rejects.toThrow(/no column who/);
    const kinds = { column: 'who', separator: ',', codes: { x: 'goods.unheard-of' } };
    await expect(bringIn(here, file, { ...plain, kinds })).rejects.toThrow(/no kind goods.unheard-of/);
    await expect(bringIn(here, fileOf('empty.csv', ''), plain)).rejects.toThrow(/empty-file/);
    await expect(bringIn(here, fileOf('photo.csv', Buffer.from([0xff, 0xd8, 0xff, 0xe0])), plain)).rejects.toThrow(
      /is-a-picture/,
    );
    expect(await needsOf('wrong')).toEqual([]);
  });
});

const data = path.resolve(root, '../shared/data');
const shelters = path.join(data, 'harvey-2017/shelters-20170830-145735.csv');
const reports = path.join(data, 'haiti-2010/reports.csv');
const hasData = existsSync(shelters) && existsSync(reports);
if (!hasData)
  console.log('The real sheets are not beside the repository (../shared/data): their import is not tested.');

describe.skipIf(!hasData)('importing real sheets', () => {
  test('takes in the shelter sheet of a storm: 247 rows, 47 of them without an answer', async () => {
    const report = await bringIn(here, shelters, mappingOf('shelter-sheet.json'));
    expect(report).toMatchObject({ rowsIn: 247, refused: 0 });
    expect(report.made + report.same).toBe(247);
    const { rows } = await owner.query(
      `select from contact_attempts a join requests r on r.id = a.request_id where r.source = 'shelter-sheet'`,
    );
    expect(rows).toHaveLength(47);
    const needs = await needsOf('shelter-sheet');
    expect(needs.length).toBeGreaterThan(150);
    const halted = needs.filter((need) => need['halted']).map((need) => String(need['code']));
    expect(halted.length).toBeGreaterThan(5);
    expect(halted.join()).toContain('clothing');
  });

  test('takes in 3,593 reports of an earthquake, days before months', async () => {
    const report = await bringIn(there, reports, mappingOf('crisis-reports.json'));
    expect(report.rowsIn).toBe(3593);
    expect(report.made + report.same + report.refused).toBe(3593);
    const { rows } = await owner.query<{ first: number; last: number }>(
      `select min(asked_at) as first, max(asked_at) as last from requests where source = 'crisis-reports'`,
    );
    expect(new Date(rows[0]?.first ?? 0).toISOString().slice(0, 7)).toBe('2010-01');
    expect(new Date(rows[0]?.last ?? 0).toISOString().slice(0, 7)).toBe('2010-07');
    const again = await bringIn(there, reports, mappingOf('crisis-reports.json'));
    expect(again).toMatchObject({ made: 0, changed: 0, same: report.made + report.same });
  });
});

import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, describe, expect, test } from 'vitest';

import { freshDatabase, seedGroups } from '../../../../tests/store/database.ts';
import { seedKind } from '../../../../tests/seed/people-and-needs.ts';
import { importRequests } from './import-requests.ts';
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
    const summary = await importRequests(context, here, file, plain);
    expect(summary).toMatchObject({ rowsIn: 8, made: 3, known: 0, skipped: 1, noAnswers: 1, halted: 1 });
    expect(summary.refused).toEqual([
      { rowNo: 5, refusal: { code: 'date-not-read', value: '2026-02-05' } },
      { rowNo: 6, refusal: { code: 'nothing-said' } },
      { rowNo: 7, refusal: { code: 'no-key' } },
      { rowNo: 8, refusal: { code: 'columns-differ' } },
    ]);
    expect(summary.remarks).toMatchObject({ 'point-not-read': 1, 'no-kind-found': 1 });
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
      `select to_jsonb(r)::text as row from requests r where source = 'call-sheet'`,
    );
    expect(clear.rows.map(({ row }) => row).join('')).not.toMatch(/Grange|0101|Mill Ln/);
  });

  test('brings in only what is new when it is read again', async () => {
    const before = await importRequests(
      context,
      here,
      fileOf('again.csv', `${header}\n90,A,,,,,,,milk,,\n91,B,,,,,,,bread,,`),
      plain,
    );
    const after = await importRequests(
      context,
      here,
      fileOf('again.csv', `${header}\n90,A,,,,,,,milk,,\n91,B,,,,,,,bread,,\n92,C,,,,,,,eggs,,\n92,C,,,,,,,eggs,,`),
      plain,
    );
    expect([before.made, after.made, after.known]).toEqual([2, 1, 3]);
    const elsewhere = await importRequests(context, there, fileOf('again.csv', `${header}\n90,A,,,,,,,milk,,`), plain);
    expect(elsewhere.made).toBe(1);
  });

  test('reads old letters, and says which were put right', async () => {
    const bytes = Buffer.concat([
      Buffer.from(`\uFEFF${header}\n70,Peña,,,,,,,agua,,\n71,Mar`),
      Buffer.from([0xed]),
      Buffer.from('a,,,,,,,pan,,\n72,JosÃ©,,,,,,,leche,,\n'),
    ]);
    const summary = await importRequests(context, here, fileOf('letters.csv', bytes), { ...plain, source: 'letters' });
    expect(summary).toMatchObject({ made: 3, remarks: { 'repaired-letters': 2 } });
    const people = await owner.query<{ person_id: string }>(
      `select person_id from requests where source = 'letters' order by id`,
    );
    const opened = await context.database.readGroup(here, (tx) =>
      context.vault.open(tx, { personIds: people.rows.map((row) => row.person_id as never), fields: ['name'] }),
    );
    expect(opened.map(({ value }) => value).sort()).toEqual(['José', 'María', 'Peña']);
  });

  test('writes nothing when a column is missing or a kind is unheard of', async () => {
    const file = fileOf('other.csv', 'id,name\n1,x');
    await expect(importRequests(context, here, file, { ...plain, source: 'wrong' })).rejects.toThrow(/no column who/);
    const kinds = { column: 'who', separator: ',', codes: { x: 'goods.unheard-of' } };
    await expect(importRequests(context, here, file, { ...plain, kinds })).rejects.toThrow(/no kind goods.unheard-of/);
    expect(await needsOf('wrong')).toEqual([]);
  });

  test('notes in the record what came in, and switches kinds on off the ask form', async () => {
    const { rows } = await owner.query(
      `select rows_in, rows_made, rows_refused from imports where source = 'call-sheet' order by rows_in desc limit 1`,
    );
    expect(rows).toEqual([{ rows_in: 8, rows_made: 3, rows_refused: 4 }]);
    const kinds = await owner.query(`select code from kinds where group_id = $1 and on_ask_form`, [here]);
    expect(kinds.rows).toEqual([{ code: 'goods.food.box' }]);
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
    const startedAt = performance.now();
    const summary = await importRequests(context, here, shelters, mappingOf('shelter-sheet.json'));
    console.log(
      'shelter sheet',
      Math.round(performance.now() - startedAt),
      'ms',
      JSON.stringify({ ...summary, refused: summary.refused.length }),
    );
    expect(summary.rowsIn).toBe(247);
    expect(summary.made + summary.known + summary.refused.length).toBe(247);
    expect(summary.refused.length).toBe(0);
    expect(summary.noAnswers).toBe(47);
    expect(summary.halted).toBeGreaterThan(5);
    const needs = await needsOf('shelter-sheet');
    expect(needs.length).toBeGreaterThan(150);
    expect(
      needs
        .filter((need) => need['halted'])
        .map((need) => String(need['code']))
        .join(),
    ).toContain('clothing');
  });

  test('takes in 3,593 reports of an earthquake, days before months', async () => {
    const startedAt = performance.now();
    const summary = await importRequests(context, there, reports, mappingOf('crisis-reports.json'));
    console.log(
      'reports',
      Math.round(performance.now() - startedAt),
      'ms',
      JSON.stringify({ ...summary, refused: summary.refused.slice(0, 5), n: summary.refused.length }),
    );
    expect(summary.rowsIn).toBe(3593);
    expect(summary.made + summary.known + summary.refused.length).toBe(3593);
    const { rows } = await owner.query<{ first: number; last: number }>(
      `select min(asked_at) as first, max(asked_at) as last from requests where source = 'crisis-reports'`,
    );
    expect(new Date(rows[0]?.first ?? 0).toISOString().slice(0, 7)).toBe('2010-01');
    expect(new Date(rows[0]?.last ?? 0).toISOString().slice(0, 7)).toBe('2010-07');
    const again = await importRequests(context, there, reports, mappingOf('crisis-reports.json'));
    expect(again).toMatchObject({ made: 0, known: summary.made + summary.known });
  });
});

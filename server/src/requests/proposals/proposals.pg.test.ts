import type { Chat } from '@barnraise/kernel/chat/message.ts';
import { readChat } from '@barnraise/kernel/chat/read-chat.ts';
import { dayMs } from '@barnraise/kernel/instant.ts';
import { describe, expect, test } from 'vitest';

import { seedKind, seedMember } from '../../../../tests/seed/people-and-needs.ts';
import { freshDatabase, seedGroups } from '../../../../tests/store/database.ts';
import { undoAct } from '../../record/undo-act.ts';
import { requestUndoers } from '../request-undoers.ts';
import { bringInMessages } from './bring-in-messages.ts';
import { dropMessagesOfErased, dropOldMessages } from './drop-old-messages.ts';
import { nameableKinds } from './kinds-by-code.ts';
import { leaveOut, putBack } from './leave-out.ts';
import { makeOffersFromProposal, makeRequestFromProposal } from './make-from-proposal.ts';
import { messagesInPage } from './messages-in-page.ts';
import { offersFromProposal, proposalFields, proposalLines, requestFromProposal } from './proposal-form.ts';
import type { ProposalId } from './proposal-table.ts';
import { parseProposalFilter, proposalPage, type ProposalsPage, proposalsPage } from './proposals-page.ts';
import { sayDayOrder } from './say-day-order.ts';
import { takeBackMessages } from './take-messages-back.ts';

/** Runs ahead of the database's own clock when a test says so. */
const clock = { ahead: 0 };
const { context, owner } = await freshDatabase({ undoers: requestUndoers, clock: () => Date.now() + clock.ahead });
const { here, there } = await seedGroups(context);
await seedKind(context, here, 'goods.diapers.size-4');
await seedKind(context, here, 'goods.clothing.any');
const ines = await seedMember(context, here, { name: 'Inés', role: 'coordinator' });
const omar = await seedMember(context, here, { name: 'Omar', role: 'coordinator' });
const walt = await seedMember(context, here, { name: 'Walt' });
const foreign = await seedMember(context, there, { name: 'Del', role: 'steward' });

function chatOf(text: string): Chat {
  const chat = readChat(text);
  if (!chat.ok) throw new Error(chat.refusal.code);
  return chat.value;
}

const today = new Date().toISOString().slice(0, 10);
const line = (minute: number, author: string, text: string): string =>
  `[${today} 00:${String(minute).padStart(2, '0')}] ${author}: ${text}`;

async function bringIn(text: string, change: { source?: string; daysBack?: number | null; formKey?: string } = {}) {
  const { source = 'food chat', daysBack = null, formKey = crypto.randomUUID() } = change;
  const brought = await bringInMessages(context, ines, { chat: chatOf(text), source, fileName: '', daysBack, formKey });
  if (!brought.ok) throw new Error(brought.refusal.code);
  return brought.value;
}

async function list(query: string, caller = ines): Promise<ProposalsPage> {
  const page = await proposalsPage(context, caller, parseProposalFilter(new URLSearchParams(query)));
  if (!page) throw new Error('not allowed');
  return page;
}

function isThere<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('It is not there.');
  return value;
}

const wordsOf = (page: ProposalsPage): readonly string[] => page.rows.map((row) => row.message?.text ?? '(gone)');

async function countRows(table: string): Promise<number> {
  const { rows } = await owner.query<{ n: number }>(`select count(*)::int as n from ${table} where group_id = $1`, [
    here,
  ]);
  return rows[0]?.n ?? 0;
}

async function requestOf(text: Readonly<Record<string, string>>) {
  const kinds = await context.database.readGroup(here, (tx) => nameableKinds(tx));
  const read = requestFromProposal(proposalFields.parse(text), proposalLines.parse(text), { kinds, country: 'US' });
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.value;
}

async function offersOf(text: Readonly<Record<string, string>>) {
  const kinds = await context.database.readGroup(here, (tx) => nameableKinds(tx));
  const read = offersFromProposal(proposalFields.parse(text), proposalLines.parse(text), { kinds, country: 'US' });
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.value;
}

const diapers = {
  'kind-0': 'goods.diapers.size-4',
  'amount-0': '2',
  'unit-0': 'pack',
  'kind-was-0': 'goods.diapers.size-4',
};

async function make(
  proposalId: ProposalId,
  fields: Readonly<Record<string, string>>,
  caller = ines,
  formKey = crypto.randomUUID(),
) {
  return makeRequestFromProposal(context, caller, {
    proposalId,
    request: await requestOf(fields),
    open: true,
    formKey,
  });
}

describe('bringing messages in', () => {
  test('proposes asks and offers, leaves talk out, and keeps every word sealed', async () => {
    const { importId, asks, offers, chatter } = await bringIn(
      [
        line(1, 'Ana', 'Good morning everybody'),
        line(2, 'Bea', 'Need 2 packs of size 4 diapers, call me 304 555 0142. NO clothes please'),
        line(3, 'Cal', 'I can drive on Tuesday'),
        line(4, 'Ana', 'Thank you!'),
      ].join('\n'),
    );
    expect({ asks, offers, chatter }).toEqual({ asks: 1, offers: 1, chatter: 2 });
    const page = await list(`import=${importId}`);
    expect(wordsOf(page)).toEqual(['I can drive on Tuesday', expect.stringContaining('size 4 diapers')]);
    const ask = page.rows[1];
    expect(ask?.lines.map(({ code, halted, entered }) => [code, halted, entered])).toEqual([
      ['goods.diapers.size-4', false, { figure: '2', unit: 'pack' }],
      ['goods.clothing.any', true, null],
    ]);
    expect(ask?.contact).toEqual({ name: 'Bea', phone: '+13045550142', mail: '' });
    expect(ask?.before.map(({ text }) => text)).toEqual(['Good morning everybody']);
    expect(ask?.after.map(({ text }) => text)).toEqual(['I can drive on Tuesday', 'Thank you!']);
    expect(wordsOf(await list(`import=${importId}&show=talk`))).toEqual(['Thank you!', 'Good morning everybody']);
    const { rows } = await owner.query(
      'select * from proposals, imports where imports.id = import_id and import_id = $1',
      [importId],
    );
    expect(JSON.stringify(rows)).not.toMatch(/diapers, call|Bea|Tuesday|555\D?0142/);
    expect(Buffer.concat(rows.map((row) => (row as { sealed: Buffer }).sealed)).toString('latin1')).not.toContain(
      'diapers',
    );
  });

  test('brings in only what is new when the same chat comes again, under whatever name', async () => {
    const first = [
      line(10, 'Ana', 'we need water'),
      line(11, 'Ana', 'we need water'),
      line(11, 'Ana', 'we need water'),
    ];
    expect(await bringIn(first.join('\n'))).toMatchObject({ asks: 3, known: 0 });
    expect(await bringIn(first.join('\n'), { source: 'another' })).toMatchObject({ asks: 0, known: 3 });
    expect(await bringIn([...first, line(12, 'Bea', 'need a ride to the doctor')].join('\n'))).toMatchObject({
      asks: 1,
      known: 3,
    });
  });

  test('takes one form sent twenty times at once as one chat', async () => {
    const before = await countRows('imports');
    const formKey = crypto.randomUUID();
    const text = line(13, 'Dot', 'we need blankets');
    const all = await Promise.all(Array.from({ length: 20 }, () => bringIn(text, { formKey })));
    expect(new Set(all.map(({ importId }) => importId)).size).toBe(1);
    expect(await countRows('imports')).toBe(before + 1);
  });

  test('takes the same chat from two people at once once', async () => {
    const text = Array.from({ length: 40 }, (_, no) => line(no, 'Eve', `we need ${no} blankets`)).join('\n');
    const both = await Promise.all([bringIn(text), bringIn(text)]);
    expect(both.reduce((sum, one) => sum + one.asks, 0)).toBe(40);
    expect(both.reduce((sum, one) => sum + one.known, 0)).toBe(40);
  });

  test('keeps nothing that is older than asked for', async () => {
    const text = ['[2019-03-01 09:00] Ana: we need tarps', line(14, 'Ana', 'we need tarps now')].join('\n');
    expect(await bringIn(text, { daysBack: 30 })).toMatchObject({ asks: 1, older: 1 });
    const old = { chat: chatOf('[2019-03-01 09:00] Ana: we need tarps'), source: 'x', fileName: '', daysBack: 30 };
    expect(await bringInMessages(context, ines, { ...old, formKey: crypto.randomUUID() })).toMatchObject({
      refusal: { code: 'all-older' },
    });
  });

  test('asks how days are written where the chat does not tell, and reads them as told', async () => {
    const { importId } = await bringIn('3/4/26, 10:00 - Ana: we need firewood\n3/4/26, 10:01 - Ana: and matches');
    const asked = async () =>
      (await messagesInPage(context, ines))?.chats.find(({ id }) => id === importId)?.asksDayOrder;
    expect(await asked()).toBe(true);
    expect((await list(`import=${importId}`)).rows[0]?.saidAt).toBeNull();
    await sayDayOrder(context, ines, { importId, dayOrder: 'day-first' });
    expect(new Date((await list(`import=${importId}`)).rows[0]?.saidAt ?? 0).toISOString().slice(0, 10)).toBe(
      '2026-04-03',
    );
    expect(await asked()).toBe(false);
    expect(await sayDayOrder(context, foreign, { importId, dayOrder: 'day-first' })).toMatchObject({
      refusal: { code: 'not-found' },
    });
  });

  test('is for coordinators of the group alone', async () => {
    const input = {
      chat: chatOf('we need water'),
      source: 'x',
      fileName: '',
      daysBack: null,
      formKey: crypto.randomUUID(),
    };
    expect(await bringInMessages(context, walt, input)).toMatchObject({ refusal: { code: 'not-allowed' } });
    expect(await proposalsPage(context, walt, parseProposalFilter(new URLSearchParams()))).toBeUndefined();
    const theirs = await proposalsPage(context, foreign, parseProposalFilter(new URLSearchParams()));
    expect(theirs).toMatchObject({ rows: [], counts: { waiting: 0, talk: 0 } });
    const [mine] = (await list('')).rows;
    expect(await proposalPage(context, foreign, isThere(mine).id)).toBeUndefined();
    expect(await leaveOut(context, foreign, { ids: [isThere(mine).id] })).toMatchObject({
      refusal: { code: 'message-decided' },
    });
    expect(await takeBackMessages(context, foreign, { importId: isThere(mine).importId })).toMatchObject({
      refusal: { code: 'not-found' },
    });
  });
});

describe('deciding', () => {
  async function oneAsk(text = 'Need 2 packs of size 4 diapers, NO clothes please') {
    const { importId } = await bringIn(line(20, crypto.randomUUID().slice(0, 8), text));
    const [row] = (await list(`import=${importId}&show=asks`)).rows;
    if (!row) throw new Error('nothing proposed');
    return row;
  }

  test('makes a request with its halt, its channel and the message as it came, and says where it came from', async () => {
    const row = await oneAsk();
    const made = await make(row.id, {
      ...diapers,
      'kind-1': 'goods.clothing.any',
      'use-1': 'halt',
      name: 'Bea',
      phone: '304 555 0150',
      words: 'diapers',
    });
    if (!made.ok) throw new Error(made.refusal.code);
    const { rows } = await owner.query<Record<string, unknown>>(
      `select r.channel, r.state, k.code, n.quantity, n.halted_at is not null as halted, i.made_table, i.source
       from requests r join needs n on n.request_id = r.id join kinds k on k.id = n.kind_id
       join import_rows i on i.made_id = r.id where r.id = $1 order by k.code`,
      [made.value.requestId],
    );
    expect(rows).toMatchObject([
      {
        channel: 'message',
        state: 'open',
        code: 'goods.clothing.any',
        halted: true,
        made_table: 'requests',
        source: 'food chat',
      },
      { code: 'goods.diapers.size-4', quantity: 50, halted: false },
    ]);
    const raw = await context.database.readGroup(here, (tx) =>
      context.vault.open(tx, { subjectIds: [made.value.requestId], fields: ['raw'] }),
    );
    expect(raw[0]?.value).toContain('NO clothes please');
    expect((await list('show=made')).rows[0]).toMatchObject({ id: row.id, requestId: made.value.requestId });
  });

  test('switches a kind of the catalog on that the group did not have', async () => {
    const row = await oneAsk('we need sandbags');
    const made = await make(row.id, { 'kind-0': 'goods.sandbag', 'amount-0': '10', words: 'we need sandbags' });
    expect(made.ok).toBe(true);
    const { rows } = await owner.query('select on_ask_form from kinds where group_id = $1 and code = $2', [
      here,
      'goods.sandbag',
    ]);
    expect(rows).toEqual([{ on_ask_form: false }]);
  });

  test('lets one of two who decide at once have it', async () => {
    const row = await oneAsk('we need firewood for the week');
    const requests = await countRows('requests');
    const answers = await Promise.all([
      make(row.id, diapers, ines),
      make(row.id, diapers, omar),
      leaveOut(context, omar, { ids: [row.id] }),
      leaveOut(context, ines, { ids: [row.id] }),
    ]);
    const [first] = (await list('show=made')).rows.filter(({ id }) => id === row.id);
    const made = answers.slice(0, 2).filter((answer) => answer.ok).length;
    expect(made).toBeLessThanOrEqual(1);
    expect(await countRows('requests')).toBe(requests + made);
    expect(first !== undefined).toBe(made === 1);
    for (const answer of answers) if (!answer.ok) expect(answer.refusal.code).toBe('message-decided');
    expect(answers.filter((answer) => answer.ok).length).toBeGreaterThanOrEqual(1);
  });

  test('makes one request of one form, however often it is sent', async () => {
    const row = await oneAsk('we need coffee for the crew');
    const formKey = crypto.randomUUID();
    const all = await Promise.all(Array.from({ length: 10 }, () => make(row.id, diapers, ines, formKey)));
    expect(new Set(all.map((made) => (made.ok ? made.value.requestId : made.refusal.code))).size).toBe(1);
  });

  test('is undone: the request ends as a mistake, and the message waits again', async () => {
    const row = await oneAsk('need a size 4 pack');
    const made = await make(row.id, diapers);
    if (!made.ok) throw new Error(made.refusal.code);
    expect(await undoAct(context, ines, { actId: made.value.actId })).toMatchObject({ ok: true });
    const { rows } = await owner.query('select state, ending from requests where id = $1', [made.value.requestId]);
    expect(rows).toEqual([{ state: 'closed', ending: 'mistake' }]);
    expect((await owner.query('select 1 from import_rows where made_id = $1', [made.value.requestId])).rowCount).toBe(
      0,
    );
    const again = await make(row.id, diapers);
    expect(again.ok).toBe(true);
  });

  test('is not undone once somebody has promised something', async () => {
    const row = await oneAsk('need another size 4 pack');
    const made = await make(row.id, diapers);
    if (!made.ok) throw new Error(made.refusal.code);
    await owner.query('alter table needs disable trigger user');
    await owner.query('update needs set live_quantity = 1 where request_id = $1', [made.value.requestId]);
    await owner.query('alter table needs enable trigger user');
    expect(await undoAct(context, ines, { actId: made.value.actId })).toMatchObject({
      refusal: { code: 'out-of-hand' },
    });
  });

  test('makes an offer for each kind, and takes them back', async () => {
    const { importId } = await bringIn(line(21, 'Cal Ames', 'I have a truck and a chainsaw, happy to help'));
    const [row] = (await list(`import=${importId}&show=offers`)).rows;
    expect(row?.lines.map(({ code }) => code)).toEqual(['goods.loan.truck', 'goods.loan.chainsaw']);
    const fields = {
      'kind-0': 'goods.loan.truck',
      'kind-1': 'goods.loan.chainsaw',
      name: 'Cal Ames',
      words: 'truck and saw',
    };
    const made = await makeOffersFromProposal(context, ines, {
      proposalId: isThere(row).id,
      offers: await offersOf(fields),
      formKey: crypto.randomUUID(),
    });
    if (!made.ok) throw new Error(made.refusal.code);
    const states = async () =>
      (
        await owner.query<{ state: string; ask_by: string; taken: boolean }>(
          'select state, ask_by, taken_in_at is not null as taken from offers where id = any($1)',
          [made.value.offerIds],
        )
      ).rows;
    expect(await states()).toEqual([
      { state: 'active', ask_by: 'page', taken: true },
      { state: 'active', ask_by: 'page', taken: true },
    ]);
    expect(await undoAct(context, ines, { actId: made.value.actId })).toMatchObject({ ok: true });
    expect((await states()).map(({ state }) => state)).toEqual(['withdrawn', 'withdrawn']);
  });

  test('leaves many out at once, undoes it at once, and spares what was decided since', async () => {
    const { importId } = await bringIn(
      Array.from({ length: 5 }, (_, no) => line(30 + no, 'Fay', `we need ${no + 2} cots`)).join('\n'),
    );
    const left = await leaveOut(context, ines, { sort: null, importId });
    expect(left).toMatchObject({ ok: true, value: { count: 5 } });
    const [one] = (await list(`import=${importId}&show=left-out`)).rows;
    expect(await putBack(context, omar, { ids: [isThere(one).id] })).toMatchObject({ ok: true });
    expect(await undoAct(context, ines, { actId: left.ok ? left.value.actId : ('' as never) })).toMatchObject({
      ok: true,
    });
    expect((await list(`import=${importId}`)).counts).toMatchObject({ waiting: 5, 'left-out': 0 });
    expect(await leaveOut(context, ines, { ids: [] })).toMatchObject({ refusal: { code: 'message-decided' } });
  });

  test('takes talk in that the rules were wrong about', async () => {
    const { importId } = await bringIn(line(40, 'Gus', 'The vote was close'));
    const [talk] = (await list(`import=${importId}&show=talk`)).rows;
    expect(await putBack(context, ines, { ids: [isThere(talk).id] })).toMatchObject({ ok: true });
    expect(wordsOf(await list(`import=${importId}`))).toEqual(['The vote was close']);
  });

  test('says that somebody with that number has asked already', async () => {
    const first = await oneAsk('size 4 diapers please, we need some, 304 555 0177');
    const made = await make(first.id, { ...diapers, phone: '304 555 0177' });
    const second = await oneAsk('still need diapers size 4! my number is (304) 555-0177');
    expect(second.alike).toMatchObject([{ id: made.ok ? made.value.requestId : '', sameKind: true }]);
  });
});

describe('going away', () => {
  test('a chat taken back takes its messages, and not what a person made of them', async () => {
    const { importId, actId } = await bringIn(
      [line(50, 'Hal', 'we need soap'), line(51, 'Hal', 'we need mops')].join('\n'),
    );
    const [row] = (await list(`import=${importId}`)).rows;
    const made = await make(isThere(row).id, diapers);
    expect(await undoAct(context, ines, { actId })).toMatchObject({ ok: true });
    expect((await list(`import=${importId}`)).counts).toMatchObject({ waiting: 0, talk: 0, made: 1 });
    expect(
      (await owner.query('select state from requests where id = $1', [made.ok ? made.value.requestId : null])).rows,
    ).toEqual([{ state: 'open' }]);
    expect((await messagesInPage(context, ines))?.chats.some(({ id }) => id === importId)).toBe(false);
    expect(await bringIn(line(50, 'Hal', 'we need soap'))).toMatchObject({ asks: 1 });
  });

  test('erasing a person takes the words of their message too', async () => {
    const { importId } = await bringIn(line(52, 'Ida', 'we need pillows'));
    const [row] = (await list(`import=${importId}`)).rows;
    const made = await make(isThere(row).id, { ...diapers, name: 'Ida' });
    await dropMessagesOfErased(context, { groupId: here });
    expect((await list('show=made')).rows.find(({ id }) => id === row?.id)?.message).toBeDefined();
    await owner.query(
      `update persons set erased_at = now() where id = (select person_id from requests where id = $1)`,
      [made.ok ? made.value.requestId : null],
    );
    await dropMessagesOfErased(context, { groupId: here });
    expect((await list('show=made')).rows.find(({ id }) => id === row?.id)?.message).toBeUndefined();
  });

  test('when their time is over undecided messages go whole, of decided ones the words', async () => {
    const { importId } = await bringIn(
      [line(53, 'Jo', 'we need brooms'), line(54, 'Jo', 'we need buckets'), line(55, 'Jo', 'nice day')].join('\n'),
    );
    const [first] = (await list(`import=${importId}`)).rows;
    await leaveOut(context, ines, { ids: [isThere(first).id] });
    const left = async () =>
      (
        await owner.query<{ sealed: boolean }>(
          'select sealed is not null as sealed from proposals where import_id = $1',
          [importId],
        )
      ).rows;
    await dropOldMessages(context, { groupId: here });
    expect(await left()).toHaveLength(3);
    clock.ahead = 31 * dayMs;
    await dropOldMessages(context, { groupId: here });
    clock.ahead = 0;
    expect(await left()).toEqual([{ sealed: false }]);
    expect(await bringIn(line(54, 'Jo', 'we need buckets'))).toMatchObject({ known: 1 });
  });
});

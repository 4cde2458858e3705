import type { CommitmentId, FormAnswerId, FormId, PersonId, RequestId } from '@barnraise/kernel/ids.ts';
import { dayMs } from '@barnraise/kernel/instant.ts';
import { parseShortCode, type ShortCode, showShortCode } from '@barnraise/kernel/short-code.ts';
import { localDateOf } from '@barnraise/kernel/time.ts';
import { beforeEach, describe, expect, it } from 'vitest';

import { type ReadPdf, readPdf } from '../../../tests/read-pdf.ts';
import { seedKind, seedMember } from '../../../tests/seed/people-and-needs.ts';
import { type SeededPromise, seedPromise } from '../../../tests/seed/promise.ts';
import { freshDatabase, seedGroups } from '../../../tests/store/database.ts';
import type { Caller } from '../record/caller.ts';
import { freshId } from '../database/new-id.ts';
import { undoAct } from '../record/undo-act.ts';
import { commitmentUndoers } from '../requests/commitment-undoers.ts';
import { freshShortCode } from '../requests/fresh-code.ts';
import { giveBackCommitment } from '../requests/give-back-commitment.ts';
import { wordsFor } from '../words/words.ts';
import { orderByCode } from './order-by-code.ts';
import { printOpenNeeds } from './print-open-needs.ts';
import { printLargeSheets } from './print-large-sheets.ts';
import { printWorkOrders, type WorkOrderRun } from './print-work-orders.ts';
import { typeInOutcome } from './type-in-outcome.ts';

const { context, owner } = await freshDatabase({ undoers: commitmentUndoers });
const { here, there } = await seedGroups(context);
const boxes = await seedKind(context, here, 'goods.food.box');
const sven = await seedMember(context, here, { name: 'Sven Adeyemi' });
const priya = await seedMember(context, here, { name: 'Priya Holloway' });
const lead = await seedMember(context, here, { name: 'Marisol Tran', role: 'coordinator' });
const stranger = await seedMember(context, there, { name: 'Ines Okafor', role: 'steward' });
const t = wordsFor('en');
const zone = 'America/New_York';
const today = localDateOf(Date.now(), zone);

const look = { groupName: 'Harbor Street', zone, size: 'letter', t } as const;
const run: WorkOrderRun = {
  ...look,
  whose: 'everybody',
  day: null,
  requestId: null,
  showPhone: (phone) => phone,
  typeLink: 'https://b.example.org/harbor-street/paper/outcome',
};

beforeEach(async () => {
  await owner.query('delete from vault_readings');
});

const promised = (provider: Caller, sharing = {}, quantity = 8) =>
  seedPromise(context, provider, { kindId: boxes, sharing, quantity });

async function orders(caller: Caller, changes: Partial<WorkOrderRun> = {}): Promise<ReadPdf> {
  const printed = await printWorkOrders(context, caller, { ...run, ...changes });
  if (!printed.ok) throw new Error(printed.refusal.code);
  return readPdf(printed.value);
}

async function codeOf(commitmentId: CommitmentId): Promise<string> {
  const { rows } = await owner.query<{ code: ShortCode }>('select code from work_orders where commitment_id = $1', [
    commitmentId,
  ]);
  return showShortCode(rows[0]?.code ?? ('' as ShortCode));
}

async function readingsOf(personId: PersonId) {
  const { rows } = await owner.query<{ fields: string[]; purpose: string; reader_id: string }>(
    'select fields, purpose, reader_id from vault_readings where person_id = $1',
    [personId],
  );
  return rows;
}

describe('the large sheet', () => {
  const day = async (caller: Caller, whose: WorkOrderRun['whose'] = 'mine', on = today) => {
    const sheets = await printLargeSheets(context, caller, { ...look, whose, day: on });
    return sheets.ok ? readPdf(sheets.value) : sheets.refusal.code;
  };

  it('holds a first name, an initial and where to go, and nothing else of anybody', async () => {
    const { personId, requestId } = await promised(sven);
    const pdf = (await day(sven)) as ReadPdf;
    expect(pdf.text).toContain('Odalys F.');
    expect(pdf.text).toContain('9 Mill Lane');
    expect(pdf.text).toContain('Allergy: peanuts');
    expect(pdf.text).not.toMatch(/Ferrer|555\D?\d{4}|owes rent|as it came/);
    expect(await readingsOf(personId)).toEqual([
      { fields: ['address', 'must-know:allergy', 'name'], purpose: 'deliver-help', reader_id: sven.actor.memberId },
    ]);
    await close(requestId);
  });

  it('is for its own provider, and for coordinators', async () => {
    const mine = await promised(sven);
    const theirs = await promised(priya);
    expect(((await day(sven)) as ReadPdf).text).not.toContain('Priya');
    expect(await day(sven, 'everybody')).toBe('not-allowed');
    expect(await day(sven, priya.actor.memberId)).toBe('not-allowed');
    expect(await day({ groupId: here, actor: { kind: 'public' } })).toBe('not-allowed');
    const all = (await day(lead, 'everybody')) as ReadPdf;
    expect(all.pages).toBe(2);
    expect(all.text.match(/Odalys F\./g)).toHaveLength(2);
    expect(((await day(lead, priya.actor.memberId)) as ReadPdf).text.match(/Odalys F\./g)).toHaveLength(1);
    expect(((await day(stranger, 'everybody')) as ReadPdf).text).toContain(t('paper.dayEmpty'));
    await close(mine.requestId, theirs.requestId);
  });

  it('leaves out what is for another day, and what was given back', async () => {
    const later = await promised(sven);
    await owner.query(
      `update needs set window_from = now() + interval '3 days', window_to = now() + interval '4 days' where request_id = $1`,
      [later.requestId],
    );
    expect(((await day(sven)) as ReadPdf).text).toContain(t('paper.dayEmpty'));
    const inFourDays = localDateOf(Date.now() + 4 * dayMs, zone);
    expect(((await day(sven, 'mine', inFourDays)) as ReadPdf).text).toMatch(/Odalys\s+F\./);
    await giveBackCommitment(context, sven, { commitmentId: later.commitmentId, reason: 'cannot-come' });
    expect(((await day(sven, 'mine', inFourDays)) as ReadPdf).text).toContain(t('paper.dayEmpty'));
  });
});

/** Out of the way of the tests that follow. */
async function close(...requestIds: readonly RequestId[]): Promise<void> {
  await owner.query(
    `update commitments set state = 'withdrawn', ended_at = now() where state in ('accepted', 'started')
     and need_id in (select id from needs where request_id = any($1))`,
    [requestIds],
  );
}

describe('work orders', () => {
  it('hold what their helper may see, though the coordinator who prints them may see more', async () => {
    const open = await promised(sven);
    const guarded = await promised(sven, { name: 'coordinators', contact: 'coordinators', exactPlace: 'coordinators' });
    const one = await orders(lead, { requestId: open.requestId });
    expect(one.text).toContain('Odalys Ferrer');
    expect(one.text).toContain('+13045550144');
    expect(one.text).toContain('9 Mill Lane');
    expect(one.text).not.toMatch(/owes rent|as it came/);
    const other = await orders(lead, { requestId: guarded.requestId });
    expect(other.text).not.toMatch(/Odalys|555\D?\d{4}|Mill Lane/);
    expect(other.text).toContain('peanuts');
    expect(await readingsOf(guarded.personId)).toEqual([
      { fields: ['must-know:allergy'], purpose: 'deliver-help', reader_id: lead.actor.memberId },
    ]);
    await close(open.requestId, guarded.requestId);
  });

  it('hold what was answered to a form for those who come, and not what was for coordinators', async () => {
    const { personId, requestId } = await promised(sven);
    await context.database.forGroup(here, async (tx) => {
      const [formId, answerId] = [freshId<FormId>(tx), freshId<FormAnswerId>(tx)];
      const question = (id: string, label: string) => ({ id, sort: 'short-text', label: { en: label }, options: [] });
      const definition = {
        title: { en: 'Home visit' },
        languages: ['en'],
        questions: [question('q1', 'Which door?'), question('q2', 'Who may not know?')],
      };
      const form = { group_id: here, slug: 'home-visit', purpose: 'ask', state: 'draft', draft: '{}' } as const;
      await tx.db
        .insertInto('forms')
        .values({ ...form, id: formId })
        .execute();
      const version = { group_id: here, form_id: formId, no: 1, definition: JSON.stringify(definition) };
      await tx.db.insertInto('form_versions').values(version).execute();
      const answer = { group_id: here, form_id: formId, version_no: 1, language: 'en', request_id: requestId };
      await tx.db
        .insertInto('form_answers')
        .values({ ...answer, id: answerId, person_id: personId })
        .execute();
      const said = (text: string) => JSON.stringify({ is: 'text', text });
      await context.vault.seal(tx, personId, [
        { field: 'helper-answer:q1', value: said('the green one'), subjectId: answerId },
        { field: 'answer:q2', value: said('my brother'), subjectId: answerId },
      ]);
    });
    const pdf = await orders(lead, { requestId });
    expect(pdf.text).toMatch(/Which door\?\s+the green one/);
    expect(pdf.text).not.toMatch(/brother|may not know/);
    const day = await printLargeSheets(context, sven, { ...look, whose: 'mine', day: today });
    expect(day.ok && (await readPdf(day.value)).text).not.toMatch(/green one|brother/);
    await close(requestId);
  });

  it('hold nothing of anybody once the time to confirm is over', async () => {
    const late = await promised(sven);
    await owner.query(`update commitments set lease_until = now() - interval '1 hour' where id = $1`, [
      late.commitmentId,
    ]);
    const pdf = await orders(lead, { requestId: late.requestId });
    expect(pdf.text).not.toMatch(/Odalys|555\D?\d{4}|Mill Lane|peanuts/);
    expect(pdf.text).toContain('The time to confirm is over');
    await close(late.requestId);
  });

  it('keep their codes when they are printed again, by whoever', async () => {
    const { commitmentId, requestId } = await promised(sven);
    const first = await orders(lead, { requestId });
    const code = await codeOf(commitmentId);
    expect(first.text).toContain(code);
    expect((await orders(sven, { whose: 'mine', requestId })).text).toContain(code);
    await close(requestId);
  });

  it('are printed by their provider and by coordinators only', async () => {
    const refused = async (caller: Caller, whose: WorkOrderRun['whose']) => {
      const printed = await printWorkOrders(context, caller, { ...run, whose });
      return printed.ok ? 'printed' : printed.refusal.code;
    };
    expect(await refused(sven, 'everybody')).toBe('not-allowed');
    expect(await refused(sven, lead.actor.memberId)).toBe('not-allowed');
    expect(await refused({ groupId: here, actor: { kind: 'public' } }, 'mine')).toBe('not-allowed');
    expect(await refused({ groupId: here, actor: { kind: 'system' } }, 'everybody')).toBe('not-allowed');
    expect(await refused(sven, 'mine')).toBe('printed');
  });
});

describe('sheets of what nobody has taken', () => {
  const takeLink = 'https://b.example.org/harbor-street/n';
  const open = async (caller: Caller) => {
    const printed = await printOpenNeeds(context, caller, { ...look, takeLink, typeLink: run.typeLink });
    return printed.ok ? (await readPdf(printed.value)).text : printed.refusal.code;
  };

  it('say what is still open and how to take it, and nothing of anybody', async () => {
    const { requestId } = await promised(sven, {}, 3);
    await owner.query('update needs set quantity = 8, state = $2 where request_id = $1', [requestId, 'open']);
    const { rows } = await owner.query<{ link_code: string }>('select link_code from needs where request_id = $1', [
      requestId,
    ]);
    const text = await open(lead);
    expect(text).toMatch(/Food boxes?: 5 /);
    expect(text).toContain('Who takes it?');
    expect(text.replace(/\s/g, '')).toContain(`b.example.org/harbor-street/n/${rows[0]?.link_code}`);
    expect(text).not.toMatch(/Odalys|555\D?\d{4}|Mill Lane|peanuts|Sven|How did it go/);
    await close(requestId);
  });

  it('leave out what is taken, and are printed by coordinators only', async () => {
    const { requestId } = await promised(sven);
    const { rows } = await owner.query<{ link_code: string }>('select link_code from needs where request_id = $1', [
      requestId,
    ]);
    expect(await open(lead)).not.toContain(rows[0]?.link_code);
    expect(await open(sven)).toBe('not-allowed');
    expect(await open({ groupId: here, actor: { kind: 'public' } })).toBe('not-allowed');
    await close(requestId);
  });
});

describe('an outcome that is typed in', () => {
  async function printed(quantity = 8): Promise<SeededPromise & { readonly code: string }> {
    const promise = await promised(sven, {}, quantity);
    await orders(lead, { requestId: promise.requestId });
    return { ...promise, code: await codeOf(promise.commitmentId) };
  }
  const stateOf = async (id: CommitmentId) =>
    (await owner.query('select state, done_quantity::int as done, effort_minutes from commitments where id = $1', [id]))
      .rows[0];
  const refusalOf = async (caller: Caller, code: string) => {
    const found = await orderByCode(context, caller, code);
    return found.ok ? 'found' : found.refusal.code;
  };

  it('is done, a part, or not done, and can be undone', async () => {
    const all = await printed();
    const done = await typeInOutcome(context, lead, all.code.toLowerCase().replace('-', ' '), {
      how: 'done',
      minutes: 40,
    });
    if (!done.ok) throw new Error(done.refusal.code);
    expect(await stateOf(all.commitmentId)).toEqual({ state: 'done', done: 8, effort_minutes: 40 });
    expect(await undoAct(context, lead, { actId: done.value.actId })).toMatchObject({ ok: true });
    const again = await typeInOutcome(context, lead, all.code, { how: 'part', quantity: 5, minutes: null });
    expect(again).toMatchObject({ ok: true, value: { commitment: { state: 'done', doneQuantity: 5 } } });

    const none = await printed();
    await typeInOutcome(context, sven, none.code, { how: 'none', reason: 'not-there' });
    expect(await stateOf(none.commitmentId)).toMatchObject({ state: 'withdrawn' });
  });

  it('is refused for more than was promised', async () => {
    const { code } = await printed();
    expect(await typeInOutcome(context, lead, code, { how: 'part', quantity: 9, minutes: null })).toMatchObject({
      ok: false,
      refusal: { code: 'more-than-committed', quantity: 8 },
    });
  });

  it('counts once when two people type the same sheet in at once', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { code, commitmentId } = await printed();
      const both = await Promise.all(
        [lead, sven, lead, sven].map((caller, index) =>
          typeInOutcome(
            context,
            caller,
            code,
            index % 2 === 0 ? { how: 'done', minutes: null } : { how: 'part', quantity: 3, minutes: null },
          ),
        ),
      );
      expect(both.filter((one) => one.ok)).toHaveLength(1);
      for (const one of both) if (!one.ok) expect(one.refusal.code).toBe('commitment-over');
      const events = await owner.query('select 1 from events where commitment_id = $1', [commitmentId]);
      expect(events.rowCount).toBe(1);
    }
  });

  it('says what is wrong with a code', async () => {
    const { code } = await printed();
    const last = code.slice(-1);
    const slip = `${code.slice(0, -1)}${last === 'A' ? 'F' : 'A'}`;
    expect(await refusalOf(lead, slip)).toBe('order-code-wrong');
    expect(await refusalOf(lead, '')).toBe('order-code-wrong');
    expect(await refusalOf(lead, "'; drop table work_orders; --")).toBe('order-code-wrong');
    expect(await refusalOf(lead, showShortCode(freshShortCode()))).toBe('order-code-unknown');
    expect(await refusalOf(stranger, code)).toBe('order-code-unknown');
    expect(await refusalOf(priya, code)).toBe('not-allowed');
    expect(await refusalOf(sven, code)).toBe('found');
    await owner.query('update work_orders set expires_at = now() where code = $1', [parseShortCode(code)]);
    expect(await refusalOf(lead, code)).toBe('order-code-expired');
    expect(await typeInOutcome(context, lead, code, { how: 'done', minutes: null })).toMatchObject({ ok: false });
  });

  it('is gone with its promise', async () => {
    const { code, requestId } = await printed();
    await owner.query('delete from needs where request_id = $1', [requestId]);
    expect(await refusalOf(lead, code)).toBe('order-code-unknown');
  });
});

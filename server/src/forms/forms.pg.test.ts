import type { FormEdit } from '@barnraise/kernel/form/form-edit.ts';
import type { QuestionId } from '@barnraise/kernel/form/question.ts';
import { readAnswers } from '@barnraise/kernel/form/read-answers.ts';
import type { FormId, GroupId, NeedId, PersonId, RequestId } from '@barnraise/kernel/ids.ts';
import { dayMs } from '@barnraise/kernel/instant.ts';
import { describe, expect, test } from 'vitest';

import { freshDatabase, seedGroups } from '../../../tests/store/database.ts';
import { seedKind, seedMember } from '../../../tests/seed/people-and-needs.ts';
import { applyRetention } from '../people/apply-retention.ts';
import { eraseNow } from '../people/erase-now.ts';
import type { ShownAnswers } from '../people/shown-answer.ts';
import { undoAct } from '../record/undo-act.ts';
import { intakeRules } from '../requests/ask-pages.ts';
import { commitToNeed } from '../requests/commit-to-need.ts';
import { myDay } from '../requests/my-day.ts';
import { needPage } from '../requests/need-page.ts';
import { requestPage } from '../requests/request-page.ts';
import { takeInRequest } from '../requests/take-in-request.ts';
import type { Locale } from '../words/locale.ts';
import { wordsFor } from '../words/words.ts';
import { answerList } from './answer-list.ts';
import { answerTable } from './answer-table-download.ts';
import { changeForm, restoreVersion } from './change-form.ts';
import { formPage, formsList } from './form-pages.ts';
import { closeForm, publishForm } from './publish-form.ts';
import { publicForm } from './public-form.ts';
import { sendForm } from './send-form.ts';
import { startForm } from './start-form.ts';

let aheadMs = 0;
const { context, owner } = await freshDatabase({ clock: () => Date.now() + aheadMs });
const { here, there } = await seedGroups(context);
for (const code of ['goods.food.box', 'service.ride.medical']) await seedKind(context, here, code);
await seedKind(context, there, 'goods.food.box');
const ines = await seedMember(context, here, { name: 'Inés', role: 'coordinator' });
const walt = await seedMember(context, here, { name: 'Walt' });
const otto = await seedMember(context, there, { name: 'Otto', role: 'coordinator' });
const anybody = { groupId: here, actor: { kind: 'public' } } as const;
const q = (no: number) => `q${no}` as QuestionId;
const formKey = (): string => crypto.randomUUID();

async function begin(title: string, purpose: 'ask' | 'offer' | 'other' = 'ask'): Promise<FormId> {
  const started = await startForm(context, ines, { title, purpose, languages: ['en', 'es'], formKey: formKey() });
  if (!started.ok) throw new Error(started.refusal.code);
  return started.value.formId;
}

async function page(formId: FormId) {
  const found = await formPage(context, ines, formId);
  if (!found) throw new Error('The form is not there.');
  return found;
}

async function act(formId: FormId) {
  return { formId, version: (await page(formId)).version, formKey: formKey() };
}

async function edit(formId: FormId, ...edits: readonly FormEdit[]) {
  const changed = await changeForm(context, ines, { ...(await act(formId)), edits });
  if (!changed.ok) throw new Error(changed.refusal.code);
  return changed.value.actId;
}

async function publish(formId: FormId): Promise<string> {
  const published = await publishForm(context, ines, await act(formId));
  if (!published.ok) throw new Error(published.refusal.code);
  return (await page(formId)).slug;
}

async function opened(slug: string, groupId: GroupId = here) {
  const form = await publicForm(context, groupId, { slug });
  if (!form) throw new Error('The form is not published.');
  return form;
}

async function answer(slug: string, posted: object, more: { key?: string; caller?: typeof walt; held?: boolean } = {}) {
  return send(await opened(slug), posted, more);
}

async function send(
  form: Awaited<ReturnType<typeof opened>>,
  posted: object,
  { key = formKey(), caller, held = false }: { key?: string; caller?: typeof walt; held?: boolean } = {},
) {
  const rules = await intakeRules(context, here);
  const kinds = new Map(rules.kinds.map((kind) => [kind.code, kind]));
  const read = readAnswers(form.definition, { ...posted }, { country: 'US', kinds, files: new Map() });
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return sendForm(context, caller ?? anybody, {
    form,
    answers: read.answers,
    language: 'en',
    rules,
    formKey: key,
    fileMarks: new Map(),
    heldForALook: held,
  });
}

async function tableFor(caller: typeof walt, formId: FormId, locale: Locale = 'en'): Promise<string> {
  let text = '';
  const lines = await answerTable(context, caller, { formId, t: wordsFor(locale), zone: 'UTC' });
  for await (const line of lines ?? []) text += line;
  return text;
}

async function rows<Row extends object>(text: string, ...values: readonly unknown[]): Promise<readonly Row[]> {
  return (await owner.query<Row>(text, [...values])).rows;
}

const requestOf = async (token: string) => {
  const [row] = await rows<{ id: RequestId; state: string; urgency: number; danger: string[]; held_at: unknown }>(
    `select * from requests where link_hash = sha256($1::bytea)`,
    Buffer.from(token),
  );
  if (!row) throw new Error('There is no request of this link.');
  return row;
};

describe('writing a form', () => {
  test('begins with the usual questions, in every language, seen by nobody outside', async () => {
    const formId = await begin('Winter help');
    const { draft, slug, problems, advice } = await page(formId);
    expect(draft.questions.map(({ sort }) => sort)).toEqual(['kinds', 'long-text', 'short-text', 'phone', 'place']);
    expect(draft.questions[3]?.label).toEqual({ en: 'Phone number', es: 'Número de teléfono' });
    expect({ slug, problems }).toEqual({ slug: 'winter-help', problems: [] });
    expect(advice).toEqual([{ code: 'untranslated', language: 'es', count: 1 }]);
    expect(await publicForm(context, here, { slug })).toBeUndefined();
    expect((await page(await begin('Winter help'))).slug).toBe('winter-help-2');
    expect((await page(await begin('¡Ñandú!'))).slug).toBe('nandu');
    expect((await page(await begin('火'))).slug).toBe('form');
  });

  test('is for those who answer for requests, in their own group', async () => {
    const formId = await begin('Only ours');
    const start = { title: 'x', purpose: 'ask', languages: ['en'], formKey: formKey() } as const;
    expect(await startForm(context, walt, start)).toMatchObject({ refusal: { code: 'not-allowed' } });
    expect(await startForm(context, otto, { ...start, copyOf: formId })).toMatchObject({
      refusal: { code: 'not-found' },
    });
    expect(await formPage(context, walt, formId)).toBeUndefined();
    expect(await formPage(context, otto, formId)).toBeUndefined();
    expect(await changeForm(context, otto, { ...(await act(formId)), edits: [] })).toMatchObject({
      refusal: { code: 'not-found' },
    });
    expect((await formsList(context, walt))?.forms.map(({ state }) => state)).not.toContain('draft');
    await publish(formId);
    expect(await publicForm(context, there, { slug: 'only-ours' })).toBeUndefined();
  });

  test('tells the second of two who edit at once, and overwrites nothing of the first', async () => {
    const formId = await begin('Two at once');
    const seen = await act(formId);
    const titled = (en: string): FormEdit => ({ do: 'word-form', title: { en } });
    const both = await Promise.all([
      changeForm(context, ines, { ...seen, formKey: formKey(), edits: [titled('One')] }),
      changeForm(context, ines, { ...seen, formKey: formKey(), edits: [titled('Two')] }),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ refusal: { code: 'form-changed' } });
    expect((await page(formId)).draft.title['en']).toBe(both[0]?.ok ? 'One' : 'Two');
  });

  test('does one press of a button once, however often it is sent', async () => {
    const formId = await begin('Pressed twice');
    const press = { ...(await act(formId)), edits: [{ do: 'remove-question', question: q(2) }] as const };
    expect(await changeForm(context, ines, press)).toEqual(await changeForm(context, ines, press));
    const again = { ...(await act(formId)), edits: [{ do: 'remove-question', question: q(3) }] as const };
    const [first, ...others] = await Promise.all([1, 2, 3, 4].map(() => changeForm(context, ines, again)));
    expect(first).toMatchObject({ ok: true });
    for (const other of others) expect(other).toEqual(first);
  });

  test('begins each of several of one name at once, and one pressed often at once only once', async () => {
    const four = await Promise.all([1, 2, 3, 4].map(() => begin('All at once')));
    const slugs = await Promise.all(four.map(async (formId) => (await page(formId)).slug));
    expect(new Set(slugs)).toEqual(new Set(['all-at-once', 'all-at-once-2', 'all-at-once-3', 'all-at-once-4']));
    const start = { title: 'Pressed often', purpose: 'ask', languages: ['en'], formKey: formKey() } as const;
    const [first, ...others] = await Promise.all([1, 2, 3, 4].map(() => startForm(context, ines, start)));
    expect(first).toMatchObject({ ok: true });
    for (const other of others) expect(other).toEqual(first);
  });

  test('can be undone, and never gives a question a name that another had', async () => {
    const formId = await begin('Second thoughts');
    const added = await edit(formId, { do: 'add-question', sort: 'number', label: { en: 'How many?' } });
    expect((await page(formId)).draft.questions.at(-1)?.id).toBe('q6');
    expect((await undoAct(context, ines, { actId: added })).ok).toBe(true);
    expect((await page(formId)).draft.questions.at(-1)?.id).toBe('q5');
    await edit(formId, { do: 'add-question', sort: 'date', label: { en: 'When?' } });
    expect((await page(formId)).draft.questions.at(-1)?.id).toBe('q7');
  });

  test('publishes versions that nothing changes any more, not even the database', async () => {
    const formId = await begin('Versions');
    await edit(formId, { do: 'word-form', title: { en: '' } });
    expect(await publishForm(context, ines, await act(formId))).toMatchObject({
      refusal: { code: 'form-has-problems', count: 1 },
    });
    await edit(formId, { do: 'word-form', title: { en: 'Versions' } });
    const slug = await publish(formId);
    expect(await publishForm(context, ines, await act(formId))).toMatchObject({ refusal: { code: 'nothing-changed' } });
    await edit(formId, { do: 'remove-question', question: q(5) });
    expect((await page(formId)).differences).toMatchObject([{ code: 'removed' }]);
    expect((await opened(slug)).definition.questions).toHaveLength(5);
    await publish(formId);
    expect((await opened(slug)).definition.questions).toHaveLength(4);
    expect((await restoreVersion(context, ines, { ...(await act(formId)), no: 1 })).ok).toBe(true);
    expect((await page(formId)).draft).toMatchObject({ questions: { length: 5 }, next: 6 });
    await expect(
      context.database.forGroup(here, (tx) => tx.db.updateTable('form_versions').set({ no: 9 }).execute()),
    ).rejects.toThrow('permission denied');
  });

  test('can be taken back after publishing; what came in stays', async () => {
    const formId = await begin('Too early');
    const done = await publishForm(context, ines, await act(formId));
    const { slug } = await page(formId);
    expect((await answer(slug, { 'a-q2': 'wood, please' })).ok).toBe(true);
    expect(done.ok && (await undoAct(context, ines, { actId: done.value.actId })).ok).toBe(true);
    expect(await publicForm(context, here, { slug })).toBeUndefined();
    expect((await answerList(context, ines, { formId, language: 'en' }))?.rows).toHaveLength(1);
  });
});

describe('a form that was sent', () => {
  test('becomes a request as any other, with the answers beside it as they were asked', async () => {
    const formId = await begin('Firewood');
    await edit(
      formId,
      { do: 'add-question', sort: 'one-of', label: { en: 'What do you heat with?', es: '¿Con qué calienta?' } },
      { do: 'add-option', question: q(6), label: { en: 'Wood' } },
      { do: 'add-option', question: q(6), label: { en: 'Oil' } },
    );
    const slug = await publish(formId);
    const sent = await answer(slug, {
      'a-q1': 'goods.food.box',
      'a-q1.goods.food.box': '3',
      'a-q2': 'the stove is out',
      'a-q3': 'Ofelia',
      'a-q4': '304 555 0144',
      'a-q5': '9 Mill Lane',
      'a-q6': 'o8',
    });
    expect(sent).toMatchObject({ ok: true, value: { kind: 'request' } });
    if (!sent.ok || sent.value.kind !== 'request') return;
    const { id } = await requestOf(sent.value.token);
    // The question is worded anew, and what was answered keeps the words it was asked with.
    await edit(formId, { do: 'change-question', question: q(6), change: { label: { en: 'Your heating?' } } });
    await publish(formId);
    const shown = await requestPage(context, ines, id);
    if (shown?.kind !== 'page') throw new Error('The request is not there.');
    expect(shown.page).toMatchObject({
      words: 'the stove is out',
      person: { name: 'Ofelia', phone: '304 555 0144' },
      place: { address: '9 Mill Lane' },
      needs: [{ quantity: 3, kind: { code: 'goods.food.box' } }],
      answers: [{ title: 'Firewood', no: 1 }],
    });
    expect(shown.page.answers[0]?.answers.at(-1)).toEqual({
      question: 'q6',
      label: 'What do you heat with?',
      value: { is: 'chosen', texts: ['Oil'] },
    });
    expect(JSON.stringify(await rows('select * from form_answers'))).not.toMatch(/Ofelia|555\D?0144|Mill Lane|Oil/);
    expect(await requestPage(context, otto, id)).toBeUndefined();
  });

  test('alarms at danger in any answer, waits for a look in a flood, and respects a closed door', async () => {
    const formId = await begin('How are you?');
    await edit(formId, { do: 'add-question', sort: 'long-text', label: { en: 'Anything else?' } });
    const slug = await publish(formId);
    const sent = await answer(slug, { 'a-q6': 'I want to kill myself' }, { held: true });
    if (!sent.ok || sent.value.kind !== 'request') throw new Error('It was not taken in.');
    const alarming = await requestOf(sent.value.token);
    expect(alarming.danger.length).toBeGreaterThan(0);
    expect(alarming).toMatchObject({ urgency: 2, held_at: null });
    const flood = await answer(slug, { 'a-q6': 'buy now' }, { held: true });
    if (!flood.ok || flood.value.kind !== 'request') throw new Error('It was not taken in.');
    expect((await requestOf(flood.value.token)).held_at).not.toBeNull();
    const set = (open: boolean) =>
      owner.query('update group_settings set asks_open = $1 where group_id = $2', [open, here]);
    await set(false);
    expect(await answer(slug, { 'a-q2': 'soup' })).toMatchObject({ refusal: { code: 'asks-closed' } });
    await set(true);
  });

  test('is one, sent twice over a bad line; and two, when something else is in it', async () => {
    const slug = await publish(await begin('Bad line'));
    const key = formKey();
    const first = await answer(slug, { 'a-q2': 'soup' }, { key });
    expect(await answer(slug, { 'a-q2': 'soup' }, { key })).toEqual(first);
    expect(await answer(slug, { 'a-q2': 'bread' }, { key })).not.toEqual(first);
    const at = await Promise.all([1, 2, 3, 4].map(() => answer(slug, { 'a-q2': 'milk' }, { key })));
    expect(new Set(at.map((one) => JSON.stringify(one))).size).toBe(1);
  });

  test('keeps the question it was asked, while a newer version is being published', async () => {
    const formId = await begin('In between');
    const slug = await publish(formId);
    const seen = await opened(slug);
    await edit(formId, { do: 'remove-question', question: q(2) });
    const publishing = await act(formId);
    const [published, sent] = await Promise.all([
      publishForm(context, ines, publishing),
      send(seen, { 'a-q2': 'as I was asked' }),
    ]);
    expect([published.ok, sent.ok]).toEqual([true, true]);
    const list = await answerList(context, ines, { formId, language: 'en' });
    expect(list?.rows[0]).toMatchObject({ no: 1, answers: [{ label: 'Tell us more' }] });
    expect(list?.columns.map(({ label }) => label)).toContain('Tell us more');
  });

  test('either comes before the form is closed, or is told', async () => {
    const formId = await begin('Last minute');
    const slug = await publish(formId);
    const form = await opened(slug);
    const closing = await act(formId);
    const [closed, ...sent] = await Promise.all([
      closeForm(context, ines, closing),
      ...['a', 'b', 'c'].map((words) => send(form, { 'a-q2': words })),
    ]);
    expect(closed.ok).toBe(true);
    const kept = sent.filter(({ ok }) => ok).length;
    expect(sent.filter((one) => !one.ok && one.refusal.code === 'form-closed')).toHaveLength(3 - kept);
    expect((await page(formId)).answers).toBe(kept);
    expect(await send(form, { 'a-q2': 'd' })).toMatchObject({ refusal: { code: 'form-closed' } });
    expect(await answer(slug, { 'a-q2': 'd' })).toMatchObject({ refusal: { code: 'form-closed' } });
  });

  test('becomes one offer for each kind, of one person', async () => {
    const slug = await publish(await begin('What I can do', 'offer'));
    const kinds = { 'a-q1': ['goods.food.box', 'service.ride.medical'], 'a-q1.goods.food.box': '4' };
    const sent = await answer(slug, { ...kinds, 'a-q3': 'Dale', 'a-q4': '304 555 0121' });
    expect(sent).toMatchObject({ value: { kind: 'offers', tokens: { length: 2 } } });
    const offers = await rows<Record<string, unknown>>(
      `select o.standing, o.quantity, o.ask_by, o.person_id from offers o join form_answer_offers f on f.offer_id = o.id order by o.standing`,
    );
    expect(offers).toMatchObject([
      { standing: false, quantity: 4, ask_by: 'call' },
      { standing: true, quantity: null },
    ]);
    expect(new Set(offers.map((offer) => offer['person_id'])).size).toBe(1);
    const own = await answer(slug, { 'a-q1': 'service.ride.medical' }, { caller: walt });
    expect(own).toMatchObject({ value: { kind: 'offers' } });
    expect(await answer(slug, { 'a-q2': 'I can only listen' })).toMatchObject({ value: { kind: 'list' } });
  });
});

describe('what was answered', () => {
  test('is told to those who come once they promised, and to members what is for members', async () => {
    const formId = await begin('Dog and door');
    await edit(
      formId,
      { do: 'add-question', sort: 'yes-no', label: { en: 'Is there a dog?' }, change: { audience: 'members' } },
      { do: 'add-question', sort: 'short-text', label: { en: 'Which door?' }, change: { audience: 'helpers' } },
      { do: 'add-question', sort: 'short-text', label: { en: 'Who may not come?' } },
    );
    const slug = await publish(formId);
    const said = { 'a-q1': 'goods.food.box', 'a-q6': 'yes', 'a-q7': 'the red one', 'a-q8': 'my cousin' };
    const sent = await answer(slug, said);
    if (!sent.ok || sent.value.kind !== 'request') throw new Error('It was not taken in.');
    // Another request of somebody else must not be told with it.
    await answer(slug, { ...said, 'a-q7': 'the blue one' });
    const { id: requestId } = await requestOf(sent.value.token);
    await takeInRequest(context, ines, { requestId, open: true });
    const [need] = await rows<{ id: NeedId }>('select id from needs where request_id = $1', requestId);
    if (!need) throw new Error('Nothing is needed.');
    const questions = (told: readonly ShownAnswers[] | undefined) =>
      told?.flatMap(({ answers }) => answers.map(({ label }) => label));
    expect(questions((await needPage(context, walt, need.id))?.told)).toEqual(['Is there a dog?']);
    expect((await myDay(context, walt)).items).toEqual([]);
    expect((await commitToNeed(context, walt, { needId: need.id, quantity: 1 })).ok).toBe(true);
    const [item] = (await myDay(context, walt)).items;
    expect(questions(item?.whereTo.told)).toEqual(['Is there a dog?', 'Which door?']);
    expect(JSON.stringify(item)).toContain('the red one');
    expect(JSON.stringify(item)).not.toMatch(/my cousin|the blue one/);
  });

  test('is seen by those its question names, also in the table', async () => {
    const formId = await begin('Picnic', 'other');
    await edit(
      formId,
      { do: 'add-question', sort: 'short-text', label: { en: 'I bring' }, change: { audience: 'members' } },
      { do: 'add-question', sort: 'short-text', label: { en: 'Allergy' }, change: { audience: 'helpers' } },
    );
    const slug = await publish(formId);
    await answer(slug, { 'a-q1': 'Marguerite', 'a-q3': '=HYPERLINK("x")', 'a-q4': 'nuts' });
    const seen = async (caller: typeof walt) =>
      (await answerList(context, caller, { formId, language: 'en' }))?.rows[0]?.answers.map(({ question }) => question);
    expect(await seen(ines)).toEqual(['q1', 'q3', 'q4']);
    expect(await seen(walt)).toEqual(['q3']);
    expect(await seen(otto)).toBeUndefined();
    expect(await answerList(context, anybody, { formId, language: 'en' })).toBeUndefined();
    const table = await tableFor(walt, formId);
    expect(table).toContain(`"'=HYPERLINK(""x"")"`);
    expect(table).not.toMatch(/Marguerite|nuts|Allergy/);
    expect(await tableFor(ines, formId, 'es')).toMatch(/Marguerite[^]*nuts/);
    const readings = await rows<{ fields: string[] }>(
      `select fields from vault_readings where 'answer:q1' = any(fields)`,
    );
    expect(readings.length).toBeGreaterThan(0);
  });

  test('is paged without repeating or skipping', async () => {
    const formId = await begin('Many', 'other');
    const form = await opened(await publish(formId));
    for (let no = 0; no < 53; no += 1) await send(form, { 'a-q1': `Person ${no}` });
    const first = await answerList(context, ines, { formId, language: 'en' });
    expect(first?.rows).toHaveLength(50);
    const table = await tableFor(ines, formId);
    expect(table.match(/Person \d+/g)?.length).toBe(53);
  });

  test('is erased when its time is over, while the rest stays', async () => {
    const formId = await begin('For a while', 'other');
    const forDays = (keptDays: number) => ({ audience: 'coordinators', keptDays }) as const;
    await edit(
      formId,
      { do: 'add-question', sort: 'short-text', label: { en: 'Short' }, change: forDays(3) },
      { do: 'add-question', sort: 'short-text', label: { en: 'Long' }, change: forDays(60) },
    );
    const slug = await publish(formId);
    await answer(slug, { 'a-q3': 'soon gone', 'a-q4': 'later gone' });
    const kept = async () =>
      (await answerList(context, ines, { formId, language: 'en' }))?.rows[0]?.answers.map(({ label }) => label);
    const fields = () =>
      rows(
        `select 1 from vault_entries where field in ('answer:q3', 'answer:q4')
      and subject_id in (select id from form_answers where form_id = $1)`,
        formId,
      );
    expect(await kept()).toEqual(['Short', 'Long']);
    aheadMs = 4 * dayMs;
    expect(await kept()).toEqual(['Long']);
    expect(await fields()).toHaveLength(2);
    await applyRetention(context, { groupId: here });
    expect(await fields()).toHaveLength(1);
    aheadMs = 0;
  });

  test('is erased with the person', async () => {
    const formId = await begin('Forget me', 'other');
    await answer(await publish(formId), { 'a-q1': 'Nobody' });
    const [row] = await rows<{ person_id: PersonId }>('select person_id from form_answers where form_id = $1', formId);
    if (!row) throw new Error('Nobody answered.');
    await context.database.forGroup(here, (tx) =>
      eraseNow(context, tx, { personId: row.person_id, actor: { kind: 'system' }, cause: 'asked' }),
    );
    expect((await answerList(context, ines, { formId, language: 'en' }))?.rows).toMatchObject([{ answers: [] }]);
  });
});

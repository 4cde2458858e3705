import { readAnswers } from '@barnraise/kernel/form/read-answers.ts';
import type { QuestionId } from '@barnraise/kernel/form/question.ts';
import type { FormAnswerId, FormId, NeedId } from '@barnraise/kernel/ids.ts';
import { dayMs } from '@barnraise/kernel/instant.ts';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';

import { freshDatabase, seedGroups } from '../../../../tests/store/database.ts';
import { seedKind, seedMember } from '../../../../tests/seed/people-and-needs.ts';
import { eraseNow } from '../../people/erase-now.ts';
import { applyRetention } from '../../people/apply-retention.ts';
import { commitToNeed } from '../../requests/commit-to-need.ts';
import { intakeRules } from '../../requests/ask-pages.ts';
import { takeInRequest } from '../../requests/take-in-request.ts';
import { answerList } from '../answer-list.ts';
import { changeForm } from '../change-form.ts';
import { formPage } from '../form-pages.ts';
import { publicForm } from '../public-form.ts';
import { publishForm } from '../publish-form.ts';
import { sendForm } from '../send-form.ts';
import { startForm } from '../start-form.ts';
import { dropAttachments } from './drop-attachments.ts';
import { readAttachment } from './read-attachment.ts';
import { isStillHere, receiveFile } from './receive-file.ts';

let aheadMs = 0;
const { context, owner } = await freshDatabase({ clock: () => Date.now() + aheadMs });
const { here, there } = await seedGroups(context);
await seedKind(context, here, 'goods.food.box');
const ines = await seedMember(context, here, { name: 'Inés', role: 'coordinator' });
const walt = await seedMember(context, here, { name: 'Walt' });
const mira = await seedMember(context, here, { name: 'Mira' });
const otto = await seedMember(context, there, { name: 'Otto', role: 'coordinator' });
const anybody = { groupId: here, actor: { kind: 'public' } } as const;
const jpeg = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#a33' } })
  .jpeg()
  .toBuffer();
const photo = 'q6' as QuestionId;
const formKey = (): string => crypto.randomUUID();

async function receive(bytes: Uint8Array = jpeg, address = '192.0.2.7') {
  return receiveFile(context, here, { sort: 'photo', bytes, address });
}

async function token(): Promise<string> {
  const received = await receive();
  if (!received.ok) throw new Error(received.refusal.code);
  return received.value.token;
}

let slug = '';
async function publishStoveForm(keptDays: number | null): Promise<FormId> {
  const started = await startForm(context, ines, {
    title: 'Stove',
    purpose: 'ask',
    languages: ['en'],
    formKey: formKey(),
  });
  if (!started.ok) throw new Error(started.refusal.code);
  const { formId } = started.value;
  const version = async () => (await formPage(context, ines, formId))?.version ?? 0;
  const change = { audience: 'helpers', keptDays } as const;
  await changeForm(context, ines, {
    formId,
    version: await version(),
    formKey: formKey(),
    edits: [{ do: 'add-question', sort: 'photo', label: { en: 'The stove' }, change }],
  });
  await publishForm(context, ines, { formId, version: await version(), formKey: formKey() });
  slug = (await formPage(context, ines, formId))?.slug ?? '';
  return formId;
}

async function send(file: string, key = formKey()) {
  const form = await publicForm(context, here, { slug });
  if (!form) throw new Error('The form is not there.');
  const rules = await intakeRules(context, here);
  const kinds = new Map(rules.kinds.map((kind) => [kind.code, kind]));
  const posted = { 'a-q1': 'goods.food.box', 'a-q3': 'Ofelia' };
  const read = readAnswers(form.definition, posted, { country: 'US', kinds, files: new Map([[photo, file]]) });
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const fileMarks = new Map([[photo, 'the same photo']]);
  return sendForm(context, anybody, {
    form,
    answers: read.answers,
    language: 'en',
    rules,
    formKey: key,
    fileMarks,
    heldForALook: false,
  });
}

async function only(formId: FormId) {
  const row = (await answerList(context, ines, { formId, language: 'en' }))?.rows[0];
  if (!row) throw new Error('Nobody answered.');
  return row;
}

async function count(): Promise<number> {
  const { rows } = await owner.query<{ n: number }>('select count(*)::int as n from attachments');
  return rows[0]?.n ?? 0;
}

describe('a photo that came along', () => {
  test('waits sealed, opened by nothing but the form it came with', async () => {
    const kept = await token();
    expect(await isStillHere(context, here, kept)).toBe(true);
    expect(await isStillHere(context, there, kept)).toBe(false);
    const [id] = kept.split('.');
    for (const wrong of ['', 'x', `${id}.`, `${id}.${'A'.repeat(43)}`, `${kept}.1`, 'a.b.c']) {
      expect(await isStillHere(context, here, wrong)).toBe(false);
    }
    const { rows } = await owner.query<{ row: string }>('select attachments::text as row from attachments');
    expect(rows.some(({ row }) => row.includes('ffd8ff'))).toBe(false);
  });

  test('is seen by coordinators and those who come, and each opening is written down', async () => {
    const formId = await publishStoveForm(null);
    expect(await send(await token())).toMatchObject({ ok: true });
    const row = await only(formId);
    const open = (caller: typeof ines) => readAttachment(context, caller, { answerId: row.id, question: photo });
    expect((await open(ines))?.contentType).toBe('image/jpeg');
    expect(await open(walt)).toBeUndefined();
    expect(await open(otto)).toBeUndefined();
    expect(await readAttachment(context, anybody, { answerId: row.id, question: photo })).toBeUndefined();
    expect(await readAttachment(context, ines, { answerId: row.id, question: 'q3' as QuestionId })).toBeUndefined();
    expect(
      await readAttachment(context, ines, { answerId: here as unknown as FormAnswerId, question: photo }),
    ).toBeUndefined();

    if (!row.requestId) throw new Error('It is no request.');
    expect((await takeInRequest(context, ines, { requestId: row.requestId, open: true })).ok).toBe(true);
    const { rows } = await owner.query<{ id: NeedId }>('select id from needs where request_id = $1', [row.requestId]);
    const needId = rows[0]?.id ?? ('' as NeedId);
    expect(await commitToNeed(context, walt, { needId, quantity: 1 })).toMatchObject({ ok: true });
    expect((await open(walt))?.sort).toBe('photo');
    expect(await open(mira)).toBeUndefined();
    const readings = await owner.query(
      'select distinct reader_id, purpose from vault_readings where $1 = any(fields)',
      [`helper-answer:${photo}`],
    );
    expect(readings.rows.map(({ purpose }) => String(purpose)).toSorted()).toEqual(['deliver-help', 'intake']);
  });

  test('belongs to one answer; the same form sent twice is one', async () => {
    const formId = await publishStoveForm(null);
    const [file, key] = [await token(), formKey()];
    const first = await send(file, key);
    expect(first.ok).toBe(true);
    expect(await send(file, key)).toEqual(first);
    // Over a bad line the whole form comes again, and the photo with it: it is the same photo.
    expect(await send(await token(), key)).toEqual(first);
    expect(await send(file)).toMatchObject({ refusal: { code: 'attachment-gone' } });
    expect((await answerList(context, ines, { formId, language: 'en' }))?.rows).toHaveLength(1);
  });

  test('goes with the person, at once', async () => {
    const formId = await publishStoveForm(null);
    await send(await token());
    const row = await only(formId);
    const before = await count();
    await context.database.forGroup(here, (tx) =>
      eraseNow(context, tx, { personId: row.personId, actor: { kind: 'system' }, cause: 'asked' }),
    );
    expect(await count()).toBe(before - 1);
    expect(await readAttachment(context, ines, { answerId: row.id, question: photo })).toBeUndefined();
  });

  test('goes when its time is over, and when its form was never sent', async () => {
    const formId = await publishStoveForm(2);
    await send(await token());
    const row = await only(formId);
    const waiting = await token();
    await owner.query(`update attachments set created_at = now() - interval '1 hour' where answer_id is null`);
    await dropAttachments(context, { groupId: here });
    expect(await isStillHere(context, here, waiting)).toBe(true);
    aheadMs = 3 * dayMs;
    expect(await readAttachment(context, ines, { answerId: row.id, question: photo })).toBeUndefined();
    await applyRetention(context, { groupId: here });
    await dropAttachments(context, { groupId: here });
    aheadMs = 0;
    expect(await isStillHere(context, here, waiting)).toBe(false);
    const { rows } = await owner.query('select 1 from attachments where answer_id = $1', [row.id]);
    expect(rows).toEqual([]);
  });

  test('is refused when it is no photo, when it is too large, and when too many come', async () => {
    expect(await receive(Buffer.from('no photo'), '192.0.2.8')).toMatchObject({ refusal: { code: 'not-a-photo' } });
    expect(await receive(Buffer.alloc(7_000_001), '192.0.2.8')).toMatchObject({ refusal: { code: 'file-too-large' } });
    const many = await Promise.all(Array.from({ length: 35 }, () => receive(jpeg, '192.0.2.9')));
    expect(many.filter((one) => !one.ok && one.refusal.code === 'too-many-files').length).toBeGreaterThanOrEqual(4);
  });
});

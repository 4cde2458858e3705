import type { DayOrder } from '@barnraise/kernel/chat/day-order.ts';
import type { Chat } from '@barnraise/kernel/chat/message.ts';
import { canImport } from '@barnraise/kernel/group-policy.ts';
import { parseId } from '@barnraise/kernel/ids.ts';
import type { Outcome } from '@barnraise/kernel/outcome.ts';
import { bringInMessages } from '@barnraise/server/requests/proposals/bring-in-messages.ts';
import { messagesInPage } from '@barnraise/server/requests/proposals/messages-in-page.ts';
import type { ImportId } from '@barnraise/server/requests/import/import-table.ts';
import {
  chatFileBytesMax,
  readMessageFile,
  type ReadMessagesRefusal,
  readPastedMessages,
} from '@barnraise/server/requests/proposals/read-messages.ts';
import { sayDayOrder } from '@barnraise/server/requests/proposals/say-day-order.ts';
import { takeBackMessages } from '@barnraise/server/requests/proposals/take-messages-back.ts';
import { error, fail, redirect } from '@sveltejs/kit';

import { readForm } from '#lib/server/form-input.ts';
import { readUpload, type Upload, type UploadedFile } from '#lib/server/read-upload.ts';

import type { Actions, PageServerLoad } from './$types';

/** Pasted text that is given back when something needs another look; a file has to be chosen again in any case. */
const givenBackMax = 200_000;
const pastedLettersMax = 1_000_000;

export const load: PageServerLoad = async ({ locals, url }) => {
  const page = await messagesInPage(locals.context, locals.caller);
  if (!page) error(403);
  return {
    page,
    zone: locals.group.zone,
    keptDays: page.keptDays,
    megabytes: chatFileBytesMax / 1_000_000,
    wasTaken: url.searchParams.has('taken'),
  };
};

export const actions: Actions = {
  bring: async ({ request, locals, params }) => {
    const { context, caller, t } = locals;
    // Before the file is taken: reading one costs more than any other page.
    if (!canImport(caller.actor)) error(403);
    const upload = await readUpload(request);
    if (upload === 'too-large') return fail(413, { refusal: t('refusal.file-too-large') });
    const file = await upload.file('file');
    const text = upload.text('text', pastedLettersMax);
    const back = upload.line('back', 4);
    const keep = {
      values: { text: text.slice(0, givenBackMax), source: upload.line('source', 60), back },
      idempotencyKey: upload.idempotencyKey,
    };
    if (!file && text.trim() === '') return fail(400, { ...keep, problems: { text: t('problem.required') } });

    const chat = await readGiven(file, text);
    if (!chat.ok) return fail(400, { ...keep, refusal: t(`refusal.${chat.refusal.code}`) });
    const brought = await bringInMessages(context, caller, {
      chat: chat.value,
      source: sourceOf(upload, t(`chat.format-${chat.value.format}`)),
      fileName: file?.name ?? '',
      daysBack: /^\d+$/.test(back) ? Number(back) : null,
      formKey: upload.idempotencyKey,
    });
    if (!brought.ok) return fail(409, { ...keep, refusal: t(`refusal.${brought.refusal.code}`) });
    const { importId, actId, known, older, cut } = brought.value;
    const query = new URLSearchParams({ import: importId, act: actId, came: [known, older, cut].join('.') });
    redirect(303, `/${params.group}/proposals?${query}`);
  },

  /** "3/4 is the third of April." */
  order: async ({ request, locals, params }) => {
    const form = await readForm(request);
    const importId = parseId<ImportId>(form.text('importId')) ?? error(404);
    const dayOrder: DayOrder = form.text('order') === 'month-first' ? 'month-first' : 'day-first';
    const said = await sayDayOrder(locals.context, locals.caller, { importId, dayOrder });
    if (!said.ok) return form.refuse(409, { refusal: locals.t(`refusal.${said.refusal.code}`) });
    redirect(303, `/${params.group}/proposals?import=${importId}`);
  },

  takeBack: async ({ request, locals, params }) => {
    const form = await readForm(request);
    const importId = parseId<ImportId>(form.text('importId')) ?? error(404);
    const taken = await takeBackMessages(locals.context, locals.caller, { importId });
    if (!taken.ok) return form.refuse(409, { refusal: locals.t(`refusal.${taken.refusal.code}`) });
    redirect(303, `/${params.group}/bring-in/messages?taken=1`);
  },
};

async function readGiven(file: UploadedFile | undefined, text: string): Promise<Outcome<Chat, ReadMessagesRefusal>> {
  return file ? readMessageFile(file.bytes) : readPastedMessages(text);
}

/** What the group calls it; without a name of its own, what it is. */
function sourceOf(upload: Upload, format: string): string {
  return upload.line('source', 60) || format;
}

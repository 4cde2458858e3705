import { cancelBatch } from '@barnraise/server/messaging/cancel-batch.ts';
import { type MessageFilter, messageFilters, messagePage } from '@barnraise/server/messaging/message-list.ts';
import type { BatchId } from '@barnraise/server/messaging/send-to-many.ts';
import { parseId } from '@barnraise/kernel/ids.ts';
import { isInstant } from '@barnraise/kernel/instant.ts';
import { error, redirect } from '@sveltejs/kit';

import { readForm } from '#lib/server/form-input.ts';
import { refusalText } from '#lib/server/refusal-text.ts';

import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const filter = messageFilters.find((one) => one === url.searchParams.get('show')) ?? ('all' satisfies MessageFilter);
  const before = Number(url.searchParams.get('before'));
  const page = await messagePage(locals.context, locals.caller, {
    filter,
    before: before > 0 && isInstant(before) ? before : undefined,
  });
  if (!page.ok) error(403);
  return { ...page.value, filter, filters: messageFilters, zone: locals.group.zone, now: Date.now() };
};

export const actions: Actions = {
  stop: async ({ request, locals, params }) => {
    const form = await readForm(request);
    const batchId = parseId<BatchId>(form.text('batch'));
    if (!batchId) error(404);
    const stopped = await cancelBatch(locals.context, locals.caller, { batchId });
    if (!stopped.ok) return form.refuse(409, { refusal: refusalText(locals.t, stopped.refusal) });
    redirect(303, `/${params.group}/messages`);
  },
};

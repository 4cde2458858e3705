import { type DeliveryId, parseId, type WebhookId } from '@barnraise/kernel/ids.ts';
import { dayMs } from '@barnraise/kernel/instant.ts';
import { programsPage } from '@barnraise/server/api/programs-page.ts';
import {
  pingWebhook,
  removeWebhook,
  type Replay,
  replayDeliveries,
  switchWebhook,
} from '@barnraise/server/api/webhooks/act-on-webhook.ts';
import { error, redirect, type RequestEvent } from '@sveltejs/kit';

import { readForm } from '#lib/server/form-input.ts';
import { refusalText } from '#lib/server/refusal-text.ts';

import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const page = await programsPage(locals.context, locals.caller);
  if (!page.ok) error(403);
  const webhook = page.value.webhooks.find((one) => one.id === params.webhook) ?? error(404);
  const again = Number(url.searchParams.get('again') ?? Number.NaN);
  return {
    now: page.value.now,
    zone: locals.group.zone,
    webhook,
    wasTested: url.searchParams.has('tested'),
    again: Number.isSafeInteger(again) && again >= 0 ? again : undefined,
  };
};

export const actions: Actions = {
  switch: async ({ request, locals, params }) => {
    const form = await readForm(request);
    const webhookId = idOf(params.webhook);
    const on = form.text('on') === 'yes';
    const switched = await switchWebhook(locals.context, locals.caller, { webhookId, on });
    if (!switched.ok) return form.refuse(409, { refusal: refusalText(locals.t, switched.refusal) });
    redirect(303, `/${params.group}/settings/api/${webhookId}?act=${switched.value}`);
  },

  remove: async ({ request, locals, params }) => {
    const form = await readForm(request);
    const removed = await removeWebhook(locals.context, locals.caller, { webhookId: idOf(params.webhook) });
    if (!removed.ok) return form.refuse(409, { refusal: refusalText(locals.t, removed.refusal) });
    redirect(303, `/${params.group}/settings/api?act=${removed.value}`);
  },

  test: async ({ request, locals, params }) => {
    const form = await readForm(request);
    const webhookId = idOf(params.webhook);
    const tested = await pingWebhook(locals.context, locals.caller, { webhookId });
    if (!tested.ok) return form.refuse(409, { refusal: refusalText(locals.t, tested.refusal) });
    redirect(303, `/${params.group}/settings/api/${webhookId}?tested=1`);
  },

  replay: async (event) => {
    const form = await readForm(event.request);
    const deliveryId = parseId<DeliveryId>(form.text('delivery')) ?? error(404);
    return sendAgain(event, form, { deliveryId });
  },

  replaySince: async (event) => {
    const form = await readForm(event.request);
    const days = Math.min(30, Math.max(1, Math.trunc(Number(form.text('days', 3))) || 1));
    return sendAgain(event, form, { since: Date.now() - days * dayMs });
  },
};

async function sendAgain(
  { locals, params }: RequestEvent<{ group: string; webhook: string }>,
  form: Awaited<ReturnType<typeof readForm>>,
  replay: Replay,
) {
  const webhookId = idOf(params.webhook);
  const replayed = await replayDeliveries(locals.context, locals.caller, { webhookId, replay });
  if (!replayed.ok) return form.refuse(409, { refusal: refusalText(locals.t, replayed.refusal) });
  redirect(303, `/${params.group}/settings/api/${webhookId}?again=${replayed.value}`);
}

function idOf(text: string): WebhookId {
  return parseId<WebhookId>(text) ?? error(404);
}

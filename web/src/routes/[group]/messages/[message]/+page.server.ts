import { type MessageId, parseId } from '@barnraise/kernel/ids.ts';
import { messageToPassOn } from '@barnraise/server/messaging/message-list.ts';
import { passOnMessage, retryMessage } from '@barnraise/server/messaging/retry-message.ts';
import { error, redirect } from '@sveltejs/kit';

import { readForm } from '#lib/server/form-input.ts';
import { refusalText } from '#lib/server/refusal-text.ts';

import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, setHeaders }) => {
  setHeaders({ 'cache-control': 'no-store' });
  const message = await messageToPassOn(locals.context, locals.caller, { messageId: messageOf(params.message) });
  if (!message.ok) error(message.refusal.code === 'not-found' ? 404 : 403);
  return { message: message.value, sendsMail: locals.context.mail.sends };
};

const settle = (command: typeof retryMessage) =>
  (async ({ request, locals, params }) => {
    const form = await readForm(request);
    const done = await command(locals.context, locals.caller, { messageId: messageOf(params.message) });
    if (!done.ok) return form.refuse(409, { refusal: refusalText(locals.t, done.refusal) });
    redirect(303, `/${params.group}/messages?show=stuck`);
  }) satisfies Actions[string];

export const actions: Actions = { retry: settle(retryMessage), passedOn: settle(passOnMessage) };

function messageOf(text: string): MessageId {
  return parseId<MessageId>(text) ?? error(404);
}

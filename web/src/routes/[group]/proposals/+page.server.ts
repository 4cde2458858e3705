import { parseId } from '@barnraise/kernel/ids.ts';
import { leaveOut, putBack, type WhichMessages } from '@barnraise/server/requests/proposals/leave-out.ts';
import { makeAsShown } from '@barnraise/server/requests/proposals/make-as-shown.ts';
import { messagesInPage } from '@barnraise/server/requests/proposals/messages-in-page.ts';
import type { ProposalId } from '@barnraise/server/requests/proposals/proposal-table.ts';
import { parseProposalFilter, proposalsPage } from '@barnraise/server/requests/proposals/proposals-page.ts';
import { error, redirect, type RequestEvent } from '@sveltejs/kit';

import { readForm } from '#lib/server/form-input.ts';

import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const { context, caller, group } = locals;
  const filter = parseProposalFilter(url.searchParams);
  const page = await proposalsPage(context, caller, filter);
  const chats = await messagesInPage(context, caller);
  if (!page || !chats) error(403);
  return {
    page,
    filter,
    chats: chats.chats,
    came: cameOf(url.searchParams.get('came')),
    next: page.next ? linkTo(url, { after: `${page.next.importId}.${page.next.no}` }) : undefined,
    first: filter.after ? linkTo(url, { after: null }) : undefined,
    zone: group.zone,
  };
};

export const actions: Actions = {
  leaveOut: (event) => decide(event, leaveOut, (id) => ({ ids: id ? [id] : [] })),
  putBack: (event) => decide(event, putBack, (id) => ({ ids: id ? [id] : [] })),

  /** All that wait in the heap and chat that are shown, also those on other pages. */
  leaveOutAll: (event) => {
    const { heap, importId } = parseProposalFilter(event.url.searchParams);
    const sort = heap === 'asks' ? 'ask' : heap === 'offers' ? 'offer' : null;
    return decide(event, leaveOut, () => ({ sort, importId }));
  },

  quick: async (event) => {
    const { locals, request, url } = event;
    const form = await readForm(request);
    const proposalId = parseId<ProposalId>(form.text('proposalId')) ?? error(404);
    const made = await makeAsShown(locals.context, locals.caller, { proposalId, formKey: form.idempotencyKey });
    if (made.ok) redirect(303, linkTo(url, { act: made.value.actId, came: null }));
    if (made.refusal.code === 'needs-a-look') redirect(303, `${url.pathname}/${proposalId}`);
    return form.refuse(409, { refusal: locals.t(`refusal.${made.refusal.code}`) });
  },
};

async function decide(
  { locals, request, url }: RequestEvent,
  command: typeof leaveOut,
  which: (id: ProposalId | undefined) => WhichMessages,
) {
  const form = await readForm(request);
  const decided = await command(locals.context, locals.caller, which(parseId<ProposalId>(form.text('proposalId'))));
  if (!decided.ok) return form.refuse(409, { refusal: locals.t(`refusal.${decided.refusal.code}`) });
  redirect(303, linkTo(url, { act: decided.value.actId, came: null }));
}

/** How many were known, too old and too many, as the page that brought them in says. */
function cameOf(text: string | null) {
  const figures = (text ?? '').split('.').map(Number);
  const [known, older, cut] = figures;
  if (
    text === null ||
    figures.length !== 3 ||
    !figures.every((figure) => Number.isSafeInteger(figure) && figure >= 0)
  ) {
    return null;
  }
  return { known: known ?? 0, older: older ?? 0, cut: cut ?? 0 };
}

/** The same page with another part of its address. The name of an action is no part of it. */
function linkTo(url: URL, change: Readonly<Record<string, string | null>>): string {
  const next = new URL(url);
  for (const name of [...next.searchParams.keys()].filter((name) => name.startsWith('/')))
    next.searchParams.delete(name);
  for (const [name, value] of Object.entries(change)) {
    if (value === null) next.searchParams.delete(name);
    else next.searchParams.set(name, value);
  }
  return next.pathname + next.search;
}

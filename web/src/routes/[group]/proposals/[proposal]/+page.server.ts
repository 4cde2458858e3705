import { parseId } from '@barnraise/kernel/ids.ts';
import { leaveOut, putBack } from '@barnraise/server/requests/proposals/leave-out.ts';
import {
  makeOffersFromProposal,
  makeRequestFromProposal,
} from '@barnraise/server/requests/proposals/make-from-proposal.ts';
import {
  offersFromProposal,
  proposalFields,
  proposalLines,
  requestFromProposal,
} from '@barnraise/server/requests/proposals/proposal-form.ts';
import { proposalRules } from '@barnraise/server/requests/proposals/proposal-rules.ts';
import type { ProposalId } from '@barnraise/server/requests/proposals/proposal-table.ts';
import { proposalValues } from '@barnraise/server/requests/proposals/proposal-values.ts';
import { nextProposal, proposalPage } from '@barnraise/server/requests/proposals/proposals-page.ts';
import { readForm as readFields } from '@barnraise/server/requests/read-form.ts';
import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';

import { formKeyOf, readForm } from '#lib/server/form-input.ts';
import { problemSentences } from '#lib/server/problem-sentences.ts';

import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { context, caller, group } = locals;
  const page = await proposalPage(context, caller, parseId<ProposalId>(params.proposal) ?? error(404));
  if (!page) error(404);
  const { kinds } = await proposalRules(context, caller.groupId);
  return {
    ...page,
    values: proposalValues(page.proposal),
    kinds: [...kinds.values()].map(({ code, names, entryUnits }) => ({
      code,
      names,
      unit: entryUnits[0]?.code ?? ('each' as const),
    })),
    languages: group.languages,
    zone: group.zone,
  };
};

export const actions: Actions = {
  makeRequest: async (event) => {
    const posted = await postedFields(event);
    const { context, caller, t } = event.locals;
    if (!posted.ok) return fail(400, posted.keep);
    const read = requestFromProposal(posted.fields, posted.lines, await proposalRules(context, caller.groupId));
    if (!read.ok) return fail(400, { ...posted.keep, problems: problemSentences(t, read.problems) });
    const made = await makeRequestFromProposal(context, caller, {
      proposalId: posted.proposalId,
      request: read.value,
      open: posted.fields.openNow && read.value.needs.length > 0,
      formKey: posted.formKey,
    });
    if (!made.ok) return fail(409, { ...posted.keep, refusal: t(`refusal.${made.refusal.code}`) });
    redirect(303, await nextPage(event, made.value.actId));
  },

  makeOffers: async (event) => {
    const posted = await postedFields(event);
    const { context, caller, t } = event.locals;
    if (!posted.ok) return fail(400, posted.keep);
    const read = offersFromProposal(posted.fields, posted.lines, await proposalRules(context, caller.groupId));
    if (!read.ok) return fail(400, { ...posted.keep, problems: problemSentences(t, read.problems) });
    const { proposalId, formKey } = posted;
    const made = await makeOffersFromProposal(context, caller, { proposalId, offers: read.value, formKey });
    if (!made.ok) return fail(409, { ...posted.keep, refusal: t(`refusal.${made.refusal.code}`) });
    redirect(303, await nextPage(event, made.value.actId));
  },

  leaveOut: async (event) => {
    const form = await readForm(event.request);
    const left = await leaveOut(event.locals.context, event.locals.caller, { ids: [idOf(event)] });
    if (!left.ok) return form.refuse(409, { refusal: event.locals.t(`refusal.${left.refusal.code}`) });
    redirect(303, await nextPage(event, left.value.actId));
  },

  putBack: async (event) => {
    const form = await readForm(event.request);
    const back = await putBack(event.locals.context, event.locals.caller, { ids: [idOf(event)] });
    if (!back.ok) return form.refuse(409, { refusal: event.locals.t(`refusal.${back.refusal.code}`) });
    redirect(303, `${event.url.pathname}?act=${back.value.actId}`);
  },
};

function idOf({ params }: RequestEvent): ProposalId {
  return parseId<ProposalId>(params['proposal']) ?? error(404);
}

/** What was posted, in two parts: who and their words, and the lines. */
async function postedFields(event: RequestEvent) {
  const { t } = event.locals;
  const form = await event.request.formData();
  const key = form.get('idempotencyKey');
  const fields = readFields(proposalFields, form);
  const lines = readFields(proposalLines, form);
  const formKey = formKeyOf(typeof key === 'string' ? key : '');
  const keep = { values: fields.typed, idempotencyKey: formKey };
  if (fields.ok && lines.ok) {
    return { ok: true, proposalId: idOf(event), fields: fields.value, lines: lines.value, formKey, keep } as const;
  }
  const problems = [...(fields.ok ? [] : fields.problems), ...(lines.ok ? [] : lines.problems)];
  return { ok: false, keep: { ...keep, problems: problemSentences(t, problems) } } as const;
}

/** On to what waits next, with the way to undo what was just done; to the list when nothing waits. */
async function nextPage({ locals, params, url }: RequestEvent, actId: string): Promise<string> {
  const decided = parseId<ProposalId>(params['proposal']);
  const next = decided && (await nextProposal(locals.context, locals.caller, decided));
  const list = url.pathname.slice(0, url.pathname.lastIndexOf('/'));
  return next ? `${list}/${next}?act=${actId}` : `${list}?act=${actId}`;
}

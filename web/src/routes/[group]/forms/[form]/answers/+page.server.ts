import { type FormId, parseId } from '@barnraise/kernel/ids.ts';
import { answerList, parseCursor } from '@barnraise/server/forms/answer-list.ts';
import { error } from '@sveltejs/kit';

import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { context, caller, t, group } = locals;
  const formId = parseId<FormId>(params.form);
  const after = parseCursor(url.searchParams.get('after'));
  const list = formId && (await answerList(context, caller, { formId, language: t.locale, ...(after && { after }) }));
  if (!list) error(caller.actor.kind === 'member' && formId ? 404 : 403);
  return { list, zone: group.zone };
};

import { parseId } from '@barnraise/kernel/ids.ts';
import { canManageMembers } from '@barnraise/kernel/group-policy.ts';
import { chooseColumns } from '@barnraise/server/requests/import/choose-columns.ts';
import { importPage, type ImportPage } from '@barnraise/server/requests/import/import-page.ts';
import { refusedRows } from '@barnraise/server/requests/import/import-report.ts';
import type { ImportId } from '@barnraise/server/requests/import/import-table.ts';
import { previewImport } from '@barnraise/server/requests/import/preview-import.ts';
import { startImport, stopImport, throwAwayImport } from '@barnraise/server/requests/import/start-import.ts';
import { surveyImport } from '@barnraise/server/requests/import/survey-import.ts';
import { error, redirect } from '@sveltejs/kit';

import { sayCode } from '#lib/bring-in/say-code.ts';
import { columnsShown, kindNames, meaningsFor } from '#lib/server/columns-shown.ts';
import { readForm } from '#lib/server/form-input.ts';
import { choicesFrom, readingFrom } from '#lib/server/import-form.ts';
import { refusalText } from '#lib/server/refusal-text.ts';

import type { Actions, PageServerLoad } from './$types';

const refusedPerPage = 50;

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { context, caller, group, t } = locals;
  const importId = idOf(params.import);
  const one = await pageOf(locals, importId);
  const after = Number(url.searchParams.get('after') ?? 0) || 0;
  const refused = await refusedRows(context, caller, importId, { after, limit: refusedPerPage + 1 });
  const isChosen = one.survey !== undefined && one.mapping !== undefined && !one.isRemembered;
  const preview = isChosen ? await previewImport(context, caller, importId) : undefined;
  const columns = columnsShown(one, t, group.zone);
  return {
    one,
    zone: group.zone,
    mayInvite: canManageMembers(caller.actor),
    columns,
    meanings: one.subject === 'messages' ? [] : meaningsFor(one.subject),
    kindNames: columns.some(({ categories }) => categories) ? kindNames(t) : [],
    preview: preview?.ok ? preview.value : undefined,
    refused: refused.slice(0, refusedPerPage),
    moreRefusedAfter: refused.length > refusedPerPage ? refused[refusedPerPage - 1]?.rowNo : undefined,
  };
};

export const actions: Actions = {
  look: async ({ request, locals, params, url }) => {
    const form = await readForm(request);
    const importId = idOf(params.import);
    const { survey } = await pageOf(locals, importId);
    const choice = survey && form.has('headerRow') ? readingFrom(form, survey.sheets) : {};
    const looked = await surveyImport(locals.context, locals.caller, importId, choice);
    if (looked.ok) redirect(303, url.pathname);
    const { refusal } = looked;
    const isProblem = refusal.code === 'not-read-as-table';
    const text = isProblem ? sayCode(locals.t, 'problem', refusal.problem) : refusalText(locals.t, refusal);
    return form.refuse(409, { refusal: text });
  },

  choose: async ({ request, locals, params, url }) => {
    const form = await readForm(request);
    const { context, caller, t } = locals;
    const importId = idOf(params.import);
    const { survey } = await pageOf(locals, importId);
    const choices = choicesFrom(form, survey?.columns ?? [], t);
    const chosen = await chooseColumns(context, caller, { importId, choices });
    if (!chosen.ok) return form.refuse(409, { refusal: refusalText(t, chosen.refusal) });
    redirect(303, `${url.pathname}#preview`);
  },

  start: async ({ request, locals, params, url }) => {
    const form = await readForm(request);
    const started = await startImport(locals.context, locals.caller, idOf(params.import));
    if (!started.ok) return form.refuse(409, { refusal: refusalText(locals.t, started.refusal) });
    redirect(303, url.pathname);
  },

  stop: async ({ request, locals, params, url }) => {
    const form = await readForm(request);
    const stopped = await stopImport(locals.context, locals.caller, idOf(params.import));
    if (!stopped.ok) return form.refuse(409, { refusal: refusalText(locals.t, stopped.refusal) });
    redirect(303, url.pathname);
  },

  discard: async ({ request, locals, params }) => {
    const form = await readForm(request);
    const gone = await throwAwayImport(locals.context, locals.caller, idOf(params.import));
    if (!gone.ok) return form.refuse(409, { refusal: refusalText(locals.t, gone.refusal) });
    redirect(303, `/${params.group}/bring-in/tables`);
  },
};

function idOf(text: string): ImportId {
  return parseId<ImportId>(text) ?? error(404);
}

async function pageOf({ context, caller }: App.Locals, importId: ImportId): Promise<ImportPage> {
  const page = await importPage(context, caller, importId);
  if (!page.ok) error(page.refusal.code === 'not-found' ? 404 : 403);
  return page.value;
}

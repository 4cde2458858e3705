import { parseId } from '@barnraise/kernel/ids.ts';
import { importPage } from '@barnraise/server/requests/import/import-page.ts';
import type { ImportId } from '@barnraise/server/requests/import/import-table.ts';
import { undoImport } from '@barnraise/server/requests/import/undo-import.ts';
import { error, redirect } from '@sveltejs/kit';

import { readForm } from '#lib/server/form-input.ts';
import { refusalText } from '#lib/server/refusal-text.ts';

import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const importId = parseId<ImportId>(params.import) ?? error(404);
  const page = await importPage(locals.context, locals.caller, importId);
  if (!page.ok) error(page.refusal.code === 'not-found' ? 404 : 403);
  const { source, subject, report } = page.value;
  return { source, subject, made: report.made };
};

export const actions: Actions = {
  default: async ({ request, locals, params }) => {
    const form = await readForm(request);
    const importId = parseId<ImportId>(params.import) ?? error(404);
    const undone = await undoImport(locals.context, locals.caller, importId);
    if (!undone.ok) return form.refuse(409, { refusal: refusalText(locals.t, undone.refusal) });
    redirect(303, `/${params.group}/bring-in/tables/${importId}`);
  },
};

import { canImport } from '@barnraise/kernel/group-policy.ts';
import { importList } from '@barnraise/server/requests/import/import-page.ts';
import { layDownTable, type LayDownRefusal, megabytesMax } from '@barnraise/server/requests/import/lay-down-table.ts';
import { importSubjects } from '@barnraise/server/requests/import/mapping.ts';
import { sourceName } from '@barnraise/server/requests/import/source-name.ts';
import { throwAwayImport } from '@barnraise/server/requests/import/start-import.ts';
import { surveyImport, type SurveyRefusal } from '@barnraise/server/requests/import/survey-import.ts';
import { error, fail, redirect } from '@sveltejs/kit';

import { sayCode } from '#lib/bring-in/say-code.ts';
import { cleanText } from '#lib/server/form-input.ts';
import { refusalText } from '#lib/server/refusal-text.ts';
import { takeUpload, type Upload, type UploadProblem } from '#lib/server/upload.ts';

import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const asked = Number(url.searchParams.get('page') ?? 1);
  const page = Number.isInteger(asked) && asked > 0 && asked <= 1000 ? asked : 1;
  const list = await importList(locals.context, locals.caller, { page });
  if (!list.ok) error(403);
  return { ...list.value, zone: locals.group.zone, page, megabytesMax, subjects: importSubjects };
};

export const actions: Actions = {
  default: async ({ request, locals, params }) => {
    const { context, caller, t } = locals;
    if (!canImport(caller.actor)) error(403);
    const form = { field: 'file', bytesMax: megabytesMax * 1024 * 1024 };
    const upload = await takeUpload(request, form, async (arriving) => {
      const { values, ...named } = namesOf(arriving);
      const refused = (refusal: string) => ({ ok: false as const, refusal, values });
      if (named.source === '') return refused(t('importTable.source-needed'));
      const laid = await layDownTable(context, caller, { ...named, bytes: arriving.bytes });
      if (!laid.ok) return refused(refusedText(t, laid.refusal));
      const surveyed = await surveyImport(context, caller, laid.value);
      if (surveyed.ok) return { ok: true as const, importId: laid.value };
      await throwAwayImport(context, caller, laid.value);
      return refused(refusedText(t, surveyed.refusal));
    });
    if ('problem' in upload) return fail(400, { refusal: problemText(t, upload.problem) });
    const { taken } = upload;
    if (!taken.ok) return fail(422, { refusal: taken.refusal, values: taken.values });
    redirect(303, `/${params.group}/bring-in/tables/${taken.importId}`);
  },
};

function problemText(t: App.Locals['t'], problem: UploadProblem): string {
  if (problem === 'too-large') return t('importTable.upload-too-large', { megabytes: megabytesMax });
  return t(`importTable.upload-${problem}`);
}

function refusedText(t: App.Locals['t'], refusal: LayDownRefusal | SurveyRefusal): string {
  if (refusal.code === 'not-read-as-table') return sayCode(t, 'problem', refusal.problem);
  if (refusal.code === 'file-too-large') return problemText(t, 'too-large');
  return refusal.code === 'empty-file' ? sayCode(t, 'problem', refusal) : refusalText(t, refusal);
}

/** What the form says of its file. */
function namesOf({ text, fileName }: Upload) {
  const typed = cleanText(text('source'), 60).trim();
  const subject = importSubjects.find((one) => one === text('subject')) ?? 'requests';
  const source = sourceName(typed, fileName);
  return { values: { source: typed, subject }, subject, source, fileName: cleanText(fileName, 200) };
}

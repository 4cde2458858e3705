import { compareForms } from '@barnraise/kernel/form/compare-forms.ts';
import { formProblems } from '@barnraise/kernel/form/form-problems.ts';
import { accept, type Outcome, refuse } from '@barnraise/kernel/outcome.ts';

import type { Context } from '../context.ts';
import { loadKinds } from '../requests/load-kinds.ts';
import type { Caller } from '../record/caller.ts';
import { actOnForm, type FormAct, type FormActRefusal, type FormDone } from './act-on-form.ts';
import { insertVersion, readVersion, readVersions, updateForm } from './form-table.ts';

export type PublishRefusal =
  | FormActRefusal
  | { readonly code: 'form-has-problems'; readonly count: number }
  | { readonly code: 'nothing-changed' };

/** Makes the draft the version that neighbors see. It never changes again; what was answered before stays as it was. */
export async function publishForm(
  context: Context,
  caller: Caller,
  act: FormAct,
): Promise<Outcome<FormDone, PublishRefusal>> {
  return actOnForm<PublishRefusal>(context, caller, act, 'publish-form', async (tx, form, actor) => {
    const kinds = new Set((await loadKinds(tx)).map((kind) => kind.code));
    const problems = formProblems(form.draft, kinds);
    if (problems.length > 0) return refuse({ code: 'form-has-problems', count: problems.length });
    const current = form.current_no === null ? undefined : await readVersion(tx, form.id, form.current_no);
    const isSame = current !== undefined && compareForms(current.definition, form.draft).length === 0;
    if (isSame && form.state === 'published') return refuse({ code: 'nothing-changed' });
    const before = { state: form.state, currentNo: form.current_no };
    if (isSame) {
      await updateForm(tx, form.id, { state: 'published' });
      return accept({ before, data: { no: current.no } });
    }
    const no = ((await readVersions(tx, form.id))[0]?.no ?? 0) + 1;
    await insertVersion(tx, { formId: form.id, no, definition: form.draft, by: actor.memberId });
    await updateForm(tx, form.id, { state: 'published', current_no: no });
    return accept({ before, data: { no } });
  });
}

/** Takes no more answers. Those that came in stay, and so does the form: publishing opens it again. */
export async function closeForm(
  context: Context,
  caller: Caller,
  act: FormAct,
): Promise<Outcome<FormDone, FormActRefusal>> {
  return actOnForm<FormActRefusal>(context, caller, act, 'close-form', async (tx, form) => {
    if (form.state !== 'published') return refuse({ code: 'form-changed' });
    await updateForm(tx, form.id, { state: 'closed' });
    return accept({ before: { state: form.state, currentNo: form.current_no } });
  });
}

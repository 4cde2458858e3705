import type { FormDefinition } from '@barnraise/kernel/form/definition.ts';
import { editForm } from '@barnraise/kernel/form/edit-form.ts';
import type { FormEdit, FormEditRefusal } from '@barnraise/kernel/form/form-edit.ts';
import { accept, type Outcome, refuse } from '@barnraise/kernel/outcome.ts';

import type { Context } from '../context.ts';
import type { Caller } from '../record/caller.ts';
import { actOnForm, type FormAct, type FormActRefusal, type FormDone } from './act-on-form.ts';
import { readVersion, updateForm } from './form-table.ts';

export type ChangeFormRefusal = FormActRefusal | FormEditRefusal;

/** Applies edits to the draft, all or none. Neighbors see nothing of it before it is published. */
export async function changeForm(
  context: Context,
  caller: Caller,
  { edits, ...act }: FormAct & { readonly edits: readonly FormEdit[] },
): Promise<Outcome<FormDone, ChangeFormRefusal>> {
  return actOnForm<FormEditRefusal>(context, caller, act, 'change-form', async (tx, form) => {
    const edited = editForm(form.draft, edits);
    if (!edited.ok) return edited;
    await updateForm(tx, form.id, { draft: edited.value });
    return accept({ before: { draft: form.draft }, data: { edits: edits.length } });
  });
}

/** Takes the draft back to a version that was published: the last one, or an older one to go on from. */
export async function restoreVersion(
  context: Context,
  caller: Caller,
  { no, ...act }: FormAct & { readonly no: number },
): Promise<Outcome<FormDone, FormActRefusal>> {
  return actOnForm<FormActRefusal>(context, caller, act, 'change-form', async (tx, form) => {
    const version = await readVersion(tx, form.id, no);
    if (!version) return refuse({ code: 'not-found' });
    await updateForm(tx, form.id, { draft: keepNumbering(version.definition, form.draft) });
    return accept({ before: { draft: form.draft }, data: { no } });
  });
}

/** An older state goes on counting where the newer one stopped: no name of a question is ever used for another. */
export function keepNumbering(older: FormDefinition, newer: FormDefinition): FormDefinition {
  return { ...older, next: Math.max(older.next, newer.next) };
}

import type { FormDefinition } from '@barnraise/kernel/form/definition.ts';
import type { FormId } from '@barnraise/kernel/ids.ts';
import { accept, refuse } from '@barnraise/kernel/outcome.ts';

import type { Undoer, Undoers } from '../record/undo-act.ts';
import { keepNumbering } from './change-form.ts';
import { type FormRow, lockForm, updateForm } from './form-table.ts';

const gone = refuse({ code: 'not-found' });

/** A form that nobody has published yet goes without a trace. */
const undoStart: Undoer = async (tx, act) => {
  const form = await lockForm(tx, act.subjectId as FormId);
  if (!form) return gone;
  if (form.current_no !== null) return refuse({ code: 'out-of-hand', because: 'unit-taken' });
  await tx.db.deleteFrom('forms').where('group_id', '=', tx.groupId).where('id', '=', form.id).execute();
  tx.changed('forms', form.id);
  return accept(null);
};

const undoChange: Undoer = async (tx, act) => {
  const { draft } = act.before as unknown as { readonly draft: FormDefinition };
  const form = await lockForm(tx, act.subjectId as FormId);
  if (!form) return gone;
  await updateForm(tx, form.id, { draft: keepNumbering(draft, form.draft) });
  return accept(null);
};

/** Neighbors see what they saw before. The version stays: somebody may have answered it in the meantime. */
const undoState: Undoer = async (tx, act) => {
  const before = act.before as { readonly state: FormRow['state']; readonly currentNo: number | null };
  const form = await lockForm(tx, act.subjectId as FormId);
  if (!form) return gone;
  await updateForm(tx, form.id, { state: before.state, current_no: before.currentNo });
  return accept(null);
};

/** How the acts on forms are undone. */
export const formUndoers: Undoers = {
  'start-form': undoStart,
  'change-form': undoChange,
  'publish-form': undoState,
  'close-form': undoState,
};

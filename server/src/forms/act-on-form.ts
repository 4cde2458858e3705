import type { MemberActor } from '@barnraise/kernel/actor.ts';
import type { ActId, FormId } from '@barnraise/kernel/ids.ts';
import { accept, type Outcome, type Refusal, refuse } from '@barnraise/kernel/outcome.ts';
import { canManageForms } from '@barnraise/kernel/group-policy.ts';
import type { UndoableAct } from '@barnraise/kernel/undo.ts';

import type { Context } from '../context.ts';
import type { GroupTransaction } from '../database/database.ts';
import { once } from '../database/idempotency.ts';
import type { Caller } from '../record/caller.ts';
import type { Json } from '../record/json.ts';
import { writeAct } from '../record/write-act.ts';
import { writeAudit } from '../record/write-audit.ts';
import { type FormRow, lockForm } from './form-table.ts';

/** Which form, and how it stood when the page was shown. */
export interface FormAct {
  readonly formId: FormId;
  readonly version: number;
  /** The key the page's form came with: pressed twice is done once. */
  readonly formKey: string;
}

export interface FormDone {
  readonly actId: ActId;
}

export type FormActRefusal =
  | { readonly code: 'not-allowed' }
  | { readonly code: 'not-found' }
  /** Somebody else changed it since the page was shown. */
  | { readonly code: 'form-changed' };

/** What a command changes, and what it was before. */
export interface FormStep {
  readonly before: Json;
  readonly data?: Readonly<Record<string, string | number>>;
}

/**
 * Locks a form for one change by somebody who may, and who saw it as it stands. Of two who edit at once the second is
 * told so: their words are given back to them, and nothing of the first is overwritten.
 */
export async function actOnForm<R extends Refusal>(
  context: Context,
  caller: Caller,
  { formId, version, formKey }: FormAct,
  verb: UndoableAct,
  change: (tx: GroupTransaction, form: FormRow, actor: MemberActor) => Promise<Outcome<FormStep, R>>,
): Promise<Outcome<FormDone, FormActRefusal | R>> {
  const { actor } = caller;
  if (actor.kind !== 'member' || !canManageForms(actor)) return refuse({ code: 'not-allowed' });
  return context.database.decide<FormDone, FormActRefusal | R>(caller.groupId, async (tx) => {
    // Locked before the button's key is looked for: the same press sent twice at once then finds what the first did.
    const form = await lockForm(tx, formId);
    if (!form) return refuse({ code: 'not-found' });
    return once<FormDone, FormActRefusal | R>(tx, formKey, verb, async () => {
      if (form.version !== version) return refuse({ code: 'form-changed' });
      const changed = await change(tx, form, actor);
      if (!changed.ok) return changed;
      const { before, data } = changed.value;
      const actId = await writeAct(tx, { actor, verb, subjectId: formId, before });
      await writeAudit(tx, { actor, verb, subjectTable: 'forms', subjectId: formId, data });
      return accept({ actId });
    });
  });
}

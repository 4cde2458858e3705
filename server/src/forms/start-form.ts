import { addTo } from '@barnraise/kernel/form/question.ts';
import {
  type FormDefinition,
  formLimits,
  type FormPurpose,
  mainLanguageOf,
} from '@barnraise/kernel/form/definition.ts';
import type { ActId, FormId } from '@barnraise/kernel/ids.ts';
import { accept, type Outcome, refuse } from '@barnraise/kernel/outcome.ts';
import { canManageForms } from '@barnraise/kernel/group-policy.ts';

import type { Context } from '../context.ts';
import type { GroupTransaction } from '../database/database.ts';
import { once } from '../database/idempotency.ts';
import { freshId } from '../database/new-id.ts';
import { loadKinds } from '../requests/load-kinds.ts';
import type { Caller } from '../record/caller.ts';
import { writeAct } from '../record/write-act.ts';
import { writeAudit } from '../record/write-audit.ts';
import { formsMax, insertForm, readFormBySlug, readFormRow, readForms } from './form-table.ts';
import { starterForm } from './starter-form.ts';

export interface FormToStart {
  readonly purpose: FormPurpose;
  readonly title: string;
  readonly languages: readonly string[];
  /** Begins with the questions of this form instead of the usual ones. */
  readonly copyOf?: FormId;
  readonly formKey: string;
}

export interface StartedForm {
  readonly formId: FormId;
  readonly actId: ActId;
}

export type StartFormRefusal =
  | { readonly code: 'not-allowed' }
  | { readonly code: 'not-found' }
  | { readonly code: 'too-many-forms' };

/** Begins a form, with the questions its purpose needs or with those of another form. Nobody outside sees it yet. */
export async function startForm(
  context: Context,
  caller: Caller,
  start: FormToStart,
): Promise<Outcome<StartedForm, StartFormRefusal>> {
  const { actor } = caller;
  if (actor.kind !== 'member' || !canManageForms(actor)) return refuse({ code: 'not-allowed' });
  return context.database.decide<StartedForm, StartFormRefusal>(caller.groupId, (tx) =>
    once<StartedForm, StartFormRefusal>(tx, start.formKey, 'start-form', async () => {
      if ((await readForms(tx)).length >= formsMax) return refuse({ code: 'too-many-forms' });
      const origin = start.copyOf && (await readFormRow(tx, start.copyOf));
      if (start.copyOf && !origin) return refuse({ code: 'not-found' });
      const draft = origin ? titled(origin.draft, start.title) : await usualForm(tx, start);
      const formId = freshId<FormId>(tx);
      const purpose = origin ? origin.purpose : start.purpose;
      await insertForm(tx, {
        id: formId,
        slug: await freeSlug(tx, start.title),
        purpose,
        draft,
        madeById: actor.memberId,
      });
      const actId = await writeAct(tx, { actor, verb: 'start-form', subjectId: formId });
      await writeAudit(tx, { actor, verb: 'start-form', subjectTable: 'forms', subjectId: formId, data: { purpose } });
      return accept({ formId, actId });
    }),
  );
}

async function usualForm(tx: GroupTransaction, { purpose, title, languages }: FormToStart): Promise<FormDefinition> {
  const kinds = await loadKinds(tx, purpose === 'ask' ? { onAskForm: true } : {});
  const chosen = languages.length > 0 ? languages : ['en'];
  return starterForm(
    purpose,
    title,
    chosen.slice(0, formLimits.languages),
    kinds.map((kind) => kind.code),
  );
}

function titled(form: FormDefinition, title: string): FormDefinition {
  return { ...form, title: addTo(form.title, { [mainLanguageOf(form)]: title }) };
}

const slugLettersMax = 40;

/** The last part of the form's address: its title in letters that can be typed anywhere, with a number where it is taken. */
async function freeSlug(tx: GroupTransaction, title: string): Promise<string> {
  const plain = title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}+/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, slugLettersMax)
    .replace(/^-+|-+$/g, '');
  const wish = plain === '' ? 'form' : plain;
  for (let no = 1; no <= formsMax; no += 1) {
    const slug = no === 1 ? wish : `${wish}-${no}`;
    if (!(await readFormBySlug(tx, slug))) return slug;
  }
  throw new Error('More forms have this name than a group can have.');
}

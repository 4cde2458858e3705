import { compareForms, type FormDifference } from '@barnraise/kernel/form/compare-forms.ts';
import type { FormDefinition, FormPurpose } from '@barnraise/kernel/form/definition.ts';
import { type FormAdvice, formAdvice, type FormProblem, formProblems } from '@barnraise/kernel/form/form-problems.ts';
import type { FormId } from '@barnraise/kernel/ids.ts';
import type { Instant } from '@barnraise/kernel/instant.ts';
import { canListAnswers, canManageForms } from '@barnraise/kernel/group-policy.ts';

import type { Context } from '../context.ts';
import type { GroupReader } from '../database/database.ts';
import type { Caller } from '../record/caller.ts';
import { type GroupKind, loadKinds } from '../requests/load-kinds.ts';
import { type FormRow, readFormRow, readForms, readVersion, readVersions } from './form-table.ts';

export interface ListedForm {
  readonly id: FormId;
  readonly slug: string;
  readonly purpose: FormPurpose;
  readonly state: FormRow['state'];
  /** Titles and languages as they are being written. */
  readonly draft: FormDefinition;
  readonly version: number;
  readonly answers: number;
}

export interface FormsList {
  readonly forms: readonly ListedForm[];
  readonly mayManage: boolean;
}

/** The group's forms. Members see those that are answered, for the answers that are theirs to see. */
export async function formsList(context: Context, caller: Caller): Promise<FormsList | undefined> {
  const mayManage = canManageForms(caller.actor);
  if (!mayManage && !canListAnswers(caller.actor)) return undefined;
  return context.database.readGroup(caller.groupId, async (tx) => {
    const counts = await answerCounts(tx);
    const forms = (await readForms(tx)).filter((form) => mayManage || form.state !== 'draft');
    return {
      mayManage,
      forms: forms.map((form) => ({
        id: form.id,
        slug: form.slug,
        purpose: form.purpose,
        state: form.state,
        draft: form.draft,
        version: form.version,
        answers: counts.get(form.id) ?? 0,
      })),
    };
  });
}

export interface FormPage extends ListedForm {
  readonly now: Instant;
  readonly currentNo: number | null;
  readonly problems: readonly FormProblem[];
  readonly advice: readonly FormAdvice[];
  /** What publishing would change for neighbors; null before the first time. */
  readonly differences: readonly FormDifference[] | null;
  readonly versions: readonly { readonly no: number; readonly publishedAt: Instant; readonly questions: number }[];
  readonly kinds: readonly GroupKind[];
}

/** Everything about one form for those who write it. */
export async function formPage(context: Context, caller: Caller, formId: FormId): Promise<FormPage | undefined> {
  if (!canManageForms(caller.actor)) return undefined;
  return context.database.readGroup(caller.groupId, async (tx) => {
    const form = await readFormRow(tx, formId);
    if (!form) return undefined;
    const kinds = await loadKinds(tx);
    const current = form.current_no === null ? undefined : await readVersion(tx, formId, form.current_no);
    const versions = await readVersions(tx, formId);
    return {
      now: tx.now,
      id: form.id,
      slug: form.slug,
      purpose: form.purpose,
      state: form.state,
      draft: form.draft,
      version: form.version,
      currentNo: form.current_no,
      answers: (await answerCounts(tx)).get(form.id) ?? 0,
      problems: formProblems(form.draft, new Set(kinds.map((kind) => kind.code))),
      advice: formAdvice(form.draft, form.purpose),
      differences: current ? compareForms(current.definition, form.draft) : null,
      versions: versions.map(({ no, publishedAt, definition }) => ({
        no,
        publishedAt,
        questions: definition.questions.length,
      })),
      kinds,
    };
  });
}

/** One version as it was, for reading old answers with the questions they were given to. */
export async function formVersionPage(
  context: Context,
  caller: Caller,
  { formId, no }: { readonly formId: FormId; readonly no: number },
): Promise<{ readonly definition: FormDefinition; readonly publishedAt: Instant } | undefined> {
  if (!canManageForms(caller.actor)) return undefined;
  return context.database.readGroup(caller.groupId, (tx) => readVersion(tx, formId, no));
}

async function answerCounts(tx: GroupReader): Promise<ReadonlyMap<FormId, number>> {
  const rows = await tx.db
    .selectFrom('form_answers')
    .select(({ fn }) => ['form_id', fn.countAll<number>().as('count')])
    .where('group_id', '=', tx.groupId)
    .groupBy('form_id')
    .execute();
  return new Map(rows.map((row) => [row.form_id, row.count]));
}

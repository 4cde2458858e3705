import type { FormDefinition } from '@barnraise/kernel/form/definition.ts';
import type { FormId, MemberId } from '@barnraise/kernel/ids.ts';
import type { Selectable, Updateable } from 'kysely';

import { at, type GroupReader, type GroupTransaction } from '../database/database.ts';
import type { FormsTable } from '../database/schema.ts';

/** A form as it is kept: the draft that is being written, and which version neighbors see. */
export type FormRow = Omit<Selectable<FormsTable>, 'group_id' | 'draft'> & { readonly draft: FormDefinition };

export async function readFormRow(tx: GroupReader, id: FormId): Promise<FormRow | undefined> {
  return rowOf(await selectForms(tx).where('id', '=', id).executeTakeFirst());
}

export async function readFormBySlug(tx: GroupReader, slug: string): Promise<FormRow | undefined> {
  return rowOf(await selectForms(tx).where('slug', '=', slug).executeTakeFirst());
}

export async function readForms(tx: GroupReader): Promise<readonly FormRow[]> {
  const rows = await selectForms(tx).orderBy('created_at').orderBy('id').limit(formsMax).execute();
  return rows.flatMap((row) => rowOf(row) ?? []);
}

/** More forms than any group keeps; the limit is held where one is made. */
export const formsMax = 100;

/** Locked until the transaction ends, so that two who edit it come one after the other. */
export async function lockForm(tx: GroupTransaction, id: FormId): Promise<FormRow | undefined> {
  const row = await tx.db
    .selectFrom('forms')
    .selectAll()
    .where('group_id', '=', tx.groupId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return rowOf(row);
}

export async function insertForm(
  tx: GroupTransaction,
  form: Pick<FormRow, 'id' | 'slug' | 'purpose' | 'draft'> & { readonly madeById: MemberId },
): Promise<void> {
  const { id, slug, purpose, draft, madeById } = form;
  await tx.db
    .insertInto('forms')
    .values({
      group_id: tx.groupId,
      id,
      slug,
      purpose,
      state: 'draft',
      draft: JSON.stringify(draft),
      made_by_id: madeById,
      created_at: at(tx.now),
      changed_at: at(tx.now),
    })
    .execute();
  tx.changed('forms', id);
}

export type FormChange = Pick<Updateable<FormsTable>, 'state' | 'current_no'> & { readonly draft?: FormDefinition };

/** Every change makes the form's version one higher; who saw an older one has to look again. */
export async function updateForm(tx: GroupTransaction, id: FormId, { draft, ...change }: FormChange): Promise<void> {
  await tx.db
    .updateTable('forms')
    .set((eb) => ({
      ...change,
      ...(draft && { draft: JSON.stringify(draft) }),
      changed_at: at(tx.now),
      version: eb('version', '+', 1),
    }))
    .where('group_id', '=', tx.groupId)
    .where('id', '=', id)
    .execute();
  tx.changed('forms', id);
}

export interface FormVersion {
  readonly no: number;
  readonly definition: FormDefinition;
  readonly publishedAt: number;
}

export async function readVersion(tx: GroupReader, id: FormId, no: number): Promise<FormVersion | undefined> {
  const row = await tx.db
    .selectFrom('form_versions')
    .select(['no', 'definition', 'published_at'])
    .where('group_id', '=', tx.groupId)
    .where('form_id', '=', id)
    .where('no', '=', no)
    .executeTakeFirst();
  return row && { no: row.no, definition: row.definition as FormDefinition, publishedAt: row.published_at };
}

/** All of them, the newest first. */
export async function readVersions(tx: GroupReader, id: FormId): Promise<readonly FormVersion[]> {
  const rows = await tx.db
    .selectFrom('form_versions')
    .select(['no', 'definition', 'published_at'])
    .where('group_id', '=', tx.groupId)
    .where('form_id', '=', id)
    .orderBy('no', 'desc')
    .execute();
  return rows.map((row) => ({
    no: row.no,
    definition: row.definition as FormDefinition,
    publishedAt: row.published_at,
  }));
}

export async function insertVersion(
  tx: GroupTransaction,
  version: { readonly formId: FormId; readonly no: number; readonly definition: FormDefinition; readonly by: MemberId },
): Promise<void> {
  await tx.db
    .insertInto('form_versions')
    .values({
      group_id: tx.groupId,
      form_id: version.formId,
      no: version.no,
      definition: JSON.stringify(version.definition),
      published_by_id: version.by,
      published_at: at(tx.now),
    })
    .execute();
}

function selectForms(tx: GroupReader) {
  return tx.db.selectFrom('forms').selectAll().where('group_id', '=', tx.groupId);
}

function rowOf(row: Selectable<FormsTable> | undefined): FormRow | undefined {
  return row && { ...row, draft: row.draft as FormDefinition };
}

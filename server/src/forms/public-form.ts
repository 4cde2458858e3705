import type { FormDefinition, FormPurpose } from '@barnraise/kernel/form/definition.ts';
import type { FormId, GroupId } from '@barnraise/kernel/ids.ts';
import type { Instant } from '@barnraise/kernel/instant.ts';

import type { Context } from '../context.ts';
import type { GroupReader } from '../database/database.ts';
import { type IntakeNotice, intakeNotice } from '../requests/intake-notice.ts';
import { type GroupKind, loadKinds } from '../requests/load-kinds.ts';
import { type FormRow, readFormBySlug, readFormRow, readVersion } from './form-table.ts';

/** A form as somebody fills it in. */
export interface PublicForm {
  readonly id: FormId;
  readonly slug: string;
  readonly purpose: FormPurpose;
  /** Which version this is; what is sent names it, so that it is read as it was asked. */
  readonly no: number;
  readonly isClosed: boolean;
  readonly definition: FormDefinition;
  /** The kinds that can be asked for or offered in it, as far as the group still has them in use. */
  readonly kinds: readonly GroupKind[];
  readonly notice: IntakeNotice;
  readonly now: Instant;
}

/**
 * Powers the page of a form: its current version, or an older one that somebody had open while a newer one was
 * published. A draft that was never published is not there.
 */
export async function publicForm(
  context: Context,
  groupId: GroupId,
  { slug, no }: { readonly slug: string; readonly no?: number },
): Promise<PublicForm | undefined> {
  if (!/^[a-z0-9][a-z0-9-]{0,48}$/.test(slug)) return undefined;
  return context.database.readGroup(groupId, async (tx) => {
    const form = await readFormBySlug(tx, slug);
    if (!form || form.current_no === null) return undefined;
    const version = await readVersion(tx, form.id, no ?? form.current_no);
    return version && shownForm(context, tx, form, version.no, version.definition);
  });
}

/** The draft as it would look, for those who write it. */
export async function formPreview(context: Context, groupId: GroupId, formId: FormId): Promise<PublicForm | undefined> {
  return context.database.readGroup(groupId, async (tx) => {
    const form = await readFormRow(tx, formId);
    return form && shownForm(context, tx, form, 0, form.draft);
  });
}

async function shownForm(
  context: Context,
  tx: GroupReader,
  form: FormRow,
  no: number,
  definition: FormDefinition,
): Promise<PublicForm> {
  const codes = definition.questions.flatMap(({ kinds, options }) => [
    ...kinds,
    ...options.flatMap(({ kind }) => kind ?? []),
  ]);
  return {
    id: form.id,
    slug: form.slug,
    purpose: form.purpose,
    no,
    isClosed: form.state === 'closed',
    definition,
    kinds: codes.length === 0 ? [] : await loadKinds(tx, { codes: [...new Set(codes)] }),
    notice: await intakeNotice(context, tx),
    now: tx.now,
  };
}

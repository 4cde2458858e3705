import type { FormDefinition } from '@barnraise/kernel/form/definition.ts';
import { worded } from '@barnraise/kernel/form/definition.ts';
import { isAnswerable, type Question, type QuestionId } from '@barnraise/kernel/form/question.ts';
import { type FormAnswerId, type FormId, parseId, type PersonId, type RequestId } from '@barnraise/kernel/ids.ts';
import type { Instant } from '@barnraise/kernel/instant.ts';
import { canListAnswers } from '@barnraise/kernel/group-policy.ts';
import { isCoordinator } from '@barnraise/kernel/policy.ts';
import { sql } from 'kysely';

import type { Context } from '../context.ts';
import { at, type GroupReader, type GroupTransaction } from '../database/database.ts';
import { readDetails } from '../people/read-details.ts';
import type { AnswerField } from '../people/vault-fields.ts';
import type { Caller } from '../record/caller.ts';
import { type ShownAnswers, shownAnswers } from '../people/shown-answer.ts';
import { readFormRow, readVersions } from './form-table.ts';

export const answersPerPage = 50;

/** One question over all versions of a form, worded as it was asked last. */
export interface AnswerColumn {
  readonly question: QuestionId;
  readonly label: string;
}

export interface ListedAnswers extends ShownAnswers {
  readonly personId: PersonId;
  readonly requestId: RequestId | null;
  readonly isHeld: boolean;
}

export interface AnswerList {
  readonly title: string;
  readonly now: Instant;
  readonly columns: readonly AnswerColumn[];
  readonly rows: readonly ListedAnswers[];
  /** Where the next page begins; undefined on the last. */
  readonly next: string | undefined;
  readonly mayOpenPeople: boolean;
}

/** Where a page of the list begins: behind this answer. */
export interface AnswerCursor {
  readonly sentAt: Instant;
  readonly id: FormAnswerId;
}

/** The answers to one form, newest first, as far as the reader may see each. Undefined where there is nothing to see. */
export async function answerList(
  context: Context,
  caller: Caller,
  { formId, after, language }: { readonly formId: FormId; readonly after?: AnswerCursor; readonly language: string },
): Promise<AnswerList | undefined> {
  if (!canListAnswers(caller.actor)) return undefined;
  return context.database.forGroup(caller.groupId, async (tx) => {
    const form = await readFormRow(tx, formId);
    if (!form) return undefined;
    const definitions = (await readVersions(tx, formId)).map((version) => version.definition);
    const mayOpenPeople = isCoordinator(caller.actor);
    const asked = definitions.flatMap(({ questions }) => questions).filter(isAnswerable);
    const seen = asked.filter(({ audience }) => mayOpenPeople || audience === 'members');
    if (!mayOpenPeople && seen.length === 0) return undefined;
    const found = await answersOf(tx, formId, after);
    const shown = found.slice(0, answersPerPage);
    const last = shown.at(-1);
    return {
      title: worded((definitions[0] ?? form.draft).title, language, (definitions[0] ?? form.draft).languages),
      now: tx.now,
      columns: columnsOf(definitions, seen, language),
      rows: await openRows(context, tx, caller, shown, fieldsOf(seen)),
      next: found.length > shown.length && last ? cursorText({ sentAt: last.sent_at, id: last.id }) : undefined,
      mayOpenPeople,
    };
  });
}

/** The cursor of an address, or undefined for anything that is none. */
export function parseCursor(text: string | null): AnswerCursor | undefined {
  const [instant = '', idText = ''] = (text ?? '').split('_');
  const id = parseId<FormAnswerId>(idText);
  return id && /^\d{1,15}$/.test(instant) ? { sentAt: Number(instant), id } : undefined;
}

function cursorText({ sentAt, id }: AnswerCursor): string {
  return `${sentAt}_${id}`;
}

/** The newest version says how a column is called and where it stands; questions that it dropped come last. */
function columnsOf(
  definitions: readonly FormDefinition[],
  seen: readonly Question[],
  language: string,
): readonly AnswerColumn[] {
  const visible = new Set(seen.map(({ id }) => id));
  const columns = new Map<QuestionId, AnswerColumn>();
  for (const { questions, languages } of definitions) {
    for (const { id, label } of questions) {
      if (!visible.has(id) || columns.has(id)) continue;
      columns.set(id, { question: id, label: worded(label, language, languages) });
    }
  }
  return [...columns.values()];
}

function fieldsOf(seen: readonly Question[]): readonly AnswerField[] {
  return [...new Set(seen.flatMap(({ id }): AnswerField[] => [`answer:${id}`, `helper-answer:${id}`]))];
}

type AnswerRow = Awaited<ReturnType<typeof answersOf>>[number];

function answersOf(tx: GroupReader, formId: FormId, after: AnswerCursor | undefined) {
  return tx.db
    .selectFrom('form_answers as a')
    .innerJoin('form_versions as v', (join) =>
      join
        .onRef('v.group_id', '=', 'a.group_id')
        .onRef('v.form_id', '=', 'a.form_id')
        .onRef('v.no', '=', 'a.version_no'),
    )
    .select(['a.id', 'a.version_no', 'a.language', 'a.sent_at', 'a.person_id', 'a.request_id', 'a.held_at'])
    .select('v.definition')
    .where('a.group_id', '=', tx.groupId)
    .where('a.form_id', '=', formId)
    .$if(after !== undefined, (query) =>
      query.where(sql<boolean>`(a.sent_at, a.id) < (${at(after?.sentAt ?? 0)}, ${after?.id})`),
    )
    .orderBy('a.sent_at', 'desc')
    .orderBy('a.id', 'desc')
    .limit(answersPerPage + 1)
    .execute();
}

async function openRows(
  context: Context,
  tx: GroupTransaction,
  { actor }: Caller,
  rows: readonly AnswerRow[],
  fields: readonly AnswerField[],
): Promise<readonly ListedAnswers[]> {
  const byPerson = Map.groupBy(rows, (row) => row.person_id);
  const details = await readDetails(context, tx, {
    actor,
    purpose: isCoordinator(actor) ? 'intake' : 'members-list',
    fields,
    wanted: [...byPerson].map(([personId, own]) => ({
      personId,
      requestId: own[0]?.request_id ?? null,
      subjectIds: own.map(({ id }) => id),
    })),
  });
  return rows.map((row) => ({
    ...shownAnswers(row, details.all(row.person_id)),
    personId: row.person_id,
    requestId: row.request_id,
    isHeld: row.held_at !== null,
  }));
}

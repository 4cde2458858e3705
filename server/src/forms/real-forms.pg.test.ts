import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { type FormDefinition, worded } from '@barnraise/kernel/form/definition.ts';
import type { FormEdit } from '@barnraise/kernel/form/form-edit.ts';
import type { QuestionId, QuestionSort } from '@barnraise/kernel/form/question.ts';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';

import { freshDatabase, seedGroups } from '../../../tests/store/database.ts';
import { seedMember } from '../../../tests/seed/people-and-needs.ts';
import { changeForm } from './change-form.ts';
import { formPage } from './form-pages.ts';
import { publishForm } from './publish-form.ts';
import { startForm } from './start-form.ts';

const file = path.resolve(import.meta.dirname, '../../../../shared/data/forms/custom_form_questions.csv');
if (!existsSync(file)) {
  console.log('The real forms are not beside the repository (../shared/data): building them again is not tested.');
}

/** One line of the sheet: the ask and the offer form that one group really used. */
interface Line {
  readonly form_type: string;
  readonly question_name: string;
  readonly required: string;
  readonly display_order: string;
  readonly input_type: string;
  readonly hint: string;
  readonly options?: string;
}

const sorts: Readonly<Record<string, QuestionSort>> = {
  'info-text': 'explanation',
  datetime: 'date-time',
  string: 'long-text',
  radio: 'one-of',
  'multiselect-checkboxes': 'several-of',
  boolean: 'yes-no',
  integer: 'number',
};

/** One "info text" of the sheet must be answered ("Add any details about your request:"): it asks, whatever it is called. */
const asks = (line: Line): boolean => line.input_type !== 'info-text' || line.required === 'TRUE';
const sortOf = (line: Line): QuestionSort =>
  (asks(line) ? sorts[line.input_type.replace('info-text', 'string')] : 'explanation') ?? 'short-text';
/** The sheet marks the end of a line as HTML does. */
const labelOf = (line: Line): string => line.question_name.replaceAll('<br>', '\n');
const optionsOf = (line: Line): readonly string[] => (line.options ? line.options.split(';') : []);

function linesOf(form: string): readonly Line[] {
  const lines = parse(readFileSync(file, 'utf8'), {
    columns: true,
    relax_column_count: true,
  }) as unknown as readonly Line[];
  return lines
    .filter((line) => line.form_type === form)
    .toSorted((a, b) => Number(a.display_order) - Number(b.display_order));
}

/** What one would press and type, line by line, to build the form. */
function editsFor(lines: readonly Line[], form: FormDefinition): readonly FormEdit[] {
  let next = form.next;
  return [
    ...form.questions.map(({ id }): FormEdit => ({ do: 'remove-question', question: id })),
    ...lines.flatMap((line): readonly FormEdit[] => {
      const question = `q${next}` as QuestionId;
      next += 1 + optionsOf(line).length;
      const label: Record<string, string> = labelOf(line) === '' ? {} : { en: labelOf(line) };
      return [
        {
          do: 'add-question',
          sort: sortOf(line),
          label,
          change: { required: asks(line) && line.required === 'TRUE', hint: { en: line.hint } },
        },
        ...optionsOf(line).map((option): FormEdit => ({ do: 'add-option', question, label: { en: option } })),
      ];
    }),
  ];
}

/** A form in the words of the sheet. */
function asLines({ questions }: FormDefinition) {
  return questions.map(({ label, hint, sort, required, options }) => [
    worded(label, 'en', []).replaceAll('\n', '<br>'),
    worded(hint, 'en', []),
    sort,
    required,
    options.map((option) => worded(option.label, 'en', [])),
  ]);
}

test.skipIf(!existsSync(file)).each([
  ['ask_form', 'ask'],
  ['offer_form', 'offer'],
] as const)('the real %s of a group is built again, question by question', async (name, purpose) => {
  const { context } = await freshDatabase();
  const { here } = await seedGroups(context);
  const ines = await seedMember(context, here, { name: 'Inés', role: 'coordinator' });
  const formKey = (): string => crypto.randomUUID();
  const start = { title: name, purpose, languages: ['en'], formKey: formKey() };
  const started = await startForm(context, ines, start);
  if (!started.ok) throw new Error(started.refusal.code);
  const { formId } = started.value;
  const page = async () => (await formPage(context, ines, formId)) ?? Promise.reject(new Error('It is not there.'));
  const lines = linesOf(name);
  const { draft, version } = await page();
  const edits = editsFor(lines, draft);
  expect(await changeForm(context, ines, { formId, version, formKey: formKey(), edits })).toMatchObject({ ok: true });

  const built = await page();
  expect(lines.length).toBeGreaterThan(10);
  expect(asLines(built.draft)).toEqual(
    lines.map((line) => [
      line.question_name.replaceAll('\n', '<br>'),
      line.hint,
      sortOf(line),
      asks(line) && line.required === 'TRUE',
      optionsOf(line),
    ]),
  );
  // One question of the offer form has no words at all; it can be written down, and must get words before anybody sees it.
  const wordless = lines.filter((line) => line.question_name === '');
  expect(built.problems.map(({ code }) => code)).toEqual(wordless.map(() => 'no-label'));
  const published = await publishForm(context, ines, { formId, version: built.version, formKey: formKey() });
  expect(published.ok).toBe(wordless.length === 0);
  expect(wordless).toHaveLength(name === 'offer_form' ? 1 : 0);
});

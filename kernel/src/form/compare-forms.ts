import type { FormDefinition } from './definition.ts';
import type { Question, QuestionId } from './question.ts';

const compared = [
  'label',
  'hint',
  'required',
  'options',
  'kinds',
  'shownIf',
  'audience',
  'keptDays',
  'fills',
] as const satisfies readonly (keyof Question)[];
export type ChangedPart = (typeof compared)[number];

/** One thing that is different from what was published. */
export type FormDifference =
  | { readonly code: 'title' | 'intro' | 'languages' | 'order' }
  | { readonly code: 'added' | 'removed'; readonly question: Question }
  | { readonly code: 'changed'; readonly question: Question; readonly parts: readonly ChangedPart[] };

/** What changed between two states of a form; empty when somebody who fills it in would see no difference. */
export function compareForms(before: FormDefinition, after: FormDefinition): readonly FormDifference[] {
  const differences: FormDifference[] = [];
  for (const code of ['title', 'intro', 'languages'] as const) {
    if (!isSame(before[code], after[code])) differences.push({ code });
  }
  const known = new Map(before.questions.map((question) => [question.id, question]));
  for (const question of after.questions) {
    const old = known.get(question.id);
    const parts = old ? compared.filter((part) => !isSame(old[part], question[part])) : [];
    if (!old) differences.push({ code: 'added', question });
    else if (parts.length > 0) differences.push({ code: 'changed', question, parts });
  }
  const kept = new Set(after.questions.map((question) => question.id));
  for (const question of before.questions) {
    if (!kept.has(question.id)) differences.push({ code: 'removed', question });
  }
  const orderOf = (form: FormDefinition): readonly QuestionId[] =>
    form.questions.map(({ id }) => id).filter((id) => known.has(id) && kept.has(id));
  if (!isSame(orderOf(before), orderOf(after))) differences.push({ code: 'order' });
  return differences;
}

/** The same values, whatever the order in which an object's keys were written. */
function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const [ofA, ofB] = [Object.entries(a), Object.entries(b)];
  return ofA.length === ofB.length && ofA.every(([key, value]) => isSame(value, (b as Record<string, unknown>)[key]));
}

import type { FieldProblem } from '@barnraise/server/requests/read-form.ts';
import type { Words } from '@barnraise/server/words/words.ts';

/** What needs another look, as the reader's sentences by the name of the field. */
export function problemSentences(t: Words, problems: readonly FieldProblem[]): Readonly<Record<string, string>> {
  return Object.fromEntries(problems.map((problem) => [problem.field, sentence(t, problem)]));
}

function sentence(t: Words, { code, count }: FieldProblem): string {
  if (code === 'too-long' || code === 'too-large') return t(`problem.${code}`, { count: count ?? 0 });
  return t(`problem.${code}`);
}

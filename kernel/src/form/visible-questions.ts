import type { Answer, Answers } from './answer.ts';
import { conditionHolds } from './condition.ts';
import type { FormDefinition } from './definition.ts';
import type { Question, QuestionId } from './question.ts';

/**
 * The questions somebody is asked, given what they answered. Conditions look back only, so one pass from the top decides:
 * the answer to a question that is hidden counts for nothing below it either.
 */
export function visibleQuestions(form: Pick<FormDefinition, 'questions'>, answers: Answers): readonly Question[] {
  const counting = new Map<QuestionId, Answer>();
  return form.questions.filter((question) => {
    if (!conditionHolds(question.shownIf, counting)) return false;
    const answer = answers.get(question.id);
    if (answer !== undefined) counting.set(question.id, answer);
    return true;
  });
}

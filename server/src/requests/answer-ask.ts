import { type AskRefusal, decideAnswer } from '@barnraise/kernel/ask.ts';
import type { AskId } from '@barnraise/kernel/ids.ts';
import { accept, type Outcome, refuse } from '@barnraise/kernel/outcome.ts';
import { canCommitFor } from '@barnraise/kernel/policy.ts';

import type { Context } from '../context.ts';
import type { Caller } from '../record/caller.ts';
import { writeAudit } from '../record/write-audit.ts';
import { lockAsk, saveAnswer } from './ask-table.ts';
import { type CommitAccepted, commitFor, type CommitToNeedRefusal } from './commit-to-need.ts';

export type AnswerAskRefusal = AskRefusal | CommitToNeedRefusal;

/**
 * The answer of whoever was asked, or of a coordinator who was told. A yes becomes a commitment in the same
 * transaction, of what is still open up to what was asked for; where nothing is, the answer is refused and stays open.
 */
export async function answerAsk(
  context: Context,
  caller: Caller,
  input: { readonly askId: AskId; readonly answer: 'yes' | 'no' },
): Promise<Outcome<CommitAccepted | null, AnswerAskRefusal>> {
  return context.database.decide<CommitAccepted | null, AnswerAskRefusal>(caller.groupId, async (tx) => {
    const ask = await lockAsk(tx, input.askId);
    if (!ask) return refuse({ code: 'not-found' });
    if (!canCommitFor(caller.actor, ask.to)) return refuse({ code: 'not-allowed' });
    const answered = decideAnswer(ask, input.answer, tx.now);
    if (!answered.ok) return answered;
    const isNew = answered.value.state !== ask.state;
    if (!isNew) return accept(null);

    await saveAnswer(tx, answered.value);
    await writeAudit(tx, {
      actor: caller.actor,
      verb: 'answer-ask',
      subjectTable: 'asks',
      subjectId: ask.id,
      data: { yes: input.answer === 'yes' },
    });
    if (input.answer === 'no') return accept(null);
    const wish = { needId: ask.needId, quantity: ask.quantity, least: 1 };
    return commitFor(context, tx, caller, ask.to, wish, { madeBy: 'ask' });
  });
}

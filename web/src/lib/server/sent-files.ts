import { isFile, type QuestionId } from '@barnraise/kernel/form/question.ts';
import type { FormDefinition } from '@barnraise/kernel/form/definition.ts';
import { answerField } from '@barnraise/kernel/form/read-answers.ts';
import type { GroupId } from '@barnraise/kernel/ids.ts';
import type { Context } from '@barnraise/server/context.ts';
import { isStillHere, receiveFile } from '@barnraise/server/forms/attachments/receive-file.ts';
import type { FieldProblem } from '@barnraise/server/requests/read-form.ts';

/** The photos and voice notes of a sent form. */
export interface SentFiles {
  /** What each is kept by, for reading the answers. */
  readonly tokens: ReadonlyMap<QuestionId, string>;
  readonly marks: ReadonlyMap<QuestionId, string>;
  readonly problems: readonly FieldProblem[];
  /** For the form, when it comes back: a file that is here already need not be chosen again. */
  readonly kept: Readonly<Record<string, string>>;
}

/** Takes in the files of a form, each looked at and written anew; or those that came with it before. */
export async function sentFiles(
  context: Context,
  groupId: GroupId,
  form: FormDefinition,
  posted: FormData,
  address: string,
): Promise<SentFiles> {
  const tokens = new Map<QuestionId, string>();
  const marks = new Map<QuestionId, string>();
  const problems: FieldProblem[] = [];
  for (const { id, sort } of form.questions.filter(isFile)) {
    const field = answerField(id);
    const sent = posted.get(field);
    const earlier = posted.get(`kept-${field}`);
    if (sent instanceof File && sent.size > 0) {
      const bytes = new Uint8Array(await sent.arrayBuffer());
      const received = await receiveFile(context, groupId, {
        sort: sort === 'voice' ? 'voice' : 'photo',
        bytes,
        address,
      });
      if (!received.ok) problems.push({ field, code: received.refusal.code });
      else {
        tokens.set(id, received.value.token);
        marks.set(id, received.value.mark);
      }
    } else if (typeof earlier === 'string' && earlier !== '') {
      if (await isStillHere(context, groupId, earlier)) tokens.set(id, earlier);
      else problems.push({ field, code: 'file-gone' });
      marks.set(id, earlier);
    }
  }
  const kept = Object.fromEntries([...tokens].map(([id, token]) => [`kept-${answerField(id)}`, token]));
  return { tokens, marks, problems, kept };
}

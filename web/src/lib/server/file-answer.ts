import type { QuestionId } from '@barnraise/kernel/form/question.ts';
import { type FormAnswerId, parseId } from '@barnraise/kernel/ids.ts';
import type { Context } from '@barnraise/server/context.ts';
import { readAttachment } from '@barnraise/server/forms/attachments/read-attachment.ts';
import type { Caller } from '@barnraise/server/record/caller.ts';

const endings: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'audio/webm': 'webm',
  'audio/mp4': 'm4a',
  'audio/mpeg': 'mp3',
  'audio/wav': 'wav',
};

/** A photo or a voice note as an answer to whoever may see it; undefined for everybody else. Nobody on the way keeps it. */
export async function fileAnswer(
  context: Context,
  caller: Caller,
  { answer, question }: { readonly answer: string; readonly question: string },
): Promise<Response | undefined> {
  const answerId = parseId<FormAnswerId>(answer);
  if (!answerId || !/^q\d{1,4}$/.test(question)) return undefined;
  const file = await readAttachment(context, caller, { answerId, question: question as QuestionId });
  const ending = file && endings[file.contentType];
  if (!ending) return undefined;
  return new Response(new Uint8Array(file.bytes), {
    headers: {
      'content-type': file.contentType,
      'content-length': String(file.bytes.length),
      // The name says nothing about whoever sent it.
      'content-disposition': `inline; filename="${file.sort}.${ending}"`,
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'; sandbox",
    },
  });
}

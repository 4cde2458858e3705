import type { QuestionId } from '@barnraise/kernel/form/question.ts';
import { type FormAnswerId, parseId } from '@barnraise/kernel/ids.ts';
import { readAttachment } from '@barnraise/server/forms/attachments/read-attachment.ts';
import { error } from '@sveltejs/kit';

import type { RequestHandler } from './$types';

const endings: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'audio/webm': 'webm',
  'audio/mp4': 'm4a',
  'audio/mpeg': 'mp3',
  'audio/wav': 'wav',
};

/** A photo or a voice note, for those who may see the answer it is. It is kept by nobody on the way. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const answerId = parseId<FormAnswerId>(params.answer);
  if (!answerId || !/^q\d{1,4}$/.test(params.question)) error(404);
  const question = params.question as QuestionId;
  const file = await readAttachment(locals.context, locals.caller, { answerId, question });
  if (!file) error(locals.caller.actor.kind === 'member' ? 404 : 403);
  const ending = endings[file.contentType];
  if (!ending) error(404);
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
};

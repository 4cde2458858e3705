import type { QuestionId } from '@barnraise/kernel/form/question.ts';
import type { AttachmentId, FormAnswerId } from '@barnraise/kernel/ids.ts';
import { parseId } from '@barnraise/kernel/ids.ts';

import type { GroupReader, GroupTransaction } from '../../database/database.ts';
import { freshId } from '../../database/new-id.ts';
import { newKey, openBox, sealBox, SealError } from '../../database/vault/sealed-box.ts';

export type AttachmentSort = 'photo' | 'voice';

/** A photo or a voice note that was looked at and written anew. */
export interface CleanFile {
  readonly sort: AttachmentSort;
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

/**
 * What names an attachment and opens it: its id and its key. It is kept in the vault as the answer to its question, or,
 * while the form comes back for another look, only in the form itself.
 */
export type AttachmentToken = string;

/** Keeps a file sealed under a key that only the token holds. */
export async function insertAttachment(tx: GroupTransaction, file: CleanFile): Promise<AttachmentToken> {
  const id = freshId<AttachmentId>(tx);
  const key = newKey();
  await tx.db
    .insertInto('attachments')
    .values({
      group_id: tx.groupId,
      id,
      sort: file.sort,
      content_type: file.contentType,
      bytes: file.bytes.length,
      sealed: sealBox(key, placeOf(tx, id), file.bytes),
    })
    .execute();
  return `${id}.${key.toString('base64url')}`;
}

/** Opens a file, or undefined: it is gone, or the token does not fit. */
export async function openAttachment(tx: GroupReader, token: AttachmentToken): Promise<CleanFile | undefined> {
  const parsed = parseToken(token);
  if (!parsed) return undefined;
  const row = await tx.db
    .selectFrom('attachments')
    .select(['sort', 'content_type', 'sealed'])
    .where('group_id', '=', tx.groupId)
    .where('id', '=', parsed.id)
    .executeTakeFirst();
  if (!row) return undefined;
  try {
    const bytes = openBox(parsed.key, placeOf(tx, parsed.id), row.sealed);
    return { sort: row.sort, contentType: row.content_type, bytes };
  } catch (error) {
    if (error instanceof SealError) return undefined;
    throw error;
  }
}

/** Makes a waiting file a part of an answer. False when it is gone, or belongs to another answer already. */
export async function claimAttachment(
  tx: GroupTransaction,
  token: AttachmentToken,
  { answerId, question }: { readonly answerId: FormAnswerId; readonly question: QuestionId },
): Promise<boolean> {
  const parsed = parseToken(token);
  if (!parsed) return false;
  const claimed = await tx.db
    .updateTable('attachments')
    .set({ answer_id: answerId, question })
    .where('group_id', '=', tx.groupId)
    .where('id', '=', parsed.id)
    .where('answer_id', 'is', null)
    .returning('id')
    .execute();
  return claimed.length === 1;
}

function parseToken(token: AttachmentToken): { readonly id: AttachmentId; readonly key: Buffer } | undefined {
  const [idText = '', keyText = '', ...rest] = token.split('.');
  const id = parseId<AttachmentId>(idText);
  if (!id || rest.length > 0 || !/^[\w-]{43}$/.test(keyText)) return undefined;
  return { id, key: Buffer.from(keyText, 'base64url') };
}

const placeOf = (tx: GroupReader, id: AttachmentId): string => `attachment ${tx.groupId} ${id}`;

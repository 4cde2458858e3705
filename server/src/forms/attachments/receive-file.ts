import { createHash } from 'node:crypto';

import type { GroupId } from '@barnraise/kernel/ids.ts';
import { accept, type Outcome, refuse } from '@barnraise/kernel/outcome.ts';

import type { Context } from '../../context.ts';
import { takeTicket } from '../../database/limits.ts';
import { type AttachmentSort, type AttachmentToken, insertAttachment, openAttachment } from './attachment-table.ts';
import { cleanPhoto, type PhotoRefusal } from './clean-photo.ts';
import { cleanVoice } from './clean-voice.ts';
import type { VoiceRefusal } from './rewrite-voice.ts';

export type FileRefusal =
  | PhotoRefusal
  | VoiceRefusal
  | { readonly code: 'file-too-large' }
  | { readonly code: 'too-many-files' };

/** A file that came along with a form, and where it came from. */
export interface SentFile {
  readonly sort: AttachmentSort;
  readonly bytes: Uint8Array;
  /** The network address; kept only as a hash. */
  readonly address: string;
}

export interface ReceivedFile {
  readonly token: AttachmentToken;
  /** The same for the same file, whenever it is sent. */
  readonly mark: string;
}

/** A form may be eight megabytes with everything in it (see web/serve.ts). */
const bytesMax = 7_000_000;

/** A family with three photos tries a few times; a machine that fills the disk does not get far. */
const limit = { capacity: 30, refillPerMinute: 1 };

/** Looks at a file, writes it anew, and keeps it sealed until the form it came with is sent. */
export async function receiveFile(
  context: Pick<Context, 'database'>,
  groupId: GroupId,
  { sort, bytes, address }: SentFile,
): Promise<Outcome<ReceivedFile, FileRefusal>> {
  if (bytes.length > bytesMax) return refuse({ code: 'file-too-large' });
  const bucket = createHash('sha256').update(`${groupId}|${address}`).digest('base64url').slice(0, 22);
  const ticket = await takeTicket(context.database, `file:${bucket}`, 1, limit);
  if (!ticket.ok) return refuse({ code: 'too-many-files' });
  const clean = sort === 'photo' ? await cleanPhoto(bytes) : await cleanVoice(bytes);
  if (!clean.ok) return clean;
  const token = await context.database.forGroup(groupId, (tx) => insertAttachment(tx, clean.value));
  return accept({ token, mark: createHash('sha256').update(bytes).digest('hex') });
}

/** True while a file that came earlier is still here for the form that comes again. */
export async function isStillHere(
  context: Pick<Context, 'database'>,
  groupId: GroupId,
  token: AttachmentToken,
): Promise<boolean> {
  return context.database.readGroup(groupId, async (tx) => (await openAttachment(tx, token)) !== undefined);
}

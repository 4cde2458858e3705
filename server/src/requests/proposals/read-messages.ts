import { type Chat, chatLettersMax, type ChatRefusal } from '@barnraise/kernel/chat/message.ts';
import { readChat } from '@barnraise/kernel/chat/read-chat.ts';
import { accept, type Outcome, refuse } from '@barnraise/kernel/outcome.ts';

import { decodeText } from './decode-text.ts';
import { looksLikeMail, readMails } from './read-mail.ts';
import { textsInZip, type ZipRefusal } from './texts-in-zip.ts';

/** Bytes of a file that is read at once: a chat of years is a tenth of it. */
export const chatFileBytesMax = 20_000_000;

export type ReadMessagesRefusal =
  | ChatRefusal
  | ZipRefusal
  | { readonly code: 'file-too-large' }
  /** A picture, a recording, a document of an office program: nothing that can be read as text. */
  | { readonly code: 'not-text' };

/** Words that somebody pasted. */
export function readPastedMessages(text: string): Outcome<Chat, ReadMessagesRefusal> {
  return readChat(text);
}

/**
 * Reads a file that was exported or saved: a chat as text, JSON or a page, the ZIP that WhatsApp makes, one mail or a folder
 * of mails. What it is shows in its content, not in its name.
 */
export async function readMessageFile(bytes: Buffer): Promise<Outcome<Chat, ReadMessagesRefusal>> {
  if (bytes.length > chatFileBytesMax) return refuse({ code: 'file-too-large' });
  if (!bytes.subarray(0, 4).equals(zipBegin)) return readOne(bytes);
  const texts = await textsInZip(bytes, chatLettersMax);
  if (!texts.ok) return texts;
  const read: Chat[] = [];
  for (const each of texts.value) {
    const chat = await readOne(each);
    if (chat.ok) read.push(chat.value);
    else if (texts.value.length === 1) return chat;
  }
  const [first, ...others] = read;
  return first ? accept(others.reduce(joined, first)) : refuse({ code: 'nothing-written' });
}

const zipBegin = Buffer.from('PK\u0003\u0004');

async function readOne(bytes: Buffer): Promise<Outcome<Chat, ReadMessagesRefusal>> {
  const text = decodeText(bytes);
  if (text === undefined) return refuse({ code: 'not-text' });
  if (looksLikeMail(text)) return readMails(bytes);
  return readChat(text);
}

/** The pages of one export, in their order. */
function joined(one: Chat, other: Chat): Chat {
  return {
    format: one.format,
    messages: [...one.messages, ...other.messages],
    systemLines: one.systemLines + other.systemLines,
    cut: one.cut + other.cut,
    shortened: one.shortened + other.shortened,
  };
}

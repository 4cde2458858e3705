import { setImmediate as othersTurn } from 'node:timers/promises';

import { type Chat, type ChatMessage, limitedChat } from '@barnraise/kernel/chat/message.ts';
import { ownWords } from '@barnraise/kernel/chat/own-words.ts';
import { accept, type Outcome, refuse } from '@barnraise/kernel/outcome.ts';
import PostalMime, { type Email } from 'postal-mime';

import type { ReadMessagesRefusal } from './read-messages.ts';

/** Mails of one folder that are read; the newest stand last in it. */
export const mailsMax = 5_000;
/** Headers of one mail, and parts within parts: more than any program writes. */
const limits = { maxNestingDepth: 20, maxHeadersSize: 200_000 } as const;

/** Lines of one mail that are read. Words stand first; what is longer goes on with its pictures. */
const linesMax = 20_000;

const headerLine =
  /^(?:received|from|to|subject|date|message-id|mime-version|return-path|delivered-to|reply-to|x-[\w-]+):\s/i;

/** True for one mail as it is saved, and for a folder of mails in one file (mbox). */
export function looksLikeMail(text: string): boolean {
  const lines = text.slice(0, 8_000).split(/\r?\n/);
  if (/^From \S+.*\d{4}/.test(lines[0] ?? '')) return true;
  const head = lines.slice(0, lines.findIndex((line) => line === '') + 1 || lines.length);
  return head.filter((line) => headerLine.test(line)).length >= 3 && headerLine.test(head[0] ?? '');
}

/** Reads one mail or many. Only what each person wrote themselves is kept: quoted letters and signatures are cut away. */
export async function readMails(bytes: Buffer): Promise<Outcome<Chat, ReadMessagesRefusal>> {
  const messages: ChatMessage[] = [];
  const mails = mailsOf(bytes);
  const young = mails.slice(-mailsMax);
  for (const mail of young) {
    const read = await PostalMime.parse(begun(mail), limits).catch(() => undefined);
    await othersTurn();
    const message = read && messageOf(read);
    if (message) messages.push(message);
  }
  const chat = limitedChat('mail', messages, 0);
  if (chat.messages.length === 0) return refuse({ code: 'nothing-written' });
  return accept({ ...chat, cut: chat.cut + mails.length - young.length });
}

/** The lines of a mail that are read. Its parser takes each by itself, and lets nobody else have a turn. */
function begun(mail: Buffer): Buffer {
  let end = 0;
  for (let line = 0; line < linesMax; line += 1) {
    end = mail.indexOf(0x0a, end) + 1;
    if (end === 0) return mail;
  }
  return mail.subarray(0, end);
}

/** The mails of a folder: each begins with a line "From …" behind an empty one. */
function mailsOf(bytes: Buffer): readonly Buffer[] {
  if (bytes.subarray(0, 5).toString('latin1') !== 'From ') return [bytes];
  const mails: Buffer[] = [];
  let start = bytes.indexOf(0x0a) + 1;
  while (start > 0) {
    const next = nextMail(bytes, start);
    mails.push(bytes.subarray(start, next === -1 ? bytes.length : next));
    start = next === -1 ? 0 : bytes.indexOf(0x0a, next) + 1;
  }
  return mails;
}

function nextMail(bytes: Buffer, from: number): number {
  const found = ['\n\nFrom ', '\n\r\nFrom '].flatMap((mark) => {
    const at = bytes.indexOf(mark, from, 'latin1');
    return at === -1 ? [] : [at + mark.length - 'From '.length];
  });
  return found.length === 0 ? -1 : Math.min(...found);
}

function messageOf({ from, subject, date, text, html, attachments }: Email): ChatMessage | undefined {
  const body = ownWords(text ?? plainOf(html ?? ''));
  const isReply = /^\s*(?:re|aw|sv|rv|fwd?|wg)\s*:/i.test(subject ?? '');
  const title = isReply || (subject ?? '') === '' ? '' : (subject ?? '').trim();
  const words = [title, body].filter((part) => part !== '').join('\n\n');
  if (words === '' && attachments.length === 0) return undefined;
  const at = date === undefined ? Number.NaN : Date.parse(date);
  return {
    author: from?.name || from?.address || '',
    ...(from?.address && { contact: from.address }),
    at: Number.isNaN(at) ? null : { kind: 'instant', at },
    text: words.replaceAll('\u0000', '').toWellFormed(),
    hasMedia: attachments.length > 0,
  };
}

/** Enough of the words in a page: a mail nearly always brings its plain text along. */
function plainOf(html: string): string {
  return html
    .slice(0, 500_000)
    .replace(/<(?:br|\/p|\/div|\/li|\/tr)\b[^>]{0,200}>/gi, '\n')
    .replace(/<[^>]{0,2000}>/g, ' ')
    .replace(/&nbsp;/g, ' ')
    .replace(/&amp;/g, '&')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/[ \t]+/g, ' ')
    .trim();
}

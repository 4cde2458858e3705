import { accept, refuse, type Outcome } from '../outcome.ts';
import { parseJson } from './json-values.ts';
import { chatLettersMax, type Chat, type ChatRefusal } from './message.ts';
import { readDatedLines } from './read-lines.ts';
import { readPasted } from './read-pasted.ts';
import { readSignalJson } from './read-signal-json.ts';
import { readTelegramHtml } from './read-telegram-html.ts';
import { readTelegramJson } from './read-telegram-json.ts';

/**
 * Cuts a text into messages, whatever it is: an export of WhatsApp, Telegram or Signal, or words somebody pasted. What it
 * is shows in the text; no name of a file is needed. Mails are taken apart before (they are bytes, not text).
 */
export function readChat(text: string): Outcome<Chat, ChatRefusal> {
  if (text.length > chatLettersMax) return refuse({ code: 'text-too-long' });
  const begin = text
    .slice(0, 2000)
    .replace(/^\uFEFF/, '')
    .trimStart();
  if (/^[{[]/.test(begin)) {
    const chat = readJson(text.replace(/^\uFEFF/, ''));
    if (chat) return given(chat);
    // "[14:22, 3/5/2026] Ana: …" and "{water} please" begin like JSON and are none.
    if (/^[{[]\s*["{[]/.test(begin)) return refuse({ code: 'export-broken', format: 'telegram' });
  }
  if (/^<(?:!doctype html|html|head|body|div)\b/i.test(begin)) {
    const chat = readTelegramHtml(text);
    return chat ? given(chat) : refuse({ code: 'export-broken', format: 'telegram' });
  }
  return given(readDatedLines(text) ?? readPasted(text));
}

function readJson(text: string): Chat | undefined {
  const whole = text.includes('\n{"') && !text.trimStart().startsWith('{\n') ? undefined : parseJson(text);
  return (whole === undefined ? undefined : readTelegramJson(whole)) ?? readSignalJson(text);
}

function given(chat: Chat): Outcome<Chat, ChatRefusal> {
  return chat.messages.length === 0 ? refuse({ code: 'nothing-written' }) : accept(chat);
}

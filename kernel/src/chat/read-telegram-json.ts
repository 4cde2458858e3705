import { listProperty, property, textProperty, type Unknown } from './json-values.ts';
import { limitedChat, type Chat, type ChatMessage, type MessageTime } from './message.ts';

/**
 * Reads what Telegram's desktop program exports as JSON: one chat, or all of them in one file (`chats.list`). A text is a
 * string, or a list of strings and marked parts. Undefined when the value is no such export.
 */
export function readTelegramJson(value: Unknown): Chat | undefined {
  const chats = Array.isArray(property(value, 'messages')) ? [value] : listProperty(property(value, 'chats'), 'list');
  const found = chats.flatMap((chat) => listProperty(chat, 'messages'));
  if (found.length === 0 || !found.some(isTelegram)) return undefined;
  const messages: ChatMessage[] = [];
  let systemLines = 0;
  for (const each of found) {
    if (textProperty(each, 'type') === 'message') messages.push(messageOf(each));
    else systemLines += 1;
  }
  return limitedChat('telegram', messages, systemLines);
}

function isTelegram(value: Unknown): boolean {
  return ['message', 'service'].includes(textProperty(value, 'type')) && property(value, 'text') !== undefined;
}

const mediaNames = [
  'photo',
  'file',
  'media_type',
  'mime_type',
  'sticker_emoji',
  'location_information',
  'poll',
] as const;

function messageOf(value: Unknown): ChatMessage {
  return {
    author: textProperty(value, 'from', 'actor'),
    at: timeOf(value),
    text: joinedText(property(value, 'text')).trim(),
    hasMedia: mediaNames.some((name) => property(value, name) !== undefined),
  };
}

function joinedText(text: Unknown): string {
  if (typeof text === 'string') return text;
  if (!Array.isArray(text)) return '';
  return text.map((part: Unknown) => (typeof part === 'string' ? part : textProperty(part, 'text'))).join('');
}

function timeOf(value: Unknown): MessageTime | null {
  const seconds = Number(textProperty(value, 'date_unixtime') || Number.NaN);
  if (Number.isSafeInteger(seconds)) return { kind: 'instant', at: seconds * 1000 };
  return isoTime(textProperty(value, 'date'));
}

/** "2026-03-05T14:22:01", as the clock on the wall showed it; with a zone behind it, it is an instant. */
export function isoTime(text: string): MessageTime | null {
  const [, year = '', month, day, hour, minute, zone] =
    /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})(?::\d{2}(?:\.\d+)?)?\s?(Z|[+-]\d{2}:?\d{2})?$/.exec(text.trim()) ?? [];
  if (year === '') return null;
  if (zone !== undefined) {
    const at = Date.parse(
      text
        .trim()
        .replace(' ', 'T')
        .replace(/([+-]\d{2})(\d{2})$/, '$1:$2'),
    );
    return Number.isNaN(at) ? null : { kind: 'instant', at };
  }
  const minutes = Number(hour) * 60 + Number(minute);
  if (minutes >= 24 * 60) return null;
  return {
    kind: 'written',
    first: Number(month),
    second: Number(day),
    year: Number(year),
    yearFirst: true,
    minute: minutes,
  };
}

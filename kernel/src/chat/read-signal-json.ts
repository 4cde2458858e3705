import { listProperty, parseJson, property, textProperty, type Unknown } from './json-values.ts';
import { limitedChat, type Chat, type ChatMessage, type MessageTime } from './message.ts';
import { isoTime } from './read-telegram-json.ts';

/**
 * Reads messages of Signal as JSON: what `signal-cli` prints line by line, the export of Signal's own desktop program
 * (JSON lines with `recipient` and `chatItem`), and lists of objects with a time, a sender and a text, as the tools that
 * read Signal's database write them. Undefined when nothing in it is a message.
 */
export function readSignalJson(text: string): Chat | undefined {
  const values = valuesOf(text);
  const names = recipientNames(values);
  const messages: ChatMessage[] = [];
  let others = 0;
  for (const value of values) {
    const message = cliMessage(value) ?? desktopMessage(value, names) ?? plainMessage(value);
    if (message) messages.push(message);
    else others += 1;
  }
  return messages.length > 0 ? limitedChat('signal', messages, others) : undefined;
}

/** One value a line, or a list, or an object that holds one. */
function valuesOf(text: string): readonly Unknown[] {
  const whole = text.trimStart().startsWith('{') && text.includes('\n{') ? undefined : parseJson(text);
  if (Array.isArray(whole)) return whole;
  if (whole !== undefined) {
    const inside = listProperty(whole, 'messages');
    return inside.length > 0 ? inside : [whole];
  }
  return text.split('\n').flatMap((line) => {
    const value = line.trim() === '' ? undefined : parseJson(line);
    return value === undefined ? [] : [value];
  });
}

/** `signal-cli --output=json receive`: an envelope with what was sent, to us or from another of our telephones. */
function cliMessage(value: Unknown): ChatMessage | undefined {
  const envelope = property(value, 'envelope');
  const sent = property(property(envelope, 'syncMessage'), 'sentMessage');
  const data = property(envelope, 'dataMessage') ?? sent;
  if (data === undefined) return undefined;
  return {
    author: textProperty(envelope, 'sourceName', 'sourceNumber', 'source'),
    at: timeOf(property(data, 'timestamp') ?? property(envelope, 'timestamp')),
    text: textProperty(data, 'message').trim(),
    hasMedia: listProperty(data, 'attachments').length > 0,
  };
}

function recipientNames(values: readonly Unknown[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const value of values) {
    const recipient = property(value, 'recipient');
    const contact = property(recipient, 'contact') ?? property(recipient, 'self');
    const id = property(recipient, 'id');
    if (contact === undefined || (typeof id !== 'string' && typeof id !== 'number')) continue;
    const given = [textProperty(contact, 'profileGivenName'), textProperty(contact, 'profileFamilyName')]
      .join(' ')
      .trim();
    names.set(String(id), given || textProperty(contact, 'systemGivenName', 'e164', 'username'));
  }
  return names;
}

function desktopMessage(value: Unknown, names: ReadonlyMap<string, string>): ChatMessage | undefined {
  const item = property(value, 'chatItem');
  const standard = property(item, 'standardMessage');
  if (standard === undefined) return undefined;
  return {
    author: names.get(String(property(item, 'authorId'))) ?? '',
    at: timeOf(property(item, 'dateSent')),
    text: textProperty(property(standard, 'text'), 'body').trim(),
    hasMedia: listProperty(standard, 'attachments').length > 0,
  };
}

function plainMessage(value: Unknown): ChatMessage | undefined {
  const text = textProperty(value, 'body', 'text', 'message');
  const attachments = listProperty(value, 'attachments');
  const at = timeOf(
    ['sent_at', 'timestamp', 'date_sent', 'dateSent', 'date'].map((name) => property(value, name)).find(Boolean),
  );
  const author = textProperty(value, 'senderName', 'sender', 'from', 'author', 'name', 'source');
  if ((text === '' && attachments.length === 0) || (at === null && author === '')) return undefined;
  return { author, at, text: text.trim(), hasMedia: attachments.length > 0 };
}

/** Milliseconds as a figure or a text, seconds where the figure is too small for them, or a date. */
function timeOf(value: Unknown): MessageTime | null {
  const figure =
    typeof value === 'number'
      ? value
      : typeof value === 'string' && /^\d{9,14}$/.test(value)
        ? Number(value)
        : undefined;
  if (figure !== undefined && Number.isFinite(figure))
    return { kind: 'instant', at: Math.floor(figure < 1e11 ? figure * 1000 : figure) };
  return typeof value === 'string' ? isoTime(value) : null;
}

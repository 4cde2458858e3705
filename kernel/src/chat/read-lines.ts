import { datedLine, plainHead, type DatedLine } from './dated-line.ts';
import { limitedChat, withoutMarks, type Chat, type ChatMessage } from './message.ts';
import { isDeleted, isMediaMark, isSystemText, withoutEditMark } from './system-lines.ts';

/** Lines looked at to tell what a text is. */
const sampleLines = 200;

/**
 * Reads chats in which each message begins with a date: WhatsApp's export of both kinds of phone, what its pages copy, and
 * the texts that Signal's tools write. Lines without a date go on with the message above them. Undefined for any other text.
 */
export function readDatedLines(text: string): Chat | undefined {
  const lines = text.split('\n');
  if (!looksDated(lines)) return undefined;
  const messages: ChatMessage[] = [];
  let systemLines = 0;
  let bracketYearFirst = 0;
  let open: Opened | undefined;
  const close = (): void => {
    const message = open && messageOf(open);
    if (message) messages.push(message);
    else if (open) systemLines += 1;
  };
  for (const raw of lines) {
    const marked = raw.endsWith('\r') ? raw.slice(0, -1) : raw;
    const line = datedLine(plainLine(marked));
    if (!line) {
      open?.lines.push(marked);
      continue;
    }
    close();
    open = { line, isMarked: isMarkedAfterName(marked), lines: [] };
    if (line.style === 'bracket' && line.at.kind === 'written' && line.at.yearFirst) bracketYearFirst += 1;
  }
  close();
  const format = bracketYearFirst * 2 > messages.length ? 'signal' : 'whatsapp';
  return limitedChat(format, messages, systemLines);
}

function looksDated(lines: readonly string[]): boolean {
  const written = lines.slice(0, sampleLines).filter((line) => line.trim() !== '');
  const first = written[0];
  if (first === undefined) return false;
  const isDated = (line: string): boolean => datedLine(plainLine(line)) !== undefined;
  return isDated(first) || written.filter(isDated).length * 4 >= written.length;
}

const asciiHead = /^[\x20-\x7E]*$/;

/** The line with a head that can be read; most lines have nothing in it to be made plain, and a chat has many. */
function plainLine(line: string): string {
  if (asciiHead.test(line.slice(0, 80))) return line;
  return plainHead(withoutMarks(line.slice(0, 400)) + line.slice(400));
}

interface Opened {
  readonly line: DatedLine;
  /** The program put its mark (U+200E) before the words: they are its own. */
  readonly isMarked: boolean;
  readonly lines: string[];
}

/** The iPhone begins its own words with a mark of writing direction; people's words have none there. */
function isMarkedAfterName(line: string): boolean {
  return /[:\]]\s\u200E/.test(line.slice(0, 300));
}

const named = /^([^\n:]{1,120}): ?(.*)$/s;

/** The message of an opened line, or undefined for the words of the program. */
function messageOf({ line, isMarked, lines }: Opened): ChatMessage | undefined {
  const [, author, first = ''] = named.exec(line.rest) ?? [];
  if (author === undefined || isSystemName(author)) return undefined;
  const whole = withoutMarks([first, ...lines].join('\n')).trim();
  if (isDeleted(whole)) return undefined;
  if (isMarked && !isMediaMark(firstLineOf(whole)) && isSystemText(whole)) return undefined;
  // A file and the words under it stand in one message: the name of the file in the first line, or in the last.
  const all = withoutEditMark(whole).split('\n');
  const words = all.filter((each) => !isMediaMark(each));
  return {
    author: withoutMarks(author).replace(/^~\s*/, ''),
    at: line.at,
    text: words.join('\n').trim(),
    hasMedia: words.length < all.length,
  };
}

/** "Ana changed the subject to “Food: now”": a colon inside what the program says is none behind a name. */
function isSystemName(author: string): boolean {
  return /["“«„]/.test(author) && isSystemText(author);
}

function firstLineOf(text: string): string {
  const end = text.indexOf('\n');
  return end === -1 ? text : text.slice(0, end);
}

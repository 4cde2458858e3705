import { limitedChat, type Chat, type ChatMessage, type MessageTime } from './message.ts';

/**
 * Reads a page of Telegram's export as HTML. It walks over the tags once and looks only at the classes that carry
 * something, so a page that is broken, or made to be slow, gives what it has. Undefined for any other page.
 */
export function readTelegramHtml(text: string): Chat | undefined {
  if (!/<div[^>]{0,200}class="message /.test(text.slice(0, 200_000))) return undefined;
  const page = new PageReader();
  for (const part of partsOf(text)) page.take(part);
  page.finish();
  return limitedChat('telegram', page.messages, page.systemLines);
}

type Part = { readonly kind: 'text'; readonly text: string } | { readonly kind: 'tag'; readonly tag: string };

/** Longer tags are no tags of an export. */
const tagLettersMax = 2_000;

function* partsOf(text: string): Generator<Part> {
  let at = 0;
  while (at < text.length) {
    const open = text.indexOf('<', at);
    const close = open === -1 ? -1 : text.indexOf('>', open);
    if (open === -1 || close === -1) break;
    if (open > at) yield { kind: 'text', text: text.slice(at, open) };
    if (close - open <= tagLettersMax) yield { kind: 'tag', tag: text.slice(open + 1, close) };
    at = close + 1;
  }
  if (at < text.length) yield { kind: 'text', text: text.slice(at) };
}

type Draft = { author: string; at: MessageTime | null; text: string; hasMedia: boolean };

/** Elements that never hold another: a `<br>` opens nothing. */
const single = /^(?:br|img|hr|meta|link|input|source)\b|\/$/i;

class PageReader {
  readonly messages: ChatMessage[] = [];
  systemLines = 0;
  private message: Draft | undefined;
  private isService = false;
  private lastAuthor = '';
  /** What the text that comes next belongs to, and how deep inside it we are. */
  private field: 'name' | 'text' | 'service' | undefined;
  private depth = 0;

  take(part: Part): void {
    if (part.kind === 'text') this.takeText(part.text);
    else if (part.tag.startsWith('/')) this.closeTag();
    else this.openTag(part.tag);
  }

  finish(): void {
    const { message } = this;
    if (this.isService) this.systemLines += 1;
    else if (message) this.messages.push({ ...message, author: message.author.trim(), text: message.text.trim() });
    this.message = undefined;
    this.isService = false;
    this.field = undefined;
  }

  private takeText(text: string): void {
    if (!this.message || !this.field) return;
    const plain = unescaped(text).replace(/\s+/g, ' ');
    if (this.field === 'name') this.message.author += plain;
    if (this.field === 'text') this.message.text += plain;
  }

  private openTag(tag: string): void {
    const classes = ` ${attribute(tag, 'class')} `;
    if (classes.includes(' message ')) this.begin(classes);
    else if (this.field !== undefined) {
      if (/^br\b/i.test(tag) && this.field === 'text' && this.message) this.message.text += '\n';
      if (!single.test(tag)) this.depth += 1;
    } else if (this.message) this.openField(tag, classes);
  }

  private begin(classes: string): void {
    this.finish();
    this.isService = classes.includes(' service ');
    // Messages of one person in a row name them once.
    this.message = { author: classes.includes(' joined ') ? this.lastAuthor : '', at: null, text: '', hasMedia: false };
  }

  private openField(tag: string, classes: string): void {
    const { message } = this;
    if (!message) return;
    if (classes.includes(' date ')) message.at = titleTime(attribute(tag, 'title'));
    if (classes.includes(' media_wrap ') || classes.includes(' media ')) message.hasMedia = true;
    if (classes.includes(' from_name ')) {
      // Inside a forwarded message the name is that of somebody else.
      this.field = message.author === '' ? 'name' : 'service';
      this.depth = 1;
    } else if (classes.includes(' text ')) {
      this.field = 'text';
      this.depth = 1;
    }
  }

  private closeTag(): void {
    if (this.field === undefined) return;
    this.depth -= 1;
    if (this.depth > 0) return;
    if (this.field === 'name' && this.message) this.lastAuthor = this.message.author.trim();
    this.field = undefined;
  }
}

function attribute(tag: string, name: string): string {
  return new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
}

/** "05.03.2026 14:22:01 UTC+01:00": the day first, whatever the language of the program. */
function titleTime(title: string): MessageTime | null {
  const [, day, month, year, hour, minute, second, sign, hours, minutes] =
    /^(\d{2})\.(\d{2})\.(\d{4}) (\d{2}):(\d{2}):(\d{2})(?: UTC([+-])(\d{2}):(\d{2}))?$/.exec(title) ?? [];
  if (year === undefined) return null;
  if (sign === undefined) {
    return {
      kind: 'written',
      first: Number(month),
      second: Number(day),
      year: Number(year),
      yearFirst: true,
      minute: (Number(hour) % 24) * 60 + (Number(minute) % 60),
    };
  }
  const offset = (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1);
  const at = Date.UTC(
    Number(year),
    Number(month) - 1,
    Number(day),
    Number(hour),
    Number(minute) - offset,
    Number(second),
  );
  return Number.isNaN(at) ? null : { kind: 'instant', at };
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

function unescaped(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,6}));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return entities[String(name).toLowerCase()] ?? whole;
    const code = decimal !== undefined ? Number(decimal) : Number.parseInt(String(hex), 16);
    return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code < 0xe000) ? String.fromCodePoint(code) : whole;
  });
}

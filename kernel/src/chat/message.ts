import type { Instant } from '../instant.ts';

/** What a text can be recognized as. */
export const chatFormats = ['whatsapp', 'telegram', 'signal', 'mail', 'pasted'] as const;
export type ChatFormat = (typeof chatFormats)[number];

/**
 * When a message was written, as its export says it. `written` are the figures of a date in the order they stand in,
 * which may be day first or month first: only the whole file can tell. `year` is null where a copy leaves it out.
 */
export type MessageTime =
  | { readonly kind: 'instant'; readonly at: Instant }
  | {
      readonly kind: 'written';
      readonly first: number;
      readonly second: number;
      readonly year: number | null;
      /** True where the year stood first, so that month and day can only follow in that order. */
      readonly yearFirst: boolean;
      readonly minute: number;
    };

/** One message of a chat, with what identifies it and nothing of what was made of it. */
export type ChatMessage = {
  /** Empty where nobody is named. */
  readonly author: string;
  /** A telephone number or a mail address, where the export gives one beside the name. */
  readonly contact?: string;
  readonly at: MessageTime | null;
  readonly text: string;
  readonly hasMedia: boolean;
};

/** What reading a text gave. `cut` counts messages beyond the limit, oldest first, and `shortened` texts cut off. */
export type Chat = {
  readonly format: ChatFormat;
  readonly messages: readonly ChatMessage[];
  /** Lines of the program itself ("Ana joined"), which are nobody's words. */
  readonly systemLines: number;
  readonly cut: number;
  readonly shortened: number;
};

export type ChatRefusal =
  /** Nothing that anybody wrote. */
  | { readonly code: 'nothing-written' }
  /** It looks like an export, and is broken off or nested deeper than any program writes. */
  | { readonly code: 'export-broken'; readonly format: ChatFormat }
  | { readonly code: 'text-too-long' };

/** Letters of one text to read: a chat of years is a tenth of it. */
export const chatLettersMax = 20_000_000;
/** Messages kept of one chat, the newest. */
export const messagesMax = 10_000;
/** Letters kept of one message; people who need something do not write more. */
export const messageLettersMax = 4_000;
export const authorLettersMax = 120;

/** Takes the marks of writing direction and other invisible signs out; no export means anything by them. */
export function withoutMarks(text: string): string {
  return text.replace(/[\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g, '');
}

/** The limits, put on what a reader found. */
export function limitedChat(format: ChatFormat, found: readonly ChatMessage[], systemLines: number): Chat {
  const written = found.filter((message) => message.text !== '' || message.hasMedia);
  const kept = written.slice(-messagesMax);
  let shortened = 0;
  const messages = kept.map((message): ChatMessage => {
    if (message.text.length > messageLettersMax) shortened += 1;
    return {
      ...message,
      author: cutAt(message.author.replace(/\s+/g, ' ').trim(), authorLettersMax),
      text: cutAt(message.text, messageLettersMax),
    };
  });
  return { format, messages, systemLines, cut: written.length - kept.length, shortened };
}

/** The beginning of a text, never half of a letter that takes two places. */
function cutAt(text: string, most: number): string {
  if (text.length <= most) return text;
  const last = text.charCodeAt(most - 1);
  return text.slice(0, last >= 0xd800 && last < 0xdc00 ? most - 1 : most);
}

import { limitedChat, withoutMarks, type Chat, type ChatMessage, type MessageTime } from './message.ts';
import { datedLine, plainHead } from './dated-line.ts';

/** What begins an item of a list: "1.", "2)", "-", "•", "☐". */
const item = /^\s*(?:\d{1,3}\s?[.)\]:-]|[-–—*•·▪◦‣☐☑✅✔])\s+(?=\S)/u;

/** "Ana Ruiz: …" at the beginning of a line. A heading of a list ("Needs: water") is no name. */
const named = /^(\p{Lu}[\p{L}.'’-]{1,24}(?: \p{L}[\p{L}.'’-]{0,24}){0,3}): ?(.*)$/su;
const heading =
  /^(?:needs?|needed|wanted|offers?|offering|have|has|available|urgent|update|note|notes|please|ps|re|fwd|subject|from|to|date|address|phone|contact|call|text|where|when|who|what|how|time|location|status|supplies|volunteers?|donations?|items?|list|day|today|tomorrow|monday|tuesday|wednesday|thursday|friday|saturday|sunday|necesit\p{L}*|necesidades|urgente|ofrec\p{L}*|ofertas?|tengo|hay|falta\p{L}*|nota|lugar|cuándo|dónde|hora|dirección|teléfono|contacto|lista|hoy|mañana|also|and|but|ok|attention|atención|reminder|recordatorio|not needed|do not|no)$/iu;

/** As Telegram's desktop program copies messages: "Ana, [05.03.2026 14:22]". */
const telegramHead = /^([^\n[\]]{1,80}), (\[[^\]]{8,30}\])\s?(.*)$/s;

/**
 * Cuts pasted text into what each person said: at blank lines where there are some, else at lines, and at the items of a
 * numbered or dotted list. A list under one heading ("We need:") stays one message.
 */
export function readPasted(text: string): Chat {
  const lines = withoutMarks(text).replace(/\r\n?/g, '\n').split('\n');
  const copied = copiedMessages(lines);
  if (copied) return limitedChat('telegram', copied, 0);
  const blocks = blocksOf(lines);
  const isNamed = namedShare(blocks) >= 0.6;
  const messages = blocks.map((block): ChatMessage => {
    const [, author, rest = ''] = isNamed ? (nameIn(block) ?? []) : [];
    return { author: author ?? '', at: null, text: (author === undefined ? block : rest).trim(), hasMedia: false };
  });
  return limitedChat('pasted', messages, 0);
}

function blocksOf(lines: readonly string[]): readonly string[] {
  const paragraphs = paragraphsOf(lines);
  if (paragraphs.length === 1)
    return (paragraphs[0] as readonly string[]).length > 0
      ? splitParagraph(paragraphs[0] as readonly string[], true)
      : [];
  return paragraphs.flatMap((paragraph) => splitParagraph(paragraph, false));
}

function paragraphsOf(lines: readonly string[]): readonly (readonly string[])[] {
  const paragraphs: string[][] = [[]];
  for (const line of lines) {
    if (line.trim() === '') {
      if ((paragraphs.at(-1)?.length ?? 0) > 0) paragraphs.push([]);
    } else paragraphs.at(-1)?.push(line);
  }
  return paragraphs.filter((paragraph) => paragraph.length > 0);
}

/** The paragraph as one message, or one for each of its lines or items. */
function splitParagraph(lines: readonly string[], isAlone: boolean): readonly string[] {
  const items = lines.filter((line) => item.test(line)).length;
  const first = lines[0] ?? '';
  const hasHeading = !item.test(first) && /[:：]\s*$/.test(first.trim());
  if (hasHeading || (items > 0 && !item.test(first))) return [lines.join('\n')];
  if (items >= 2) return joinedItems(lines);
  if (namedShare(lines) >= 0.6 && lines.length > 1) return lines;
  return isAlone && lines.length > 1
    ? lines.map((line) => line.replace(item, ''))
    : [lines.join('\n').replace(item, '')];
}

/** Lines that begin no item go on with the one above. */
function joinedItems(lines: readonly string[]): readonly string[] {
  const items: string[] = [];
  for (const line of lines) {
    if (item.test(line) || items.length === 0) items.push(line.replace(item, ''));
    else items.push(`${items.pop() ?? ''}\n${line}`);
  }
  return items;
}

function nameIn(block: string): readonly [string, string, string] | undefined {
  const found = named.exec(block);
  return found && !heading.test(found[1] ?? '') ? [found[0], found[1] ?? '', found[2] ?? ''] : undefined;
}

function namedShare(blocks: readonly string[]): number {
  return blocks.length < 2 ? 0 : blocks.filter((block) => nameIn(block)).length / blocks.length;
}

function copiedMessages(lines: readonly string[]): readonly ChatMessage[] | undefined {
  const heads = lines.map((line) => telegramHead.exec(line));
  const times = heads.map((head): MessageTime | undefined =>
    head ? datedLine(plainHead(`${head[2] ?? ''} x`))?.at : undefined,
  );
  if (!times[lines.findIndex((line) => line.trim() !== '')]) return undefined;
  const messages: ChatMessage[] = [];
  for (const [at, line] of lines.entries()) {
    const time = times[at];
    const last = messages.at(-1);
    if (time) messages.push({ author: heads[at]?.[1] ?? '', at: time, text: heads[at]?.[3] ?? '', hasMedia: false });
    else if (last) messages[messages.length - 1] = { ...last, text: `${last.text}\n${line}` };
  }
  return messages.map((message) => ({ ...message, text: message.text.replace(/^:?\s*/, '').trim() }));
}

import { SaxesParser } from 'saxes';

import { TableError } from '../table-row.ts';

export type XmlAttributes = Readonly<Record<string, string>>;

/** What a reader of a part is told, with names without their prefix: `x:row` and `row` are one. */
export interface XmlHandlers {
  readonly open?: (name: string, attributes: XmlAttributes) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
}

const depthMax = 64;
/** Bytes without a tag, or without the end of one: longer than any cell can be written. */
const tagGapMax = 1_048_576;

/**
 * Reads a part as a stream, handing over after each piece, so that only what a piece holds is in memory. A document type is
 * refused, since only it can define entities that grow; nothing outside the part is ever fetched.
 */
export async function* readXml(
  chunks: AsyncIterable<Uint8Array>,
  handlers: XmlHandlers,
): AsyncGenerator<void, void, void> {
  const parser = parserFor(handlers);
  const decoder = new TextDecoder('utf-8');
  let gap = 0;
  for await (const chunk of chunks) {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    const tagEnd = bytes.lastIndexOf(0x3e);
    gap = tagEnd === -1 || !bytes.includes(0x3c) ? gap + bytes.length : bytes.length - tagEnd;
    if (gap > tagGapMax) throw new TableError({ code: 'broken-workbook' });
    guarded(() => parser.write(decoder.decode(chunk, { stream: true })));
    yield;
  }
  guarded(() => parser.write(decoder.decode()).close());
  yield;
}

/** Reads a small part to its end. */
export function readXmlText(text: string, handlers: XmlHandlers): void {
  const parser = parserFor(handlers);
  guarded(() => parser.write(text.replace(/^\uFEFF/, '')).close());
}

function parserFor(handlers: XmlHandlers): SaxesParser {
  const parser = new SaxesParser({ xmlns: false, position: false });
  let depth = 0;
  parser.on('doctype', () => {
    throw new TableError({ code: 'broken-workbook' });
  });
  parser.on('opentag', (tag) => {
    depth += 1;
    if (depth > depthMax) throw new TableError({ code: 'broken-workbook' });
    handlers.open?.(withoutPrefix(tag.name), tag.attributes);
  });
  parser.on('closetag', (tag) => {
    depth -= 1;
    handlers.close?.(withoutPrefix(tag.name));
  });
  if (handlers.text) {
    parser.on('text', handlers.text);
    parser.on('cdata', handlers.text);
  }
  return parser;
}

function withoutPrefix(name: string): string {
  const colon = name.indexOf(':');
  return colon === -1 ? name : name.slice(colon + 1);
}

function guarded(read: () => unknown): void {
  try {
    read();
  } catch (error) {
    throw error instanceof TableError ? error : new TableError({ code: 'broken-workbook' }, error);
  }
}

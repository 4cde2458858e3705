import type { Words } from '@barnraise/server/words/words.ts';

/** A page for what is refused before any page is reached: a title and a sentence in the reader's words. */
export function plainPage(t: Words, status: number, title: string, text: string): Response {
  const html =
    `<!doctype html><html lang="${t.language}" dir="${t.direction}"><head><meta charset="utf-8">` +
    `<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">` +
    `<title>${escape(title)}</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/plain.css"></head>` +
    `<body><main><h1>${escape(title)}</h1><p>${escape(text)}</p></main></body></html>`;
  return new Response(html, { status, headers: { 'content-type': 'text/html; charset=utf-8' } });
}

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

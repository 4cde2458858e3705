import { choosePaperSize, type PaperSize } from '@barnraise/server/paper/paper-size.ts';
import type { Spoken } from '@barnraise/server/paper/spoken.ts';
import { isLocale } from '@barnraise/server/words/locale.ts';
import { wordsFor } from '@barnraise/server/words/words.ts';
import type { RequestEvent } from '@sveltejs/kit';

/** What every form of the paper page posts or has in its address. */
interface Asked {
  get(name: string): FormDataEntryValue | null;
}

/** A sheet as the browser shows and prints it. What is private is kept by nothing on the way. */
export function pdfAnswer(pdf: Uint8Array, name: string): Response {
  return new Response(new Uint8Array(pdf), {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': `inline; filename="${name}.pdf"`,
      'content-length': String(pdf.byteLength),
      'cache-control': 'no-store',
    },
  });
}

export function textOf(asked: Asked, name: string): string {
  const value = asked.get(name);
  return typeof value === 'string' ? value.slice(0, 100) : '';
}

export function sizeOf({ locals }: RequestEvent, asked: Asked): PaperSize {
  return choosePaperSize(textOf(asked, 'size'), locals.group.country);
}

/** The languages that were asked for; else the reader's own, and another one that the group speaks. */
export function spokenOf({ locals }: RequestEvent, asked: Asked): Spoken {
  const first = textOf(asked, 'first');
  const one = isLocale(first) ? first : locals.t.locale;
  const other = locals.group.languages.find((language) => isLocale(language) && language !== one);
  const second = asked.get('second') === null ? other : textOf(asked, 'second');
  return isLocale(second) && second !== one ? [wordsFor(one), wordsFor(second)] : [wordsFor(one)];
}

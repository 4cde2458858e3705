import { parseMail, parsePhone } from '@barnraise/kernel/contact.ts';
import { normalText } from '@barnraise/kernel/normal-text.ts';

import { readPoint } from '../read/read-point.ts';

/** What a cell looks like by itself. */
export type CellShape = 'phone' | 'mail' | 'number' | 'point' | 'link' | 'yes-no' | 'text';

const yesNo = new Set(
  'yes no y n true false si x 1 0 verdadero falso na unknown dnr none tbd open closed abierto cerrado'.split(' '),
);

/** A telephone number as it is written, whether its digits could be dialed or not: sheets have all sorts. */
export function looksLikePhone(text: string, country: string): boolean {
  if (text.length < 7 || text.length > 40) return false;
  const plain = text.replace(/\s*(?:x|ext\.?)\s*\d{1,6}$/i, '');
  if (!/^\+?[\d\s().\-/]+$/.test(plain)) return false;
  const digits = plain.replace(/\D/g, '').length;
  if (digits < 7 || digits > 15) return false;
  if (parsePhone(plain, country)) return !/^\d{1,3}\.\d+$/.test(plain);
  // Figures with a point are a place on the map, and with slashes or a year in front a day.
  return /^\+?1?[\s.-]?\(?\d{3}\)?[\s.-]*\d{3}[\s.-]+\d{4}$/.test(plain) || /^\+\d/.test(plain);
}

export function shapeOf(text: string, country: string): CellShape {
  if (text.length <= 12 && yesNo.has(normalText(text))) return 'yes-no';
  if (/^-?[\d,.]{1,24}%?$/.test(text) && /\d/.test(text) && !looksLikePhone(text, country)) return 'number';
  if (readPoint(text)) return 'point';
  if (looksLikePhone(text, country)) return 'phone';
  if (text.includes('@') && parseMail(text)) return 'mail';
  return /^(?:https?:\/*|www\.)\S+$/i.test(text) ? 'link' : 'text';
}

import { plainNumber } from './number-text.ts';
import type { XmlAttributes } from './read-xml.ts';

export interface OdsCell {
  readonly attributes: XmlAttributes;
  /** What the sheet shows. */
  text: string;
  paragraphs: number;
}

/** What a cell says; undefined for an error. Its value is taken before what is shown, which may be cut or rounded. */
export function odsCellText({ attributes, text }: OdsCell): string | undefined {
  const type = attributes['office:value-type'] ?? '';
  const value = Number(attributes['office:value'] ?? Number.NaN);
  if (attributes['calcext:value-type'] === 'error') return undefined;
  // Errors of older programs have no mark: a formula that gives nothing, shown as #N/A or Err:502.
  if (attributes['table:formula'] && /^(?:#[A-Z/0]+[!?]?|Err:\d{3})$/.test(text)) return undefined;
  if (type === 'boolean') return attributes['office:boolean-value'] === 'true' ? 'TRUE' : 'FALSE';
  if (type === 'date') return dateText(attributes['office:date-value'] ?? text);
  if (type === 'time') return durationText(attributes['office:time-value'] ?? '') ?? text;
  if (Number.isNaN(value)) return text;
  if (type === 'percentage') return `${plainNumber(value * 100)}%`;
  return showsSameDigits(text, value) ? text : plainNumber(value);
}

/** "00501" and "(304) 555-0101" say the same digits in a pattern; "5.55E+09" does not. */
function showsSameDigits(text: string, value: number): boolean {
  if (!Number.isInteger(value) || value < 0 || !/^[\d\s()+/-]+$/.test(text)) return false;
  return text.replace(/\D/g, '').replace(/^0+(?=\d)/, '') === plainNumber(value);
}

function dateText(iso: string): string {
  return iso
    .replace('T', ' ')
    .replace(/(\d\d:\d\d):\d\d(?:[.,]\d+)?$/, '$1')
    .replace(/ 00:00$/, '');
}

function durationText(iso: string): string | undefined {
  const [, hours, minutes] = /^PT(\d+)H(\d+)M/.exec(iso) ?? [];
  return hours === undefined || minutes === undefined
    ? undefined
    : `${hours.padStart(2, '0')}:${minutes.padStart(2, '0')}`;
}

import { createHash } from 'node:crypto';

import { catalog } from '@barnraise/kernel/catalog/catalog.ts';
import type { CatalogKind } from '@barnraise/kernel/catalog/entry.ts';
import type { Instant } from '@barnraise/kernel/instant.ts';
import { findKindsIn, type KindMatch } from '@barnraise/kernel/phrase-to-kinds.ts';
import type { KindIndex } from '@barnraise/kernel/phrase/kind-index.ts';
import { sharingUntilAsked } from '@barnraise/kernel/sharing.ts';

import type { GroupKind } from '../load-kinds.ts';
import { oneUsualUnit } from '../needs-from-fields.ts';
import type { GivenPlace, NewNeed, NewRequest } from '../new-request.ts';
import type { ImportMapping } from './mapping.ts';
import { repairText } from './read/repair-text.ts';

/** Why a row did not come in. */
export type RowRefusal =
  | { readonly code: 'columns-differ' }
  | { readonly code: 'no-key' }
  | { readonly code: 'nothing-said' }
  | { readonly code: 'date-not-read'; readonly value: string }
  | { readonly code: 'date-out-of-range'; readonly value: string };

/** What should be looked at in a row that came in. */
export type RowRemark = 'repaired-letters' | 'no-kind-found' | 'point-not-read' | 'cut-short';

export interface ImportedRow {
  /** The row's own name in its source, hashed: a serial number or a name and a place. */
  readonly key: string;
  readonly request: NewRequest;
  readonly askedAt: Instant | undefined;
  /** Set when somebody was called and did not answer. */
  readonly noAnswerAt: Instant | null;
  readonly remarks: readonly RowRemark[];
}

export type RowReading = { readonly row: ImportedRow } | { readonly refusal: RowRefusal } | { readonly skipped: true };

/** What reading a row needs, made once for a file. */
export interface RowRules {
  readonly mapping: ImportMapping;
  readonly now: Instant;
  readonly language: string;
  readonly index: KindIndex<CatalogKind>;
  readonly readAskedAt?: (text: string) => Instant | undefined;
  readonly readTriedAt?: (text: string) => Instant | undefined;
  /** The group's own kind for one of the catalog; undefined where it has none and gets none. */
  readonly kindFor: (code: string) => GroupKind | undefined;
}

export type Row = Readonly<Record<string, string>>;

/** Longest words kept of one row; the whole of it is kept for a while as it came. */
const wordsMax = 4000;
const yearMs = 366 * 24 * 3_600_000;

/** Reads one row of a file as a request. */
export function rowToRequest(cells: Row, rules: RowRules): RowReading {
  const { mapping, now } = rules;
  const reader = cellReader(cells);
  if (mapping.skip?.values.includes(reader.cell(mapping.skip.column))) return { skipped: true };
  const keyParts = mapping.key.map(reader.cell);
  if (keyParts.every((part) => part === '')) return { refusal: { code: 'no-key' } };
  const { askedAt } = mapping.columns;
  const asked = askedAt ? readInstant(reader.cell(askedAt.column), rules.readAskedAt, now) : undefined;
  if (typeof asked === 'object') return { refusal: asked };
  const said = saidIn(reader, rules);
  if (said.words === '' && said.name === '') return { refusal: { code: 'nothing-said' } };
  const key = createHash('sha256').update(JSON.stringify(keyParts)).digest('hex').slice(0, 32);
  return { row: importedRow(cells, rules, reader, said, key, asked) };
}

interface CellReader {
  readonly cell: (name: string | undefined) => string;
  readonly joined: (names: readonly string[] | undefined, separator: string) => string;
  /** True once a cell was read whose letters had to be put right. */
  readonly wasRepaired: () => boolean;
}

function cellReader(cells: Row): CellReader {
  let wasRepaired = false;
  const cell = (name: string | undefined): string => {
    const right = repairText(name === undefined ? '' : (cells[name] ?? ''));
    wasRepaired ||= right.repaired;
    return right.text.trim();
  };
  const joined: CellReader['joined'] = (names, separator) =>
    (names ?? [])
      .map(cell)
      .filter((text) => text !== '')
      .join(separator);
  return { cell, joined, wasRepaired: () => wasRepaired };
}

interface Said {
  readonly name: string;
  readonly words: string;
  readonly needs: readonly NewNeed[];
}

function saidIn({ cell, joined }: CellReader, rules: RowRules): Said {
  const { columns, kinds } = rules.mapping;
  const needsText = joined(columns.needs, '\n');
  const words = [needsText, joined(columns.words, '\n\n')].filter((text) => text !== '').join('\n\n');
  return { name: joined(columns.name, ' '), words, needs: needsOf(needsText, cell(kinds?.column), rules) };
}

function importedRow(
  cells: Row,
  rules: RowRules,
  reader: CellReader,
  { name, words, needs }: Said,
  key: string,
  askedAt: Instant | undefined,
): ImportedRow {
  const { columns, answered, channel } = rules.mapping;
  const { cell, joined } = reader;
  const point = pointOf(cell(columns.latitude), cell(columns.longitude));
  const address = joined(columns.address, ', ').slice(0, 300);
  const directions = joined(columns.directions, ' ').slice(0, 300);
  const didNotAnswer = answered?.noAnswer.includes(cell(answered.column)) ?? false;
  const asker = {
    name: name.slice(0, 200),
    phone: joined(columns.phone, ' ').slice(0, 60),
    mail: joined(columns.mail, ' ').slice(0, 254),
    safeToText: 'not-asked',
    safeToLeaveMessage: 'not-asked',
  } as const;
  const remarks: readonly (RowRemark | false)[] = [
    needs.length === 0 && words !== '' && 'no-kind-found',
    point === 'not-read' && 'point-not-read',
    words.length > wordsMax && 'cut-short',
    reader.wasRepaired() && 'repaired-letters',
  ];
  return {
    key,
    askedAt,
    noAnswerAt: didNotAnswer ? triedAt(cell(answered?.triedAt?.column), rules, askedAt) : null,
    remarks: remarks.filter((remark) => remark !== false),
    request: {
      ...unsaid,
      channel,
      language: rules.language,
      asker,
      needs,
      place: { address, directions, plusCode: '', point: point === 'not-read' ? null : point },
      words: words.slice(0, wordsMax),
      raw: JSON.stringify(cells).slice(0, 2 * wordsMax),
    },
  };
}

/** What a list does not tell. */
const unsaid = {
  askedFor: 'self',
  consent: false,
  household: null,
  window: null,
  trip: null,
  recurrence: null,
  mustKnow: {},
  sharing: sharingUntilAsked,
} as const;

/** A stated date, or why it cannot be one. An empty cell is no date, and no mistake. */
function readInstant(
  text: string,
  read: ((text: string) => Instant | undefined) | undefined,
  now: Instant,
): Instant | undefined | Extract<RowRefusal, { value: string }> {
  if (text === '') return undefined;
  const at = read?.(text);
  if (at === undefined) return { code: 'date-not-read', value: text.slice(0, 40) };
  if (at > now + yearMs || at < now - 60 * yearMs) return { code: 'date-out-of-range', value: text.slice(0, 40) };
  return at;
}

function triedAt(text: string, rules: RowRules, askedAt: Instant | undefined): Instant {
  return rules.readTriedAt?.(text) ?? askedAt ?? rules.now;
}

function pointOf(latitude: string, longitude: string): GivenPlace['point'] | 'not-read' {
  if (latitude === '' && longitude === '') return null;
  const point = { latitude: Number(latitude), longitude: Number(longitude) };
  const isPoint =
    latitude !== '' && longitude !== '' && Math.abs(point.latitude) <= 90 && Math.abs(point.longitude) <= 180;
  return isPoint ? point : 'not-read';
}

/** Kinds that the words name, and kinds that a category stands for, each once. What is turned down comes in halted. */
function needsOf(text: string, categories: string, rules: RowRules): readonly NewNeed[] {
  const needs = new Map<string, NewNeed>();
  const add = (code: string, match?: KindMatch<CatalogKind>): void => {
    const kind = rules.kindFor(code);
    const known = needs.get(code);
    // What is asked for in one place and turned down in another is asked for: a person looks at the words.
    if (!kind || (known && !(known.halted && !match?.negated))) return;
    needs.set(code, needOf(kind, match));
  };
  const { kinds } = rules.mapping;
  for (const category of kinds ? categories.split(kinds.separator) : []) {
    const code = kinds?.codes[category.trim()];
    if (code) add(code);
  }
  for (const match of findKindsIn(text, rules.index)) if (!match.held) add(match.kind.code, match);
  return [...needs.values()];
}

function needOf(kind: GroupKind, match: KindMatch<CatalogKind> | undefined): NewNeed {
  const usual = oneUsualUnit(kind);
  const { amount, negated } = match ?? {};
  const stated =
    amount && amount.quantity !== null && amount.quantity > 0
      ? { quantity: amount.quantity, entered: { figure: amount.figure, unit: amount.unit ?? usual.entered.unit } }
      : {};
  return { ...usual, ...stated, ...(negated && { halted: true }) };
}

/** The catalog's codes, for checking a mapping before anything is written. */
export const catalogCodes: ReadonlySet<string> = new Set(catalog.map((kind) => kind.code));

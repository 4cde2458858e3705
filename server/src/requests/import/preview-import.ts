import { accept, type Outcome, refuse } from '@barnraise/kernel/outcome.ts';
import { canImport } from '@barnraise/kernel/group-policy.ts';

import type { Context } from '../../context.ts';
import type { GroupReader } from '../../database/database.ts';
import type { Caller } from '../../record/caller.ts';
import { type ImportId, readImport } from './import-table.ts';
import { importMapping, type ImportMapping } from './mapping.ts';
import { openPieces } from './pieces.ts';
import { readTable } from './read/read-table.ts';
import type { TableFormat, TableRow } from './read/table-row.ts';
import { mappingPrint, nameRow } from './rows/name-rows.ts';
import type { RowReading, RowRefusal, RowRemark, RowRules } from './rows/read-row.ts';
import { asIfSwitchedOn, rulesOf } from './rows/rules-of.ts';
import { type ShownRow, showSaid } from './rows/show-said.ts';
import type { ImportRefusal } from './undo-import.ts';
import { knownRows } from './write/import-row-table.ts';
import type { NamedRow } from './write/write-rows.ts';
import { writerOf } from './write/writer-of.ts';

/** Rows that are tried before anything is made; of a longer file these stand for the rest. */
const triedMax = 3000;
const firstRows = 5;
const strangeRows = 12;

export interface PreviewRow {
  readonly rowNo: number;
  readonly cells: readonly string[];
  /** What it would make; undefined for one that would not come in. */
  readonly shown?: ShownRow;
  readonly remarks: readonly RowRemark[];
  readonly refusal?: RowRefusal;
}

/** What would come of the rows of a file, by its mapping. */
export interface ImportPreview {
  readonly names: readonly string[];
  readonly tried: number;
  /** True when the file ends within the rows that were tried. */
  readonly isAll: boolean;
  readonly fresh: number;
  readonly changed: number;
  readonly same: number;
  readonly skipped: number;
  readonly refused: Readonly<Partial<Record<RowRefusal['code'], number>>>;
  readonly first: readonly PreviewRow[];
  /** Rows that would not come in, and such as have something to look at: some of each sort. */
  readonly strange: readonly PreviewRow[];
}

/** Tries the first rows of a file by its mapping, and makes nothing. */
export async function previewImport(
  context: Context,
  { groupId, actor }: Caller,
  importId: ImportId,
): Promise<Outcome<ImportPreview, ImportRefusal | { readonly code: 'no-mapping' }>> {
  if (!canImport(actor)) return refuse({ code: 'not-allowed' });
  const row = await context.database.readGroup(groupId, (tx) => readImport(tx, importId));
  if (!row || row.subject === 'messages') return refuse({ code: 'not-found' });
  if (row.mapping === null) return refuse({ code: 'no-mapping' });
  const mapping = importMapping.parse(row.mapping);
  const open = () => openPieces(context, groupId, importId);
  let names: readonly string[] = [];
  const rows: TableRow[] = [];
  let isAll = true;
  for await (const one of readTable(open, row.format as TableFormat, mapping)) {
    if (names.length === 0) names = one.cells;
    else if (rows.length < triedMax) rows.push(one);
    else {
      isAll = false;
      break;
    }
  }
  return accept(
    await context.database.readGroup(groupId, async (tx) => ({
      ...(await tryRows(context, tx, mapping, names, rows)),
      names,
      tried: rows.length,
      isAll,
    })),
  );
}

type Tried = Omit<ImportPreview, 'names' | 'tried' | 'isAll'>;

async function tryRows(
  context: Context,
  tx: GroupReader,
  mapping: ImportMapping,
  names: readonly string[],
  rows: readonly TableRow[],
): Promise<Tried> {
  const naming = { names, mapping, print: mappingPrint(mapping) };
  const named: NamedRow[] = [];
  for (const row of rows) {
    const its = await nameRow(context, tx, naming, row);
    if (its) named.push(its);
  }
  const rules = await rulesOf(tx, mapping, asIfSwitchedOn);
  const shown = named.map((row) => previewRow(row, rules));
  const refused: Partial<Record<RowRefusal['code'], number>> = {};
  for (const { refusal } of shown) if (refusal) refused[refusal.code] = (refused[refusal.code] ?? 0) + 1;
  const comingIn = named.filter((_, index) => !shown[index]?.refusal);
  return {
    ...(await countKnown(tx, mapping, comingIn)),
    skipped: rows.length - named.length,
    refused,
    first: shown.slice(0, firstRows),
    strange: strangest(shown.slice(firstRows)),
  };
}

function previewRow({ rowNo, cells, row, key, refusal, remarks }: NamedRow, rules: RowRules): PreviewRow {
  const read: RowReading<unknown> =
    refusal || key === undefined
      ? { refusal: refusal ?? { code: 'no-key' } }
      : writerOf(rules.mapping.subject).read(row, rules);
  if ('refusal' in read) return { rowNo, cells, remarks: [], refusal: read.refusal };
  const all = [...new Set([...remarks, ...read.remarks])];
  return { rowNo, cells, remarks: all, shown: showSaid(rules.mapping.subject, read.said) };
}

async function countKnown(
  tx: GroupReader,
  mapping: ImportMapping,
  named: readonly NamedRow[],
): Promise<Pick<Tried, 'fresh' | 'changed' | 'same'>> {
  const byKey = new Map(named.map((one) => [one.key ?? '', one]));
  const known = await knownRows(tx, mapping.source, [...byKey.keys()]);
  let changed = 0;
  for (const [key, before] of known) if (!byKey.get(key)?.fingerprint.equals(before.fingerprint)) changed += 1;
  return { fresh: byKey.size - known.size, changed, same: named.length - byKey.size + known.size - changed };
}

/** Some of each sort, those that would not come in first; what is strange in the same way is shown twice at most. */
function strangest(rows: readonly PreviewRow[]): readonly PreviewRow[] {
  const times = new Map<string, number>();
  const isNews = ({ refusal, remarks }: PreviewRow): boolean => {
    const sort = refusal?.code ?? remarks.join();
    times.set(sort, (times.get(sort) ?? 0) + 1);
    return sort !== '' && (times.get(sort) ?? 0) <= 2;
  };
  const odd = rows.filter(isNews);
  const longest = rows.filter(({ refusal }) => !refusal).toSorted((a, b) => lengthOf(b) - lengthOf(a))[0];
  const chosen = [...odd.filter(({ refusal }) => refusal), ...odd.filter(({ refusal }) => !refusal)];
  const all = longest && !chosen.includes(longest) ? [...chosen, longest] : chosen;
  return all.slice(0, strangeRows);
}

const lengthOf = ({ cells }: PreviewRow): number => cells.reduce((sum, cell) => sum + cell.length, 0);

import { accept, type Outcome, refuse } from '@barnraise/kernel/outcome.ts';
import { canExportDetails, canExportList, type ExportedList } from '@barnraise/kernel/group-policy.ts';

import type { Context } from '../context.ts';
import type { Caller } from '../record/caller.ts';
import { writeAudit } from '../record/write-audit.ts';
import { commitmentsTable } from './commitments-table.ts';
import { byteOrderMark, csvLine } from './csv-text.ts';
import { eventsTable } from './events-table.ts';
import type { ExportedTable, Order, Writing } from './exported-table.ts';
import { householdsTable } from './households-table.ts';
import { importsTable } from './imports-table.ts';
import { membersTable } from './members-table.ts';
import { messagesTable } from './messages-table.ts';
import { needsTable } from './needs-table.ts';
import { offersTable } from './offers-table.ts';
import { placesTable } from './places-table.ts';
import { requestsTable } from './requests-table.ts';
import { visitsTable } from './visits-table.ts';

export const exportTables: Readonly<Record<ExportedList, ExportedTable>> = {
  requests: requestsTable,
  needs: needsTable,
  commitments: commitmentsTable,
  offers: offersTable,
  members: membersTable,
  messages: messagesTable,
  events: eventsTable,
  visits: visitsTable,
  households: householdsTable,
  places: placesTable,
  imports: importsTable,
};

export type ListToExport = Writing & {
  readonly list: ExportedList;
  /** What the address of the list's page says after its question mark: the same rows leave. */
  readonly query: URLSearchParams;
  /** With names, numbers and addresses, for those who may; every opening is on record for the person it is about. */
  readonly isPrivate: boolean;
};

/**
 * One list as CSV, line by line: a part is read from the database only when the part before was taken, so a hundred
 * thousand rows need no more memory than five hundred. docs/export.md says what stands in each column.
 */
export async function exportList(
  context: Context,
  caller: Caller,
  { list, query, isPrivate, ...writing }: ListToExport,
): Promise<Outcome<AsyncGenerator<string>, { readonly code: 'not-allowed' }>> {
  const { actor } = caller;
  if (!canExportList(actor, list) || (isPrivate && !canExportDetails(actor))) return refuse({ code: 'not-allowed' });
  await context.database.forGroup(caller.groupId, (tx) =>
    writeAudit(tx, {
      actor,
      verb: 'export-list',
      subjectTable: 'groups',
      subjectId: caller.groupId,
      data: { list, isPrivate },
    }),
  );
  return accept(linesOf(exportTables[list], { context, caller, query, isPrivate }, writing));
}

async function* linesOf(table: ExportedTable, order: Order, writing: Writing): AsyncGenerator<string> {
  const names = table.columns(order.isPrivate);
  const { style, t } = writing;
  yield byteOrderMark + csvLine(names.map((name) => (style === 'codes' ? name : t(`exportTable.col-${name}`))));
  for await (const rows of table.rows(order, writing)) yield rows.map(csvLine).join('');
}

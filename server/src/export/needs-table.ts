import type { CatalogKind } from '@barnraise/kernel/catalog/entry.ts';
import type { MemberActor } from '@barnraise/kernel/actor.ts';
import type { MemberId, NeedId } from '@barnraise/kernel/ids.ts';
import type { KindTheme } from '@barnraise/kernel/kind.ts';

import { openNeeds, theme } from '../requests/needs-list.ts';
import { amountText } from '../words/amount-text.ts';
import { byId, type Column, exportedTable, inParts, kindCell, rowsPerPart, timeCell } from './exported-table.ts';

const nobody = '00000000-0000-0000-0000-000000000000' as MemberId;

interface Row {
  readonly id: NeedId;
  readonly kind: CatalogKind;
  readonly open: number;
  readonly quantity: number;
  readonly unit: string;
  readonly windowFrom: number | null;
  readonly windowTo: number | null;
  readonly askedAt: number;
  readonly cell: string | null;
}

const columns: readonly Column<Row>[] = [
  { name: 'id', cell: (row) => row.id },
  { name: 'kind', cell: (row, writing) => kindCell(row.kind, writing) },
  { name: 'amount', cell: ({ kind, open, unit }, { t }) => amountText(t, kind, open, unit) },
  { name: 'open', cell: (row) => row.open },
  { name: 'quantity', cell: (row) => row.quantity },
  { name: 'base_unit', cell: (row) => row.kind.baseUnit },
  { name: 'window_from', cell: (row, writing) => timeCell(row.windowFrom, writing) },
  { name: 'window_to', cell: (row, writing) => timeCell(row.windowTo, writing) },
  { name: 'asked_at', cell: (row, writing) => timeCell(row.askedAt, writing) },
  { name: 'area', cell: (row) => row.cell },
];

/** What is needed and can be taken, as far as the reader may see it; never for whom. */
export const needsTable = exportedTable<Row>(columns, ({ context, caller, query }) => {
  const wanted = query.get('theme');
  // The server's own shell sees what a coordinator sees.
  const atTheShell: MemberActor = { kind: 'member', memberId: nobody, role: 'coordinator', teams: [] };
  const reader = caller.actor.kind === 'member' ? caller.actor : atTheShell;
  return inParts<Row, string>((after) =>
    context.database.readGroup(caller.groupId, async (tx) => {
      const rows = await openNeeds(tx, reader)
        .$if(Boolean(wanted), (found) => found.where(theme, '=', wanted as KindTheme))
        .$if(after !== null, (found) => found.where('needs.id', '>', after as NeedId))
        .selectAll('needs')
        .select(['kinds.definition', 'requests.asked_at'])
        .orderBy('needs.id')
        .limit(rowsPerPart)
        .execute();
      return byId(
        rows.map((row) => ({
          id: row.id,
          kind: row.definition as CatalogKind,
          open: Math.min(row.quantity, row.cap ?? row.quantity) - row.live_quantity - row.done_quantity,
          quantity: row.quantity,
          unit: row.entered_unit,
          windowFrom: row.window_from,
          windowTo: row.window_to,
          askedAt: row.asked_at,
          cell: row.cell,
        })),
      );
    }),
  );
});

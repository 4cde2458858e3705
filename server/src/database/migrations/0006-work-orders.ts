import { type Kysely, sql } from 'kysely';

import { tenantTable } from './tenant-table.ts';

/** The codes of printed work orders: each leads back to its promise, for whoever types in how it went. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(workOrders).execute(db);
  await tenantTable(db, 'work_orders', 'riud');
}

const workOrders = `
create table work_orders (
  group_id uuid not null references groups on delete cascade deferrable,
  code text not null,
  commitment_id uuid not null,
  printed_by_id uuid,
  printed_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (group_id, code),
  unique (group_id, commitment_id),
  foreign key (group_id, commitment_id) references commitments (group_id, id) on delete cascade deferrable,
  foreign key (group_id, printed_by_id) references members (group_id, id) deferrable
);
`;

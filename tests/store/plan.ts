import type { GroupId } from '@barnraise/kernel/ids.ts';
import { type Compilable, type CompiledQuery, sql } from 'kysely';

import type { Database, GroupReader } from '../../server/src/database/database.ts';

type PlanNode = {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly 'Index Cond'?: string;
  readonly Plans?: readonly PlanNode[];
};

/** One step of a plan that touches a table. */
export type Access = {
  readonly how: string;
  readonly table: string;
  readonly index: string;
  readonly condition: string;
};

/**
 * How the database would run these queries for this group as the app role: under row-level security only leakproof
 * comparisons reach an index, and only the app role's plan shows it.
 */
export async function accessesOf(
  database: Database,
  groupId: GroupId,
  query: (tx: GroupReader) => Compilable,
): Promise<readonly Access[]> {
  return database.forGroup(groupId, async (tx) => {
    const compiled = query(tx).compile();
    const answer = await sql`explain (format json) ${inline(compiled)}`.execute(tx.db);
    const [row] = answer.rows as { 'QUERY PLAN': readonly { Plan: PlanNode }[] }[];
    return row ? row['QUERY PLAN'].flatMap(({ Plan }) => accessesIn(Plan)) : [];
  });
}

function accessesIn(node: PlanNode): Access[] {
  const below = (node.Plans ?? []).flatMap(accessesIn);
  const table = node['Relation Name'] ?? '';
  const index = node['Index Name'] ?? '';
  if (table === '' && index === '') return below;
  return [{ how: node['Node Type'], table, index, condition: node['Index Cond'] ?? '' }, ...below];
}

/** EXPLAIN takes the query with its parameters as it is. */
function inline({ sql: text, parameters }: CompiledQuery) {
  const parts = text.split(/\$\d+/);
  const order = [...text.matchAll(/\$(\d+)/g)].map((match) => parameters[Number(match[1]) - 1]);
  return sql.join(
    parts.flatMap((part, index) => (index < order.length ? [sql.raw(part), sql.val(order[index])] : [sql.raw(part)])),
    sql.raw(''),
  );
}

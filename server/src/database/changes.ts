import type { GroupId } from '@barnraise/kernel/ids.ts';

import type { TableName } from './tables.ts';

/** Which rows a transaction touched, each once. */
export type TouchedRows = {
  readonly touch: (table: TableName, id: string) => void;
  /** One insert for all of them, free of parameters, or nothing. */
  readonly statement: () => string[];
};

const uuid = /^[0-9a-f-]{36}$/;

/** Collects the rows of `changes` that a transaction writes once, together with its commit. */
export function touchedRows(groupId: GroupId): TouchedRows {
  const rows = new Set<string>();
  return {
    touch: (table, id) => {
      if (!uuid.test(id)) throw new TypeError(`A changed row of ${table} must be named by its UUID.`);
      rows.add(`('${groupId}', '${table}', '${id}')`);
    },
    statement: () =>
      rows.size === 0 ? [] : [`insert into changes (group_id, table_name, row_id) values ${[...rows].join(', ')}`],
  };
}

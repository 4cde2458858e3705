import type { MemberId } from '@barnraise/kernel/ids.ts';
import { accept, type Outcome, refuse } from '@barnraise/kernel/outcome.ts';
import { canImport } from '@barnraise/kernel/group-policy.ts';

import type { Context } from '../../context.ts';
import { freshId } from '../../database/new-id.ts';
import type { Caller } from '../../record/caller.ts';
import { writeAudit } from '../../record/write-audit.ts';
import { changeImport, type ImportId, insertImport } from './import-table.ts';
import type { ImportSubject } from './mapping.ts';
import { inPieces, layPiece, openPieces } from './pieces.ts';
import { tableFormat } from './read/table-format.ts';
import type { TableProblem } from './read/table-row.ts';

export interface ArrivingTable {
  readonly fileName: string;
  /** What its rows are, as whoever brings it says; it can be changed with the mapping. */
  readonly subject: ImportSubject;
  readonly source: string;
  readonly bytes: AsyncIterable<Uint8Array>;
}

export type LayDownRefusal =
  | { readonly code: 'not-allowed' }
  | { readonly code: 'empty-file' }
  | { readonly code: 'file-too-large'; readonly megabytesMax: number }
  | { readonly code: 'not-read-as-table'; readonly problem: TableProblem };

/** Larger than any list that people keep by hand; what is larger is exported in parts. */
export const megabytesMax = 64;
const bytesMax = megabytesMax * 1024 * 1024;

/**
 * Keeps a file as it arrives, in pieces, and makes nothing of it yet. What does not arrive whole is not kept: a line that
 * breaks throws here, and takes the pieces with it; what a killed process leaves goes after a day.
 */
export async function layDownTable(
  context: Context,
  caller: Caller,
  { fileName, subject, source, bytes }: ArrivingTable,
): Promise<Outcome<ImportId, LayDownRefusal>> {
  const { groupId, actor } = caller;
  if (!canImport(actor)) return refuse({ code: 'not-allowed' });
  const memberId = actor.kind === 'member' ? actor.memberId : null;
  const importId = await beginImport(context, caller, { fileName, subject, source, memberId });
  const discard = (): Promise<boolean> => discardImport(context, caller, importId);
  let size = 0;
  let no = 0;
  try {
    for await (const piece of inPieces(bytes)) {
      size += piece.length;
      if (size > bytesMax) break;
      await layPiece(context, groupId, importId, { no, bytes: piece });
      no += 1;
    }
  } catch (error) {
    await discard();
    throw error;
  }
  if (size === 0 || size > bytesMax) {
    await discard();
    return refuse(size === 0 ? { code: 'empty-file' } : { code: 'file-too-large', megabytesMax });
  }
  const found = await tableFormat(() => openPieces(context, groupId, importId));
  if ('refusal' in found) {
    await discard();
    return refuse({ code: 'not-read-as-table', problem: found.refusal });
  }
  await context.database.forGroup(groupId, async (tx) => {
    await changeImport(tx, importId, { state: 'waiting', bytes: size, format: found.format });
    await writeAudit(tx, {
      actor,
      verb: 'lay-down-table',
      subjectTable: 'imports',
      subjectId: importId,
      data: { size },
    });
  });
  return accept(importId);
}

async function beginImport(
  context: Context,
  { groupId }: Caller,
  named: Omit<ArrivingTable, 'bytes'> & { readonly memberId: MemberId | null },
): Promise<ImportId> {
  return context.database.forGroup(groupId, async (tx) => {
    const id = freshId<ImportId>(tx);
    const name = Buffer.from(named.fileName.slice(0, 200));
    await insertImport(tx, {
      id,
      source: named.source,
      subject: named.subject,
      state: 'reading',
      file_name_sealed: await context.vault.sealForGroup(tx, fileNamePlace(id), name),
      made_by_id: named.memberId,
    });
    return id;
  });
}

export const fileNamePlace = (id: ImportId): string => `import-file-name ${id}`;

/** Takes an import away that has made nothing, with its file. False where there is none, or its rows are coming in. */
export async function discardImport(context: Context, { groupId }: Caller, importId: ImportId): Promise<boolean> {
  return context.database.forGroup(groupId, async (tx) => {
    const gone = await tx.db
      .deleteFrom('imports')
      .where('group_id', '=', tx.groupId)
      .where('id', '=', importId)
      .where('state', 'in', ['reading', 'waiting'])
      .executeTakeFirst();
    const isGone = gone.numDeletedRows > 0n;
    if (isGone) tx.changed('imports', importId);
    return isGone;
  });
}

import type { GroupId } from '@barnraise/kernel/ids.ts';

import type { Context } from '../../context.ts';
import type { ImportId } from './import-table.ts';

/** A file lies in pieces of this size: large enough to be few, small enough to be held by the dozen. */
export const pieceBytes = 256 * 1024;

const placeOfPiece = (importId: ImportId, no: number): string => `import-piece ${importId} ${no}`;

/** Lays one piece down, sealed under the group's key. */
export async function layPiece(
  context: Context,
  groupId: GroupId,
  importId: ImportId,
  piece: { readonly no: number; readonly bytes: Uint8Array },
): Promise<void> {
  await context.database.forGroup(groupId, async (tx) => {
    const sealed = await context.vault.sealForGroup(tx, placeOfPiece(importId, piece.no), piece.bytes);
    await tx.db
      .insertInto('import_pieces')
      .values({ group_id: tx.groupId, import_id: importId, no: piece.no, sealed })
      .execute();
  });
}

/** The file as it was laid down, piece by piece. */
export async function* openPieces(
  context: Context,
  groupId: GroupId,
  importId: ImportId,
): AsyncGenerator<Uint8Array, void, undefined> {
  for (let no = 0; ; no += 1) {
    const bytes = await context.database.readGroup(groupId, async (tx) => {
      const row = await tx.db
        .selectFrom('import_pieces')
        .select('sealed')
        .where('group_id', '=', tx.groupId)
        .where('import_id', '=', importId)
        .where('no', '=', no)
        .executeTakeFirst();
      return row && context.vault.openForGroup(tx, placeOfPiece(importId, no), row.sealed);
    });
    if (!bytes) return;
    yield bytes;
  }
}

/** A stream of any chunks as pieces of {@link pieceBytes}, the last one shorter. */
export async function* inPieces(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void, undefined> {
  let waiting: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    waiting.push(chunk);
    size += chunk.length;
    while (size >= pieceBytes) {
      const all = Buffer.concat(waiting);
      yield all.subarray(0, pieceBytes);
      waiting = [all.subarray(pieceBytes)];
      size -= pieceBytes;
    }
  }
  if (size > 0) yield Buffer.concat(waiting);
}

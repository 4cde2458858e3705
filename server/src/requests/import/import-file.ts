import { createReadStream } from 'node:fs';
import path from 'node:path';

import type { Context } from '../../context.ts';
import type { Caller } from '../../record/caller.ts';
import { importReport } from './import-report.ts';
import type { ImportId } from './import-table.ts';
import { layDownTable } from './lay-down-table.ts';
import type { ImportMapping } from './mapping.ts';
import { runImport } from './run-import.ts';
import { chooseMapping, type MappingRefusal, startImport } from './start-import.ts';

/** Lays a file down and brings it in at once; throws an Error in words, before anything is made, when that cannot be. */
export async function importFile(
  context: Context,
  caller: Caller,
  file: string,
  mapping: ImportMapping,
): Promise<ImportId> {
  const { source, subject } = mapping;
  const bytes = createReadStream(file) as AsyncIterable<Uint8Array>;
  const laid = await layDownTable(context, caller, { fileName: path.basename(file), source, subject, bytes });
  if (!laid.ok) throw new Error(`The file cannot be read: ${JSON.stringify(laid.refusal)}`);
  const importId = laid.value;
  const chosen = await chooseMapping(context, caller, { importId, mapping });
  if (!chosen.ok) throw new Error(mappingWords(chosen.refusal));
  const started = await startImport(context, caller, importId, { byJob: false });
  if (!started.ok) throw new Error(`The import cannot start: ${started.refusal.code}`);
  while ((await importReport(context, caller, importId))?.state === 'running') {
    await runImport(context, { groupId: caller.groupId, importId, handsOver: false });
  }
  return importId;
}

function mappingWords(refusal: MappingRefusal): string {
  if (refusal.code === 'missing-columns') return `The file has no column ${refusal.columns.join(', ')}.`;
  if (refusal.code === 'no-such-kind') return `The catalog has no kind ${refusal.kinds.join(', ')}.`;
  return `The mapping cannot be used: ${refusal.code}`;
}

// The routing bench: `node bench/dispatch.ts [TABLE…] [--clock cpu] [--seeds N] [--write] [--quick]`. Prints one JSON line.
// Without table names all are measured, about an hour; instances come from the shared reference data where it is present.
import { distanceTables, fixedFleetTables } from './gap-tables.ts';
import { haveInstances } from './instances.ts';
import { writeTable } from './report.ts';
import { rivalTable } from './rival-table.ts';
import { scarceTable } from './scarce-table.ts';
import { clock, isQuick, isWriting, named, seeds } from './settings.ts';
import { smallTables } from './small-tables.ts';
import { renderTable } from './table.ts';

if (!haveInstances)
  process.stderr.write('The reference instances are not here: only the tables made from drawn problems run.\n');
const tables = [
  ...smallTables,
  ...(haveInstances ? [...distanceTables, rivalTable, ...fixedFleetTables, scarceTable] : []),
];
const unknown = named.filter((name) => !tables.some((table) => table.name === name));
if (unknown.length > 0) {
  process.stderr.write(
    `There is no table "${unknown.join('", "')}". One of: ${tables.map((table) => table.name).join(', ')}.\n`,
  );
  process.exit(2);
}

const parts: Record<string, unknown> = {};
let areAllMet = true;
let headline = Number.NaN;
for (const table of tables) {
  if (named.length > 0 && !named.includes(table.name)) continue;
  process.stderr.write(`${table.title}\n`);
  const result = await table.run();
  const note = `${clock === 'cpu' ? 'processor time of the thread' : 'wall clock'}, ${seeds} seed${seeds > 1 ? 's' : ''}`;
  if (isWriting && !isQuick) writeTable(table.name, renderTable(table, result, note));
  parts[table.name] = { value: result.value, target: table.target, met: result.met, summary: result.summary, clock };
  areAllMet &&= result.met;
  if (table.name === 'solomon-5s' || Number.isNaN(headline)) headline = result.value;
  process.stderr.write(`${table.title}: ${result.summary}; target ${table.target}: ${result.met ? 'met' : 'missed'}\n`);
}
process.stdout.write(
  `${JSON.stringify({ bench: 'dispatch', value: headline, baseline: 0, ratio: null, target: 'every table meets its own', met: areAllMet, parts })}\n`,
);

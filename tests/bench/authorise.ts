import type { GroupId } from '@barnraise/kernel/ids.ts';
import { type Database, type GroupReader, openDatabase } from '@barnraise/server/database/database.ts';
import { openPool } from '@barnraise/server/database/pool.ts';
import {
  filteredRequests,
  type ListCursor,
  needsByRequest,
  parseRequestFilter,
  rowsPerPage,
} from '@barnraise/server/requests/request-list.ts';

import { openBenchDatabase, startBenchGroup, temporaryFolder } from './bench-group.ts';
import { isQuick, printResult, progress, rounded } from './bench-result.ts';
import { median } from './quantile.ts';
import { seedOpenRequests } from './seed-open-requests.ts';

// The coordinators' list of open requests and the lines of each, as the app role, for whom row-level security holds, against
// the same queries as the owner, whose policy lets every row through. Both through the same code and with as many
// connections; the two take turns, so that neither has the quieter minute. All groups lie in the same tables, and a group
// of 30,000 open requests is read among 333,000. Every page of the list is read, the first one many times over.

const sizes = isQuick ? [3000, 30_000] : [3000, 30_000, 300_000];
const sizeThatCounts = 30_000;
const firstPageTurns = isQuick ? 50 : 300;
const allPagesTurns = isQuick ? 1 : 3;
const ratioMax = 1.3;

interface Pair {
  readonly app: number;
  readonly owner: number;
}

const folder = temporaryFolder();
const { context, connect, close } = await openBenchDatabase(folder.path);
const owner = openPool(connect.owner, 2);
const asOwner = openDatabase({ pools: { app: owner }, namedStatements: true });
try {
  const groups = new Map<number, GroupId>();
  for (const size of sizes) {
    const groupId = await startBenchGroup(context, `group-of-${size}`);
    await seedOpenRequests(owner, groupId, size);
    groups.set(size, groupId);
    progress(`  wrote ${size} open requests`);
  }
  await owner.query('vacuum analyze');

  const growth: Record<string, unknown> = {};
  for (const [size, groupId] of groups) {
    const first = await measure(groupId, firstPageTurns, (tx) => readPage(tx, null));
    growth[size] = { firstPageMs: first.app, firstPageMsAsOwner: first.owner, ratio: ratioOf(first) };
    progress(`  first page of ${size}: ${first.app} ms, as owner ${first.owner} ms`);
  }
  const groupId = groups.get(sizeThatCounts) as GroupId;
  const firstPage = await measure(groupId, firstPageTurns, (tx) => readPage(tx, null));
  const allPages = await measure(groupId, allPagesTurns, readAllPages);
  progress(`  all pages of ${sizeThatCounts}: ${allPages.app} ms, as owner ${allPages.owner} ms`);
  const [firstPageRatio, allPagesRatio] = [ratioOf(firstPage), ratioOf(allPages)];
  printResult({
    bench: 'authorise',
    value: allPages.app,
    baseline: allPages.owner,
    ratio: Math.max(firstPageRatio, allPagesRatio),
    target: `firstPageRatio <= ${ratioMax}, allPagesRatio <= ${ratioMax}`,
    met: firstPageRatio <= ratioMax && allPagesRatio <= ratioMax,
    parts: {
      openRequests: sizeThatCounts,
      rowsPerPage,
      allPagesMs: allPages.app,
      allPagesMsAsOwner: allPages.owner,
      allPagesRatio,
      firstPageMs: firstPage.app,
      firstPageMsAsOwner: firstPage.owner,
      firstPageRatio,
      growth,
    },
  });
} finally {
  await owner.end();
  await close();
  folder.remove();
}

/** The medians of one piece of work, done in turns by either role. */
async function measure(groupId: GroupId, turns: number, work: (tx: GroupReader) => Promise<unknown>): Promise<Pair> {
  const taken = { app: [] as number[], owner: [] as number[] };
  const once = async (database: Database): Promise<number> => {
    const startedAt = performance.now();
    await database.readGroup(groupId, work);
    return performance.now() - startedAt;
  };
  await once(context.database);
  await once(asOwner);
  for (let turn = 0; turn < turns; turn += 1) {
    taken.app.push(await once(context.database));
    taken.owner.push(await once(asOwner));
  }
  return { app: rounded(median(taken.app)), owner: rounded(median(taken.owner)) };
}

/** One page as the list shows it; gives where the next one begins. */
async function readPage(tx: GroupReader, after: ListCursor | null): Promise<ListCursor | null> {
  const filter = { ...parseRequestFilter(new URLSearchParams()), after };
  const rows = await filteredRequests(tx, filter, null).execute();
  const shown = rows.slice(0, rowsPerPage);
  await needsByRequest(
    tx,
    shown.map((row) => row.id),
  );
  const last = rows.length > rowsPerPage ? shown.at(-1) : undefined;
  return last ? { urgency: last.urgency, askedAt: last.asked_at, id: last.id } : null;
}

async function readAllPages(tx: GroupReader): Promise<void> {
  let after: ListCursor | null = null;
  do after = await readPage(tx, after);
  while (after);
}

function ratioOf({ app, owner }: Pair): number {
  return rounded(app / owner, 3);
}

import type { GroupId, KindId, NeedId } from '@barnraise/kernel/ids.ts';
import { commitToNeed } from '@barnraise/server/requests/commit-to-need.ts';

import { seedMember, seedNeed } from '../seed/people-and-needs.ts';
import { openBenchDatabase, startBenchGroup, temporaryFolder } from './bench-group.ts';
import { isQuick, printResult, progress, rounded } from './bench-result.ts';
import { quantile } from './quantile.ts';

// Two hundred members press "I'll do it" on the last unit of one need in the same moment, fifty times over. One has it and
// the others are told what is left, each within a time that nobody notices. The command runs as the pages run it, over
// the program's own pool of connections; the time of each counts from the moment all pressed.

const memberCount = 200;
const rounds = isQuick ? 5 : 50;
const p95MsMax = 300;

const folder = temporaryFolder();
const { context, close } = await openBenchDatabase(folder.path);
try {
  const groupId = await startBenchGroup(context, 'juniper-flats');
  const kindId = await kindOf(groupId, 'goods.food.box');
  const names = Array.from({ length: memberCount }, (_, index) => `Member ${index + 1}`);
  const members = [];
  for (const name of names) members.push(await seedMember(context, groupId, { name }));
  const answeredMs: number[] = [];
  let roundsWithOne = 0;
  const codes = new Map<string, number>();
  for (let round = 0; round <= rounds; round += 1) {
    const { needId } = await seedNeed(context, groupId, { kindId, quantity: 1 });
    const startedAt = performance.now();
    const outcomes = await Promise.all(
      members.map(async (caller) => {
        const outcome = await commitToNeed(context, caller, { needId, quantity: 1 });
        return { outcome, ms: performance.now() - startedAt };
      }),
    );
    // The first round warms the connections up.
    if (round === 0) continue;
    answeredMs.push(...outcomes.map(({ ms }) => ms));
    const winners = outcomes.filter(({ outcome }) => outcome.ok).length;
    if (winners === 1 && (await commitmentCount(groupId, needId)) === 1) roundsWithOne += 1;
    for (const { outcome } of outcomes) {
      const code = outcome.ok ? 'accepted' : outcome.refusal.code;
      codes.set(code, (codes.get(code) ?? 0) + 1);
    }
  }
  const p95Ms = rounded(quantile(answeredMs, 0.95), 1);
  progress(`  exactly one in ${roundsWithOne} of ${rounds} rounds, p95 ${p95Ms} ms`);
  printResult({
    bench: 'claim',
    value: p95Ms,
    baseline: null,
    ratio: null,
    target: `p95Ms <= ${p95MsMax}, exactly one in each round`,
    met: p95Ms <= p95MsMax && roundsWithOne === rounds,
    parts: {
      p95Ms,
      p50Ms: rounded(quantile(answeredMs, 0.5), 1),
      mostMs: rounded(Math.max(...answeredMs), 1),
      clients: memberCount,
      rounds,
      roundsWithExactlyOne: roundsWithOne,
      answers: Object.fromEntries(codes),
    },
  });
} finally {
  await close();
  folder.remove();
}

/** One of the kinds that the group started with. */
async function kindOf(groupId: GroupId, code: string): Promise<KindId> {
  return context.database.readGroup(groupId, async ({ db }) => {
    const kind = await db.selectFrom('kinds').select('id').where('code', '=', code).executeTakeFirstOrThrow();
    return kind.id;
  });
}

async function commitmentCount(groupId: GroupId, needId: NeedId): Promise<number> {
  return context.database.readGroup(groupId, async ({ db }) => {
    const rows = await db.selectFrom('commitments').select('id').where('need_id', '=', needId).execute();
    return rows.length;
  });
}

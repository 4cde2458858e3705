import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';

import { highsOptimum } from '../proof/highs-optimum.ts';
import { richAssignProblem, townProblem } from '../proof/random-assign-problem.ts';
import { randomNumbers } from '../proof/random-numbers.ts';
import { assign, openBoard } from './assign.ts';
import { addNeed, addOffer, addPairs, withdrawNeed, withdrawOffer } from './assign-board.ts';
import type { AssignOutcome } from './assign-outcome.ts';
import type { AssignProblem } from './assign-problem.ts';
import { settleBoard } from './settle-board.ts';
import { upperBound } from './upper-bound.ts';

const isLong = Boolean(process.env['BARNRAISE_LONG']);
if (isLong) vi.setConfig({ testTimeout: 3_600_000 });
// The short run is the same every time; the long one looks for what nobody has seen yet.
else fc.configureGlobal({ seed: 1 });
const runs = isLong ? 2000 : 100;

function best(problem: AssignProblem): AssignOutcome {
  const answer = assign(problem);
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusal));
  return answer.outcome;
}

/** Every limit of the statement, one after the other. */
function brokenLimits(problem: AssignProblem, outcome: AssignOutcome): string[] {
  const needs = new Map(problem.needs.map((need) => [need.id, need]));
  const used = new Map<string, number>();
  const use = (name: string, quantity: number) => used.set(name, (used.get(name) ?? 0) + quantity);
  for (const line of outcome.lines) {
    const need = needs.get(line.need)!;
    use(`stock ${line.offer} ${need.kind}`, line.quantity);
    use(`offer ${line.offer}`, line.quantity);
    use(`need ${line.need}`, line.quantity);
    use(`group ${need.group}`, line.quantity);
    use(`pair ${line.offer} ${line.need}`, line.quantity);
  }
  const limits = new Map<string, number>();
  for (const offer of problem.offers) {
    limits.set(`offer ${offer.id}`, offer.limit ?? Infinity);
    for (const stock of offer.stock) limits.set(`stock ${offer.id} ${stock.kind}`, stock.quantity);
  }
  for (const need of problem.needs) limits.set(`need ${need.id}`, need.quantity);
  for (const group of problem.groups ?? []) limits.set(`group ${group.id}`, group.limit);
  for (const pair of problem.pairs) limits.set(`pair ${pair.offer} ${pair.need}`, pair.limit ?? Infinity);
  limits.set('group undefined', Infinity);
  return [...used].filter(([name, quantity]) => quantity > (limits.get(name) ?? 0)).map(([name]) => name);
}

describe('assign', () => {
  it('sends scarce goods where they are worth most, from more than one offer', () => {
    const outcome = best({
      offers: [
        { id: 'Ada', stock: [{ kind: 'firewood', quantity: 3 }] },
        { id: 'Bruno', stock: [{ kind: 'firewood', quantity: 2 }] },
      ],
      needs: [
        { id: 'cabin', kind: 'firewood', quantity: 4 },
        { id: 'hall', kind: 'firewood', quantity: 3 },
      ],
      pairs: [
        { offer: 'Ada', need: 'cabin', value: 10 },
        { offer: 'Ada', need: 'hall', value: 9 },
        { offer: 'Bruno', need: 'cabin', value: 6 },
      ],
    });
    expect(outcome).toMatchObject({ value: 2 * 10 + 9 + 2 * 6, unmet: [{ need: 'hall', quantity: 2 }], unused: [] });
    expect(outcome.lines).toEqual([
      { offer: 'Ada', need: 'cabin', quantity: 2 },
      { offer: 'Ada', need: 'hall', quantity: 1 },
      { offer: 'Bruno', need: 'cabin', quantity: 2 },
    ]);
  });

  it('gives everybody a first box before anybody a second when the first is worth more', () => {
    const households = ['Kim', 'Lopez', 'Mbeki'];
    const outcome = best({
      offers: [{ id: 'pantry', stock: [{ kind: 'box', quantity: 4 }] }],
      needs: households.map((id) => ({ id, kind: 'box', quantity: 3, steps: [{ quantity: 1, bonus: 100 }] })),
      pairs: households.map((id, i) => ({ offer: 'pantry', need: id, value: 10 + i })),
    });
    expect(outcome.value).toBe(3 * 100 + 10 + 11 + 12 + 12);
  });

  it('hands nothing over that is worth less than nothing', () => {
    const outcome = best({
      offers: [{ id: 'far', stock: [{ kind: 'ride', quantity: 1 }] }],
      needs: [{ id: 'clinic', kind: 'ride', quantity: 1 }],
      pairs: [{ offer: 'far', need: 'clinic', value: -1 }],
    });
    expect(outcome).toMatchObject({ value: 0, bound: 0, lines: [], unmet: [{ need: 'clinic', quantity: 1 }] });
  });

  it('keeps every limit and equals HiGHS to the unit on small problems that use everything', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 0, max: 1e9 }), async (size, seed) => {
        const problem = richAssignProblem(size, seed);
        const outcome = best(problem);
        expect(brokenLimits(problem, outcome)).toEqual([]);
        expect(outcome.value).toBe(Math.round((await highsOptimum(problem)).value));
        expect(outcome.bound).toBe(outcome.value);
      }),
      { numRuns: runs },
    );
  });

  it.each([1.2, 0.64])('equals HiGHS on towns of 300 with %f of the supply', async (supply) => {
    const problem = townProblem(300, 10, supply, 7);
    const outcome = best(problem);
    expect(brokenLimits(problem, outcome)).toEqual([]);
    expect(outcome.value).toBe(Math.round((await highsOptimum(problem)).value));
  });

  it.each([1.2, 0.64])('proves the optimum of 5,000 × 5,000 with %f of the supply within seconds', (supply) => {
    const problem = townProblem(5000, 20, supply, 11);
    const outcome = best(problem);
    expect(brokenLimits(problem, outcome)).toEqual([]);
    expect(upperBound(problem, outcome.prices)).toBe(outcome.value);
  });
});

describe('a board that stays open', () => {
  it('answers the same value as a new board after every arrival and withdrawal', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), (seed) => {
        const random = randomNumbers(seed);
        const all = richAssignProblem(6, seed);
        const opened = openBoard({ ...all, needs: all.needs.slice(0, 3), pairs: [] });
        if (!opened.ok) throw new Error('refused');
        const { board } = opened;
        const here = { offers: new Set(all.offers.map((o) => o.id)), needs: new Set(['n0', 'n1', 'n2']) };
        const pairsOf = (test: (pair: (typeof all.pairs)[number]) => boolean) =>
          all.pairs.filter((pair) => here.offers.has(pair.offer) && here.needs.has(pair.need) && test(pair));
        expect(
          addPairs(
            board,
            pairsOf(() => true),
          ),
        ).toBeNull();
        for (let change = 0; change < 8; change++) {
          const id = random.pick([...all.needs, ...all.offers].map((entry) => entry.id));
          const side = id.startsWith('n') ? here.needs : here.offers;
          if (side.delete(id)) {
            expect(id.startsWith('n') ? withdrawNeed(board, id) : withdrawOffer(board, id)).toBe(true);
          } else {
            side.add(id);
            const pairs = pairsOf((pair) => pair.need === id || pair.offer === id);
            const need = all.needs.find((entry) => entry.id === id);
            const offer = all.offers.find((entry) => entry.id === id);
            expect(need ? addNeed(board, need, pairs) : addOffer(board, offer!, pairs)).toBeNull();
          }
          const fresh = {
            ...all,
            offers: all.offers.filter((entry) => here.offers.has(entry.id)),
            needs: all.needs.filter((entry) => here.needs.has(entry.id)),
            pairs: pairsOf(() => true),
          };
          const outcome = settleBoard(board);
          expect(outcome.value).toBe(best(fresh).value);
          expect(brokenLimits(fresh, outcome)).toEqual([]);
        }
      }),
      { numRuns: runs },
    );
  });

  it('takes a new need into a settled board of 2,000 with few pivots', () => {
    const town = townProblem(2000, 20, 1.2, 3);
    const last = town.needs.at(-1)!;
    const opened = openBoard({
      ...town,
      needs: town.needs.slice(0, -1),
      pairs: town.pairs.filter((pair) => pair.need !== last.id),
    });
    if (!opened.ok) throw new Error('refused');
    const before = settleBoard(opened.board);
    const pairs = town.pairs.filter((pair) => pair.need === last.id);
    expect(addNeed(opened.board, last, pairs)).toBeNull();
    const after = settleBoard(opened.board);
    expect(after.value).toBe(best(town).value);
    expect(after.pivots).toBeLessThan(before.pivots / 20);
  });
});

describe('upperBound', () => {
  it('is never below the best value, whatever the prices', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), fc.integer({ min: 0, max: 30 }), (seed, price) => {
        const problem = richAssignProblem(5, seed);
        const prices = {
          offerLimits: new Map(problem.offers.filter((o) => o.limit).map((offer) => [offer.id, price] as const)),
          stocks: new Map(problem.offers.map((offer) => [offer.id, offer.stock.map(() => price)] as const)),
          needs: new Map(problem.needs.map((need, j) => [need.id, (j * 7) % 31] as const)),
          groups: new Map((problem.groups ?? []).map((group) => [group.id, price] as const)),
        };
        expect(upperBound(problem, prices)).toBeGreaterThanOrEqual(best(problem).value);
      }),
      { numRuns: runs },
    );
  });
});

describe('what assign refuses', () => {
  const offer = { id: 'o', stock: [{ kind: 'ice', quantity: 1 }] };
  const need = { id: 'n', kind: 'ice', quantity: 1 };
  const pair = { offer: 'o', need: 'n', value: 1 };
  it.each<[string, AssignProblem, string]>([
    ['duplicate-id', { offers: [offer, offer], needs: [], pairs: [] }, 'offers[1].id'],
    ['duplicate-id', { offers: [], needs: [need, need], pairs: [] }, 'needs[1].id'],
    [
      'duplicate-id',
      { offers: [{ ...offer, stock: [...offer.stock, ...offer.stock] }], needs: [], pairs: [] },
      'offers[0].stock[1].kind',
    ],
    ['unknown-id', { offers: [offer], needs: [], pairs: [pair] }, 'pairs[0].need'],
    ['unknown-id', { offers: [], needs: [need], pairs: [pair] }, 'pairs[0].offer'],
    ['unknown-id', { offers: [], needs: [{ ...need, group: 'g' }], pairs: [] }, 'needs[0].group'],
    ['kind-not-offered', { offers: [offer], needs: [{ ...need, kind: 'salt' }], pairs: [pair] }, 'pairs[0]'],
    ['not-a-whole-number', { offers: [offer], needs: [{ ...need, quantity: 0 }], pairs: [] }, 'needs[0].quantity'],
    ['not-a-whole-number', { offers: [offer], needs: [need], pairs: [{ ...pair, value: 0.5 }] }, 'pairs[0].value'],
    ['not-a-whole-number', { offers: [offer], needs: [need], pairs: [{ ...pair, limit: NaN }] }, 'pairs[0].limit'],
    ['too-large', { offers: [offer], needs: [need], pairs: [{ ...pair, value: 2e9 }] }, 'pairs[0].value'],
    ['too-large', { offers: [offer], needs: [{ ...need, quantity: 1e9 }], pairs: [{ ...pair, value: 1e9 }] }, 'needs'],
    [
      'bonus-rises',
      {
        offers: [],
        needs: [
          {
            ...need,
            steps: [
              { quantity: 1, bonus: 1 },
              { quantity: 1, bonus: 2 },
            ],
          },
        ],
        pairs: [],
      },
      'needs[0].steps[1].bonus',
    ],
    [
      'bonus-rises',
      { offers: [], needs: [{ ...need, steps: [{ quantity: 1, bonus: -1 }] }], pairs: [] },
      'needs[0].steps',
    ],
  ])('%s', (code, problem, at) => {
    expect(assign(problem)).toMatchObject({ ok: false, refusal: { code, at } });
  });
});

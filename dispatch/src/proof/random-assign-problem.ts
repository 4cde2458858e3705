import type { AssignProblem, Need, NeedGroup, Offer, Pair } from '../assign/index.ts';
import { randomNumbers } from './random-numbers.ts';
import type { RandomNumbers } from './random-numbers.ts';

/**
 * A town of clusters: every need can be served by its `edges` nearest offers of its kind, worth its urgency less the
 * distance. `supply` is the supply for every unit of demand: above 1 is plenty, below 1 scarcity.
 */
export function townProblem(size: number, edges: number, supply: number, seed: number): AssignProblem {
  const random = randomNumbers(seed);
  const kinds = Array.from({ length: 12 }, (_, k) => `kind-${k}`);
  const centers = Array.from({ length: 25 }, () => [random.fraction() * 100, random.fraction() * 100] as const);
  const somewhere = () => {
    const [x, y] = random.pick(centers);
    const spread = () => (random.fraction() + random.fraction() + random.fraction() - 1.5) * 12;
    return [x + spread(), y + spread()] as const;
  };
  const needs = Array.from({ length: size }, (_, j) => ({
    need: { id: `n${j}`, kind: random.pick(kinds), quantity: random.between(1, 10) },
    at: somewhere(),
    urgency: random.pick([100, 300, 1000, 3000]) + random.between(0, 500),
  }));
  const offers = Array.from({ length: size }, (_, i) => {
    const stock = { kind: random.pick(kinds), quantity: Math.max(1, Math.round(random.between(1, 10) * supply)) };
    return { offer: { id: `o${i}`, stock: [stock] }, kind: stock.kind, at: somewhere() };
  });
  const byKind = new Map(kinds.map((kind) => [kind, offers.filter((entry) => entry.kind === kind)]));
  const pairs = needs.flatMap(({ need, at, urgency }) =>
    byKind
      .get(need.kind)!
      .map((entry) => ({ id: entry.offer.id, away: Math.hypot(entry.at[0] - at[0], entry.at[1] - at[1]) }))
      .sort((a, b) => a.away - b.away)
      .slice(0, edges)
      .map((near) => ({ offer: near.id, need: need.id, value: urgency - Math.round(near.away * 10) })),
  );
  return { offers: offers.map((entry) => entry.offer), needs: needs.map((entry) => entry.need), pairs };
}

/** A small problem that uses everything: several kinds, limits of offers and pairs, groups, steps, negative values. */
export function richAssignProblem(size: number, seed: number): AssignProblem {
  const random = randomNumbers(seed);
  const kinds = ['food', 'fuel', 'tarp'];
  const groups: NeedGroup[] = ['g0', 'g1'].map((id) => ({ id, limit: random.between(1, 9) }));
  const offers: Offer[] = Array.from({ length: size }, (_, i) => ({
    id: `o${i}`,
    stock: kinds.filter(() => random.chance(0.6)).map((kind) => ({ kind, quantity: random.between(1, 6) })),
    ...(random.chance(0.4) ? { limit: random.between(1, 8) } : {}),
  }));
  const needs: Need[] = Array.from({ length: size }, (_, j) => ({
    id: `n${j}`,
    kind: random.pick(kinds),
    quantity: random.between(1, 8),
    ...(random.chance(0.4) ? { group: random.pick(groups).id } : {}),
    ...(random.chance(0.4) ? { steps: randomSteps(random) } : {}),
  }));
  const pairs: Pair[] = [];
  for (const need of needs) {
    for (const offer of offers) {
      if (!offer.stock.some((stock) => stock.kind === need.kind) || random.chance(0.4)) continue;
      const limit = random.chance(0.3) ? { limit: random.between(1, 4) } : {};
      pairs.push({ offer: offer.id, need: need.id, value: random.between(-10, 30), ...limit });
    }
  }
  return { offers, needs, groups, pairs };
}

function randomSteps(random: RandomNumbers) {
  const bonuses = Array.from({ length: random.between(1, 3) }, () => random.between(0, 20)).sort((a, b) => b - a);
  return bonuses.map((bonus) => ({ quantity: random.between(1, 4), bonus }));
}

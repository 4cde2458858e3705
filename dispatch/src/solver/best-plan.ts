import type { Model } from './model/model.ts';
import type { Routes } from './routes.ts';
import type { RequestList } from './search-state.ts';
import { copyRequests, createRequestList } from './search-state.ts';

/** The items of every route of the best plan so far. */
export interface BestPlan {
  readonly routes: Int32Array[];
  readonly length: Int32Array;
  readonly absent: RequestList;
  /** Lexicographic: lost worth by tier, then the second level, then the cost. */
  readonly objective: Float64Array;
  /** Stamps of the copied routes: an unchanged route is not copied again. */
  readonly version: Int32Array;
}

export function createBestPlan(model: Model): BestPlan {
  return {
    routes: Array.from({ length: model.vehicleCount }, () => new Int32Array(16)),
    length: new Int32Array(model.vehicleCount),
    absent: createRequestList(model.requestCount),
    objective: new Float64Array(model.worth.tierCount + 2).fill(Infinity),
    version: new Int32Array(model.vehicleCount).fill(-1),
  };
}

/** Copies what changed since the last copy. */
export function keepBest(
  model: Model,
  routes: Routes,
  absent: RequestList,
  objective: Float64Array,
  best: BestPlan,
): void {
  for (let r = 0; r < model.vehicleCount; r += 1) {
    if (best.version[r] === routes.version[r]) continue;
    best.version[r] = routes.version[r]!;
    const length = routes.length[r]!;
    best.length[r] = length;
    if (best.routes[r]!.length < length) best.routes[r] = new Int32Array(length * 2);
    const items = best.routes[r]!;
    const from = r * routes.stride + 1;
    for (let index = 0; index < length; index += 1) items[index] = routes.items[from + index]!;
  }
  copyRequests(absent, best.absent);
  best.objective.set(objective);
}

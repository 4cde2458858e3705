import type { BestPlan } from './best-plan.ts';
import { chargeAbsent } from './penalties.ts';
import { growStride, refreshRoute } from './routes.ts';
import { copyRequests } from './search-state.ts';
import type { SearchState } from './search-state.ts';
import { settleCoupling } from './walk/coupling.ts';
import { priceRoute } from './walk/settle-route.ts';

/** Puts a kept plan into a state, whatever stood there. */
export function layBest(state: SearchState, best: BestPlan): void {
  const { model, routes, cost, absent } = state;
  routes.routeOf.fill(-1);
  for (let r = 0; r < model.vehicleCount; r += 1) {
    while (best.length[r]! + 4 > routes.stride) growStride(model, routes);
    for (let index = 0; index < best.length[r]!; index += 1) {
      routes.items[r * routes.stride + 1 + index] = best.routes[r]![index]!;
    }
    routes.length[r] = best.length[r]!;
    refreshRoute(model, routes, r);
    if (model.needsWalk) priceRoute(state, r);
  }
  copyRequests(best.absent, absent);
  cost[0] = routes.cost.reduce((sum, each) => sum + each, 0);
  chargeAbsent(state);
  settleCoupling(state);
}

import type { SearchState } from '../search-state.ts';
import { createEjectAny } from './eject-any.ts';
import { createEjectPlain, isPlain } from './eject-plain.ts';
import { createEjection, forgetEjection, mostEjected } from './ejection.ts';
import type { Ejection } from './ejection.ts';

/** Looks in one route for at most `most` requests without which q fits, if they are less burdensome than what `ejection` holds. */
export type EjectFrom = (q: number, r: number, most: number, ejection: Ejection) => void;

/**
 * The least burdensome requests of one route, in any route, without which q fits. Sets of one are looked for everywhere first, then
 * of two, then of three: what is found early spares most of the larger ones. Routes take turns in being the first, so
 * that equals are chosen by chance. None where routes hear of each other (crews, gaps): there one route does not tell.
 */
export function createFindEjection(state: SearchState, burden: Int32Array): (q: number) => Ejection {
  const { model, routes, random } = state;
  const { vehicleCount, requests } = model;
  const ejection = createEjection();
  const ejectFrom = isPlain(model) ? createEjectPlain(state, burden) : createEjectAny(state, burden);
  return (q) => {
    forgetEjection(ejection);
    if (model.coupled) return ejection;
    const offset = random.below(vehicleCount);
    for (let most = 1; most <= mostEjected; most += 1) {
      for (let index = 0; index < vehicleCount; index += 1) {
        const r = (index + offset) % vehicleCount;
        if (routes.length[r]! > 0 && requests.compatible[q * vehicleCount + r] === 1) ejectFrom(q, r, most, ejection);
      }
    }
    return ejection;
  };
}

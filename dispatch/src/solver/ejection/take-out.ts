import { closeRoute } from '../find-place.ts';
import { removeRequest } from '../ruin.ts';
import { copyRequests } from '../search-state.ts';
import type { SearchState } from '../search-state.ts';
import { undoChanges } from '../undo.ts';

/** Takes the first `count` of some requests out of their routes. `before` is what `putBack` needs. */
export function takeOut(state: SearchState, requests: Int32Array, count: number, before: Float64Array): void {
  before.set(state.cost);
  copyRequests(state.absent, state.absentBefore);
  for (let index = 0; index < count; index += 1) removeRequest(state, requests[index]!);
  for (let index = 0; index < state.undo.count; index += 1) closeRoute(state, state.undo.touched[index]!);
}

/** Leaves everything as it was before `takeOut`. */
export function putBack(state: SearchState, before: Float64Array): void {
  undoChanges(state.model, state.routes, state.undo);
  copyRequests(state.absentBefore, state.absent);
  state.cost.set(before);
}

import type { SearchState } from './search-state.ts';

/** Whether the ties of q to other requests let it go in route r as things stand. */
export function tiesAllow(state: SearchState, q: number, r: number): boolean {
  const { ties } = state.model;
  if (!ties.any) return true;
  for (const other of ties.apart[q]!) if (isIn(state, other, r)) return false;
  const group = ties.together[q]!;
  if (group < 0) return true;
  for (const member of ties.togetherMembers[group]!) {
    if (member !== q && isServed(state, member) && !isIn(state, member, r)) return false;
  }
  return true;
}

function isServed(state: SearchState, q: number): boolean {
  return state.routes.routeOf[state.model.requests.firstVisit[q]!]! >= 0;
}

function isIn(state: SearchState, q: number, r: number): boolean {
  const { firstVisit } = state.model.requests;
  for (let visit = firstVisit[q]!; visit < firstVisit[q + 1]!; visit += 1) {
    if (state.routes.routeOf[visit] === r) return true;
  }
  return false;
}

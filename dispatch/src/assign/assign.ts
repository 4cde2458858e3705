import { addGroup, addNeed, addOffer, addPairs, emptyBoard } from './assign-board.ts';
import type { AssignBoard } from './assign-board.ts';
import type { AssignOutcome } from './assign-outcome.ts';
import type { AssignProblem, AssignRefusal } from './assign-problem.ts';
import { settleBoard } from './settle-board.ts';

/**
 * Shares offers out among needs so that the sum of values is the largest possible, and proves it.
 *
 * Everything is optional: a unit goes over only where that adds value. Never rounds, never draws lots: the same problem
 * gives the same answer.
 */
export function assign(
  problem: AssignProblem,
): { readonly ok: true; readonly outcome: AssignOutcome } | { readonly ok: false; readonly refusal: AssignRefusal } {
  const opened = openBoard(problem);
  return opened.ok ? { ok: true, outcome: settleBoard(opened.board) } : opened;
}

/** Puts a whole problem on a new board, to be settled now and changed later. */
export function openBoard(
  problem: AssignProblem,
): { readonly ok: true; readonly board: AssignBoard } | { readonly ok: false; readonly refusal: AssignRefusal } {
  const nodes = problem.offers.length + problem.needs.length;
  const board = emptyBoard(nodes, nodes + problem.pairs.length);
  for (const [position, group] of (problem.groups ?? []).entries()) {
    const refusal = addGroup(board, group, `groups[${position}]`);
    if (refusal) return { ok: false, refusal };
  }
  for (const [position, offer] of problem.offers.entries()) {
    const refusal = addOffer(board, offer, [], `offers[${position}]`);
    if (refusal) return { ok: false, refusal };
  }
  for (const [position, need] of problem.needs.entries()) {
    const refusal = addNeed(board, need, [], `needs[${position}]`);
    if (refusal) return { ok: false, refusal };
  }
  const refusal = addPairs(board, problem.pairs);
  return refusal ? { ok: false, refusal } : { ok: true, board };
}

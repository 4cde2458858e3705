/** The second entry of the package: exact sharing of offers among needs. */
export { assign, openBoard } from './assign.ts';
export { addGroup, addNeed, addOffer, addPairs, emptyBoard, withdrawNeed, withdrawOffer } from './assign-board.ts';
export type { AssignBoard } from './assign-board.ts';
export type { AssignLine, AssignOutcome, AssignPrices } from './assign-outcome.ts';
export { largestQuantity, largestValue } from './assign-problem.ts';
export type { AssignProblem, AssignRefusal, Need, NeedGroup, Offer, Pair, Stock, WorthStep } from './assign-problem.ts';
export { settleBoard } from './settle-board.ts';
export { upperBound } from './upper-bound.ts';

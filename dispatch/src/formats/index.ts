/** Files of routing problems and plans, read and written. */
export { readBarnraise, readPlanJson, writeBarnraise } from './barnraise.ts';
export { describeDefect } from './describe-defect.ts';
export { charactersMax, customersMax } from './format-defect.ts';
export type { FormatDefect, Read } from './format-defect.ts';
export { guessFormat, routingFormats } from './guess-format.ts';
export type { RoutingFormat } from './guess-format.ts';
export { liLimProblem, readLiLim, writeLiLim } from './li-lim.ts';
export type { LiLimCustomer, LiLimFile } from './li-lim.ts';
export { readProblem } from './read-problem.ts';
export type { ProblemFile } from './read-problem.ts';
export { readRouteLists, writeRouteLists } from './route-lists.ts';
export type { RouteLists } from './route-lists.ts';
export { readSolomon, solomonProblem, writeSolomon } from './solomon.ts';
export type { SolomonCustomer, SolomonFile } from './solomon.ts';
export { readVroom } from './vroom.ts';
export type { VroomOptions } from './vroom.ts';
export { writeVroomPlan } from './write-vroom-plan.ts';
export { writeVroomProblem } from './write-vroom-problem.ts';

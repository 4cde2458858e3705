import type { Verdict } from '../checker/index.ts';
import type { PlanDefect } from '../checker/index.ts';
import { writeRouteLists } from '../formats/index.ts';
import type { Plan, Route, RouteEntry } from '../plan.ts';
import type { LoadedProblem } from './load-problem.ts';
import { stopsOfRoute } from './summarize-plan.ts';

/** A plan for people. Of the text formats in lines that `check` and other programs read again. */
export function renderPlan(loaded: LoadedProblem, plan: Plan): string {
  if (loaded.isText) return writeRouteLists(plan.routes.map(stopsOfRoute));
  return plan.routes.map(renderRoute).join('\n');
}

function renderRoute(route: Route): string {
  const stops = stopsOfRoute(route).length;
  const head = `${route.vehicle}: ${stops} ${stops === 1 ? 'stop' : 'stops'}, ${amount(route.distance)} m, ${clock(route.startAt)} to ${clock(route.endAt)}\n`;
  return (
    head +
    route.entries.map((entry) => `  ${clock(entry.startAt).padStart(9)}  ${nameOf(entry)}${waiting(entry)}\n`).join('')
  );
}

function nameOf(entry: RouteEntry): string {
  if (entry.kind === 'stop') return entry.id === entry.place ? (entry.id ?? '') : `${entry.id} (${entry.place})`;
  return entry.kind === 'break' ? `break ${entry.id}` : `${entry.kind} ${entry.place}`;
}

function waiting(entry: RouteEntry): string {
  const seconds = entry.startAt - entry.arriveAt;
  return seconds >= 1 ? `, after waiting ${clock(seconds)}` : '';
}

/** Seconds as hours, minutes and seconds while they can be a time of these days; else as they are. */
export function clock(seconds: number): string {
  if (seconds < 0 || seconds >= 7 * 86_400) return amount(seconds);
  const whole = Math.round(seconds);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${Math.floor(whole / 3600)}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`;
}

export function amount(value: number): string {
  return String(Math.round(value * 100) / 100);
}

/** The verdict in one line, and a line for each broken rule. */
export function renderVerdict(loaded: LoadedProblem, plan: Plan, verdict: Verdict): string {
  const undone = plan.unserved.length;
  const parts = [
    `${plan.routes.length} of ${loaded.problem.vehicles.length} vehicles`,
    `cost ${amount(verdict.cost.total)}`,
    undone === 0
      ? `all ${loaded.problem.jobs.length} jobs`
      : `${loaded.problem.jobs.length - undone} of ${loaded.problem.jobs.length} jobs`,
    verdict.feasible ? 'feasible' : 'NOT FEASIBLE',
  ];
  return `${parts.join(', ')}\n${verdict.defects.map((defect) => `  ${describePlanDefect(defect)}\n`).join('')}`;
}

/** `window-missed: vehicle van, job soup`: the rule, and where it is broken. */
export function describePlanDefect(defect: PlanDefect): string {
  const where = [
    defect.vehicle === undefined ? '' : `vehicle ${defect.vehicle}`,
    defect.job === undefined ? '' : `job ${defect.job}`,
    defect.stop === undefined || defect.stop === defect.job ? '' : `stop ${defect.stop}`,
    defect.excess === undefined ? '' : `by ${amount(defect.excess)}`,
  ].filter((part) => part !== '');
  return where.length > 0 ? `${defect.rule}: ${where.join(', ')}` : defect.rule;
}

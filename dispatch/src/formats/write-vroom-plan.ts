import type { Plan, Route, RouteEntry } from '../plan.ts';
import type { Problem } from '../problem.ts';

/**
 * A plan of a problem read by `readVroom`, in the shape of VROOM's output: code, summary, unassigned and routes with
 * their steps. Times are not rounded.
 */
export function writeVroomPlan(problem: Problem, plan: Plan): string {
  const unassigned = plan.unserved.flatMap((id) => tasksOf(problem, id));
  const routes = plan.routes.map((route) => routeOf(problem, route));
  const sum = (part: (route: (typeof routes)[number]) => number) => routes.reduce((all, route) => all + part(route), 0);
  return JSON.stringify({
    code: 0,
    summary: {
      cost: plan.cost.total,
      routes: routes.length,
      unassigned: unassigned.length,
      duration: sum((route) => route.duration),
      waiting_time: sum((route) => route.waiting_time),
      distance: sum((route) => route.distance),
    },
    unassigned,
    routes,
  });
}

function routeOf(problem: Problem, route: Route) {
  return {
    vehicle: Number(route.vehicle),
    duration: route.travelTime,
    distance: route.distance,
    waiting_time: route.entries.reduce((sum, entry) => sum + entry.startAt - entry.arriveAt, 0),
    steps: route.entries.map((entry) => stepOf(problem, entry)),
  };
}

function stepOf(problem: Problem, entry: RouteEntry) {
  return {
    ...(entry.kind === 'stop' ? taskOf(problem, entry.job ?? '', entry.id ?? '') : { type: entry.kind }),
    ...(entry.kind === 'break' ? { id: Number(entry.id) } : {}),
    ...whereOf(problem, entry.place),
    arrival: entry.arriveAt,
    service: entry.departAt - entry.startAt,
    waiting_time: entry.startAt - entry.arriveAt,
    load: entry.load,
  };
}

function taskOf(problem: Problem, job: string, stop: string) {
  const isCarry = problem.jobs.find((each) => each.id === job)?.kind === 'carry';
  const [type, id] = isCarry ? stop.split(' ') : ['job', stop];
  return { type, id: Number(id) };
}

function tasksOf(problem: Problem, id: string) {
  const job = problem.jobs.find((each) => each.id === id);
  if (job?.kind !== 'carry') return [{ id: Number(id), type: 'job' }];
  return [job.pickups[0]!, job.delivery].map((stop) => taskOf(problem, id, stop.id ?? ''));
}

function whereOf(problem: Problem, place: string) {
  const index = Number(place);
  if (Number.isInteger(index)) return { location_index: index };
  const found = problem.places.find((each) => each.id === place);
  return { location: [found?.longitude, found?.latitude] };
}

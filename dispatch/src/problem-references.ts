import type { ProblemDefect } from './problem-defect.ts';
import { stopPath } from './stop-path.ts';
import { stopId, stopsOf } from './problem.ts';
import type { Problem } from './problem.ts';

/** Names that are given twice, and names that mean nothing. */
export function findReferenceDefects(problem: Problem): readonly ProblemDefect[] {
  const report: ProblemDefect[] = [];
  const places = uniqueNames(problem.places, 'places', report);
  const vehicles = uniqueNames(problem.vehicles, 'vehicles', report);
  const jobs = uniqueNames(problem.jobs, 'jobs', report);
  const stops = new Set<string>();
  const known = (names: ReadonlySet<string>, name: string | null | undefined, path: string, sort: string): void => {
    if (name !== null && name !== undefined && !names.has(name))
      report.push({ code: 'name-unknown', path, name, sort });
  };
  for (const [j, job] of problem.jobs.entries()) {
    const path = `jobs[${j}]`;
    for (const [index, stop] of stopsOf(job).entries()) {
      known(places, stop.place, `${stopPath(job, index, path)}.place`, 'place');
      const id = stopId(job, index);
      if (stops.has(id)) report.push({ code: 'name-taken', path: `${stopPath(job, index, path)}.id`, name: id });
      stops.add(id);
    }
    for (const [index, id] of (job.vehicles ?? []).entries())
      known(vehicles, id, `${path}.vehicles[${index}]`, 'vehicle');
    for (const [index, id] of (job.notVehicles ?? []).entries())
      known(vehicles, id, `${path}.notVehicles[${index}]`, 'vehicle');
  }
  const profiles = new Set(Object.keys(problem.profiles));
  for (const [v, vehicle] of problem.vehicles.entries()) {
    const path = `vehicles[${v}]`;
    known(places, vehicle.start, `${path}.start`, 'place');
    known(places, vehicle.end, `${path}.end`, 'place');
    known(profiles, vehicle.profile ?? 'default', `${path}.profile`, 'profile');
    for (const [index, place] of (vehicle.reload?.places ?? []).entries())
      known(places, place, `${path}.reload.places[${index}]`, 'place');
    uniqueNames(vehicle.breaks ?? [], `${path}.breaks`, report);
    for (const [index, entry] of (vehicle.locked ?? []).entries()) {
      if (entry.kind === 'stop') known(stops, entry.stop, `${path}.locked[${index}].stop`, 'stop');
      else known(places, entry.place, `${path}.locked[${index}].place`, 'place');
    }
  }
  for (const [index, link] of (problem.links ?? []).entries()) {
    const names = link.kind === 'gap' ? [link.first, link.second] : link.jobs;
    for (const name of names) known(jobs, name, `links[${index}]`, 'job');
  }
  // What was told may name jobs that are gone since: that is no defect, but vehicles must be known.
  for (const [index, route] of (problem.told?.routes ?? []).entries()) {
    known(vehicles, route.vehicle, `told.routes[${index}].vehicle`, 'vehicle');
  }
  checkLocks(problem, report);
  return report;
}

function uniqueNames(items: readonly { readonly id: string }[], path: string, report: ProblemDefect[]): Set<string> {
  const names = new Set<string>();
  for (const [index, { id }] of items.entries()) {
    if (names.has(id)) report.push({ code: 'name-taken', path: `${path}[${index}].id`, name: id });
    names.add(id);
  }
  return names;
}

/** A stop can be locked only once; a crew's, once for each of its units. */
function checkLocks(problem: Problem, report: ProblemDefect[]): void {
  const left = new Map<string, number>();
  for (const job of problem.jobs) {
    const units = job.kind === 'visit' ? (job.units ?? 1) : 1;
    for (const [index] of stopsOf(job).entries()) left.set(stopId(job, index), units);
  }
  for (const [v, vehicle] of problem.vehicles.entries()) {
    for (const [index, entry] of (vehicle.locked ?? []).entries()) {
      if (entry.kind !== 'stop' || !left.has(entry.stop)) continue;
      const rest = left.get(entry.stop)! - 1;
      left.set(entry.stop, rest);
      if (rest < 0) report.push({ code: 'name-taken', path: `vehicles[${v}].locked[${index}].stop`, name: entry.stop });
    }
  }
}

import type { ProblemDefect } from './problem-defect.ts';
import { findReferenceDefects } from './problem-references.ts';
import { stopsOf } from './problem.ts';
import { stopPath } from './stop-path.ts';
import type { Job, Matrix, Problem, Profile, Stop, TimeWindow, Vehicle } from './problem.ts';

export type { ProblemDefect } from './problem-defect.ts';

/** Defects shown at most: a wrong matrix has a million. */
const defectsMost = 100;

/**
 * Everything that is wrong with a problem, in the order of its fields; empty if `solve` can take it. A problem
 * nobody can satisfy (no vehicle has the skill, the window is past) has no defect: its jobs just stay unserved.
 */
export function findDefects(problem: Problem): readonly ProblemDefect[] {
  const defects: ProblemDefect[] = [];
  if (problem.places.length === 0) defects.push({ code: 'empty', path: 'places' });
  for (const [name, profile] of Object.entries(problem.profiles))
    checkProfile(problem, profile, `profiles.${name}`, defects);
  for (const [index, vehicle] of problem.vehicles.entries()) checkVehicle(vehicle, `vehicles[${index}]`, defects);
  for (const [index, job] of problem.jobs.entries()) checkJob(job, `jobs[${index}]`, defects);
  checkRest(problem, defects);
  defects.push(...findReferenceDefects(problem));
  return defects.slice(0, defectsMost);
}

/** The defect as a plain English sentence, path first. */
export function describeProblemDefect(defect: ProblemDefect): string {
  return `${defect.path}: ${reasonOf(defect)}`;
}

function reasonOf(defect: ProblemDefect): string {
  switch (defect.code) {
    case 'not-a-number':
      return `a number should stand here, not ${defect.found}`;
    case 'below-least':
      return `${defect.found} is below the least value, ${defect.least}`;
    case 'not-whole':
      return `${defect.found} is not a whole number`;
    case 'window-upside-down':
      return `the earliest time, ${defect.earliest}, is after the latest, ${defect.latest}`;
    case 'wrong-length':
      return `${defect.expected} numbers should stand here, not ${defect.found}`;
    case 'empty':
      return 'at least one is needed';
    case 'name-taken':
      return `"${defect.name}" is already taken`;
    case 'name-unknown':
      return `there is no ${defect.sort} "${defect.name}"`;
    case 'place-without-coordinates':
      return `the place "${defect.place}" has no coordinates, which a haversine profile needs`;
  }
}

type Report = ProblemDefect[];

function checkNumber(value: number | undefined, path: string, report: Report, least = -Infinity): void {
  if (value === undefined) return;
  if (typeof value !== 'number' || Number.isNaN(value))
    report.push({ code: 'not-a-number', path, found: String(value) });
  else if (value < least) report.push({ code: 'below-least', path, found: value, least });
}

function checkWhole(value: number | undefined, path: string, report: Report, least: number): void {
  checkNumber(value, path, report, least);
  if (value !== undefined && Number.isFinite(value) && !Number.isInteger(value)) {
    report.push({ code: 'not-whole', path, found: value });
  }
}

function checkWindow(window: TimeWindow | undefined, path: string, report: Report): void {
  if (!window) return;
  checkNumber(window.earliest, `${path}.earliest`, report);
  checkNumber(window.latest, `${path}.latest`, report);
  const { earliest = -Infinity, latest = Infinity } = window;
  if (earliest > latest) report.push({ code: 'window-upside-down', path, earliest, latest });
}

function checkAmount(amount: readonly number[] | undefined, path: string, report: Report): void {
  for (const [index, value] of (amount ?? []).entries()) checkNumber(value, `${path}[${index}]`, report, 0);
}

function checkProfile(problem: Problem, profile: Profile, path: string, report: Report): void {
  const { hourFactors } = profile;
  if (hourFactors && hourFactors.length !== 24) {
    report.push({ code: 'wrong-length', path: `${path}.hourFactors`, found: hourFactors.length, expected: 24 });
  }
  for (const [hour, factor] of (hourFactors ?? []).entries()) {
    checkNumber(factor, `${path}.hourFactors[${hour}]`, report, Number.MIN_VALUE);
  }
  if (profile.kind === 'matrix') {
    checkMatrix(profile.durations, problem.places.length, `${path}.durations`, report);
    if (profile.distances) checkMatrix(profile.distances, problem.places.length, `${path}.distances`, report);
    return;
  }
  checkNumber(profile.speed, `${path}.speed`, report, Number.MIN_VALUE);
  checkNumber(profile.detour, `${path}.detour`, report, Number.MIN_VALUE);
  for (const [index, place] of problem.places.entries()) {
    if (place.latitude !== undefined && place.longitude !== undefined) continue;
    report.push({ code: 'place-without-coordinates', path: `places[${index}]`, place: place.id });
  }
}

function checkMatrix(matrix: Matrix, size: number, path: string, report: Report): void {
  if (matrix instanceof Float64Array) {
    if (matrix.length !== size * size)
      report.push({ code: 'wrong-length', path, found: matrix.length, expected: size * size });
    const bad = matrix.findIndex((value) => !(value >= 0));
    if (bad >= 0) checkNumber(matrix[bad], `${path}[${bad}]`, report, 0);
    return;
  }
  if (matrix.length !== size) report.push({ code: 'wrong-length', path, found: matrix.length, expected: size });
  for (const [index, row] of matrix.entries()) {
    if (row.length !== size)
      report.push({ code: 'wrong-length', path: `${path}[${index}]`, found: row.length, expected: size });
    const bad = row.findIndex((value) => !(value >= 0));
    if (bad >= 0) checkNumber(row[bad], `${path}[${index}][${bad}]`, report, 0);
  }
}

function checkVehicle(vehicle: Vehicle, path: string, report: Report): void {
  checkWindow(vehicle.shift, `${path}.shift`, report);
  checkAmount(vehicle.capacity, `${path}.capacity`, report);
  checkNumber(vehicle.speedFactor, `${path}.speedFactor`, report, Number.MIN_VALUE);
  for (const field of ['maxDistance', 'maxDuration', 'fixedCost', 'people'] as const) {
    checkNumber(vehicle[field], `${path}.${field}`, report, 0);
  }
  checkWhole(vehicle.maxStops, `${path}.maxStops`, report, 0);
  for (const field of ['perDistance', 'perDuration', 'perTravelTime'] as const) {
    checkNumber(vehicle.price?.[field], `${path}.price.${field}`, report, 0);
  }
  checkNumber(vehicle.reload?.duration, `${path}.reload.duration`, report, 0);
  checkWhole(vehicle.reload?.most, `${path}.reload.most`, report, 0);
  for (const [index, pause] of (vehicle.breaks ?? []).entries()) {
    checkWindow(pause.window, `${path}.breaks[${index}].window`, report);
    checkNumber(pause.duration, `${path}.breaks[${index}].duration`, report, 0);
  }
}

function checkJob(job: Job, path: string, report: Report): void {
  checkWhole(job.tier, `${path}.tier`, report, 0);
  checkNumber(job.weight, `${path}.weight`, report, Number.MIN_VALUE);
  checkNumber(job.skipCost, `${path}.skipCost`, report, 0);
  checkNumber(job.maxAge, `${path}.maxAge`, report, 0);
  checkNumber(job.requestedAt, `${path}.requestedAt`, report);
  if (job.kind === 'visit') checkWhole(job.units, `${path}.units`, report, 1);
  if (job.kind === 'deliver' || job.kind === 'collect') checkAmount(job.amount, `${path}.amount`, report);
  if (job.kind === 'carry') {
    checkNumber(job.maxRide, `${path}.maxRide`, report, 0);
    if (job.pickups.length === 0) report.push({ code: 'empty', path: `${path}.pickups` });
    for (const [index, pickup] of job.pickups.entries())
      checkAmount(pickup.amount, `${path}.pickups[${index}].amount`, report);
  }
  for (const [index, stop] of stopsOf(job).entries()) checkStop(stop, stopPath(job, index, path), report);
}

function checkStop(stop: Stop, path: string, report: Report): void {
  checkNumber(stop.duration, `${path}.duration`, report, 0);
  for (const [type, value] of Object.entries(stop.durationByType ?? {})) {
    checkNumber(value, `${path}.durationByType.${type}`, report, 0);
  }
  for (const [index, window] of (stop.windows ?? []).entries())
    checkWindow(window, `${path}.windows[${index}]`, report);
  checkWindow(stop.preferred, `${path}.preferred`, report);
  checkNumber(stop.preferred?.pricePerEarly, `${path}.preferred.pricePerEarly`, report, 0);
  checkNumber(stop.preferred?.pricePerLate, `${path}.preferred.pricePerLate`, report, 0);
}

function checkRest(problem: Problem, report: Report): void {
  checkNumber(problem.now, 'now', report);
  checkNumber(problem.midnightAt, 'midnightAt', report);
  checkNumber(problem.objective?.fairnessUnit, 'objective.fairnessUnit', report, Number.MIN_VALUE);
  checkNumber(problem.told?.pricePerChange, 'told.pricePerChange', report, 0);
  checkNumber(problem.told?.pricePerShift, 'told.pricePerShift', report, 0);
  for (const [index, link] of (problem.links ?? []).entries()) {
    if (link.kind !== 'gap') continue;
    checkNumber(link.atLeast, `links[${index}].atLeast`, report);
    checkNumber(link.atMost, `links[${index}].atMost`, report);
    const { atLeast = -Infinity, atMost = Infinity } = link;
    if (atLeast > atMost)
      report.push({ code: 'window-upside-down', path: `links[${index}]`, earliest: atLeast, latest: atMost });
  }
}

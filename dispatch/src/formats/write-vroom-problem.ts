import type { Job, Problem, Stop, Vehicle } from '../problem.ts';
import { DefectFound, reading } from './format-defect.ts';
import type { Read } from './format-defect.ts';
import type { VroomInput, VroomJob, VroomMatrices, VroomShipment, VroomStep, VroomVehicle } from './vroom-input.ts';

/**
 * The problem as VROOM's JSON input, for a second opinion from that solver. Ids become the position in our lists, counted
 * from 1 (pickup and delivery of a shipment share theirs); our own stand in `description`. What VROOM cannot say comes
 * back as a defect with the path to it.
 */
export function writeVroomProblem(problem: Problem): Read<string> {
  return reading('', () => JSON.stringify(inputOf(problem)));
}

interface Numbering {
  readonly place: (id: string) => number;
  readonly skill: (name: string) => number;
  /** The weight's rank, up to 50. */
  readonly priority: (weight: number) => number;
}

function inputOf(problem: Problem): VroomInput {
  refuseAll(problem);
  const numbering = numberingOf(problem);
  const jobs: VroomJob[] = [];
  const shipments: VroomShipment[] = [];
  for (const [index, job] of problem.jobs.entries()) {
    if (job.kind === 'carry') shipments.push(shipmentOf(job, index, numbering));
    else jobs.push(jobOf(job, index, numbering));
  }
  const profiles = Object.entries(problem.profiles).flatMap(([name, profile]) =>
    profile.kind === 'matrix' ? [[name, matricesOf(profile, problem.places.length)] as const] : [],
  );
  return {
    vehicles: problem.vehicles.map((vehicle, index) => vehicleOf(vehicle, index, numbering)),
    jobs,
    shipments,
    matrices: Object.fromEntries(profiles),
  };
}

function unsupported(path: string, what: string): never {
  throw new DefectFound({ code: 'not-supported', path, what });
}

/** What has no counterpart in VROOM and would change the meaning. */
function refuseAll(problem: Problem): void {
  if (problem.links?.length) unsupported('links', 'a tie between jobs');
  if (problem.told) unsupported('told', 'a price of changes');
  if (problem.now !== undefined) unsupported('now', 'the present');
  if (problem.objective?.second) unsupported('objective.second', 'a second level');
  for (const [name, profile] of Object.entries(problem.profiles)) {
    if (profile.kind !== 'matrix') unsupported(`profiles.${name}`, 'a profile without matrix');
    if (profile.hourFactors) unsupported(`profiles.${name}.hourFactors`, 'a factor by hour');
  }
  for (const [index, vehicle] of problem.vehicles.entries()) {
    for (const field of ['maxDuration', 'reload', 'loadOrder', 'locked'] as const) {
      if (vehicle[field] !== undefined) unsupported(`vehicles[${index}].${field}`, field);
    }
    if (vehicle.start === null && vehicle.end === null) unsupported(`vehicles[${index}].start`, 'no place at all');
    if (vehicle.price?.perDuration) unsupported(`vehicles[${index}].price.perDuration`, 'a price of waiting');
  }
  for (const [index, job] of problem.jobs.entries()) refuseJob(job, `jobs[${index}]`);
}

function refuseJob(job: Job, path: string): void {
  for (const field of ['kit', 'vehicles', 'notVehicles', 'skipCost', 'maxAge'] as const) {
    if (job[field] !== undefined) unsupported(`${path}.${field}`, field);
  }
  if (job.tier) unsupported(`${path}.tier`, 'a tier');
  if (job.kind === 'visit' && (job.units ?? 1) > 1) unsupported(`${path}.units`, 'a crew');
  if (job.kind === 'carry' && job.pickups.length > 1) unsupported(`${path}.pickups`, 'several pickups');
  if (job.kind === 'carry' && job.maxRide !== undefined) unsupported(`${path}.maxRide`, 'a longest ride');
  const stops = job.kind === 'carry' ? [...job.pickups, job.delivery] : [job.stop];
  if (stops.some((stop) => stop.preferred)) unsupported(path, 'a preferred window');
  if (stops.some((stop) => stop.windows?.some((w) => w.earliest === undefined || w.latest === undefined))) {
    unsupported(path, 'a window without end');
  }
}

function numberingOf(problem: Problem): Numbering {
  const places = new Map(problem.places.map((place, index) => [place.id, index]));
  const skills = new Map<string, number>();
  const weights = [...new Set(problem.jobs.map((job) => job.weight ?? 1))].sort((a, b) => a - b);
  if (weights.length > 51) unsupported('jobs', 'more than 51 different weights');
  return {
    place: (id) => places.get(id) ?? unsupported('places', `the unknown place ${id}`),
    skill: (name) => {
      if (!skills.has(name)) skills.set(name, skills.size + 1);
      return skills.get(name)!;
    },
    priority: (weight) => weights.indexOf(weight),
  };
}

function vehicleOf(vehicle: Vehicle, index: number, numbering: Numbering): VroomVehicle {
  const { shift, price } = vehicle;
  const window = shift && ([shift.earliest ?? 0, shift.latest ?? 2 ** 31] as const);
  return {
    id: index + 1,
    description: vehicle.id,
    profile: vehicle.profile ?? 'default',
    ...(vehicle.start === null ? {} : { start_index: numbering.place(vehicle.start) }),
    ...(vehicle.end === null ? {} : { end_index: numbering.place(vehicle.end) }),
    capacity: vehicle.capacity ?? [],
    skills: (vehicle.skills ?? []).map(numbering.skill),
    ...(vehicle.type === undefined ? {} : { type: vehicle.type }),
    ...(window ? { time_window: window } : {}),
    breaks: (vehicle.breaks ?? []).map((pause, number) => ({
      id: number + 1,
      time_windows: [[pause.window.earliest ?? 0, pause.window.latest ?? 2 ** 31]],
      service: pause.duration,
    })),
    speed_factor: vehicle.speedFactor ?? 1,
    ...(vehicle.maxStops === undefined ? {} : { max_tasks: vehicle.maxStops }),
    ...(vehicle.maxDistance === undefined ? {} : { max_distance: vehicle.maxDistance }),
    costs: {
      fixed: vehicle.fixedCost ?? 0,
      per_hour: price ? (price.perTravelTime ?? 0) * 3600 : 0,
      per_km: price ? (price.perDistance ?? 0) * 1000 : 1000,
    },
  };
}

function stepOf(stop: Stop, id: number, description: string, numbering: Numbering): VroomStep {
  return {
    id,
    description,
    location_index: numbering.place(stop.place),
    service: stop.duration ?? 0,
    ...(stop.durationByType ? { service_per_type: stop.durationByType } : {}),
    ...(stop.windows ? { time_windows: stop.windows.map((w) => [w.earliest!, w.latest!] as const) } : {}),
  };
}

function jobOf(job: Exclude<Job, { kind: 'carry' }>, index: number, numbering: Numbering): VroomJob {
  return {
    ...stepOf(job.stop, index + 1, job.id, numbering),
    ...(job.kind === 'deliver' ? { delivery: job.amount } : {}),
    ...(job.kind === 'collect' ? { pickup: job.amount } : {}),
    skills: (job.skills ?? []).map(numbering.skill),
    // Doubled, because a shipment's priority counts for its pickup and again for its delivery.
    priority: 2 * numbering.priority(job.weight ?? 1),
  };
}

function shipmentOf(job: Extract<Job, { kind: 'carry' }>, index: number, numbering: Numbering): VroomShipment {
  const pickup = job.pickups[0]!;
  return {
    pickup: stepOf(pickup, index + 1, job.id, numbering),
    delivery: stepOf(job.delivery, index + 1, job.id, numbering),
    amount: pickup.amount ?? [],
    skills: (job.skills ?? []).map(numbering.skill),
    priority: numbering.priority(job.weight ?? 1),
  };
}

function matricesOf(profile: Extract<Problem['profiles'][string], { kind: 'matrix' }>, size: number): VroomMatrices {
  const rows = (matrix: typeof profile.durations): readonly (readonly number[])[] =>
    matrix instanceof Float64Array
      ? Array.from({ length: size }, (_, row) => Array.from(matrix.subarray(row * size, (row + 1) * size)))
      : matrix;
  return { durations: rows(profile.durations), distances: rows(profile.distances ?? profile.durations) };
}

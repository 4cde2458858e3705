import type { Job, Problem, Profile, Stop, Vehicle } from '../problem.ts';
import { DefectFound, reading } from './format-defect.ts';
import type { Read } from './format-defect.ts';
import { parseJson } from './json-text.ts';
import type { VroomInput, VroomJob, VroomShipment, VroomStep, VroomVehicle } from './vroom-input.ts';
import { vroomShape } from './vroom-shape.ts';
import { placesOfVroom } from './vroom-places.ts';
import type { VroomPlaces } from './vroom-places.ts';

export interface VroomOptions {
  /** Meters per second as the crow flies, for profiles without a matrix. Default 11 (40 km/h). */
  readonly speed?: number;
  /** Length of the way divided by the crow's. Default 1.3. */
  readonly detour?: number;
}

/**
 * Reads VROOM's JSON input, as far as it can be kept in meaning (see `vroomShape` for the subset); what cannot is refused
 * with its path. Differences that remain:
 * - Without a matrix, ways are as the crow flies: nobody is asked for roads.
 * - Times are not rounded.
 * - A break is owed only if the route lies around it (see `Break`).
 * Jobs keep their number as id, shipments are `PICKUP>DELIVERY`, their stops `pickup ID` and `delivery ID`.
 */
export function readVroom(text: string, options: VroomOptions = {}): Read<Problem> {
  return reading(text, () => {
    const value = parseJson(text);
    vroomShape(value, '');
    return problemOf(value as VroomInput, options);
  });
}

function problemOf(input: VroomInput, options: VroomOptions): Problem {
  refuseDuplicates(input);
  const places = placesOfVroom(input);
  const names = new Set(input.vehicles.map((vehicle) => vehicle.profile ?? 'car'));
  const profiles = Object.fromEntries([...names].map((name) => [name, profileOf(input, name, places, options)]));
  const jobs = input.jobs ?? [];
  const shipments = input.shipments ?? [];
  // VROOM serves the most priority first and then the most tasks: a step of priority outweighs all tasks together.
  const step = jobs.length + 2 * shipments.length + 1;
  return {
    places: places.list,
    profiles,
    vehicles: input.vehicles.map((vehicle, index) => vehicleOf(vehicle, index, places)),
    jobs: [
      ...jobs.map((job, index) => jobOf(job, index, places, step)),
      ...shipments.map((shipment, index) => shipmentOf(shipment, index, places, step)),
    ],
    objective: { cost: 'price' },
  };
}

/** Ids are unique among jobs, among pickups, among deliveries, and among vehicles. */
function refuseDuplicates(input: VroomInput): void {
  const lists = {
    vehicles: input.vehicles.map((each) => each.id),
    jobs: (input.jobs ?? []).map((each) => each.id),
    'shipments.pickup': (input.shipments ?? []).map((each) => each.pickup.id),
    'shipments.delivery': (input.shipments ?? []).map((each) => each.delivery.id),
  };
  for (const [name, ids] of Object.entries(lists)) {
    const [listName, part] = name.split('.');
    const index = ids.findIndex((id, position) => ids.indexOf(id) !== position);
    if (index < 0) continue;
    const path = `${listName}[${index}]${part ? `.${part}` : ''}.id`;
    throw new DefectFound({ code: 'wrong-shape', path, expected: 'an id not used before', found: String(ids[index]) });
  }
}

function profileOf(input: VroomInput, name: string, places: VroomPlaces, options: VroomOptions): Profile {
  const matrices = input.matrices?.[name];
  if (!matrices) {
    places.needCoordinates(name);
    return { kind: 'haversine', speed: options.speed ?? 11, detour: options.detour ?? 1.3 };
  }
  const { durations, distances } = matrices;
  return {
    kind: 'matrix',
    durations: places.matrix(durations, `matrices.${name}.durations`),
    ...(distances ? { distances: places.matrix(distances, `matrices.${name}.distances`) } : {}),
  };
}

function vehicleOf(vehicle: VroomVehicle, index: number, places: VroomPlaces): Vehicle {
  const path = `vehicles[${index}]`;
  const start = places.at({ location: vehicle.start, location_index: vehicle.start_index }, `${path}.start`);
  const end = places.at({ location: vehicle.end, location_index: vehicle.end_index }, `${path}.end`);
  if (start === null && end === null) throw new DefectFound({ code: 'field-missing', path: `${path}.start` });
  const { costs, time_window: shift } = vehicle;
  return {
    id: String(vehicle.id),
    start,
    end,
    profile: vehicle.profile ?? 'car',
    ...(vehicle.type === undefined ? {} : { type: vehicle.type }),
    ...(shift ? { shift: { earliest: shift[0], latest: shift[1] } } : {}),
    breaks: (vehicle.breaks ?? []).map((pause) => ({
      id: String(pause.id),
      window: { earliest: pause.time_windows[0][0], latest: pause.time_windows[0][1] },
      duration: pause.service ?? 0,
    })),
    capacity: vehicle.capacity ?? [],
    skills: (vehicle.skills ?? []).map(String),
    speedFactor: vehicle.speed_factor ?? 1,
    ...(vehicle.max_tasks === undefined ? {} : { maxStops: vehicle.max_tasks }),
    ...(vehicle.max_distance === undefined ? {} : { maxDistance: vehicle.max_distance }),
    fixedCost: costs?.fixed ?? 0,
    price: { perTravelTime: (costs?.per_hour ?? 3600) / 3600, perDistance: (costs?.per_km ?? 0) / 1000 },
  };
}

function jobOf(job: VroomJob, index: number, places: VroomPlaces, step: number): Job {
  const path = `jobs[${index}]`;
  const isSome = (amount: readonly number[] = []) => amount.some((each) => each > 0);
  if (isSome(job.pickup) && isSome(job.delivery)) {
    throw new DefectFound({ code: 'not-supported', path, what: 'a job with both a pickup and a delivery' });
  }
  const stop = stopOf(job, path, places);
  const terms = { id: String(job.id), stop, ...termsOf(job, 1, step) };
  if (isSome(job.delivery)) return { kind: 'deliver', ...terms, amount: job.delivery! };
  return isSome(job.pickup) ? { kind: 'collect', ...terms, amount: job.pickup! } : { kind: 'visit', ...terms };
}

function shipmentOf(shipment: VroomShipment, index: number, places: VroomPlaces, step: number): Job {
  const { pickup, delivery } = shipment;
  const path = `shipments[${index}]`;
  return {
    kind: 'carry',
    id: `${pickup.id}>${delivery.id}`,
    pickups: [
      { ...stopOf(pickup, `${path}.pickup`, places), id: `pickup ${pickup.id}`, amount: shipment.amount ?? [] },
    ],
    delivery: { ...stopOf(delivery, `${path}.delivery`, places), id: `delivery ${delivery.id}` },
    ...termsOf(shipment, 2, step),
  };
}

function termsOf(each: { skills?: readonly number[]; priority?: number }, tasks: number, step: number) {
  return { skills: (each.skills ?? []).map(String), weight: tasks * (each.priority ?? 0) * step + tasks };
}

function stopOf(task: VroomStep, path: string, places: VroomPlaces): Stop {
  const place = places.at(task, `${path}.location`);
  if (place === null) throw new DefectFound({ code: 'field-missing', path: `${path}.location` });
  return {
    place,
    duration: task.service ?? 0,
    ...(task.service_per_type ? { durationByType: task.service_per_type } : {}),
    ...(task.time_windows ? { windows: task.time_windows.map(([earliest, latest]) => ({ earliest, latest })) } : {}),
  };
}

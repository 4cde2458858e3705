import type { MatrixProfile, Problem, Stop } from '../../src/problem.ts';

/** A published day in plain arrays: node 0 is the depot, ways and times are the same, all vehicles are equal. */
export interface PlainDay {
  /** Nodes, the depot among them. */
  readonly count: number;
  readonly vehicles: number;
  readonly capacity: number;
  /** From node to node, `from * count + to`. */
  readonly way: Float64Array;
  readonly demand: Float64Array;
  readonly open: Float64Array;
  readonly close: Float64Array;
  readonly service: Float64Array;
  /** Of a pickup its delivery and of a delivery its pickup; 0 for a single visit. */
  readonly partner: Int32Array;
  /** Single visits and pickups: what is put back, with or without a partner. */
  readonly heads: readonly number[];
}

/** Reads what the readers of Solomon and Li & Lim make; nothing else is asked of it. */
export function plainDay(problem: Problem): PlainDay {
  const vehicle = problem.vehicles[0]!;
  const stops: { stop: Stop; demand: number; partner: number }[] = [];
  for (const job of problem.jobs) {
    const at = stops.length + 1;
    if (job.kind === 'carry') {
      const demand = job.pickups[0]!.amount![0]!;
      stops.push({ stop: job.pickups[0]!, demand, partner: at + 1 });
      stops.push({ stop: job.delivery, demand: -demand, partner: at });
    } else if (job.kind === 'deliver') stops.push({ stop: job.stop, demand: job.amount[0]!, partner: 0 });
    else throw new Error(`a plain day has no job of the kind ${job.kind}`);
  }
  const indexOf = new Map(problem.places.map((place, index) => [place.id, index]));
  const places = [vehicle.start!, ...stops.map(({ stop }) => stop.place)].map((place) => indexOf.get(place)!);
  const { durations } = problem.profiles['default'] as MatrixProfile;
  const wayOf = (from: number, to: number): number =>
    durations instanceof Float64Array ? durations[from * problem.places.length + to]! : durations[from]![to]!;
  const windows = [vehicle.shift!, ...stops.map(({ stop }) => stop.windows![0]!)];
  return {
    count: places.length,
    vehicles: problem.vehicles.length,
    capacity: vehicle.capacity![0]!,
    way: Float64Array.from(places.flatMap((from) => places.map((to) => wayOf(from, to)))),
    demand: Float64Array.of(0, ...stops.map(({ demand }) => demand)),
    open: Float64Array.from(windows, ({ earliest }) => earliest ?? 0),
    close: Float64Array.from(windows, ({ latest }) => latest ?? Infinity),
    service: Float64Array.of(0, ...stops.map(({ stop }) => stop.duration as number)),
    partner: Int32Array.of(0, ...stops.map(({ partner }) => partner)),
    heads: stops.flatMap(({ partner }, index) => (partner === 0 || partner > index + 1 ? [index + 1] : [])),
  };
}

import type { Link, Problem } from '../../problem.ts';
import type { VisitSource } from './visit-source.ts';
import type { Fleet, Gap, Ties } from './model.ts';

export function compileTies(problem: Problem, sources: readonly VisitSource[], fleet: Fleet): Ties {
  const requestById = new Map(problem.jobs.map((job, index) => [job.id, index]));
  const links = problem.links ?? [];
  const members = (link: Link): number[] => (link.kind === 'gap' ? [] : link.jobs.map((id) => requestById.get(id)!));
  const groups = joinOverlapping(links.filter((link) => link.kind === 'same-vehicle').map(members));
  const together = new Int32Array(problem.jobs.length).fill(-1);
  for (const [group, requests] of groups.entries()) for (const request of requests) together[request] = group;
  const apart = problem.jobs.map(() => new Set<number>());
  for (const link of links.filter((each) => each.kind === 'different-vehicles')) {
    const requests = members(link);
    for (const one of requests) for (const other of requests) if (one !== other) apart[one]!.add(other);
  }
  const hasGap = new Set(links.flatMap((link) => (link.kind === 'gap' ? [link.first, link.second] : [])));
  return {
    any: links.length > 0,
    together,
    togetherMembers: groups.map((requests) => Int32Array.from(requests)),
    apart: apart.map((requests) => Int32Array.from(requests)),
    gaps: links.flatMap((link): Gap[] =>
      link.kind === 'gap'
        ? [
            {
              first: requestById.get(link.first)!,
              second: requestById.get(link.second)!,
              atLeast: link.atLeast ?? -Infinity,
              atMost: link.atMost ?? Infinity,
            },
          ]
        : [],
    ),
    isBound: Uint8Array.from(sources, ({ job }) =>
      Number((job.kind === 'visit' && (job.units ?? 1) > 1) || hasGap.has(job.id)),
    ),
    ...compileTold(problem, sources, fleet),
  };
}

/** Sharing a vehicle is transitive: A with B and B with C makes one group. */
function joinOverlapping(groups: readonly (readonly number[])[]): number[][] {
  const joined: Set<number>[] = [];
  for (const group of groups) {
    const merged = new Set(group);
    for (let index = joined.length - 1; index >= 0; index -= 1) {
      if (![...joined[index]!].some((member) => merged.has(member))) continue;
      for (const member of joined[index]!) merged.add(member);
      joined.splice(index, 1);
    }
    joined.push(merged);
  }
  return joined.map((group) => [...group].sort((a, b) => a - b));
}

type Told = Pick<Ties, 'toldVehicle' | 'toldRank' | 'toldAt' | 'pricePerChange' | 'pricePerShift'>;

function compileTold(problem: Problem, sources: readonly VisitSource[], fleet: Fleet): Told {
  const toldVehicle = new Int32Array(sources.length).fill(-1);
  const toldRank = new Int32Array(sources.length);
  const toldAt = new Float64Array(sources.length).fill(Number.NaN);
  const promises = (problem.told?.routes ?? []).flatMap((route) =>
    route.stops.map((told, rank) => ({
      vehicle: problem.vehicles.findIndex((each) => each.id === route.vehicle),
      rank,
      told,
    })),
  );
  // A crew's visits share their stop's id, and each told vehicle has its own of them: first the ones locked there,
  // then the free ones; what is locked elsewhere cannot be kept any more, but counts.
  const suits = [
    (visit: number, vehicle: number): boolean => fleet.locked[vehicle]?.includes(visit) ?? false,
    (visit: number): boolean => !isLocked(fleet, visit),
    (): boolean => true,
  ];
  const bound = new Set<unknown>();
  for (const suitsHere of suits) {
    for (const { vehicle, rank, told } of promises) {
      if (bound.has(told)) continue;
      const visit = sources.findIndex(
        (source, index) => source.id === told.stop && toldVehicle[index] === -1 && suitsHere(index, vehicle),
      );
      if (visit < 0) continue;
      bound.add(told);
      toldVehicle[visit] = vehicle;
      toldRank[visit] = rank;
      toldAt[visit] = told.startAt ?? Number.NaN;
    }
  }
  return {
    toldVehicle,
    toldRank,
    toldAt,
    pricePerChange: problem.told?.pricePerChange ?? 0,
    pricePerShift: problem.told?.pricePerShift ?? 0,
  };
}

function isLocked(fleet: Fleet, visit: number): boolean {
  return fleet.locked.some((items) => items.includes(visit));
}

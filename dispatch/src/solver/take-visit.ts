import type { Model } from './model/model.ts';

/** Of a crew's visits the one that was told to vehicle r, or one that was told to nobody. */
export function takeVisit(model: Model, visits: number[], r: number): number | undefined {
  const { toldVehicle } = model.ties;
  const own = visits.findIndex((visit) => toldVehicle[visit] === r);
  const free = visits.findIndex((visit) => toldVehicle[visit] === -1);
  const chosen = own >= 0 ? own : free >= 0 ? free : 0;
  return visits.splice(chosen, 1)[0];
}

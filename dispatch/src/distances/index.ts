/** Where travel times come from: the sphere, a matrix, or a road router. */
export { haversineMeters } from './haversine.ts';
export type { Point } from './haversine.ts';
export { haversineTable } from './haversine-table.ts';
export { osrmRouter } from './osrm-router.ts';
export type { OsrmOptions } from './osrm-router.ts';
export { routerProfile, RouterError } from './router.ts';
export type { Router, RouterProfileOptions } from './router.ts';
export { travelSeconds } from './travel-seconds.ts';
export type { TravelTable } from './travel-table.ts';
export { valhallaRouter } from './valhalla-router.ts';
export type { ValhallaOptions } from './valhalla-router.ts';

import { cellToLatLng } from 'h3-js';

import type { Point } from '../people/point.ts';

/** The middle of the group's area, or undefined for a group without one. Near enough to complete a short plus code. */
export function areaMiddle(cells: readonly string[]): Point | undefined {
  if (cells.length === 0) return undefined;
  const points = cells.map((cell) => cellToLatLng(cell));
  const mean = (index: 0 | 1): number => points.reduce((sum, point) => sum + point[index], 0) / points.length;
  return { latitude: mean(0), longitude: mean(1) };
}

import type { Point } from '../../../people/point.ts';

const degrees = String.raw`([-+]?\d{1,3}\.\d+)\s*°?\s*([NSEWO]?)`;
const pair = new RegExp(String.raw`^[([]?\s*${degrees}\s*[,;\s]\s*${degrees}\s*[)\]]?$`, 'i');
/** OGC Simple Features: the longitude stands first. */
const wellKnownText = /^POINT\s*\(\s*(-?\d{1,3}(?:\.\d+)?)\s+(-?\d{1,3}(?:\.\d+)?)\s*\)$/i;
const longestPoint = 60;

/**
 * A point that stands in one cell: "39.3254, -77.7390", with brackets, degree signs or the letters of the compass, or as
 * well-known text. Undefined for anything else, and for what is no point on Earth. Figures without decimals are no point:
 * they may be anything.
 */
export function readPoint(text: string): Point | undefined {
  const cell = text.trim();
  if (cell.length > longestPoint) return undefined;
  const [, x, y] = wellKnownText.exec(cell) ?? [];
  if (x !== undefined && y !== undefined) return onEarth(Number(y), Number(x));
  const [, first, firstSide = '', second, secondSide = ''] = pair.exec(cell) ?? [];
  if (first === undefined || second === undefined) return undefined;
  if (/[EWO]/i.test(firstSide) || /[NS]/i.test(secondSide)) return undefined;
  return onEarth(signed(first, firstSide), signed(second, secondSide));
}

/** South and west are below zero; "O" is west in Spanish. */
function signed(figure: string, side: string): number {
  return /[SWO]/i.test(side) ? -Math.abs(Number(figure)) : Number(figure);
}

/** The point of these degrees, where there is one. */
export function onEarth(latitude: number, longitude: number): Point | undefined {
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? { latitude, longitude } : undefined;
}

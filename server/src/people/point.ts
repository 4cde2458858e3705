import { latLngToCell } from 'h3-js';

export interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

/** A point as the vault holds it: degrees north and east, six decimals (0.1 m). */
export function pointText({ latitude, longitude }: Point): string {
  return `${latitude.toFixed(6)},${longitude.toFixed(6)}`;
}

/** Reads {@link pointText} back; undefined for anything that is no point on Earth. */
export function parsePoint(text: string): Point | undefined {
  const match = /^(-?\d{1,2}(?:\.\d+)?),(-?\d{1,3}(?:\.\d+)?)$/.exec(text.trim());
  if (!match) return undefined;
  const [latitude, longitude] = [Number(match[1]), Number(match[2])];
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? { latitude, longitude } : undefined;
}

/** The public cell: H3 resolution 7, about 5 km². */
export function publicCell(point: Point): string {
  return latLngToCell(point.latitude, point.longitude, 7);
}

/** The finer cell, kept only as a keyed hash: H3 resolution 9, about 0.1 km². */
export function finerCell(point: Point): string {
  return latLngToCell(point.latitude, point.longitude, 9);
}

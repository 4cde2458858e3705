import type { KnownPlace } from '@barnraise/server/requests/where-to.ts';

/** An address that opens the phone's own map at a place, by its point where there is one, else by its address. */
export function mapLink(place: KnownPlace): string | undefined {
  if (place.point !== undefined) return `geo:${place.point}?q=${encodeURIComponent(place.address ?? place.point)}`;
  const words = place.address ?? place.plusCode;
  return words === undefined ? undefined : `geo:0,0?q=${encodeURIComponent(words)}`;
}

const hour = 3600;

/**
 * Seconds a leg takes that would take `base` seconds at factor 1, leaving at `departAt`. In hour h of the day (counted
 * from `midnightAt`, repeating daily) travel is `factors[h]` times as slow; a leg that crosses hours is charged in parts,
 * so that whoever leaves later never arrives earlier.
 */
export function travelSeconds(base: number, departAt: number, factors: readonly number[], midnightAt = 0): number {
  if (base <= 0) return base;
  let at = departAt - midnightAt;
  let left = base;
  for (;;) {
    const hourNumber = Math.floor(at / hour);
    const factor = factors[((hourNumber % 24) + 24) % 24]!;
    const room = (hourNumber + 1) * hour - at;
    if (left * factor <= room) return at + left * factor - (departAt - midnightAt);
    left -= room / factor;
    at = (hourNumber + 1) * hour;
  }
}

/** The value below which `share` of the measurements lie (nearest rank); NaN of none. */
export function quantile(measurements: readonly number[], share: number): number {
  const sorted = measurements.toSorted((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

export function median(measurements: readonly number[]): number {
  return quantile(measurements, 0.5);
}

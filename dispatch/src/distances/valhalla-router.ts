import type { Point } from './haversine.ts';
import { askJson, flattenRows, RouterError } from './router.ts';
import type { Router } from './router.ts';

export interface ValhallaOptions {
  /** Where the server is: `http://localhost:8002`. */
  readonly address: string;
  /** Way of getting about: `auto`, `truck`, `bicycle`, `pedestrian`. Default `auto`. */
  readonly costing?: string;
  /** Default 50: the server's usual limit of locations for a matrix. */
  readonly pointsMax?: number;
  readonly fetch?: typeof fetch;
}

/** The matrix service of a Valhalla server (`/sources_to_targets`). */
export function valhallaRouter(options: ValhallaOptions): Router {
  const fetcher = options.fetch ?? fetch;
  return {
    pointsMax: options.pointsMax ?? 50,
    table: async (sources, targets, signal) => {
      const answer = await askJson(fetcher, `${options.address}/sources_to_targets`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          sources: sources.map(coordinates),
          targets: targets.map(coordinates),
          costing: options.costing ?? 'auto',
          units: 'kilometers',
        }),
        ...(signal ? { signal } : {}),
      });
      const rows = (answer as { readonly sources_to_targets?: unknown } | null)?.sources_to_targets;
      if (!Array.isArray(rows)) throw new RouterError('the router did not answer a matrix');
      const part = (field: string, factor: number) =>
        flattenRows(
          rows.map((row) => (Array.isArray(row) ? row.map((cell) => scaled(cell, field, factor)) : row)),
          sources.length,
          targets.length,
        );
      return { durations: part('time', 1), distances: part('distance', 1000) };
    },
  };
}

function scaled(cell: unknown, field: string, factor: number): number | null {
  const value = (cell as Readonly<Record<string, unknown>> | null)?.[field];
  return typeof value === 'number' ? value * factor : null;
}

function coordinates(point: Point): { readonly lat: number; readonly lon: number } {
  if (point.latitude === undefined || point.longitude === undefined) {
    throw new RangeError('a road router needs the coordinates of every place');
  }
  return { lat: point.latitude, lon: point.longitude };
}

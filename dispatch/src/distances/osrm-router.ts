import type { Point } from './haversine.ts';
import { askJson, flattenRows, RouterError } from './router.ts';
import type { Router } from './router.ts';

export interface OsrmOptions {
  /** Where the server is: `http://localhost:5000`. */
  readonly address: string;
  /** Its profile. Default `driving`. */
  readonly profile?: string;
  /** The server's `--max-table-size`. Default 100, as the server's own. */
  readonly pointsMax?: number;
  readonly fetch?: typeof fetch;
}

/** The table service of an OSRM server (`/table/v1`, API version 1). */
export function osrmRouter(options: OsrmOptions): Router {
  const fetcher = options.fetch ?? fetch;
  return {
    pointsMax: options.pointsMax ?? 100,
    table: async (sources, targets, signal) => {
      const points = [...sources, ...targets].map(coordinates).join(';');
      const numbers = (from: number, count: number) => Array.from({ length: count }, (_, i) => from + i).join(';');
      const query = `annotations=duration,distance&sources=${numbers(0, sources.length)}&destinations=${numbers(sources.length, targets.length)}`;
      const address = `${options.address}/table/v1/${encodeURIComponent(options.profile ?? 'driving')}/${points}?${query}`;
      const answer = await askJson(fetcher, address, signal ? { signal } : {});
      const { code, durations, distances } = (answer ?? {}) as Readonly<Record<string, unknown>>;
      if (code !== 'Ok') throw new RouterError(`the router answered ${JSON.stringify(code)}`);
      return {
        durations: flattenRows(durations, sources.length, targets.length),
        distances: flattenRows(distances, sources.length, targets.length),
      };
    },
  };
}

/** OSRM wants longitude first. */
function coordinates(point: Point): string {
  if (point.latitude === undefined || point.longitude === undefined) {
    throw new RangeError('a road router needs the coordinates of every place');
  }
  return `${point.longitude},${point.latitude}`;
}

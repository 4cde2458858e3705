import type { HourFactors, MatrixProfile } from '../problem.ts';
import type { Point } from './haversine.ts';
import type { TravelTable } from './travel-table.ts';

/** Something that knows the roads. One call may ask for a part of the table only. */
export interface Router {
  /** Most points one call may name, sources and targets together. */
  readonly pointsMax: number;
  /** Travel from every source to every target, row-major by source. NaN where there is no way. */
  readonly table: (sources: readonly Point[], targets: readonly Point[], signal?: AbortSignal) => Promise<TravelTable>;
}

/** A road router that did not answer, or not with a table of the right size. */
export class RouterError extends Error {
  override readonly name = 'RouterError';
}

export interface RouterProfileOptions {
  readonly signal?: AbortSignal;
  readonly hourFactors?: HourFactors;
  /**
   * Seconds, and meters, that stand for "no way": so large that no shift allows it, small enough to add up exactly.
   * Default 10⁸ (three years).
   */
  readonly unreachable?: number;
}

/** Asks a router for the table of all points, in as many calls as its limit makes necessary, one after the other. */
export async function routerProfile(
  router: Router,
  points: readonly Point[],
  options: RouterProfileOptions = {},
): Promise<MatrixProfile> {
  const size = points.length;
  const durations = new Float64Array(size * size);
  const distances = new Float64Array(size * size);
  const unreachable = options.unreachable ?? 1e8;
  const block = size <= router.pointsMax ? size : Math.max(1, Math.floor(router.pointsMax / 2));
  for (let top = 0; top < size; top += block) {
    for (let left = 0; left < size; left += block) {
      const sources = points.slice(top, top + block);
      const targets = points.slice(left, left + block);
      const part = await router.table(sources, targets, options.signal);
      const cells = sources.length * targets.length;
      if (part.durations.length !== cells || part.distances.length !== cells) {
        throw new RouterError(`the router answered ${part.durations.length} travel times, not ${cells}`);
      }
      for (let cell = 0; cell < cells; cell++) {
        const row = top + Math.floor(cell / targets.length);
        const column = left + (cell % targets.length);
        durations[row * size + column] = knownOr(part.durations[cell]!, unreachable);
        distances[row * size + column] = knownOr(part.distances[cell]!, unreachable);
      }
    }
  }
  const factors = options.hourFactors ? { hourFactors: options.hourFactors } : {};
  return { kind: 'matrix', durations, distances, ...factors };
}

function knownOr(value: number, otherwise: number): number {
  return Number.isNaN(value) ? otherwise : value;
}

/** A rectangle of numbers and nulls, as routers answer it, as one row-major array with NaN for null. */
export function flattenRows(rows: unknown, height: number, width: number): Float64Array {
  if (!Array.isArray(rows) || rows.length !== height) throw new RouterError(`the router did not answer ${height} rows`);
  const flat = new Float64Array(height * width);
  for (const [row, cells] of rows.entries()) {
    if (!Array.isArray(cells) || cells.length !== width) {
      throw new RouterError(`row ${row} of the router's answer does not have ${width} cells`);
    }
    for (const [column, cell] of cells.entries()) flat[row * width + column] = typeof cell === 'number' ? cell : NaN;
  }
  return flat;
}

/** Asks over HTTP and reads the JSON of the answer. */
export async function askJson(fetcher: typeof fetch, address: string, request: RequestInit): Promise<unknown> {
  let response: Response;
  try {
    response = await fetcher(address, request);
  } catch (cause) {
    throw new RouterError('the router cannot be reached', { cause });
  }
  if (!response.ok) throw new RouterError(`the router answered with status ${response.status}`);
  try {
    return await response.json();
  } catch (cause) {
    throw new RouterError('the router did not answer JSON', { cause });
  }
}

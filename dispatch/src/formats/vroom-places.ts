import type { Place } from '../problem.ts';
import { DefectFound } from './format-defect.ts';
import { wrongShape } from './shape.ts';
import type { VroomInput, VroomWhere } from './vroom-input.ts';

/** Places collected from all the locations of a VROOM input: by matrix index where it is given, else by coordinates. */
export interface VroomPlaces {
  readonly list: readonly Place[];
  /** Id of the place, or null where none is given. */
  readonly at: (where: VroomWhere, path: string) => string | null;
  /** The part of a matrix that belongs to the places, row-major in their order. */
  readonly matrix: (rows: readonly (readonly number[])[], path: string) => Float64Array;
  /** Refuses a profile without matrix when a place is given by its index only. */
  readonly needCoordinates: (profile: string) => void;
}

export function placesOfVroom(input: VroomInput): VroomPlaces {
  const list: Place[] = [];
  const known = new Set<string>();
  const add = (where: VroomWhere): void => {
    const id = idOf(where);
    if (id === null || known.has(id)) return;
    known.add(id);
    const [longitude, latitude] = where.location ?? [];
    list.push({ id, ...(latitude === undefined ? {} : { latitude, longitude }) });
  };
  for (const vehicle of input.vehicles) {
    add({ location: vehicle.start, location_index: vehicle.start_index });
    add({ location: vehicle.end, location_index: vehicle.end_index });
  }
  for (const job of input.jobs ?? []) add(job);
  for (const shipment of input.shipments ?? []) {
    add(shipment.pickup);
    add(shipment.delivery);
  }
  return {
    list,
    at: (where, path) => {
      const { location } = where;
      if (location && (Math.abs(location[0]) > 180 || Math.abs(location[1]) > 90)) {
        throw wrongShape(path, 'longitude and latitude', location.join(', '));
      }
      return idOf(where);
    },
    matrix: (rows, path) => matrixOf(list, rows, path),
    needCoordinates: (profile) => {
      const bare = list.find((place) => place.latitude === undefined);
      if (bare) throw new DefectFound({ code: 'field-missing', path: `matrices.${profile}` });
    },
  };
}

function idOf(where: VroomWhere): string | null {
  if (where.location_index !== undefined) return String(where.location_index);
  return where.location ? where.location.join(',') : null;
}

function matrixOf(list: readonly Place[], rows: readonly (readonly number[])[], path: string): Float64Array {
  const indices = list.map((place) => {
    const index = Number(place.id);
    if (!Number.isInteger(index)) {
      throw new DefectFound({
        code: 'not-supported',
        path,
        what: 'a matrix together with locations without location_index',
      });
    }
    return index;
  });
  const size = list.length;
  const matrix = new Float64Array(size * size);
  for (const [row, from] of indices.entries()) {
    for (const [column, to] of indices.entries()) {
      const value = rows[from]?.[to];
      if (value === undefined) throw wrongShape(`${path}[${from}][${to}]`, 'a number', value);
      matrix[row * size + column] = value;
    }
  }
  return matrix;
}

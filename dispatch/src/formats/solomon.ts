import type { Problem } from '../problem.ts';
import { customersMax, DefectFound, reading } from './format-defect.ts';
import type { Read } from './format-defect.ts';
import { planarMatrix } from './planar-matrix.ts';
import { lineCursor, needAtLeast, numbersOf, takeHeader } from './text-lines.ts';
import type { TextLine } from './text-lines.ts';

/**
 * A file in the format of Solomon (1987), which Gehring and Homberger's larger files share: one depot, equal vehicles,
 * customers with a demand and one time window.
 */
export interface SolomonFile {
  readonly name: string;
  readonly vehicles: number;
  readonly capacity: number;
  /** The depot first. */
  readonly customers: readonly SolomonCustomer[];
}

export interface SolomonCustomer {
  readonly number: number;
  readonly x: number;
  readonly y: number;
  readonly demand: number;
  readonly ready: number;
  readonly due: number;
  readonly service: number;
}

const columns = ['customer number', 'x', 'y', 'demand', 'ready time', 'due date', 'service time'];
const customerHeader = 'CUST NO. XCOORD. YCOORD. DEMAND READY TIME DUE DATE SERVICE TIME';

/** Reads the text of a file; what is wrong comes back as a defect with its line. */
export function readSolomon(text: string): Read<SolomonFile> {
  return reading(text, () => {
    const cursor = lineCursor(text);
    const name = cursor.next('a name').text;
    takeHeader(cursor, 'VEHICLE');
    takeHeader(cursor, 'NUMBER CAPACITY');
    const fleet = cursor.next('the number of vehicles and their capacity');
    const [vehicles, capacity] = numbersOf(fleet, ['number of vehicles', 'capacity']) as [number, number];
    needAtLeast(fleet, 'number of vehicles', vehicles, 1, true);
    needAtLeast(fleet, 'capacity', capacity, 0);
    takeHeader(cursor, 'CUSTOMER');
    takeHeader(cursor, customerHeader);
    return { name, vehicles, capacity, customers: readCustomers(cursor.rest(), fleet) };
  });
}

function readCustomers(lines: readonly TextLine[], before: TextLine): SolomonCustomer[] {
  const customers: SolomonCustomer[] = [];
  const lineOf = new Map<number, number>();
  for (const line of lines) {
    if (customers.length > customersMax) {
      throw new DefectFound({ code: 'too-many-customers', line: line.number, most: customersMax });
    }
    const customer = readCustomer(line);
    const firstLine = lineOf.get(customer.number);
    if (firstLine !== undefined) {
      throw new DefectFound({ code: 'number-taken', line: line.number, number: customer.number, firstLine });
    }
    lineOf.set(customer.number, line.number);
    if (customers.length === 0 && customer.demand !== 0) {
      throw new DefectFound({ code: 'depot-with-demand', line: line.number, demand: customer.demand });
    }
    customers.push(customer);
  }
  if (customers.length < 2) throw new DefectFound({ code: 'no-customers', line: (lines.at(-1) ?? before).number });
  return customers;
}

function readCustomer(line: TextLine): SolomonCustomer {
  const values = numbersOf(line, columns);
  const [number, x, y, demand, ready, due, service] = values as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  needAtLeast(line, 'customer number', number, 0, true);
  needAtLeast(line, 'demand', demand, 0);
  needAtLeast(line, 'service time', service, 0);
  if (ready > due) throw new DefectFound({ code: 'window-upside-down', line: line.number, ready, due });
  return { number, x, y, demand, ready, due, service };
}

/** The text of a file, in columns as the published ones. */
export function writeSolomon(file: SolomonFile): string {
  const row = (values: readonly (number | string)[], width: number) =>
    values.map((value) => String(value).padStart(width)).join(' ');
  return [
    file.name,
    '',
    'VEHICLE',
    'NUMBER     CAPACITY',
    row([file.vehicles, file.capacity], 8),
    '',
    'CUSTOMER',
    'CUST NO.   XCOORD.    YCOORD.    DEMAND   READY TIME   DUE DATE   SERVICE TIME',
    '',
    ...file.customers.map((c) => row([c.number, c.x, c.y, c.demand, c.ready, c.due, c.service], 10)),
    '',
  ].join('\n');
}

/**
 * The problem a file states: jobs are deliveries named by their customer numbers, vehicles are `1`, `2`, …, and both
 * travel times and distances are Euclidean. `fleet` replaces the file's number of vehicles.
 */
export function solomonProblem(file: SolomonFile, fleet = file.vehicles): Problem {
  const [depot, ...customers] = file.customers;
  const home = String(depot!.number);
  const matrix = planarMatrix(file.customers);
  return {
    places: file.customers.map((customer) => ({ id: String(customer.number) })),
    profiles: { default: { kind: 'matrix', durations: matrix, distances: matrix } },
    vehicles: Array.from({ length: fleet }, (_, index) => ({
      id: String(index + 1),
      start: home,
      end: home,
      shift: { earliest: depot!.ready, latest: depot!.due },
      capacity: [file.capacity],
    })),
    jobs: customers.map((customer) => ({
      kind: 'deliver',
      id: String(customer.number),
      amount: [customer.demand],
      stop: {
        place: String(customer.number),
        duration: customer.service,
        windows: [{ earliest: customer.ready, latest: customer.due }],
      },
    })),
  };
}

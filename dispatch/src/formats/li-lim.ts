import type { CarryJob, Problem, Stop } from '../problem.ts';
import { customersMax, DefectFound, reading } from './format-defect.ts';
import type { Read } from './format-defect.ts';
import { planarMatrix } from './planar-matrix.ts';
import type { SolomonCustomer } from './solomon.ts';
import { lineCursor, needAtLeast, numbersOf } from './text-lines.ts';
import type { TextLine } from './text-lines.ts';

/** A file in the format of Li and Lim (2001): one depot, equal vehicles, pairs of pickup and delivery. */
export interface LiLimFile {
  readonly vehicles: number;
  readonly capacity: number;
  /** Stands in every file and is not used, neither in the published results nor here. */
  readonly speed: number;
  /** The depot first. */
  readonly customers: readonly LiLimCustomer[];
}

export interface LiLimCustomer extends SolomonCustomer {
  /** Number of the pickup this delivers, or 0. */
  readonly pickup: number;
  /** Number of the delivery of this pickup, or 0. */
  readonly delivery: number;
}

const columns = [
  'task number',
  'x',
  'y',
  'demand',
  'ready time',
  'due date',
  'service time',
  'pickup number',
  'delivery number',
];

/** Reads the text of a file; what is wrong comes back as a defect with its line. */
export function readLiLim(text: string): Read<LiLimFile> {
  return reading(text, () => {
    const cursor = lineCursor(text);
    const fleet = cursor.next('the number of vehicles, their capacity and speed');
    const [vehicles, capacity, speed] = numbersOf(fleet, ['number of vehicles', 'capacity', 'speed']) as [
      number,
      number,
      number,
    ];
    needAtLeast(fleet, 'number of vehicles', vehicles, 1, true);
    needAtLeast(fleet, 'capacity', capacity, 0);
    const lines = cursor.rest();
    if (lines.length < 2) throw new DefectFound({ code: 'no-customers', line: (lines.at(-1) ?? fleet).number });
    if (lines.length - 1 > customersMax) {
      throw new DefectFound({ code: 'too-many-customers', line: lines.at(-1)!.number, most: customersMax });
    }
    const customers = lines.map(readTask);
    checkDepot(lines[0]!, customers[0]!);
    checkPairs(lines, customers);
    return { vehicles, capacity, speed, customers };
  });
}

function readTask(line: TextLine): LiLimCustomer {
  const values = numbersOf(line, columns) as [number, number, number, number, number, number, number, number, number];
  const [number, x, y, demand, ready, due, service, pickup, delivery] = values;
  needAtLeast(line, 'task number', number, 0, true);
  needAtLeast(line, 'service time', service, 0);
  needAtLeast(line, 'pickup number', pickup, 0, true);
  needAtLeast(line, 'delivery number', delivery, 0, true);
  if (ready > due) throw new DefectFound({ code: 'window-upside-down', line: line.number, ready, due });
  return { number, x, y, demand, ready, due, service, pickup, delivery };
}

function checkDepot(line: TextLine, depot: LiLimCustomer): void {
  if (depot.demand !== 0) throw new DefectFound({ code: 'depot-with-demand', line: line.number, demand: depot.demand });
  if (depot.number !== 0) {
    // 0 in the last two columns means "none", so no task but the depot can have that number.
    throw new DefectFound({ code: 'out-of-range', line: line.number, field: 'depot number', found: depot.number });
  }
}

/** Every task is half of exactly one pair, and both halves move the same amount. */
function checkPairs(lines: readonly TextLine[], customers: readonly LiLimCustomer[]): void {
  const byNumber = new Map<number, { readonly customer: LiLimCustomer; readonly line: number }>();
  for (const [index, customer] of customers.entries()) {
    const line = lines[index]!.number;
    const taken = byNumber.get(customer.number);
    if (taken) {
      throw new DefectFound({ code: 'number-taken', line, number: customer.number, firstLine: taken.line });
    }
    byNumber.set(customer.number, { customer, line });
  }
  for (const [index, customer] of customers.entries()) {
    if (index === 0) continue;
    const line = lines[index]!.number;
    const isPickup = customer.pickup === 0;
    const partner = isPickup ? customer.delivery : customer.pickup;
    const other = byNumber.get(partner)?.customer;
    if (!other || partner === 0) throw new DefectFound({ code: 'partner-unknown', line, partner });
    const answers = isPickup ? other.pickup === customer.number : other.delivery === customer.number;
    const halves = (customer.pickup === 0) !== (customer.delivery === 0) && (other.pickup === 0) !== isPickup;
    const amounts = isPickup ? customer.demand >= 0 : customer.demand <= 0;
    if (!answers || !halves || !amounts || customer.demand + other.demand !== 0) {
      throw new DefectFound({ code: 'partner-does-not-match', line, partner });
    }
  }
}

/** The text of a file, tabs between the columns as in the published ones. */
export function writeLiLim(file: LiLimFile): string {
  const rows = file.customers.map((c) =>
    [c.number, c.x, c.y, c.demand, c.ready, c.due, c.service, c.pickup, c.delivery].join('\t'),
  );
  return [[file.vehicles, file.capacity, file.speed].join('\t'), ...rows, ''].join('\n');
}

/**
 * The problem a file states: jobs are carries named by the number of their pickup, their stops by their own numbers;
 * vehicles are `1`, `2`, …, and both travel times and distances are Euclidean. `fleet` replaces the file's number.
 */
export function liLimProblem(file: LiLimFile, fleet = file.vehicles): Problem {
  const depot = file.customers[0]!;
  const home = String(depot.number);
  const matrix = planarMatrix(file.customers);
  const byNumber = new Map(file.customers.map((customer) => [customer.number, customer]));
  const stopOf = (customer: LiLimCustomer): Stop => ({
    id: String(customer.number),
    place: String(customer.number),
    duration: customer.service,
    windows: [{ earliest: customer.ready, latest: customer.due }],
  });
  const jobs = file.customers
    .filter((customer) => customer.delivery !== 0)
    .map((pickup): CarryJob => ({
      kind: 'carry',
      id: String(pickup.number),
      pickups: [{ ...stopOf(pickup), amount: [pickup.demand] }],
      delivery: stopOf(byNumber.get(pickup.delivery)!),
    }));
  return {
    places: file.customers.map((customer) => ({ id: String(customer.number) })),
    profiles: { default: { kind: 'matrix', durations: matrix, distances: matrix } },
    vehicles: Array.from({ length: fleet }, (_, index) => ({
      id: String(index + 1),
      start: home,
      end: home,
      shift: { earliest: depot.ready, latest: depot.due },
      capacity: [file.capacity],
    })),
    jobs,
  };
}

import { DefectFound } from './format-defect.ts';
import { fields, list, number, table, text } from './shape.ts';
import type { Shape } from './shape.ts';

// The part of VROOM's input (its API documentation, version 1.14) that is read here. Fields that would change the meaning
// and cannot be kept are refused by name; fields that only describe are taken and not used.

const whole = number({ isWhole: true });
const notNegative = number({ least: 0 });
const amount = list(number({ least: 0, isWhole: true }));
const window = list(number(), 2);
const windows = list(window);
const priority = number({ least: 0, most: 100, isWhole: true });
const coordinates = list(number(), 2);

function unsupported(what: string): Shape {
  return (_, path) => {
    throw new DefectFound({ code: 'not-supported', path, what });
  };
}

/** Setup is served only on arrival from elsewhere; zero says nothing and is taken. */
const noSetup: Shape = (value, path) => {
  if (value !== 0) unsupported('a setup time')(value, path);
};

const where = { location: coordinates, location_index: number({ least: 0, isWhole: true }) };

const step = fields(
  { id: whole },
  {
    ...where,
    description: text,
    setup: noSetup,
    service: notNegative,
    setup_per_type: unsupported('a setup time'),
    service_per_type: table(notNegative),
    time_windows: windows,
  },
);

const job = fields(
  { id: whole },
  {
    ...where,
    description: text,
    setup: noSetup,
    service: notNegative,
    setup_per_type: unsupported('a setup time'),
    service_per_type: table(notNegative),
    delivery: amount,
    pickup: amount,
    skills: list(whole),
    priority,
    time_windows: windows,
  },
);

const shipment = fields({ pickup: step, delivery: step }, { amount, skills: list(whole), priority });

const vehicle = fields(
  { id: whole },
  {
    profile: text,
    description: text,
    start: coordinates,
    start_index: number({ least: 0, isWhole: true }),
    end: coordinates,
    end_index: number({ least: 0, isWhole: true }),
    capacity: amount,
    skills: list(whole),
    type: text,
    time_window: window,
    breaks: list(
      fields(
        { id: whole, time_windows: list(window, 1) },
        { service: notNegative, description: text, max_load: unsupported('a load limit during breaks') },
      ),
    ),
    speed_factor: number({ above: 0 }),
    max_tasks: number({ least: 0, isWhole: true }),
    max_distance: notNegative,
    max_travel_time: unsupported('a limit of travel time without waiting and service'),
    costs: fields(
      {},
      {
        fixed: notNegative,
        per_hour: notNegative,
        per_km: notNegative,
        per_task_hour: unsupported('a cost of service time'),
      },
    ),
    steps: unsupported('a given order of steps'),
  },
);

const square = list(list(notNegative));

export const vroomShape = fields(
  { vehicles: list(vehicle) },
  {
    jobs: list(job),
    shipments: list(shipment),
    matrices: table(fields({ durations: square }, { distances: square, costs: unsupported('a matrix of costs') })),
    relations: unsupported('a relation'),
    geometry: unsupported('geometry'),
  },
);

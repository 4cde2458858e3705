import { byKind, fields, list, number, oneOf, orNull, table, text } from './shape.ts';
import type { Shape } from './shape.ts';

// The shape of `problem.ts` once more, for values that come from outside. Names that must exist are not looked up here.

const any = number();
const notNegative = number({ least: 0 });
const aboveZero = number({ above: 0 });
const whole = number({ least: 0, isWhole: true });
const amount = list(notNegative);
const texts = list(text);

const window = fields({}, { earliest: any, latest: any });

/** Rows of numbers, or one flat row-major list. */
const matrix: Shape = (value, path) => {
  const isFlat = Array.isArray(value) && typeof value[0] === 'number';
  (isFlat ? list(notNegative) : list(list(notNegative)))(value, path);
};

const profile = byKind({
  matrix: fields({ kind: text, durations: matrix }, { distances: matrix, hourFactors: list(aboveZero, 24) }),
  haversine: fields({ kind: text, speed: aboveZero }, { detour: aboveZero, hourFactors: list(aboveZero, 24) }),
});

const lockedEntry = byKind({
  stop: fields({ kind: text, stop: text }, { startedAt: any }),
  reload: fields({ kind: text, place: text }, { startedAt: any }),
});

const vehicle = fields(
  { id: text, start: orNull(text), end: orNull(text) },
  {
    type: text,
    shift: window,
    breaks: list(fields({ id: text, window, duration: notNegative })),
    capacity: amount,
    skills: texts,
    kit: texts,
    profile: text,
    speedFactor: aboveZero,
    maxDistance: notNegative,
    maxDuration: notNegative,
    maxStops: whole,
    people: whole,
    fixedCost: notNegative,
    price: fields({}, { perDistance: notNegative, perDuration: notNegative, perTravelTime: notNegative }),
    reload: fields({ places: texts }, { duration: notNegative, most: whole }),
    loadOrder: oneOf('any', 'lifo'),
    locked: list(lockedEntry),
  },
);

const stopFields = {
  id: text,
  duration: notNegative,
  durationByType: table(notNegative),
  windows: list(window),
  preferred: fields({}, { earliest: any, latest: any, pricePerEarly: notNegative, pricePerLate: notNegative }),
};
const stop = fields({ place: text }, stopFields);
const pickup = fields({ place: text }, { ...stopFields, amount });

const terms = {
  skills: texts,
  kit: texts,
  vehicles: texts,
  notVehicles: texts,
  tier: whole,
  weight: aboveZero,
  skipCost: notNegative,
  requestedAt: any,
  maxAge: notNegative,
};

const job = byKind({
  visit: fields({ kind: text, id: text, stop }, { ...terms, units: number({ least: 1, isWhole: true }) }),
  deliver: fields({ kind: text, id: text, stop, amount }, terms),
  collect: fields({ kind: text, id: text, stop, amount }, terms),
  carry: fields({ kind: text, id: text, pickups: list(pickup), delivery: stop }, { ...terms, maxRide: notNegative }),
});

const sharing = fields({ kind: text, jobs: texts });
const link = byKind({
  'same-vehicle': sharing,
  'different-vehicles': sharing,
  gap: fields({ kind: text, first: text, second: text }, { atLeast: any, atMost: any }),
});

const told = fields(
  {
    routes: list(fields({ vehicle: text, stops: list(fields({ stop: text }, { startAt: any })) })),
    pricePerChange: notNegative,
  },
  { pricePerShift: notNegative },
);

const place = fields(
  { id: text },
  { latitude: number({ least: -90, most: 90 }), longitude: number({ least: -180, most: 180 }) },
);

export const problemShape = fields(
  { places: list(place), profiles: table(profile), vehicles: list(vehicle), jobs: list(job) },
  {
    links: list(link),
    dimensions: texts,
    objective: fields(
      {},
      {
        second: oneOf('vehicles', 'people', 'fairness'),
        fairnessBy: oneOf('stops', 'duration'),
        fairnessUnit: aboveZero,
        cost: oneOf('distance', 'time', 'price'),
      },
    ),
    midnightAt: any,
    now: any,
    told,
  },
);

const entry = fields(
  {
    kind: oneOf('start', 'stop', 'break', 'reload', 'end'),
    place: text,
    arriveAt: any,
    startAt: any,
    departAt: any,
    load: list(any),
  },
  { job: text, id: text },
);

export const planShape = fields({
  routes: list(
    fields({ vehicle: text, entries: list(entry), startAt: any, endAt: any, distance: any, travelTime: any }),
  ),
  unserved: texts,
  objective: list(any),
  cost: fields({ way: any, fixed: any, windows: any, skipped: any, changes: any, total: any }),
});

/** One rule of the problem that a plan breaks, and where. `excess` says by how much, in the unit of the rule. */
export interface PlanDefect {
  readonly rule: PlanRule;
  readonly vehicle?: string;
  readonly job?: string;
  readonly stop?: string;
  readonly excess?: number;
}

/** Every rule there is. The mutation tests show for each that a plan breaking it is caught. */
export const planRules = [
  // What stands in the plan at all.
  'vehicle-unknown',
  'vehicle-twice',
  'routes-out-of-order',
  'route-empty',
  'route-not-framed',
  'stop-unknown',
  'stop-twice',
  'job-partly-served',
  'job-in-several-vehicles',
  'unserved-list-wrong',
  'units-wrong',
  'units-not-together',
  'place-wrong',
  // Time.
  'arrival-wrong',
  'start-before-arrival',
  'departure-wrong',
  'window-missed',
  'shift-exceeded',
  'before-now',
  'too-old',
  'break-unknown',
  'break-missing',
  'break-out-of-order',
  'break-outside-window',
  // Load.
  'load-wrong',
  'capacity-exceeded',
  'delivery-before-pickup',
  'ride-too-long',
  'not-on-top',
  'reload-not-possible',
  'too-many-reloads',
  // Who may.
  'skill-missing',
  'kit-missing',
  'vehicle-not-allowed',
  'vehicle-forbidden',
  // How much.
  'distance-exceeded',
  'duration-exceeded',
  'stops-exceeded',
  // Ties and locks.
  'not-same-vehicle',
  'not-different-vehicles',
  'gap-too-short',
  'gap-too-long',
  'lock-broken',
  // What the plan says of itself.
  'route-totals-wrong',
  'objective-wrong',
  'cost-wrong',
] as const;

export type PlanRule = (typeof planRules)[number];

/** Times may differ by rounding only: a millionth of a second, and more where the clock counts from far away. */
export function isLater(a: number, b: number): boolean {
  return a > b + 1e-6 + 1e-12 * Math.max(Math.abs(a), Math.abs(b));
}

export function isSameTime(a: number, b: number): boolean {
  return !isLater(a, b) && !isLater(b, a);
}

/** Sums of many numbers gather more rounding. */
export function isMore(a: number, b: number): boolean {
  return a > b + 1e-6 + 1e-9 * Math.max(Math.abs(a), Math.abs(b));
}

export function isSameSum(a: number, b: number): boolean {
  return !isMore(a, b) && !isMore(b, a);
}

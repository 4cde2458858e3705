/**
 * The temperature over the budget: one slow cooling, or where there is time several quicker ones, each from the best
 * plan so far. What one cooling froze into, say a vehicle too many, the next can still leave. A large plan is cooled as
 * a whole once, and then in one district after the other.
 */
export interface Cooling {
  /** At a look at the clock: how hot it is, in mean legs, and which part of the schedule it is. */
  look(progress: number, iterations: number): void;
  readonly temperature: number;
  /** Coolings begun before this one. */
  readonly cycle: number;
  /** Whether this one is of a district only. */
  readonly isLocal: boolean;
  /** How many times routes should have been combined by now. */
  readonly combinations: number;
}

/** How the budget is divided. */
interface Schedule {
  /** Coolings of the whole plan, and the share of the budget they have together. */
  readonly whole: number;
  readonly share: number;
  /** Coolings of a district after them. */
  readonly local: number;
}

/** From plans that are already good, less is thrown about than at the very beginning. */
const hottestAgain = 1;
const mostCycles = 4;
/** Iterations that a cooling needs, by visits and by pairs of visits: two that are too quick are worse than one slow one. */
const leastPerVisit = 500;
const leastPerPair = 2;
/** Share of the budget after which the speed is known. */
const measuredAt = 0.04;
/** Where plans are divided: share of the budget for the whole, and iterations of a district, at the speed of the whole. */
const wholeShare = 0.5;
const leastPerDistrict = 10_000;
const fewestDistricts = 4;
/** Share of a cooling after which routes are combined, what is left of it polishes the result; of districts, of them all. */
const combineAt = 0.9;
const combineDistrictsAt = 0.97;

/** Temperatures at the beginning and at the end, in mean legs. */
export interface Warmth {
  readonly hottest: number;
  readonly coldest: number;
}

/** `once`: one cooling of the whole. `mayDivide` is asked when the speed is known. */
export function createCooling(
  visitCount: number,
  { hottest, coldest }: Warmth,
  once: boolean,
  mayDivide: () => boolean,
): Cooling {
  const slow: Schedule = { whole: 1, share: 1, local: 0 };
  let schedule: Schedule | null = once ? slow : null;
  const cooling = {
    temperature: hottest,
    cycle: 0,
    isLocal: false,
    combinations: 0,
    look: (progress: number, iterations: number): void => {
      if (schedule === null && progress >= measuredAt) {
        schedule = divide(visitCount, iterations / progress, mayDivide());
      }
      const { whole, share, local } = schedule ?? slow;
      cooling.isLocal = progress >= share;
      const done = cooling.isLocal ? whole + ((progress - share) / (1 - share)) * local : (progress / share) * whole;
      cooling.cycle = Math.floor(done);
      cooling.combinations = Math.min(whole, Math.floor(done + 1 - combineAt));
      if (cooling.isLocal && progress > combineDistrictsAt) cooling.combinations += 1;
      const hot = cooling.cycle === 0 ? hottest : Math.min(hottest, hottestAgain);
      cooling.temperature = hot * (coldest / hot) ** (done - cooling.cycle);
    },
  };
  return cooling;
}

/** `iterations`: as many as there will be in the whole budget. */
function divide(visitCount: number, iterations: number, isDivisible: boolean): Schedule {
  const local = Math.floor((iterations * (1 - wholeShare)) / leastPerDistrict);
  if (isDivisible && local >= fewestDistricts) return { whole: 1, share: wholeShare, local };
  const least = Math.max(leastPerVisit * visitCount, leastPerPair * visitCount ** 2);
  return { whole: Math.max(1, Math.min(mostCycles, Math.floor(iterations / least))), share: 1, local: 0 };
}

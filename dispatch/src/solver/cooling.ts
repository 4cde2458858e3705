/**
 * The temperature over the budget: one slow cooling, or where there is time several quicker ones, each from the best
 * plan so far. What one cooling froze into, say a vehicle too many, the next can still leave.
 */
export interface Cooling {
  /** At a look at the clock: how hot it is, in mean legs, and which part of the schedule it is. */
  look(progress: number, iterations: number): void;
  readonly temperature: number;
  /** Coolings begun before this one. */
  readonly cycle: number;
  /** Share of this cooling that is over. */
  readonly within: number;
}

/** From plans that are already good, less is thrown about than at the very beginning. */
const hottestAgain = 1;
const mostCycles = 4;
/** Iterations that a cooling needs, by visits and by pairs of visits: two that are too quick are worse than one slow one. */
const leastPerVisit = 500;
const leastPerPair = 2;
/** Share of the budget after which the speed is known. */
const measuredAt = 0.04;

/** Temperatures at the beginning and at the end, in mean legs. */
export interface Warmth {
  readonly hottest: number;
  readonly coldest: number;
}

export function createCooling(visitCount: number, { hottest, coldest }: Warmth, once: boolean): Cooling {
  const least = Math.max(leastPerVisit * visitCount, leastPerPair * visitCount ** 2);
  let cycles = once ? 1 : 0;
  const cooling = {
    temperature: hottest,
    cycle: 0,
    within: 0,
    look: (progress: number, iterations: number): void => {
      if (cycles === 0 && progress >= measuredAt) {
        cycles = Math.max(1, Math.min(mostCycles, Math.floor(iterations / progress / least)));
      }
      const done = progress * Math.max(1, cycles);
      cooling.cycle = Math.floor(done);
      cooling.within = done - cooling.cycle;
      const hot = cooling.cycle === 0 ? hottest : Math.min(hottest, hottestAgain);
      cooling.temperature = hot * (coldest / hot) ** cooling.within;
    },
  };
  return cooling;
}

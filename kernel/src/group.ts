import { starterKindCodes, starterTicks, type StarterTick } from './catalog/starter-sets.ts';
import type { GroupId } from './ids.ts';

/** A community that uses Barnraise, as its rules see it. A group without an area is an online one. */
export type Group = {
  readonly id: GroupId;
  readonly zone: string;
  /** ISO 3166 code: emergency numbers and the way telephone numbers are written. */
  readonly country: string;
  /** ISO 4217 code of its money, of which kinds of money count cents. */
  readonly currency: string;
  readonly areaCells: readonly string[];
  readonly languages: readonly string[];
};

/** Pages a group's menu may begin with. Ask, offer and the list of needs are there for everybody. */
export const groupPages = [
  'ask',
  'offer',
  'needs',
  'shifts',
  'supplies',
  'drives',
  'fund',
  'directory',
  'visits',
  'emergency',
] as const;
export type GroupPage = (typeof groupPages)[number];

/** Teams a group begins with. */
export const starterTeams = ['pantry', 'drivers', 'repair', 'visitors', 'fund', 'storm'] as const;
export type StarterTeam = (typeof starterTeams)[number];

/** What is set up when a group starts. */
export type StarterPlan = {
  readonly kindCodes: readonly string[];
  readonly pages: readonly GroupPage[];
  readonly teams: readonly StarterTeam[];
};

type Extras = { readonly pages: readonly GroupPage[]; readonly teams: readonly StarterTeam[] };

const everybody: readonly GroupPage[] = ['ask', 'offer', 'needs'];

const extras: { readonly [Tick in StarterTick]: Extras } = {
  pantry: { pages: ['supplies', 'shifts'], teams: ['pantry'] },
  drives: { pages: ['drives', 'supplies'], teams: ['pantry'] },
  rides: { pages: ['directory'], teams: ['drivers'] },
  repairs: { pages: ['directory'], teams: ['repair'] },
  visits: { pages: ['visits'], teams: ['visitors'] },
  skills: { pages: ['directory'], teams: [] },
  shifts: { pages: ['shifts'], teams: [] },
  fund: { pages: ['fund'], teams: ['fund'] },
  storm: { pages: ['emergency', 'supplies', 'directory'], teams: ['storm'] },
  meals: { pages: ['shifts'], teams: [] },
  'child-care': { pages: ['directory'], teams: [] },
  'translation-and-forms': { pages: ['directory'], teams: [] },
  'tool-library': { pages: ['supplies'], teams: [] },
  'online-forum': { pages: ['directory'], teams: [] },
};

/**
 * What follows from "what do you already do?": the kinds that are switched on, the pages in the menu and the first teams.
 * Nothing ticked means a plain board, with the kinds of rides, repairs and the pantry, since asking must work at once.
 */
export function starterPlan(ticks: readonly StarterTick[]): StarterPlan {
  const chosen = starterTicks.filter((tick) => ticks.includes(tick));
  const kindTicks: readonly StarterTick[] = chosen.length > 0 ? chosen : ['pantry', 'rides', 'repairs'];
  const pages = new Set([...everybody, ...chosen.flatMap((tick) => extras[tick].pages)]);
  const teams = new Set(chosen.flatMap((tick) => extras[tick].teams));
  return {
    kindCodes: starterKindCodes(kindTicks),
    pages: groupPages.filter((page) => pages.has(page)),
    teams: starterTeams.filter((team) => teams.has(team)),
  };
}

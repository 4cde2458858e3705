import type { KindId } from './ids.ts';
import { addMinutes, type Instant, type TimeWindow } from './instant.ts';
import type { MustKnowCode } from './must-know.ts';
import type { BaseUnit, EntryUnit, UnitCode } from './unit.ts';

/** What sort of thing a kind is: it decides which ledger accounts an event of it moves between. */
export const kindNatures = ['goods', 'service', 'work', 'money', 'space'] as const;
export type KindNature = (typeof kindNatures)[number];

/** The shelf a kind stands on: how lists, forms and the starter ticks find it. */
export const kindThemes = [
  'food',
  'baby',
  'hygiene',
  'health',
  'clothing',
  'household',
  'ride',
  'repair',
  'yard-and-wood',
  'tools',
  'animals',
  'care',
  'company',
  'paperwork',
  'teaching',
  'shift',
  'skill',
  'money',
  'space',
  'rescue',
  'storm',
  'other',
] as const;
export type KindTheme = (typeof kindThemes)[number];

/** How long an accepted commitment may wait unstarted before it lapses. */
export type LeaseRule =
  /** So many minutes from acceptance: rescue and everything that is wanted soon. */
  | { readonly kind: 'after-accept'; readonly minutes: number }
  /** Until the need's window opens plus a grace, for shifts and appointments; `otherwiseMinutes` where it has none. */
  | { readonly kind: 'until-window'; readonly graceMinutes: number; readonly otherwiseMinutes: number };

/**
 * What has to be heeded when help of this kind is given. `two-people`: a visit takes two. `never-alone`: the helper is
 * never alone with the person served (children, bedside care). `vetted`: only for helpers whom a coordinator approved.
 * `keep-cold`: goods that spoil unless kept cold.
 */
export const precautions = ['two-people', 'never-alone', 'vetted', 'keep-cold'] as const;
export type Precaution = (typeof precautions)[number];

/** Languages in which built-in kinds have names. */
export type KindLanguage = 'en' | 'es';

/** `name` as a list would show it; `synonyms` are what people type instead, singular, plural, slang, brands gone generic. */
export type KindName = { readonly name: string; readonly synonyms: readonly string[] };

/**
 * What can be needed or offered. A built-in definition is copied into a group when it is switched on, and keeps its
 * global `code`, by which two groups know that they mean the same thing.
 */
export type KindDefinition = {
  /** Global, stable, dotted kebab-case: `baby.diapers`. A group's own kinds begin with `own.`. */
  readonly code: string;
  readonly nature: KindNature;
  readonly theme: KindTheme;
  readonly baseUnit: BaseUnit;
  /** Units offered in forms, the usual one first; at least one. */
  readonly entryUnits: readonly EntryUnit[];
  /** How old a fact about it may be before it is shown as old. */
  readonly freshnessMinutes: number;
  readonly lease: LeaseRule;
  readonly precautions: readonly Precaution[];
  /** Facts to ask when somebody asks for it. */
  readonly mustKnow: readonly MustKnowCode[];
  /** True for what is lent and comes back: tools, cribs, walkers. */
  readonly returns: boolean;
  /** True for goods counted by lot, because they expire or can be recalled. */
  readonly lots: boolean;
  /** True when a person's life or health can hang on it: it weighs in the urgency of a request. */
  readonly vital: boolean;
  readonly names: { readonly [Language in KindLanguage]: KindName };
};

/** A kind as one group has it. `active` is false once the group stops offering it; old records keep pointing at it. */
export type Kind = KindDefinition & { readonly id: KindId; readonly active: boolean };

/** Budgets of age, in minutes: after that a fact is shown as old. */
export const freshnessBudgets = {
  rescue: 30,
  shelter: 4 * 60,
  goods: 24 * 60,
  cleanUp: 7 * 24 * 60,
} as const;

/** Lease lengths most kinds share. A rescuer who does not start within 20 minutes is not coming. */
export const leases = {
  rescue: { kind: 'after-accept', minutes: 20 },
  today: { kind: 'after-accept', minutes: 4 * 60 },
  goods: { kind: 'after-accept', minutes: 48 * 60 },
  unhurried: { kind: 'after-accept', minutes: 7 * 24 * 60 },
  appointment: { kind: 'until-window', graceMinutes: 30, otherwiseMinutes: 24 * 60 },
  shift: { kind: 'until-window', graceMinutes: 60, otherwiseMinutes: 48 * 60 },
} as const satisfies { readonly [name: string]: LeaseRule };

/** The entry unit of that code, or undefined where the kind does not offer it. */
export function entryUnit(kind: KindDefinition, code: UnitCode): EntryUnit | undefined {
  return kind.entryUnits.find((unit) => unit.code === code);
}

/**
 * Until when a commitment accepted at `acceptedAt` may stay unstarted.
 *
 * One taken after the window opened still gets the grace, counted from its own acceptance, so that it is never born
 * lapsed. (`graceMinutes` is at least one.)
 */
export function leaseEndsAt(rule: LeaseRule, window: TimeWindow | null, acceptedAt: Instant): Instant {
  if (rule.kind === 'after-accept') return addMinutes(acceptedAt, rule.minutes);
  if (window === null) return addMinutes(acceptedAt, rule.otherwiseMinutes);
  return addMinutes(Math.max(window.fromAt, acceptedAt), rule.graceMinutes);
}

const codeShape = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*(?:\.[a-z0-9]+(?:-[a-z0-9]+)*)+$/;

/** What is wrong with a definition, as codes; empty when nothing is. Used by the catalog's tests and the kind form. */
export function kindFaults(kind: KindDefinition): readonly string[] {
  const faults: string[] = [];
  const fault = (wrong: boolean, code: string): void => void (wrong && faults.push(code));
  const positive = (value: number): boolean => Number.isSafeInteger(value) && value > 0;
  fault(!codeShape.test(kind.code), 'code-shape');
  fault(kind.entryUnits.length === 0, 'no-entry-unit');
  fault(new Set(kind.entryUnits.map((unit) => unit.code)).size !== kind.entryUnits.length, 'entry-unit-twice');
  fault(!kind.entryUnits.every((unit) => positive(unit.numerator) && positive(unit.denominator)), 'entry-unit-factor');
  fault(!positive(kind.freshnessMinutes), 'freshness');
  fault(!leaseMinutes(kind.lease).every(positive), 'lease');
  fault((kind.nature === 'money') !== (kind.baseUnit === 'cent'), 'money-in-cents');
  fault(kind.names.en.name.trim() === '' || kind.names.es.name.trim() === '', 'no-name');
  return faults;
}

function leaseMinutes(rule: LeaseRule): readonly number[] {
  return rule.kind === 'after-accept' ? [rule.minutes] : [rule.graceMinutes, rule.otherwiseMinutes];
}

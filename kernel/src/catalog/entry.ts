import {
  freshnessBudgets,
  leases,
  type KindDefinition,
  type KindLanguage,
  type KindNature,
  type KindTheme,
  type Precaution,
} from '../kind.ts';
import type { MustKnowCode } from '../must-know.ts';
import type { BaseUnit } from '../unit.ts';
import { readUnits } from './entry-units.ts';
import type { PictureName } from './pictures.ts';

/** One thing and several of it, as a sentence would say it, in lower case: "2 food boxes". */
export type KindForms = { readonly one: string; readonly other: string };

/** A built-in kind: its definition, and what pages and exchanges with other systems need beside it. */
export type CatalogKind = KindDefinition & {
  readonly picture: PictureName;
  readonly forms: { readonly [Language in KindLanguage]: KindForms };
  /** Codes of public classifications by the name of the scheme; only those that were checked against their source. */
  readonly codes: { readonly [scheme: string]: string };
};

/** How old a fact may be: the four budgets of the design, and a month for standing skills and spaces. */
const freshnessMinutes = {
  minutes: freshnessBudgets.rescue,
  hours: freshnessBudgets.shelter,
  day: freshnessBudgets.goods,
  week: freshnessBudgets.cleanUp,
  month: 30 * 24 * 60,
} as const;

/** What the kinds of one file share. */
export type EntryDefaults = {
  readonly nature: KindNature;
  readonly theme: KindTheme;
  readonly picture: PictureName;
  readonly freshness: keyof typeof freshnessMinutes;
  readonly lease: keyof typeof leases;
  /** Base unit; `each` when left out. */
  readonly unit?: BaseUnit;
  /** Entry units, the usual one first, in the notation of `readUnits`; the base unit when left out. */
  readonly units?: string;
  /** Must-know codes, parted by spaces. */
  readonly asks?: string;
  /** Precautions, parted by spaces. */
  readonly heed?: string;
  readonly returns?: boolean;
  readonly lots?: boolean;
  readonly vital?: boolean;
};

/** One kind as its file writes it: "one | other" names, synonyms parted by commas, and what differs from the file. */
export type Entry = Partial<EntryDefaults> & {
  readonly en: string;
  readonly es: string;
  readonly enWords: string;
  readonly esWords: string;
};

/** The function with which a file of the catalog writes its kinds; the nature is the first part of every code. */
export function entriesOf(defaults: EntryDefaults): (code: string, entry: Entry) => CatalogKind {
  return (code, entry) => catalogKind(`${defaults.nature}.${code}`, { ...defaults, ...entry });
}

function catalogKind(code: string, entry: EntryDefaults & Entry): CatalogKind {
  const unit = entry.unit ?? 'each';
  const forms = { en: readForms(entry.en), es: readForms(entry.es) };
  // A shelf of goods is listed in the plural ("food boxes"); one ride, one visit, one shift in the singular.
  const shown: keyof KindForms = entry.nature === 'goods' ? 'other' : 'one';
  return {
    code,
    nature: entry.nature,
    theme: entry.theme,
    baseUnit: unit,
    entryUnits: readUnits(entry.units ?? '', unit),
    freshnessMinutes: freshnessMinutes[entry.freshness],
    lease: leases[entry.lease],
    precautions: words(entry.heed) as readonly Precaution[],
    mustKnow: words(entry.asks) as readonly MustKnowCode[],
    returns: entry.returns ?? false,
    lots: entry.lots ?? false,
    vital: entry.vital ?? false,
    names: {
      en: { name: forms.en[shown], synonyms: readSynonyms(entry.enWords) },
      es: { name: forms.es[shown], synonyms: readSynonyms(entry.esWords) },
    },
    picture: entry.picture,
    forms,
    codes: {},
  };
}

function readForms(text: string): KindForms {
  const [one = '', other = ''] = text.split('|').map((form) => form.trim());
  return { one, other };
}

function readSynonyms(text: string): readonly string[] {
  return text
    .split(',')
    .map((synonym) => synonym.trim().replace(/\s+/g, ' '))
    .filter((synonym) => synonym !== '');
}

function words(text: string | undefined): readonly string[] {
  return (text ?? '').split(' ').filter((word) => word !== '');
}

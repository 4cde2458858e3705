import { type StarterTick, starterTicks } from '@barnraise/kernel/catalog/starter-sets.ts';
import { parseMail } from '@barnraise/kernel/contact.ts';
import { isTimeZone } from '@barnraise/kernel/time.ts';

import { isLocale, type Locale } from '../words/locale.ts';
import { countries, isCountry } from './countries.ts';
import { addressFault, proposeAddress } from './group-address.ts';
import { isBroken, isPhone, type PostedFields, type Problems } from './posted-fields.ts';
import type { GroupToStart } from './group-to-start.ts';

export const startSteps = 3;

type StartProblem =
  | 'required'
  | 'broken-text'
  | 'choose-one'
  | 'not-a-phone'
  | 'not-a-mail'
  | NonNullable<ReturnType<typeof addressFault>>;

export interface StartReading {
  readonly value: GroupToStart;
  readonly problems: Problems<StartProblem>;
  /** The first step that needs another look; undefined when all is well. */
  readonly problemStep: 2 | 3 | undefined;
}

/**
 * Reads the three steps of "Start your group", which travel together in one form. `upTo` is the step that was filled in
 * last: what has not been asked yet has no problem.
 */
export function readStart(fields: PostedFields, upTo: 1 | 2 | 3): StartReading {
  const group = readGroup(fields);
  const steward = {
    handle: fields.text('handle', 60),
    phone: fields.text('phone', 40),
    mail: fields.text('mail', 254),
  };
  const second = upTo >= 2 ? groupProblems(group) : {};
  const third = upTo >= 3 ? stewardProblems(steward, group.country) : {};
  return {
    value: { ...group, ticks: readTicks(fields), steward },
    problems: { ...second, ...third },
    problemStep: Object.keys(second).length > 0 ? 2 : Object.keys(third).length > 0 ? 3 : undefined,
  };
}

type GroupPart = Omit<GroupToStart, 'ticks' | 'steward'>;

function readTicks(fields: PostedFields): readonly StarterTick[] {
  const ticked = fields.several('ticks');
  return starterTicks.filter((tick) => ticked.includes(tick));
}

function readGroup(fields: PostedFields): GroupPart {
  const name = fields.text('name', 80);
  return {
    name,
    slug: fields.text('slug', 60).toLowerCase() || proposeAddress(name),
    areaLabel: fields.text('where') === 'online' ? '' : fields.text('areaLabel', 80),
    languages: fields.several('languages').filter((language): language is Locale => isLocale(language)),
    zone: fields.text('zone', 60),
    country: fields.text('country', 2),
  };
}

function groupProblems(group: GroupPart): Problems<StartProblem> {
  const fault = addressFault(group.slug);
  return collect({
    name: group.name.length < 2 ? 'required' : isBroken(group.name) && 'broken-text',
    // Without a name nothing could be proposed, which the name's own problem says.
    slug: group.name.length >= 2 && fault,
    areaLabel: isBroken(group.areaLabel) && 'broken-text',
    languages: group.languages.length === 0 && 'choose-one',
    zone: !isTimeZone(group.zone) && 'choose-one',
    country: !isCountry(group.country) && 'choose-one',
  });
}

function stewardProblems({ handle, phone, mail }: GroupToStart['steward'], country: string): Problems<StartProblem> {
  return collect({
    handle: handle === '' ? 'required' : isBroken(handle) && 'broken-text',
    phone: phone !== '' && isCountry(country) && !isPhone(phone, country) && 'not-a-phone',
    mail: mail !== '' && !parseMail(mail) && 'not-a-mail',
  });
}

function collect(found: Readonly<Record<string, StartProblem | false | undefined>>): Problems<StartProblem> {
  return Object.fromEntries(
    Object.entries(found).filter((entry): entry is [string, StartProblem] => Boolean(entry[1])),
  );
}

/** What the second step offers to choose from. */
export function startChoices(locale: Locale): {
  readonly zones: readonly string[];
  readonly countries: ReturnType<typeof countries>;
} {
  return { zones: ['UTC', ...Intl.supportedValuesOf('timeZone')], countries: countries(locale) };
}

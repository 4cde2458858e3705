import { parseWallTime, isTimeZone } from '@barnraise/kernel/time.ts';
import { retentionDays, retentionDaysMax, retentionDaysMin, retentionPurposes } from '@barnraise/kernel/retention.ts';

import { isLocale } from '../words/locale.ts';
import type { GroupSettings } from './change-settings.ts';
import { isCountry } from './countries.ts';
import { isBroken, isPhone, type PostedFields, type Problems } from './posted-fields.ts';

export type SettingsProblem =
  | 'required'
  | 'broken-text'
  | 'choose-one'
  | 'not-a-phone'
  | 'not-a-time'
  | 'not-a-number'
  | 'days';

/** Times a day at which somebody looks, at most: every hour is round the clock. */
const looksMax = 24;

/** Reads the settings as they were typed, with what needs another look. */
export function readSettings(fields: PostedFields): {
  readonly value: GroupSettings;
  readonly problems: Problems<SettingsProblem>;
} {
  const looks = fields
    .text('looksAt', 200)
    .split(/[\s,;]+/)
    .filter((text) => text !== '')
    .slice(0, looksMax);
  const days = retentionPurposes.map((purpose) => [purpose, fields.text(`days-${purpose}`, 6)] as const);
  const value: GroupSettings = {
    name: fields.text('name', 80),
    about: fields.lines('about', 1000),
    areaLabel: fields.text('areaLabel', 80),
    languages: fields.several('languages').filter(isLocale),
    zone: fields.text('zone', 60),
    country: fields.text('country', 2),
    emergencyNumber: fields.text('emergencyNumber', 20),
    publicPhone: fields.text('publicPhone', 40),
    looksAt: looks.flatMap((text) => parseWallTime(text.padStart(5, '0')) ?? []).sort(),
    asksOpen: fields.text('asksOpen') !== 'no',
    // Only what differs from the usual is kept, so that a better usual reaches every group that never cared.
    retention: Object.fromEntries(
      days
        .map(([purpose, text]) => [purpose, Number(text)] as const)
        .filter(([purpose, count]) => isDays(count) && count !== retentionDays[purpose]),
    ),
  };
  const problems: Record<string, SettingsProblem | false> = {
    name: value.name.length < 2 ? 'required' : isBroken(value.name) && 'broken-text',
    about: isBroken(value.about) && 'broken-text',
    languages: value.languages.length === 0 && 'choose-one',
    zone: !isTimeZone(value.zone) && 'choose-one',
    country: !isCountry(value.country) && 'choose-one',
    emergencyNumber: !/^[\d\s-]{0,20}$/.test(value.emergencyNumber) && 'not-a-phone',
    publicPhone: value.publicPhone !== '' && !isPhone(value.publicPhone, value.country) && 'not-a-phone',
    looksAt: value.looksAt.length !== looks.length && 'not-a-time',
  };
  for (const [purpose, text] of days) {
    problems[`days-${purpose}`] = text !== '' && !isDays(Number(text)) && 'days';
  }
  return {
    value,
    problems: Object.fromEntries(
      Object.entries(problems).filter(([, code]) => code !== false),
    ) as Problems<SettingsProblem>,
  };
}

function isDays(count: number): boolean {
  return Number.isSafeInteger(count) && count >= retentionDaysMin && count <= retentionDaysMax;
}

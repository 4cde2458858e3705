/** Codes with a name that are no country to live in: unions, test codes, "unknown". */
const noCountries = new Set(['EU', 'EZ', 'UN', 'QO', 'XA', 'XB', 'ZZ']);
/** Codes that were taken back and now name another's country. */
const withdrawn = new Set([
  'AN',
  'BU',
  'CS',
  'DD',
  'DY',
  'FX',
  'HV',
  'NH',
  'RH',
  'SU',
  'TP',
  'UK',
  'VD',
  'YD',
  'YU',
  'ZR',
  'NT',
  'CT',
  'PU',
  'MI',
  'JT',
  'WK',
  'PZ',
  'FQ',
  'NQ',
  'PC',
]);

export interface Country {
  /** ISO 3166-1 alpha-2. */
  readonly code: string;
  readonly name: string;
}

const made = new Map<string, readonly Country[]>();

/** The countries of the world by their names in a language, in that language's order. Made once for each. */
export function countries(locale: string): readonly Country[] {
  const known = made.get(locale);
  if (known) return known;
  const names = new Intl.DisplayNames(locale, { type: 'region', fallback: 'none' });
  const letters = Array.from({ length: 26 }, (_, index) => String.fromCodePoint(65 + index));
  const list = letters
    .flatMap((first) => letters.map((second) => first + second))
    .filter((code) => !noCountries.has(code) && !withdrawn.has(code))
    .flatMap((code) => {
      const name = names.of(code);
      return name === undefined ? [] : [{ code, name }];
    })
    .sort((a, b) => a.name.localeCompare(b.name, locale));
  made.set(locale, list);
  return list;
}

export function isCountry(code: string): boolean {
  return countries('en').some((country) => country.code === code);
}

/** The languages that the catalog holds in full. */
export const locales = ['en', 'es'] as const;
export type Locale = (typeof locales)[number];

/** Each language under its own name, as the switch between languages shows it. */
export const localeNames: Readonly<Record<Locale, string>> = { en: 'English', es: 'Español' };

export type Direction = 'ltr' | 'rtl';

/** True for a text that names one of the catalog's languages. */
export function isLocale(value: string | null | undefined): value is Locale {
  return locales.some((locale) => locale === value);
}

/** What a request says about the language its reader wants, strongest first. */
export interface LocaleHints {
  /** `?lang=` of the address. */
  readonly asked?: string | null;
  /** The choice remembered in the cookie. */
  readonly remembered?: string | null;
  /** The `Accept-Language` header. */
  readonly accepted?: string | null;
  /** What the group speaks. */
  readonly usual?: string | null;
}

/** The reader's language: the first hint that the catalog can follow, else English. Never fails on odd input. */
export function chooseLocale(hints: LocaleHints): Locale {
  if (isLocale(hints.asked)) return hints.asked;
  if (isLocale(hints.remembered)) return hints.remembered;
  const accepted = acceptedLocale(hints.accepted ?? '');
  if (accepted) return accepted;
  return isLocale(hints.usual) ? hints.usual : 'en';
}

/** The catalog's language that an `Accept-Language` header (RFC 9110, section 12.5.4) puts first. */
function acceptedLocale(header: string): Locale | undefined {
  const wishes = header
    .slice(0, 500)
    .split(',')
    .map((part) => {
      const [tag = '', ...options] = part.trim().split(';');
      const weight = options.map((option) => /^\s*q=([\d.]+)$/.exec(option)?.[1]).find((found) => found !== undefined);
      return { language: tag.toLowerCase().split('-')[0] ?? '', weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter((wish) => wish.weight > 0)
    .sort((first, second) => second.weight - first.weight);
  return wishes.map((wish) => wish.language).find(isLocale);
}

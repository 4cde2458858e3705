/** Months as they begin in English and in Spanish: enough letters to tell them apart. */
const beginnings: readonly (readonly string[])[] = [
  ['jan', 'ene'],
  ['feb'],
  ['mar'],
  ['apr', 'abr'],
  ['may'],
  ['jun'],
  ['jul'],
  ['aug', 'ago'],
  ['sep', 'set'],
  ['oct'],
  ['nov'],
  ['dec', 'dic'],
];

/** The month that a name or its beginning stands for, from 1 to 12. */
export function monthOfName(name: string): number | undefined {
  const start = name.toLowerCase().slice(0, 3);
  const index = beginnings.findIndex((names) => names.includes(start));
  return index === -1 ? undefined : index + 1;
}

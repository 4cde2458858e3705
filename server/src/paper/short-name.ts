/** The first name and one letter of the last: enough to ask for somebody at a door, too little for whoever finds the sheet. */
export function shortName(name: string): string {
  const [before = '', after] = name.split(',').map((part) => part.trim());
  // "Ruiz, Ofelia" is written the other way round.
  const words = (after ? `${after} ${before}` : before).split(/\s+/).filter((word) => /\p{L}/u.test(word));
  const [first = '', ...rest] = words;
  const last = rest.at(-1);
  const initial = last && /\p{L}\p{M}*/u.exec(last)?.[0];
  return initial ? `${first} ${initial.toLocaleUpperCase('en')}.` : first;
}

/** What may stand in the sealed chain: ids, codes, whole numbers, instants, yes and no, nothing, and lists of them. */
export type CanonicalValue =
  | string
  | number
  | boolean
  | null
  | readonly CanonicalValue[]
  | { readonly [name: string]: CanonicalValue };

/**
 * One text for one value: JSON with the names of each object in order of their UTF-16 units and no spaces, as RFC 8785
 * has it for what is let in. Two values have the same text exactly when they are the same.
 *
 * The chain hashes this text, so it must come out alike on every version and machine for ever. Throws a RangeError for a
 * number that is no safe integer, since it has no one way of being written.
 */
export function canonicalText(value: CanonicalValue): string {
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new RangeError(`${value} is not a safe integer`);
    return (value === 0 ? 0 : value).toString();
  }
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (isList(value)) return `[${value.map(canonicalText).join(',')}]`;
  const names = Object.keys(value).toSorted((a, b) => (a < b ? -1 : 1));
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonicalText(value[name] ?? null)}`).join(',')}}`;
}

/** Ids, codes of the program, dotted kind codes, hashes and cells: no space and no capital, so no name, no sentence. */
const tokenShape = /^[a-z0-9]+(?:[.:_-][a-z0-9]+)*$/;
const tokenLengthMax = 128;

/** A row of digits as long as a telephone number is one, for all we know. */
const phoneShape = /^\d{7,15}$/;

/**
 * The paths of texts that could carry a personal detail, such as `data.note`; empty when all are ids and codes. To be
 * asked before an entry is written: what is once sealed cannot be taken out of the chain again.
 */
export function personalPaths(value: CanonicalValue, path = ''): readonly string[] {
  if (typeof value === 'string') return isToken(value) ? [] : [path];
  if (value === null || typeof value !== 'object') return [];
  const inner: readonly (readonly [string | number, CanonicalValue])[] = isList(value)
    ? value.map((one, index) => [index, one])
    : Object.entries(value);
  return inner.flatMap(([name, one]) => personalPaths(one, path === '' ? `${name}` : `${path}.${name}`));
}

function isToken(text: string): boolean {
  return text.length <= tokenLengthMax && tokenShape.test(text) && !phoneShape.test(text);
}

function isList(value: object): value is readonly CanonicalValue[] {
  return Array.isArray(value);
}

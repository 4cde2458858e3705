/** What may stand in the sealed chain: ids, codes, whole numbers, instants, yes and no, and nothing. Never free text. */
export type CanonicalValue = string | number | boolean | null;
export type CanonicalEntry = { readonly [field: string]: CanonicalValue };

const fieldShape = /^[a-z][A-Za-z0-9]{0,63}$/;

/** Ids, kebab-case codes, dotted kind codes, hashes in hex. No spaces, no upper case, so no name and no sentence. */
const tokenShape = /^[a-z0-9]+(?:[.:-][a-z0-9]+)*$/;
const tokenLengthMax = 128;

/**
 * The text of an entry that is hashed: a first line that names the form, then one `field=value` line for each field, in
 * code-point order of the field names, each ended by a line feed. Two entries have the same text exactly when they have
 * the same fields with the same values.
 *
 * Throws a TypeError for anything that could carry a personal detail: to seal one would be a bug that cannot be undone.
 */
export function canonicalText(entry: CanonicalEntry): string {
  const lines = Object.keys(entry)
    .toSorted((a, b) => (a < b ? -1 : 1))
    .map((field) => {
      if (!fieldShape.test(field)) throw new TypeError(`not a field name: ${field}`);
      return `${field}=${canonicalValue(field, entry[field] ?? null)}\n`;
    });
  return `barnraise-entry-1\n${lines.join('')}`;
}

/** Strings are marked by a quote in front, so that the code `12` is not the number 12, nor `true` a yes. */
function canonicalValue(field: string, value: CanonicalValue): string {
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new TypeError(`${field} is not a safe integer`);
    return Object.is(value, -0) ? '0' : value.toString();
  }
  if (typeof value !== 'string') return String(value);
  if (value.length > tokenLengthMax || !tokenShape.test(value)) throw new TypeError(`${field} is neither id nor code`);
  return `'${value}`;
}

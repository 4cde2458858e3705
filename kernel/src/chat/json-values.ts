/** A value of JSON that came from outside: nothing is known of it. */
export type Unknown = unknown;

/** Deeper than any export; JSON.parse itself would go on until the stack ends. */
const depthMax = 100;

/** Parses JSON that nobody vouches for: undefined for anything broken, or nested deeper than an export ever is. */
export function parseJson(text: string): Unknown {
  if (isTooDeep(text)) return undefined;
  try {
    return JSON.parse(text) as Unknown;
  } catch {
    return undefined;
  }
}

function isTooDeep(text: string): boolean {
  let depth = 0;
  let inText = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (inText) {
      if (code === 0x5c) at += 1;
      else if (code === 0x22) inText = false;
    } else if (code === 0x22) inText = true;
    else if (code === 0x5b || code === 0x7b) {
      depth += 1;
      if (depth > depthMax) return true;
    } else if (code === 0x5d || code === 0x7d) depth -= 1;
  }
  return false;
}

/** The object's own property, or undefined for anything that is no object. */
export function property(value: Unknown, name: string): Unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || !Object.hasOwn(value, name))
    return undefined;
  return (value as Readonly<Record<string, Unknown>>)[name];
}

/** The first of some properties that holds a text with something in it. */
export function textProperty(value: Unknown, ...names: readonly string[]): string {
  for (const name of names) {
    const found = property(value, name);
    if (typeof found === 'string' && found.trim() !== '') return found;
  }
  return '';
}

/** A list property; anything else is an empty one. */
export function listProperty(value: Unknown, name: string): readonly Unknown[] {
  const found = property(value, name);
  return Array.isArray(found) ? found : [];
}

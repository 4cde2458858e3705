/** A column of categories: what stands in it, one or several in a cell. */
export interface Categories {
  /** The sign between several; a sign that does not occur where each cell has one. */
  readonly separator: string;
  /** The commonest first. */
  readonly values: readonly string[];
}

const separators = [',', ';', '|', '\n', '/'];
/** More different ones are no categories but words. */
const valuesMax = 60;
const charactersMax = 1000;

/** Finds out which sign parts categories from each other: with which few come again and again. */
export function categoryTally() {
  const counted = new Map(separators.map((separator) => [separator, new Map<string, number>()]));
  const whole = new Map<string, number>();
  let [cells, parts] = [0, new Map<string, number>()];
  const add = (text: string): void => {
    cells += 1;
    count(whole, text);
    for (const [separator, values] of counted) {
      if (values.size > valuesMax) counted.delete(separator);
      else if (text.length <= charactersMax)
        for (const value of text.split(separator)) if (value.trim() !== '') count(values, value.trim());
      if (text.includes(separator)) parts.set(separator, (parts.get(separator) ?? 0) + 1);
    }
  };
  const categories = (): Categories | undefined => {
    const best = [...counted].find(
      ([separator, values]) =>
        values.size <= valuesMax && (parts.get(separator) ?? 0) > cells * 0.1 && comesAgain(values),
    );
    if (best) return { separator: best[0], values: commonest(best[1]) };
    return whole.size <= valuesMax && comesAgain(whole) ? { separator: ';', values: commonest(whole) } : undefined;
  };
  return { add, categories };
}

function count(values: Map<string, number>, value: string): void {
  if (values.size <= valuesMax) values.set(value, (values.get(value) ?? 0) + 1);
}

/** Most of what stands there stands there more than once. */
function comesAgain(values: ReadonlyMap<string, number>): boolean {
  let [all, again] = [0, 0];
  for (const times of values.values()) {
    all += times;
    if (times > 1) again += times;
  }
  return all > 0 && again >= all * 0.6;
}

function commonest(values: ReadonlyMap<string, number>): readonly string[] {
  return [...values].toSorted((left, right) => right[1] - left[1]).map(([value]) => value.slice(0, 200));
}

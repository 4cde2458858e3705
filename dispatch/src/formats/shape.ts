import { DefectFound } from './format-defect.ts';

/** Looks at a value and throws the first defect of its shape, with the path to it. */
export type Shape = (value: unknown, path: string) => void;

export function nameOfValue(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'an object';
  if (typeof value === 'string') return `"${value.slice(0, 40)}"`;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : typeof value;
}

export function wrongShape(path: string, expected: string, value: unknown): DefectFound {
  return new DefectFound({ code: 'wrong-shape', path, expected, found: nameOfValue(value) });
}

export const text: Shape = (value, path) => {
  if (typeof value !== 'string') throw wrongShape(path, 'a text', value);
};

export interface NumberLimits {
  readonly least?: number;
  readonly most?: number;
  readonly above?: number;
  readonly isWhole?: boolean;
}

/** A finite number within limits. */
export function number(limits: NumberLimits = {}): Shape {
  const { least, most, above, isWhole } = limits;
  const words = [isWhole ? 'a whole number' : 'a number'];
  if (least !== undefined) words.push(`of at least ${least}`);
  if (above !== undefined) words.push(`above ${above}`);
  if (most !== undefined) words.push(`of at most ${most}`);
  return (value, path) => {
    const isRight =
      typeof value === 'number' &&
      Number.isFinite(value) &&
      value >= (least ?? -Infinity) &&
      value <= (most ?? Infinity) &&
      value > (above ?? -Infinity) &&
      (!isWhole || Number.isInteger(value));
    if (!isRight) throw wrongShape(path, words.join(' '), value);
  };
}

export function oneOf(...words: readonly string[]): Shape {
  return (value, path) => {
    if (!words.includes(value as string)) throw wrongShape(path, words.map((word) => `"${word}"`).join(' or '), value);
  };
}

export function orNull(shape: Shape): Shape {
  return (value, path) => {
    if (value !== null) shape(value, path);
  };
}

export function list(item: Shape, length?: number): Shape {
  return (value, path) => {
    if (!Array.isArray(value)) throw wrongShape(path, 'a list', value);
    if (length !== undefined && value.length !== length) {
      throw wrongShape(path, `a list of ${length}`, `a list of ${value.length}`);
    }
    for (const [index, each] of value.entries()) item(each, `${path}[${index}]`);
  };
}

/** An object used as a table from names to values. */
export function table(item: Shape): Shape {
  return (value, path) => {
    for (const [name, each] of Object.entries(objectAt(value, path))) item(each, join(path, name));
  };
}

/** An object with these fields and no others: a misspelled field must not be taken for a missing one. */
export function fields(needed: Readonly<Record<string, Shape>>, optional: Readonly<Record<string, Shape>> = {}): Shape {
  return (value, path) => {
    const object = objectAt(value, path);
    for (const name of Object.keys(needed)) {
      if (!Object.hasOwn(object, name)) throw new DefectFound({ code: 'field-missing', path: join(path, name) });
    }
    for (const [name, each] of Object.entries(object)) {
      const shape = Object.hasOwn(needed, name) ? needed[name] : Object.hasOwn(optional, name) ? optional[name] : null;
      if (!shape) throw new DefectFound({ code: 'field-unknown', path: join(path, name) });
      shape(each, join(path, name));
    }
  };
}

/** One of several objects, told apart by the text in their field `kind`. */
export function byKind(shapes: Readonly<Record<string, Shape>>): Shape {
  return (value, path) => {
    const { kind } = objectAt(value, path);
    oneOf(...Object.keys(shapes))(kind, join(path, 'kind'));
    shapes[kind as string]!(value, path);
  };
}

export function objectAt(value: unknown, path: string): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw wrongShape(path, 'an object', value);
  return value as Readonly<Record<string, unknown>>;
}

export function join(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}

import { DefectFound, reading } from './format-defect.ts';
import type { Read } from './format-defect.ts';
import { parseJson } from './json-text.ts';
import { list, objectAt, wrongShape } from './shape.ts';
import type { Shape } from './shape.ts';
import { textLines } from './text-lines.ts';

/** A solution as the published files write it: a list of stops for each route, without depot and times. */
export interface RouteLists {
  readonly routes: readonly (readonly { readonly stop: string; readonly line: number }[])[];
}

const stopName: Shape = (value, path) => {
  if (typeof value !== 'string' && typeof value !== 'number') throw wrongShape(path, 'a number or a text', value);
};

/**
 * Reads lists of stops: lines `Route 1: 5 3 7` (with or without `#`, other lines are remarks), or JSON that is a list of
 * lists or has one under `routes`.
 */
export function readRouteLists(text: string): Read<RouteLists> {
  return reading(text, () => {
    const isJson = /^\s*[[{]/.test(text);
    return { routes: isJson ? listsOfJson(parseJson(text)) : listsOfText(text) };
  });
}

function listsOfJson(value: unknown): RouteLists['routes'] {
  const isBare = Array.isArray(value);
  const routes = isBare ? value : objectAt(value, '')['routes'];
  if (routes === undefined) throw new DefectFound({ code: 'field-missing', path: 'routes' });
  list(list(stopName))(routes, isBare ? '' : 'routes');
  return (routes as readonly (readonly (string | number)[])[]).map((route) =>
    route.map((stop) => ({ stop: String(stop), line: 1 })),
  );
}

function listsOfText(text: string): RouteLists['routes'] {
  const routes = [];
  for (const line of textLines(text)) {
    const stops = /^route\s*#?\s*\d*\s*:(.*)$/i.exec(line.text)?.[1];
    if (stops === undefined) continue;
    const words = stops
      .trim()
      .split(/\s+/)
      .filter((word) => word !== '');
    routes.push(words.map((stop) => ({ stop, line: line.number })));
  }
  if (routes.length === 0) throw new DefectFound({ code: 'ends-too-early', line: 1, expected: 'a line "Route 1: …"' });
  return routes;
}

/** The lists as text, one line for each route. */
export function writeRouteLists(routes: readonly (readonly string[])[]): string {
  return routes.map((route, index) => `Route ${index + 1}: ${route.join(' ')}\n`).join('');
}

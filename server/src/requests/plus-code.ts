import type { Point } from '../people/point.ts';

/**
 * Open Location Code, "plus codes" (specification: https://github.com/google/open-location-code/blob/main/Documentation/Specification/specification.md):
 * an area of about 14 m × 14 m in eight digits, a plus sign and two digits. A short code leaves the first digits out and
 * means the match that lies nearest to a known place.
 */
const digits = '23456789CFGHJMPQRVWX';
const codeShape = /^((?:[23456789CFGHJMPQRVWX]{2}){2,4})\+([23456789CFGHJMPQRVWX]{2,7})(?![A-Z0-9])/;

/** The plus code at the start of what was typed ("MF5R+2Q Millville" → "MF5R+2Q"), or undefined. Areas larger than a house are none. */
export function parsePlusCode(text: string): string | undefined {
  const match = codeShape.exec(text.trim().toUpperCase());
  return match ? `${match[1]}+${match[2]}` : undefined;
}

/** The middle of a code's area. A short code needs `near`; without it nothing can be told. */
export function plusCodePoint(code: string, near?: Point): Point | undefined {
  const letters = code.replace('+', '');
  const missing = 8 - code.indexOf('+');
  if (missing === 0) return middleOf(letters);
  if (!near) return undefined;
  return nearestMatch(letters, missing, near);
}

/** Degrees that one digit of a pair stands for: 20, 1, 1/20, 1/400, 1/8000. */
const pairDegrees = [20, 1, 0.05, 0.0025, 0.000_125];

function middleOf(letters: string): Point {
  let latitude = -90;
  let longitude = -180;
  let step = 20;
  for (let pair = 0; pair < 5 && pair * 2 + 1 < letters.length; pair += 1) {
    step = pairDegrees[pair] ?? step;
    latitude += digits.indexOf(letters.charAt(pair * 2)) * step;
    longitude += digits.indexOf(letters.charAt(pair * 2 + 1)) * step;
  }
  let [height, width] = [step, step];
  for (const letter of letters.slice(10)) {
    // Behind ten digits each one divides the area into five rows and four columns.
    height /= 5;
    width /= 4;
    const cell = digits.indexOf(letter);
    latitude += Math.floor(cell / 4) * height;
    longitude += (cell % 4) * width;
  }
  return { latitude: latitude + height / 2, longitude: longitude + width / 2 };
}

function nearestMatch(letters: string, missing: number, near: Point): Point {
  const resolution = 20 ** (2 - missing / 2);
  const prefix = encodePairs(near).slice(0, missing);
  const found = middleOf(prefix + letters);
  return {
    latitude: nearer(found.latitude, near.latitude, resolution),
    longitude: nearer(found.longitude, near.longitude, resolution),
  };
}

function nearer(found: number, near: number, resolution: number): number {
  if (near + resolution / 2 < found) return found - resolution;
  return near - resolution / 2 > found ? found + resolution : found;
}

function encodePairs({ latitude, longitude }: Point): string {
  let rest = { latitude: latitude + 90, longitude: longitude + 180 };
  let code = '';
  for (const degrees of pairDegrees.slice(0, 4)) {
    const [row, column] = [Math.floor(rest.latitude / degrees), Math.floor(rest.longitude / degrees)];
    code += digits.charAt(Math.min(row, 19)) + digits.charAt(Math.min(column, 19));
    rest = { latitude: rest.latitude - row * degrees, longitude: rest.longitude - column * degrees };
  }
  return code;
}

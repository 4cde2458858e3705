/**
 * Why a file could not be read. `line` counts from 1; `path` leads into JSON, as in `jobs[3].stop.place`. The words for
 * people are made from these by whoever shows them (see `describeDefect`).
 */
export type FormatDefect =
  | { readonly code: 'file-too-large'; readonly characters: number; readonly most: number }
  | { readonly code: 'format-unknown' }
  | { readonly code: 'ends-too-early'; readonly line: number; readonly expected: string }
  | { readonly code: 'header-missing'; readonly line: number; readonly expected: string; readonly found: string }
  | {
      readonly code: 'wrong-number-of-fields';
      readonly line: number;
      readonly expected: number;
      readonly found: number;
    }
  | { readonly code: 'not-a-number'; readonly line: number; readonly field: string; readonly found: string }
  | { readonly code: 'out-of-range'; readonly line: number; readonly field: string; readonly found: number }
  | { readonly code: 'number-taken'; readonly line: number; readonly number: number; readonly firstLine: number }
  | { readonly code: 'window-upside-down'; readonly line: number; readonly ready: number; readonly due: number }
  | { readonly code: 'depot-with-demand'; readonly line: number; readonly demand: number }
  | { readonly code: 'no-customers'; readonly line: number }
  | { readonly code: 'too-many-customers'; readonly line: number; readonly most: number }
  | { readonly code: 'partner-unknown'; readonly line: number; readonly partner: number }
  | { readonly code: 'partner-does-not-match'; readonly line: number; readonly partner: number }
  | { readonly code: 'not-json'; readonly line: number; readonly column: number; readonly found: string }
  | { readonly code: 'wrong-shape'; readonly path: string; readonly expected: string; readonly found: string }
  | { readonly code: 'field-unknown'; readonly path: string }
  | { readonly code: 'field-missing'; readonly path: string }
  | { readonly code: 'not-supported'; readonly path: string; readonly what: string }
  | { readonly code: 'customer-unknown'; readonly line: number; readonly number: string };

export type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly defect: FormatDefect };

/** Longest text any reader takes: a matrix of 2,000 places with six digits each and room to spare. */
export const charactersMax = 64 * 1024 * 1024;
/** Most customers of a text file: its matrix, n² doubles, then takes 200 MB. */
export const customersMax = 5_000;
/** Largest number in a text file, either way: times and distances stay exact far beyond it. */
export const numberMax = 1e9;

export function refuse<T>(defect: FormatDefect): Read<T> {
  return { ok: false, defect };
}

/** Thrown inside a reader to leave it from any depth, and turned into a value at its door by `reading`. */
export class DefectFound extends Error {
  override readonly name = 'DefectFound';
  readonly defect: FormatDefect;
  constructor(defect: FormatDefect) {
    super(defect.code);
    this.defect = defect;
  }
}

/** Runs a reader; a defect found on the way becomes its answer. Other errors are defects of this program and fly on. */
export function reading<T>(text: string, read: () => T): Read<T> {
  if (text.length > charactersMax) {
    return refuse({ code: 'file-too-large', characters: text.length, most: charactersMax });
  }
  try {
    return { ok: true, value: read() };
  } catch (error) {
    if (error instanceof DefectFound) return refuse(error.defect);
    throw error;
  }
}

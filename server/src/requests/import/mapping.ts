import { requestChannels } from '@barnraise/kernel/request.ts';
import { isTimeZone } from '@barnraise/kernel/time.ts';
import { z } from 'zod';

import { tableEncodings } from './read/repair-text.ts';

export const importSubjects = ['requests', 'offers', 'households', 'members', 'places'] as const;
export type ImportSubject = (typeof importSubjects)[number];

const column = z.string().min(1).max(200);
const columns = z.union([column.transform((name) => [name]), z.array(column).min(1).max(100)]);

/**
 * Which column of a file means what. It is written by hand beside the file, once for each kind of file; every field is
 * explained in docs/import.md.
 */
export const importMapping = z.strictObject({
  /** What the file is called. With the key it makes sure that a row comes in once, however often the file is read. */
  source: z.string().regex(/^[a-z0-9][a-z0-9.-]{0,60}$/),
  /** What each row is. */
  subject: z.enum(importSubjects).default('requests'),
  /** The sheet of a workbook; the first that is not empty unless given. */
  sheet: z.string().min(1).max(100).optional(),
  /** The row in which the columns' names stand, counted from 1 as a spreadsheet shows it; 0 where there are none. */
  headerRow: z.int().min(0).max(50).default(1),
  encoding: z.enum(tableEncodings).default('auto'),
  delimiter: z.string().length(1).default(','),
  zone: z.string().refine(isTimeZone).optional(),
  language: z
    .string()
    .regex(/^[a-z]{2,3}$/)
    .optional(),
  channel: z.enum(requestChannels).default('import'),
  key: columns,
  columns: z.strictObject({
    name: columns.optional(),
    phone: columns.optional(),
    mail: columns.optional(),
    address: columns.optional(),
    directions: columns.optional(),
    latitude: column.optional(),
    longitude: column.optional(),
    /** Latitude and longitude in one cell. */
    point: column.optional(),
    askedAt: z.strictObject({ column, format: z.string().min(4).max(40) }).optional(),
    words: columns.optional(),
    /** Free text in which kinds are found: what is needed, or for offers what can be given. */
    needs: columns.optional(),
    /** How many people a family has: of all, or of each sort. */
    size: column.optional(),
    adults: column.optional(),
    children: column.optional(),
    /** The language to speak with somebody: its name or its tag. */
    language: column.optional(),
  }),
  /** Cells whose values name kinds outright: a list of categories. */
  kinds: z
    .strictObject({ column, separator: z.string().min(1).max(5), codes: z.record(z.string(), z.string()) })
    .optional(),
  /** Who was called and did not answer. */
  answered: z
    .strictObject({
      column,
      noAnswer: z.array(z.string()).max(20),
      /** When it was tried, if not at `askedAt`. */
      triedAt: z.strictObject({ column, format: z.string().min(4).max(40) }).optional(),
    })
    .optional(),
  /** Rows to leave out: test rows, rows that were taken back. */
  skip: z.strictObject({ column, values: z.array(z.string()).min(1).max(50) }).optional(),
  /** Switches on kinds of the built-in catalog that the words name and the group does not have yet. */
  addKinds: z.boolean().default(true),
  /** Alerts whoever is on duty about words of danger. Right for what came in just now, wrong for an old list. */
  alarms: z.boolean().default(false),
});

export type ImportMapping = z.infer<typeof importMapping>;

/** Reads a mapping, or throws an Error that says in one line for each fault what is wrong with it. */
export function readMapping(text: string): ImportMapping {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new Error(`The mapping is no JSON: ${(error as Error).message}`, { cause: error });
  }
  const read = importMapping.safeParse(json);
  if (read.success) return read.data;
  const faults = read.error.issues.map((issue) => `  ${issue.path.join('.') || '(the whole)'}: ${issue.message}`);
  throw new Error(['The mapping is not right:', ...faults].join('\n'));
}

/** Every column that the mapping names, to be found in the file's first line. */
export function mappedColumns({ key, columns: named, kinds, answered, skip }: ImportMapping): readonly string[] {
  const { askedAt, latitude, longitude, point, size, adults, children, language, ...lists } = named;
  return [
    ...key,
    ...Object.values(lists).flatMap((list) => list ?? []),
    latitude,
    longitude,
    point,
    size,
    adults,
    children,
    language,
    askedAt?.column,
    kinds?.column,
    answered?.column,
    answered?.triedAt?.column,
    skip?.column,
  ].filter((name) => name !== undefined);
}

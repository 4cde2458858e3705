import { type Id, parseId } from '@barnraise/kernel/ids.ts';
import type { Instant } from '@barnraise/kernel/instant.ts';
import { z } from 'zod';

// What bodies, parameters and answers are made of. Each has a JSON Schema of its own, so the document says the same.

const idShape = '^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-7[0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}$';

/* oxlint-disable typescript/no-unnecessary-type-parameters -- the caller names the brand */

/** An id that is sent. */
export function idIn<T extends Id>(): z.ZodType<T> {
  return z
    .string()
    .regex(new RegExp(idShape))
    .transform((text) => parseId<T>(text) as T);
}

/** An id in an answer. */
export const id = z.string().regex(new RegExp(idShape));
export const idOrNull = id.nullable();

/** Text of one or several lines: no control characters but line breaks and tabs, and nothing that is no Unicode. */
export function text(most: number): z.ZodString {
  return z
    .string()
    .max(most)
    .regex(/^(?:[^\p{Cc}\p{Cs}]|[\n\t])*$/u);
}

/** Text that is sent: outer spaces, and marks that turn the direction of writing, are taken away. */
export function textIn(most: number): z.ZodType<string> {
  return text(most).transform((sent) => sent.normalize('NFC').replaceAll(turning, '').trim());
}

const turning = /[\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/g;

const yearsMin = Date.UTC(2000, 0, 1);
const yearsMax = Date.UTC(2200, 0, 1);

/** A time that is sent, with its zone: `2026-03-01T09:30:00-05:00`. */
export const instantIn: z.ZodType<Instant> = z.iso
  .datetime({ offset: true })
  .max(40)
  .transform((sent) => Date.parse(sent))
  .refine((at) => at >= yearsMin && at < yearsMax, { params: { code: 'not-a-date' } });

export const windowIn = z
  .strictObject({ from: instantIn, until: instantIn })
  .refine((window) => window.from < window.until, { params: { code: 'ends-before-start' } })
  .transform(({ from, until }) => ({ fromAt: from, untilAt: until }));

/** A time in an answer, in UTC. */
export const instant = z.iso.datetime();
export const instantOrNull = instant.nullable();

/** A count of base units. */
export const quantity = z.int().min(0);
export const quantityIn = z.int().min(1);

export const window = z.strictObject({ from: instant, until: instant }).nullable();

export function shownAt(at: Instant): string;
export function shownAt(at: Instant | null): string | null;
export function shownAt(at: Instant | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}

export function shownWindow(from: Instant | null, until: Instant | null): z.infer<typeof window> {
  return from === null || until === null ? null : { from: shownAt(from), until: shownAt(until) };
}

/** Who asks, gives or is asked. */
export const party = z
  .strictObject({ kind: z.enum(['member', 'neighbor', 'partner', 'remote-group']), id: idOrNull })
  .meta({ id: 'Party', description: 'Who it is, by id alone.' });

export const actId = id.describe('What `POST /acts/{actId}/undo` takes back, for ten minutes.');
export const done = z.strictObject({ actId }).meta({ id: 'Done' });

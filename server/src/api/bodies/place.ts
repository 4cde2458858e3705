import { z } from 'zod';

import type { Point } from '../../people/point.ts';
import type { GivenPlace } from '../../requests/new-request.ts';
import { parsePlusCode, plusCodePoint } from '../../requests/plus-code.ts';
import { textIn } from '../fields.ts';
import type { WrongField } from '../problem.ts';

/** A place as people give it. What is exact about it is private; the group sees the rough area. */
export const placeBody = z.strictObject({
  address: textIn(200).default(''),
  plusCode: textIn(60).default(''),
  directions: textIn(300).default(''),
  point: z
    .strictObject({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) })
    .nullable()
    .default(null),
});

/** The place, with the point that its plus code stands for; null where nothing was said. */
export function placeOf(
  sent: z.output<typeof placeBody> | null,
  near: Point | undefined,
  at: string,
  wrong: WrongField[],
): GivenPlace | null {
  if (!sent) return null;
  const plusCode = sent.plusCode === '' ? '' : parsePlusCode(sent.plusCode);
  if (plusCode === undefined) {
    wrong.push({ at: `${at}.plusCode`, code: 'not-a-plus-code' });
    return null;
  }
  const { address, directions } = sent;
  const point = sent.point ?? (plusCode === '' ? null : (plusCodePoint(plusCode, near) ?? null));
  if (address === '' && directions === '' && plusCode === '' && !point) return null;
  return { address, plusCode, directions, point };
}

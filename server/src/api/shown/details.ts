import type { PersonId } from '@barnraise/kernel/ids.ts';
import { z } from 'zod';

import type { Details } from '../../people/read-details.ts';

/** What of a place is private. */
export const exactPlace = z
  .strictObject({
    address: z.string(),
    plusCode: z.string(),
    directions: z.string(),
    point: z.string().describe('Latitude and longitude, or empty.'),
  })
  .meta({ id: 'ExactPlace' });

export const contact = {
  name: z.string(),
  phone: z.string(),
  mail: z.string(),
};

export function showContact(details: Details, personId: PersonId | null) {
  const get = (field: 'name' | 'phone' | 'mail'): string => details.get(personId, field) ?? '';
  return { name: get('name'), phone: get('phone'), mail: get('mail') };
}

export function showExactPlace(
  details: Details,
  personId: PersonId | null,
  placeId: string,
): z.infer<typeof exactPlace> {
  const get = (field: 'address' | 'plus-code' | 'directions' | 'point'): string =>
    details.get(personId, field, placeId) ?? '';
  return { address: get('address'), plusCode: get('plus-code'), directions: get('directions'), point: get('point') };
}

import { randomUUID } from 'node:crypto';

const names = ['Amara', 'Benny', 'Celia', 'Dmitri', 'Estela', 'Farid', 'Grace', 'Hoa', 'Imani', 'Joaquin'];
const families = ['Abbott', 'Barrera', 'Castle', 'Demir', 'Eastman', 'Flores', 'Guthrie', 'Huang', 'Ibarra', 'Jensen'];
const streets = ['Alder', 'Birch', 'Cedar', 'Dogwood', 'Elm', 'Fir', 'Ginkgo', 'Hazel', 'Ironwood', 'Juniper'];

const pick = (from: readonly string[], index: number): string => from[index % from.length] ?? '';

/**
 * What a neighbor who wants two boxes of food types into the real form: name, phone, address, own words and one
 * must-know fact, so validation, encryption and search hashes have their usual work. Another person for each number.
 */
export function askForm(no: number, formKey: string = randomUUID()): URLSearchParams {
  return new URLSearchParams({
    kind: 'goods.food.box',
    amount: '2',
    unit: 'each',
    detail: 'no pork please',
    words: `We are ${(no % 7) + 1} at home and the car broke down, so we can not get to the store this week.`,
    when: 'any',
    address: `${100 + (no % 9000)} ${pick(streets, no)} Street`,
    directions: 'blue door, the bell does not work',
    forWhom: 'self',
    name: `${pick(names, no)} ${pick(families, Math.floor(no / 10))}`,
    phone: `303 555 ${String(no % 10_000).padStart(4, '0')}`,
    safeToText: 'yes',
    safeToLeaveMessage: 'no',
    shareWith: 'helpers',
    'know-allergy': 'value',
    'known-allergy': 'peanuts',
    language: 'en',
    website: '',
    // A person needs longer than this to fill it in; one that comes back at once would be held for a look.
    shownAt: String(Date.now() - 60_000),
    idempotencyKey: formKey,
  });
}

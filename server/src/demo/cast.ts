import type { Role } from '@barnraise/kernel/actor.ts';
import type { Locale } from '../words/locale.ts';

/** An invented member of the demo group. */
export interface CastMember {
  readonly handle: string;
  readonly role: Role;
  readonly mayVisit?: boolean;
}

/** The first is the steward who starts the group. Names of many kinds; none is anybody's. */
export const members: readonly CastMember[] = [
  { handle: 'Ruth Abara', role: 'steward', mayVisit: true },
  { handle: 'Hollis Greer', role: 'coordinator', mayVisit: true },
  { handle: 'Marisela Quint', role: 'coordinator' },
  { handle: 'Tomasz Wieland', role: 'quartermaster' },
  { handle: 'Dot Ferraro', role: 'treasurer' },
  { handle: 'Eamon Blythe', role: 'member', mayVisit: true },
  { handle: 'Keiko Sandoval', role: 'member', mayVisit: true },
  { handle: 'Big Lou', role: 'member' },
  { handle: 'Priti Marchetti', role: 'member' },
  { handle: 'Jasper N.', role: 'member' },
  { handle: 'Wren Okonkwo', role: 'member' },
  { handle: 'Abel Thornquist', role: 'member' },
  { handle: 'Noor & Sam', role: 'member' },
  { handle: 'Gus Petrakis', role: 'member' },
];

/** An invented neighbor; the phone numbers are from the range that telephone companies keep for stories. */
export interface CastNeighbor {
  readonly name: string;
  readonly phone: string;
  readonly address: string;
  readonly language: Locale;
  readonly latitude: number;
  readonly longitude: number;
}

export const neighbors: readonly CastNeighbor[] = (
  [
    ['Odalys Ferrer', '14 Kiln Lane', 'es', 0, 0],
    ['Mr. Pruitt', '208 Orchard Row, upstairs', 'en', 9, -4],
    ['The Nakagawa family', '3 Tannery Court', 'en', -6, 8],
    ['Ilse Brandt', '77 Mill Road', 'en', 14, 3],
    ['Consuelo Varga', '41 Quarry Street, rear door', 'es', -11, -9],
    ['Desmond Achterberg', '9 Lantern Hill', 'en', 5, 15],
    ['Fatima Rousseau', '120 Ferry Street #4', 'en', -2, -14],
    ['Old Mr. Hale', '6 Sawpit Road', 'en', 18, -7],
    ['Xiomara Beltrán', '55 Cooper Alley', 'es', 3, 6],
    ['Teddy Lindgren', '31 Basket Street', 'en', -15, 2],
    ['Grace Mbeki-Holt', '88 Orchard Row', 'en', 8, -11],
    ['Family at the blue house', 'End of Hollow Road', 'en', -19, -3],
  ] as const
).map(([name, address, language, north, east], index) => ({
  name,
  phone: `+1608555${String(110 + index).padStart(4, '0')}`,
  address,
  language,
  // A few hundred meters apart, around a made-up town center.
  latitude: 43.6 + north / 1000,
  longitude: -90.3 + east / 1000,
}));

import { createWriteStream } from 'node:fs';
import { once } from 'node:events';

const firstNames = ['Ada', 'Luis', 'Mei', 'Omar', 'Ruth', 'Tom', 'Ines', 'Kofi', 'Lena', 'Pablo'];
const lastNames = ['Okafor', 'Ramirez', 'Chen', 'Haddad', 'Bell', 'Novak', 'Silva', 'Mensah', 'Kraus', 'Ortiz'];
const streets = ['Mill Ln', 'Juniper St', 'Creek Rd', 'Foundry Ave', 'School St'];
const needs = [
  '20 blankets',
  'diapers size 4, wipes',
  '2 cases of water, NO clothes please',
  'ride to dialysis',
  'canned food for 4',
  'firewood',
  'tarps and rope',
  'formula',
  'hot meal',
  'chainsaw crew',
];
const times = ['morning', 'evening', 'afternoon'];

/** A number that looks like chance and is the same in every run. */
function mixed(row: number, salt: number): number {
  return (Math.imul(row, 2_654_435_761) + salt * 40_503) >>> 0;
}

function rowOf(no: number): string {
  const pick = (from: readonly string[], salt: number): string => from[mixed(no, salt) % from.length] ?? '';
  const digits = (salt: number, length: number): string => String(mixed(no, salt) % 10 ** length).padStart(length, '0');
  const day = String(1 + (mixed(no, 19) % 28)).padStart(2, '0');
  const cells = [
    no,
    `${pick(firstNames, 1)} ${pick(lastNames, 7)}${no % 97}`,
    `304 ${2 + (mixed(no, 3) % 8)}${digits(4, 2)} ${digits(5, 4)}`,
    `"${mixed(no, 9) % 900} ${pick(streets, 11)}"`,
    'Hardin',
    (39 + (mixed(no, 13) % 1000) / 5000).toFixed(5),
    (-77 - (mixed(no, 17) % 1000) / 5000).toFixed(5),
    `${day}/0${1 + (mixed(no, 23) % 9)}/2026 1${mixed(no, 29) % 10}:30`,
    `"${pick(needs, 31)}"`,
    `call in the ${pick(times, 37)} gate ${mixed(no, 41) % 50}`,
  ];
  return cells.join(',');
}

/** Writes a call sheet of invented people: who, where, when, what they need in their own words, and a note. */
export async function writeCallSheet(file: string, rows: number): Promise<void> {
  const out = createWriteStream(file);
  out.write('id,who,phone,street,town,lat,lon,when,needs,notes\n');
  for (let no = 1; no <= rows; no += 1) if (!out.write(`${rowOf(no)}\n`)) await once(out, 'drain');
  out.end();
  await once(out, 'close');
}

/** What the columns of the call sheet mean. */
export const callSheetMapping = {
  source: 'call-sheet',
  zone: 'America/Chicago',
  key: 'id',
  columns: {
    name: 'who',
    phone: 'phone',
    address: ['street', 'town'],
    latitude: 'lat',
    longitude: 'lon',
    askedAt: { column: 'when', format: 'DD/MM/YYYY HH:mm' },
    needs: 'needs',
    words: 'notes',
  },
};

import { parseMail } from '@barnraise/kernel/contact.ts';

import type { GivenPlace } from '../../new-request.ts';
import { onEarth, readPoint } from '../read/read-point.ts';
import type { RowRemark, RowRules } from './read-row.ts';
import type { RowCells } from './row-cells.ts';

/** Who and where, as a row tells it. */
export interface PersonOfRow {
  readonly name: string;
  readonly phone: string;
  readonly mail: string;
  readonly language: string;
  readonly place: GivenPlace;
  readonly remarks: readonly RowRemark[];
}

/** Longest texts of each sort, as the forms take them. */
const most = { name: 200, phone: 60, mail: 254, address: 300, directions: 300 } as const;

/** Reads who a row is about. What cannot be a mail address stays in the row as it came, and is remarked on. */
export function personOfRow({ cell, joined }: RowCells, { mapping: { columns }, language }: RowRules): PersonOfRow {
  const point = pointOf([cell(columns.latitude), cell(columns.longitude)], cell(columns.point));
  const mail = joined(columns.mail, ' ', most.mail);
  const isMail = mail === '' || parseMail(mail) !== undefined;
  const remarks: readonly (RowRemark | false)[] = [point === 'not-read' && 'point-not-read', !isMail && 'not-a-mail'];
  return {
    name: joined(columns.name, ' ', most.name),
    phone: joined(columns.phone, ' ', most.phone),
    mail: isMail ? mail : '',
    language: languageOf(cell(columns.language)) ?? language,
    place: {
      address: joined(columns.address, ', ', most.address),
      directions: joined(columns.directions, ' ', most.directions),
      plusCode: '',
      point: point === 'not-read' ? null : point,
    },
    remarks: remarks.filter((remark) => remark !== false),
  };
}

function pointOf([latitude, longitude]: readonly [string, string], whole: string): GivenPlace['point'] | 'not-read' {
  if (latitude !== '' && longitude !== '') return onEarth(Number(latitude), Number(longitude)) ?? 'not-read';
  if (latitude === '' && longitude === '' && whole === '') return null;
  return readPoint(whole) ?? 'not-read';
}

/** Languages as sheets name them. A tag of two or three letters is taken as it is. */
const languageNames: Readonly<Record<string, string>> = {
  english: 'en',
  ingles: 'en',
  inglés: 'en',
  spanish: 'es',
  español: 'es',
  espanol: 'es',
  castellano: 'es',
  french: 'fr',
  français: 'fr',
  'haitian creole': 'ht',
  creole: 'ht',
  kreyòl: 'ht',
  arabic: 'ar',
  chinese: 'zh',
  mandarin: 'zh',
  vietnamese: 'vi',
  russian: 'ru',
  ukrainian: 'uk',
  portuguese: 'pt',
  somali: 'so',
};

function languageOf(text: string): string | undefined {
  const said = text.toLowerCase();
  const tag = /^[a-z]{2,3}$/.exec(said.split(/[-_]/)[0] ?? '')?.[0];
  return languageNames[said] ?? tag;
}

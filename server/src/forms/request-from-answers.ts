import type { Sharing } from '@barnraise/kernel/sharing.ts';

import type { NewRequest } from '../requests/new-request.ts';
import { parsePlusCode, plusCodePoint } from '../requests/plus-code.ts';
import type { IntakeRules } from '../requests/request-from-fields.ts';
import type { ToldInAnswers } from './told-in-answers.ts';

/** The request that answers make. What the form did not ask is what holds until somebody asks. */
export function requestFrom(
  told: ToldInAnswers,
  language: string,
  { near }: Pick<IntakeRules, 'near'>,
  usual: Sharing,
): NewRequest {
  const { name, phone, mail, address, needs, words, alsoSaid } = told;
  const plusCode = parsePlusCode(address);
  const point = plusCode === undefined ? undefined : plusCodePoint(plusCode, near);
  return {
    channel: 'web',
    language,
    asker: { name, phone, mail, safeToText: 'not-asked', safeToLeaveMessage: 'not-asked' },
    askedFor: 'self',
    consent: false,
    household: null,
    needs,
    window: null,
    place: address === '' ? null : { address, plusCode: plusCode ?? '', directions: '', point: point ?? null },
    trip: null,
    recurrence: null,
    mustKnow: {},
    sharing: sharingFrom(told, usual),
    words,
    alsoSaid,
  };
}

/** Whoever was asked and did not say yes keeps to coordinators what they told. */
function sharingFrom({ share, listed }: ToldInAnswers, usual: Sharing): Sharing {
  if (share === undefined) return { ...usual, listedPublicly: listed };
  const who = share ? 'helpers' : 'coordinators';
  return { ...usual, listedPublicly: listed, name: who, contact: who, exactPlace: who };
}

import type { Instant } from '@barnraise/kernel/instant.ts';

import type { NewNeed } from '../../new-request.ts';
import type { ImportSubject } from '../mapping.ts';
import type { HouseholdOfRow } from './household-of-row.ts';
import type { MemberOfRow } from './member-of-row.ts';
import type { OfferOfRow } from './offer-of-row.ts';
import type { PlaceOfRow } from './place-of-row.ts';
import type { RequestOfRow } from './request-of-row.ts';

/** What a row would make, as somebody looks at it before anything is made. */
export interface ShownRow {
  readonly name: string;
  readonly phone: string;
  readonly mail: string;
  readonly address: string;
  readonly hasPoint: boolean;
  readonly words: string;
  readonly needs: readonly NewNeed[];
  readonly size: number | null;
  readonly at: Instant | null;
  readonly didNotAnswer: boolean;
}

type PersonShown = Pick<ShownRow, 'name' | 'phone' | 'mail' | 'address' | 'hasPoint'>;

const nothing = { words: '', needs: [], size: null, at: null, didNotAnswer: false } as const;

/** Shows what the reader of this subject made of a row. */
export function showSaid(subject: ImportSubject, said: unknown): ShownRow {
  switch (subject) {
    case 'requests': {
      const { request, askedAt, noAnswerAt } = said as RequestOfRow;
      const { asker, place, household, needs, words } = request;
      const shown = { ...nothing, needs, words, size: household?.size ?? null, at: askedAt ?? null };
      return { ...shown, ...personShown({ ...asker, place }), didNotAnswer: noAnswerAt !== null };
    }
    case 'offers': {
      const { giver, gives, words } = said as OfferOfRow;
      return { ...nothing, ...personShown(giver), needs: gives, words };
    }
    case 'households': {
      const { head, household, words } = said as HouseholdOfRow;
      return { ...nothing, ...personShown(head), size: household.size, words };
    }
    case 'members':
      return { ...nothing, ...personShown(said as MemberOfRow) };
    case 'places': {
      const { contact, words } = said as PlaceOfRow;
      return { ...nothing, ...personShown(contact), words };
    }
  }
}

function personShown(person: {
  readonly name: string;
  readonly phone: string;
  readonly mail: string;
  readonly place: { readonly address: string; readonly point: unknown } | null;
}): PersonShown {
  const { name, phone, mail, place } = person;
  return { name, phone, mail, address: place?.address ?? '', hasPoint: Boolean(place?.point) };
}

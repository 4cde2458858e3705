import type { NewOffer } from '../requests/offer-form.ts';
import type { ToldInAnswers } from './told-in-answers.ts';

/** One offer for each kind that was chosen. What can be done stands until it is taken back; things are given once. */
export function offersFrom(told: ToldInAnswers, language: string): readonly NewOffer[] {
  const { name, phone, mail, words } = told;
  return told.needs.map(({ kind, quantity, entered }): NewOffer => {
    const standing = kind.nature === 'service' || kind.nature === 'work' || kind.returns;
    return {
      kind,
      standing,
      quantity: standing ? null : quantity,
      entered: standing ? null : entered,
      window: null,
      hours: [],
      reachMeters: null,
      asksPerWeekMax: null,
      // Nobody said that a text may be sent to this phone, so it is called.
      askBy: phone !== '' ? 'call' : mail !== '' ? 'mail' : 'page',
      cell: null,
      language,
      giver: { name, phone, mail, safeToText: 'not-asked', safeToLeaveMessage: 'not-asked' },
      words,
    };
  });
}

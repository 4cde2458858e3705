import type { TimeWindow } from '@barnraise/kernel/instant.ts';
import { type ConvertedAmount, toQuantity } from '@barnraise/kernel/quantity.ts';
import { sharingUntilAsked } from '@barnraise/kernel/sharing.ts';

import type { GroupKind } from '../requests/load-kinds.ts';
import type { NewRequest } from '../requests/new-request.ts';
import { neighbors } from './cast.ts';
import type { Chance } from './chance.ts';
import type { Plot } from './plots.ts';

/** One of the invented neighbors asks for what the plot says. */
export function demoRequest(kind: GroupKind, plot: Plot, chance: Chance, window: TimeWindow): NewRequest {
  const neighbor = chance.pick(neighbors);
  const { quantity, entered } = usualAmount(kind, plot.figure);
  const mayText = chance.percent(70) ? 'yes' : 'not-asked';
  return {
    channel: chance.percent(60) ? 'web' : 'phone',
    language: neighbor.language,
    asker: {
      name: neighbor.name,
      phone: neighbor.phone,
      mail: '',
      safeToText: mayText,
      safeToLeaveMessage: mayText,
    },
    askedFor: 'self',
    consent: true,
    household: null,
    needs: [{ kind, quantity, entered, detail: '' }],
    window,
    place: {
      address: neighbor.address,
      plusCode: '',
      directions: '',
      point: { latitude: neighbor.latitude, longitude: neighbor.longitude },
    },
    trip: null,
    recurrence: null,
    mustKnow: chance.percent(40) ? { dog: { state: 'value', value: 'A friendly one, loud.' } } : {},
    sharing: { ...sharingUntilAsked, listedPublicly: chance.percent(85) },
    words: plot.words[neighbor.language],
  };
}

/** An amount as people enter it: so many of the kind's usual unit, packs of diapers and not single ones. */
export function usualAmount(kind: GroupKind, figure: string): ConvertedAmount {
  const [unit] = kind.entryUnits;
  const amount = unit && toQuantity(figure, unit);
  if (!amount?.ok) throw new Error(`The demo knows no ${figure} of ${kind.code}`);
  return amount.value;
}

import { randomUUID } from 'node:crypto';

import { dayMs } from '@barnraise/kernel/instant.ts';

import type { Context } from '../context.ts';
import type { Caller } from '../record/caller.ts';
import type { Asker } from '../requests/new-request.ts';
import type { GroupKind } from '../requests/load-kinds.ts';
import { offerHelp } from '../requests/offer-help.ts';
import { members, neighbors } from './cast.ts';
import { usualAmount } from './demo-request.ts';
import { must } from './must.ts';
import { type Gift, gifts } from './plots.ts';
import type { Stage } from './tell-story.ts';

/** What people in the demo group said they can give. A neighbor's newest offer waits for a coordinator's look. */
export async function tellGifts(context: Context, stage: Stage, kinds: readonly GroupKind[]): Promise<void> {
  for (const gift of gifts) {
    const kind = kinds.find((one) => one.code === gift.kind);
    if (!kind) continue;
    stage.clock.now = stage.today - gift.daysAgo * dayMs;
    must(await offerHelp(context, giverOf(stage, gift), { offer: offerOf(gift, kind), formKey: randomUUID() }));
  }
}

function giverOf({ groupId, cast }: Stage, { by }: Gift): Caller {
  return cast[members.findIndex(({ handle }) => handle === by)] ?? { groupId, actor: { kind: 'public' } };
}

function offerOf(gift: Gift, kind: GroupKind) {
  const amount = gift.figure === undefined ? null : usualAmount(kind, gift.figure);
  return {
    kind,
    standing: amount === null,
    quantity: amount?.quantity ?? null,
    entered: amount?.entered ?? null,
    window: null,
    hours: [],
    reachMeters: gift.kilometers === undefined ? null : gift.kilometers * 1000,
    asksPerWeekMax: gift.asksPerWeek ?? null,
    askBy: 'call',
    cell: null,
    language: 'en',
    giver: nameOf(gift),
    words: gift.words,
  } as const;
}

function nameOf({ by }: Gift): Asker {
  const phone = neighbors.find(({ name }) => name === by)?.phone ?? '';
  return { name: by, phone, mail: '', safeToText: 'not-asked', safeToLeaveMessage: 'not-asked' };
}

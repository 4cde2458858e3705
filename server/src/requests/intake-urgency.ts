import { alertsDuty, type DangerMatch, dangerWords } from '@barnraise/kernel/danger-words.ts';
import { hasInfant } from '@barnraise/kernel/household.ts';
import type { Instant } from '@barnraise/kernel/instant.ts';
import { type Urgency, urgencyOf } from '@barnraise/kernel/urgency.ts';

import type { NewRequest } from './new-request.ts';

/** The level as the inbox sorts it. */
export const urgencyRank: Readonly<Record<Urgency['level'], number>> = { now: 2, soon: 1, usual: 0 };

/** The level that the inbox sorts so. */
export function urgencyLevel(rank: number): Urgency['level'] {
  if (rank >= urgencyRank.now) return 'now';
  return rank >= urgencyRank.soon ? 'soon' : 'usual';
}

/** Words of danger in anything that was typed freely. */
export function dangerIn(
  request: Pick<NewRequest, 'words' | 'needs' | 'place' | 'mustKnow' | 'alsoSaid'>,
): readonly DangerMatch[] {
  const facts = Object.values(request.mustKnow).map((answer) => (answer.state === 'value' ? answer.value : ''));
  const details = request.needs.map((need) => need.detail);
  return dangerWords(
    [request.words, ...details, request.place?.directions ?? '', ...facts, ...(request.alsoSaid ?? [])].join(' . '),
  );
}

/** How urgent a request is as it comes in, before anybody called. */
export function intakeUrgency(request: NewRequest, danger: readonly DangerMatch[], now: Instant): Urgency {
  const has = (...codes: readonly (keyof NewRequest['mustKnow'])[]): boolean =>
    codes.some((code) => request.mustKnow[code]?.state === 'value');
  return urgencyOf(
    {
      receivedAt: now,
      neededBy: request.trip?.beThereBy ?? request.window?.untilAt ?? null,
      vitalKind: request.needs.some((need) => need.kind.vital),
      dangerWords: alertsDuty(danger),
      infant: request.household !== null && hasInfant(request.household) === true,
      deviceOrOxygen: has('oxygen-or-device', 'medicine-kept-cold'),
      noPowerOrWater: has('no-power', 'no-water'),
      triesSinceReached: 0,
      factsOld: false,
      askedAgain: false,
    },
    now,
  );
}

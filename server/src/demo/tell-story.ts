import { randomUUID } from 'node:crypto';

import type { GroupId, NeedId, RequestId } from '@barnraise/kernel/ids.ts';
import { hourMs, type Instant, minuteMs } from '@barnraise/kernel/instant.ts';
import type { Precaution } from '@barnraise/kernel/kind.ts';
import type { Party } from '@barnraise/kernel/party.ts';
import { addDays, localDateOf, startOfDay } from '@barnraise/kernel/time.ts';
import { peopleMinimum } from '@barnraise/kernel/visit.ts';

import type { Context } from '../context.ts';
import type { Caller } from '../record/caller.ts';
import { askPeople } from '../requests/ask-people.ts';
import { answerStillNeeded } from '../requests/answer-still-needed.ts';
import { askForHelp } from '../requests/ask-for-help.ts';
import { type CommitWish, commitToNeed } from '../requests/commit-to-need.ts';
import { finishCommitment } from '../requests/finish-commitment.ts';
import { giveBackCommitment } from '../requests/give-back-commitment.ts';
import { type GroupKind, loadKinds } from '../requests/load-kinds.ts';
import { recordHelp } from '../requests/record-help.ts';
import { takeInRequest } from '../requests/take-in-request.ts';
import { type Chance, chanceFrom } from './chance.ts';
import { demoRequest, usualAmount } from './demo-request.ts';
import type { StoryClock } from './make-demo.ts';
import { must } from './must.ts';
import { habits, plots } from './plots.ts';
import { tellGifts } from './tell-gifts.ts';

export interface Stage {
  readonly groupId: GroupId;
  readonly cast: readonly Caller[];
  readonly clock: StoryClock;
  readonly today: Instant;
  readonly historyDays: number;
  readonly zone: string;
}

/** Requests of the last days stay open, in every state a coordinator meets. */
const stillOpenDays = 3;

/** Plays some months of the group's life, a request or two every few days and what people do anyway. */
export async function tellStory(context: Context, stage: Stage): Promise<void> {
  const chance = chanceFrom(20260623);
  const kinds = await context.database.readGroup(stage.groupId, (tx) => loadKinds(tx));
  const { clock, today, zone } = stage;
  await tellGifts(context, stage, kinds);
  for (let day = stage.historyDays; day >= 0; day -= 1) {
    const morning = startOfDay(addDays(localDateOf(today, zone), -day), zone) + 8 * hourMs;
    if (chance.percent(55)) {
      clock.now = Math.min(morning + chance.below(90) * minuteMs, today - 10 * minuteMs);
      await playHabit(context, stage, chance, kinds);
    }
    const asks = day <= stillOpenDays ? 3 : Number(chance.percent(38));
    for (let i = 0; i < asks; i += 1) {
      clock.now = Math.min(morning + (i * 45 + chance.below(40)) * minuteMs, today - (4 - i) * minuteMs);
      const request = await playAsk(context, stage, chance, kinds);
      if (request) await playHelp(context, stage, chance, request, day);
    }
  }
}

interface Asked {
  readonly requestId: RequestId;
  readonly needId: NeedId;
  readonly quantity: number;
  /** One pack, box or ride: nobody promises a part of it. */
  readonly one: number;
  readonly minutes: number;
  readonly precautions: readonly Precaution[];
}

async function playAsk(
  context: Context,
  { groupId, clock, zone }: Stage,
  chance: Chance,
  kinds: readonly GroupKind[],
): Promise<Asked | undefined> {
  const plot = chance.pick(plots);
  const kind = kinds.find((one) => one.code === plot.kind);
  if (!kind) return undefined;
  const wantedOn = addDays(localDateOf(clock.now, zone), 1 + chance.below(4));
  const wantedAt = startOfDay(wantedOn, zone) + (9 + chance.below(7)) * hourMs;
  const request = demoRequest(kind, plot, chance, { fromAt: wantedAt, untilAt: wantedAt + 4 * hourMs });
  const caller: Caller = { groupId, actor: { kind: 'public' } };
  const asked = must(await askForHelp(context, caller, { request, formKey: randomUUID(), heldForALook: false }));
  const { id: needId, quantity } = await context.database.readGroup(groupId, (tx) =>
    tx.db
      .selectFrom('needs')
      .select(['id', 'quantity'])
      .where('group_id', '=', groupId)
      .where('request_id', '=', asked.requestId)
      .executeTakeFirstOrThrow(),
  );
  const one = usualAmount(kind, '1').quantity;
  return { requestId: asked.requestId, needId, quantity, one, minutes: plot.minutes, precautions: kind.precautions };
}

/** Takes a request as far as it has come by today: the newest still wait, those before are promised, the rest are over. */
async function playHelp(context: Context, stage: Stage, chance: Chance, asked: Asked, day: number): Promise<void> {
  const { clock, cast } = stage;
  const lead = present(cast[1 + chance.below(2)]);
  if (day === 0) return;
  clock.now += (20 + chance.below(100)) * minuteMs;
  must(await takeInRequest(context, lead, { requestId: asked.requestId, open: true }));
  if (chance.percent(35)) await playQuestion(context, stage, chance, lead, asked);
  if (day <= stillOpenDays && chance.percent(45)) return;

  const isShared = asked.quantity > 2 * asked.one && chance.percent(40);
  const first = isShared ? Math.ceil(asked.quantity / asked.one / 2) * asked.one : asked.quantity;
  if (chance.percent(8)) await playChangeOfMind(context, stage, chance, asked);
  await playCommitment(context, stage, chance, asked, first, day);
  if (isShared && !(day <= stillOpenDays && chance.percent(50))) {
    await playCommitment(context, stage, chance, asked, asked.quantity - first, day);
  }
  if (day <= stillOpenDays) return;
  clock.now += (2 + chance.below(20)) * hourMs;
  must(await answerStillNeeded(context, lead, { requestId: asked.requestId, standing: 'solved', words: '' }));
}

/** "Can you?", to one or two; the older questions ran out long ago, the newest still wait. */
async function playQuestion(
  context: Context,
  { cast }: Stage,
  chance: Chance,
  lead: Caller,
  asked: Asked,
): Promise<void> {
  const helpers = helpersFor(asked, cast).filter((one) => one !== lead);
  const first = chance.below(helpers.length);
  const to = [helpers[first], helpers[(first + 1) % helpers.length]].slice(0, 1 + chance.below(2)).map(partyOf);
  must(await askPeople(context, lead, { needId: asked.needId, to }));
}

function partyOf(caller: Caller | undefined): Party {
  const { actor } = present(caller);
  if (actor.kind !== 'member') throw new Error('Only members are asked in the demo group');
  return { kind: 'member', memberId: actor.memberId };
}

async function playCommitment(
  context: Context,
  { clock, cast }: Stage,
  chance: Chance,
  asked: Asked,
  quantity: number,
  day: number,
): Promise<void> {
  const helper = chance.pick(helpersFor(asked, cast));
  clock.now += (10 + chance.below(80)) * minuteMs;
  const { commitment } = must(await commitToNeed(context, helper, wishOf(asked, quantity)));
  if (day <= stillOpenDays) return;
  clock.now += (30 + chance.below(90)) * minuteMs;
  const effortMinutes = asked.minutes + chance.below(30);
  must(await finishCommitment(context, helper, { commitmentId: commitment.id, doneQuantity: quantity, effortMinutes }));
}

async function playChangeOfMind(context: Context, { clock, cast }: Stage, chance: Chance, asked: Asked): Promise<void> {
  const helper = chance.pick(helpersFor(asked, cast));
  const { commitment } = must(await commitToNeed(context, helper, wishOf(asked, asked.one)));
  clock.now += 15 * minuteMs;
  must(await giveBackCommitment(context, helper, { commitmentId: commitment.id, reason: 'cannot-come' }));
}

/** Whoever may go there: where the kind wants it, only members who are approved for visits. */
function helpersFor({ precautions }: Asked, cast: readonly Caller[]): readonly Caller[] {
  if (!precautions.includes('vetted')) return cast;
  return cast.filter(({ actor }) => actor.kind === 'member' && actor.vetted);
}

function wishOf({ needId, precautions }: Asked, quantity: number): CommitWish {
  return { needId, quantity, least: 1, people: peopleMinimum(precautions) };
}

async function playHabit(context: Context, stage: Stage, chance: Chance, kinds: readonly GroupKind[]): Promise<void> {
  const habit = chance.pick(habits);
  const kind = kinds.find((one) => one.code === habit.kind);
  if (!kind) return;
  const { clock, cast } = stage;
  const effortMinutes = habit.minutes + chance.below(40);
  const { quantity } = usualAmount(kind, String(habit.amount + chance.below(4)));
  const help = { kindId: kind.id, quantity, happenedAt: clock.now, effortMinutes };
  must(await recordHelp(context, chance.pick(cast), help));
}

function present<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('The demo group has no such member');
  return value;
}

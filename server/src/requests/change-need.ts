import type { Actor } from '@barnraise/kernel/actor.ts';
import { decideNeedAmounts, haltNeed, type NeedChangeRefusal, resumeNeed } from '@barnraise/kernel/decide-need.ts';
import type { ActId, NeedId } from '@barnraise/kernel/ids.ts';
import type { Instant } from '@barnraise/kernel/instant.ts';
import type { NeedChange } from '@barnraise/kernel/lease.ts';
import type { HaltReason } from '@barnraise/kernel/need.ts';
import { accept, type Outcome, type Refusal, refuse } from '@barnraise/kernel/outcome.ts';
import { canChangeNeed, canHaltNeed, type NeedFacts } from '@barnraise/kernel/policy.ts';
import type { EnteredAmount, Quantity } from '@barnraise/kernel/quantity.ts';
import { settleNeed, withChanged } from '@barnraise/kernel/waiting-list.ts';

import type { Context } from '../context.ts';
import type { Caller } from '../record/caller.ts';
import type { Json } from '../record/json.ts';
import { writeAct } from '../record/write-act.ts';
import { writeAudit } from '../record/write-audit.ts';
import type { NotThereRefusal } from './act-on-request.ts';
import { type LoadedNeed, lockNeed } from './load-need.ts';
import { correctNeed } from './need-table.ts';
import { writeNeedChange } from './write-need-change.ts';

/** "No more, please": the need takes nothing from this moment on. What is promised stands. */
export async function haltOneNeed(
  context: Context,
  caller: Caller,
  { needId, reason }: { readonly needId: NeedId; readonly reason: HaltReason },
): Promise<Outcome<ActId, NotThereRefusal>> {
  const by = caller.actor.kind === 'member' ? caller.actor.memberId : null;
  return changeOneNeed(context, caller, needId, { verb: 'halt-need', may: canHaltNeed }, (loaded, now) =>
    accept({ need: haltNeed(loaded.need, by, reason, now), changed: [] }),
  );
}

/** Takes the halt away; whoever waits in line moves up. */
export async function resumeOneNeed(
  context: Context,
  caller: Caller,
  { needId }: { readonly needId: NeedId },
): Promise<Outcome<ActId, NotThereRefusal>> {
  return changeOneNeed(
    context,
    caller,
    needId,
    { verb: 'resume-need', may: canHaltNeed },
    ({ need, commitments }, now) => accept(settleNeed(resumeNeed(need), commitments, now)),
  );
}

export interface NeedAmountChange {
  readonly needId: NeedId;
  readonly quantity: Quantity;
  readonly entered: EnteredAmount;
  /** At most this much, though more is wanted; null for no limit. */
  readonly cap: Quantity | null;
}

/** Wants more or less, or puts a limit on it; never below what is done and promised. */
export async function changeNeedAmount(
  context: Context,
  caller: Caller,
  { needId, quantity, entered, cap }: NeedAmountChange,
): Promise<Outcome<ActId, NotThereRefusal | NeedChangeRefusal>> {
  return changeOneNeed<NeedChangeRefusal>(
    context,
    caller,
    needId,
    { verb: 'change-need', may: canChangeNeed, entered },
    (loaded, now) => {
      const { need, commitments } = loaded;
      const minimum = Math.min(need.minimum, quantity);
      const splitMinimum = Math.min(need.splitMinimum, quantity);
      const amounts = { quantity, cap, minimum, splitMinimum, window: need.window };
      const decided = decideNeedAmounts(need, commitments, amounts, now);
      if (!decided.ok) return decided;
      const settled = settleNeed(decided.value.need, withChanged(commitments, decided.value.changed), now);
      return accept({ need: settled.need, changed: [...decided.value.changed, ...settled.changed] });
    },
  );
}

interface NeedAct {
  readonly verb: 'halt-need' | 'resume-need' | 'change-need';
  readonly may: (actor: Actor, need: NeedFacts) => boolean;
  readonly entered?: EnteredAmount;
}

async function changeOneNeed<R extends Refusal = never>(
  context: Context,
  caller: Caller,
  needId: NeedId,
  { verb, may, entered }: NeedAct,
  decide: (loaded: LoadedNeed, now: Instant) => Outcome<NeedChange, R>,
): Promise<Outcome<ActId, R | NotThereRefusal>> {
  return context.database.decide<ActId, R | NotThereRefusal>(caller.groupId, async (tx) => {
    const loaded = await lockNeed(tx, needId);
    if (!loaded) return refuse({ code: 'not-found' });
    const { need, row } = loaded;
    if (!may(caller.actor, need)) return refuse({ code: caller.actor.kind === 'member' ? 'not-allowed' : 'not-found' });
    const decided = decide(loaded, tx.now);
    if (!decided.ok) return decided;

    await writeNeedChange(tx, loaded, decided.value);
    const after = decided.value.need;
    await correctNeed(tx, needId, {
      minimum: after.minimum,
      split_minimum: after.splitMinimum,
      ...(entered && { entered_amount: entered.figure, entered_unit: entered.unit }),
    });
    const data = { quantity: after.quantity, cap: after.cap, decisionNo: after.decisionNo };
    await writeAudit(tx, { actor: caller.actor, verb, subjectTable: 'needs', subjectId: needId, data });
    const before = amountsBefore(loaded);
    return accept(
      await writeAct(tx, { actor: caller.actor, verb, subjectId: needId, requestId: row.request_id, before }),
    );
  });
}

function amountsBefore({ need, row }: LoadedNeed): Json {
  const { quantity, cap, minimum, splitMinimum } = need;
  return { quantity, cap, minimum, splitMinimum, figure: row.entered_amount, unit: row.entered_unit };
}

import { newAsk } from '@barnraise/kernel/ask.ts';
import type { ActId, AskId, NeedId } from '@barnraise/kernel/ids.ts';
import { hourMs, type Instant } from '@barnraise/kernel/instant.ts';
import { isTaking, openQuantity } from '@barnraise/kernel/need.ts';
import { accept, type Outcome, refuse } from '@barnraise/kernel/outcome.ts';
import { type Party, sameParty } from '@barnraise/kernel/party.ts';
import { canAskPeople } from '@barnraise/kernel/policy.ts';
import type { Quantity } from '@barnraise/kernel/quantity.ts';

import type { Context } from '../context.ts';
import { at } from '../database/column-types.ts';
import type { GroupTransaction } from '../database/database.ts';
import { freshId } from '../database/new-id.ts';
import type { Caller } from '../record/caller.ts';
import { writeAct } from '../record/write-act.ts';
import { asksOf, insertAsk } from './ask-table.ts';
import { memberIdOf } from './finish-commitment.ts';
import { isParty } from './is-party.ts';
import { readNeed } from './load-need.ts';
import { tellAsked } from './tell-member.ts';

/** No answer within a day is an answer; sooner where the need's window ends sooner. */
const answerHours = 24;

export interface AskPeople {
  readonly needId: NeedId;
  readonly to: readonly Party[];
  /** How much each is asked for; left out: all that is open. */
  readonly quantity?: Quantity;
}

export type AskPeopleRefusal =
  | { readonly code: 'not-found' }
  | { readonly code: 'not-allowed' }
  | { readonly code: 'provider-unknown' }
  | { readonly code: 'nobody-to-ask' }
  | { readonly code: 'already-covered'; readonly openQuantity: Quantity };

/** Puts "Can you?" to people about one need. It reserves nothing. Whoever is asked already is not asked twice. */
export async function askPeople(
  context: Context,
  caller: Caller,
  input: AskPeople,
): Promise<Outcome<{ readonly asked: readonly AskId[]; readonly actIds: readonly ActId[] }, AskPeopleRefusal>> {
  if (!canAskPeople(caller.actor)) return refuse({ code: 'not-allowed' });
  return context.database.decide<{ asked: AskId[]; actIds: ActId[] }, AskPeopleRefusal>(caller.groupId, async (tx) => {
    const loaded = await readNeed(tx, input.needId);
    if (!loaded) return refuse({ code: 'not-found' });
    const open = openQuantity(loaded.need, loaded.commitments, tx.now);
    if (!isTaking(loaded.need, tx.now) || open === 0) return refuse({ code: 'already-covered', openQuantity: open });
    const waiting = (await asksOf(tx, input.needId)).filter((one) => one.state === 'sent');
    const to = input.to.filter((party) => !waiting.some((one) => sameParty(one.to, party)));
    if (to.length === 0) return refuse({ code: 'nobody-to-ask' });

    const asked: AskId[] = [];
    const actIds: ActId[] = [];
    for (const party of to) {
      if (!(await isParty(tx, party))) return refuse({ code: 'provider-unknown' });
      const ask = newAsk({
        id: freshId<AskId>(tx),
        needId: input.needId,
        offerId: null,
        to: party,
        way: 'page',
        quantity: Math.min(input.quantity ?? open, open),
        decisionNo: loaded.need.decisionNo,
        askedAt: tx.now,
        answerUntil: answerUntil(loaded.need.window?.untilAt, tx.now),
      });
      await insertAsk(tx, ask, memberIdOf(caller));
      if (party.kind === 'member') {
        await markAsked(tx, party.memberId);
        const about = { kind: loaded.kind, quantity: ask.quantity, enteredUnit: loaded.row.entered_unit };
        await tellAsked(context, tx, party.memberId, about, ask.id);
      }
      actIds.push(await writeAct(tx, { actor: caller.actor, verb: 'ask-person', subjectId: ask.id }));
      asked.push(ask.id);
    }
    return accept({ asked, actIds });
  });
}

function answerUntil(needUntil: Instant | undefined, now: Instant): Instant {
  return Math.min(now + answerHours * hourMs, needUntil ?? Number.POSITIVE_INFINITY);
}

/** So that the inbox can say who has not been asked lately. */
async function markAsked(
  tx: GroupTransaction,
  memberId: Extract<Party, { kind: 'member' }>['memberId'],
): Promise<void> {
  await tx.db
    .updateTable('members')
    .set({ last_asked_at: at(tx.now) })
    .where('group_id', '=', tx.groupId)
    .where('id', '=', memberId)
    .execute();
}

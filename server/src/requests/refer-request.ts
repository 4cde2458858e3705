import type { ActId, Id, PartnerId, RequestId } from '@barnraise/kernel/ids.ts';
import { accept, type Outcome, refuse } from '@barnraise/kernel/outcome.ts';
import { answerPassingOn, type PassingOn, passOn } from '@barnraise/kernel/passing-on.ts';
import { canPassOn } from '@barnraise/kernel/policy.ts';
import type { RequestRefusal } from '@barnraise/kernel/request.ts';

import type { Context } from '../context.ts';
import { at, type GroupReader, type GroupTransaction } from '../database/database.ts';
import { freshId } from '../database/new-id.ts';
import type { Caller } from '../record/caller.ts';
import { writeAct } from '../record/write-act.ts';
import { writeAudit } from '../record/write-audit.ts';
import { actOnRequest, type NotThereRefusal } from './act-on-request.ts';
import { endRequest } from './close-request.ts';

export type ReferralId = Id<'referral'>;

export type ReferRefusal = NotThereRefusal | RequestRefusal | { readonly code: 'partner-unknown' };

export interface Referral {
  readonly requestId: RequestId;
  /** A partner the group knows, or the name of one it has just met. */
  readonly partner: { readonly id: PartnerId } | { readonly name: string };
}

/** "We can't; we passed it on to them." The request is not over before they have said yes or no. */
export async function referRequest(
  context: Context,
  caller: Caller,
  { requestId, partner }: Referral,
): Promise<Outcome<ActId, ReferRefusal>> {
  return actOnRequest<ActId, ReferRefusal>(context, caller, requestId, canPassOn, async (tx, { row }) => {
    if (row.state === 'closed') return refuse({ code: 'wrong-state', state: row.state });
    const partnerId = await partnerFor(tx, partner);
    if (!partnerId) return refuse({ code: 'partner-unknown' });
    const passing = passOn(requestId, { kind: 'partner', partnerId }, tx.now);
    const id = freshId<ReferralId>(tx);
    await tx.db
      .insertInto('referrals')
      .values({
        group_id: tx.groupId,
        id,
        request_id: requestId,
        partner_id: partnerId,
        answer: passing.answer,
        referred_by_id: caller.actor.kind === 'member' ? caller.actor.memberId : null,
        referred_at: at(passing.passedAt),
      })
      .execute();
    tx.changed('referrals', id);
    const { actor } = caller;
    await writeAudit(tx, {
      actor,
      verb: 'pass-on-request',
      subjectTable: 'referrals',
      subjectId: id,
      data: { partnerId },
    });
    return accept(await writeAct(tx, { actor, verb: 'pass-on-request', subjectId: id, requestId }));
  });
}

/** What the partner said. "Yes" ends the request as passed on; "no" leaves it with the group, and on record. */
export async function answerReferral(
  context: Context,
  caller: Caller,
  { referralId, answer }: { readonly referralId: ReferralId; readonly answer: 'yes' | 'no' },
): Promise<Outcome<ActId | null, ReferRefusal>> {
  return context.database.decide<ActId | null, ReferRefusal>(caller.groupId, async (tx) => {
    if (!canPassOn(caller.actor)) return refuse({ code: 'not-allowed' });
    const passing = await readReferral(tx, referralId);
    if (!passing) return refuse({ code: 'not-found' });
    const answered = answerPassingOn(passing, answer, tx.now);
    await tx.db
      .updateTable('referrals')
      .set({ answer: answered.answer, answered_at: at(answered.answeredAt) })
      .where('group_id', '=', tx.groupId)
      .where('id', '=', referralId)
      .execute();
    tx.changed('referrals', referralId);
    const data = { answer };
    await writeAudit(tx, {
      actor: caller.actor,
      verb: 'answer-referral',
      subjectTable: 'referrals',
      subjectId: referralId,
      data,
    });
    if (answer === 'no') return accept(null);
    return endRequest(tx, caller, passing.requestId, { ending: 'passed-on', verb: 'close-request', may: canPassOn });
  });
}

async function readReferral(tx: GroupReader, id: ReferralId): Promise<PassingOn | undefined> {
  const row = await tx.db
    .selectFrom('referrals')
    .selectAll()
    .where('group_id', '=', tx.groupId)
    .where('id', '=', id)
    .executeTakeFirst();
  return (
    row && {
      requestId: row.request_id,
      to: { kind: 'partner', partnerId: row.partner_id },
      passedAt: row.referred_at,
      answer: row.answer,
      answeredAt: row.answered_at,
    }
  );
}

async function partnerFor(tx: GroupTransaction, partner: Referral['partner']): Promise<PartnerId | undefined> {
  let query = tx.db.selectFrom('partners').select('id').where('group_id', '=', tx.groupId);
  query = 'id' in partner ? query.where('id', '=', partner.id) : query.where('name', '=', partner.name);
  const known = await query.executeTakeFirst();
  if (known) {
    await tx.db
      .updateTable('partners')
      .set({ last_contact_at: at(tx.now) })
      .where('group_id', '=', tx.groupId)
      .where('id', '=', known.id)
      .execute();
    return known.id;
  }
  if ('id' in partner || partner.name === '') return undefined;
  const id = freshId<PartnerId>(tx);
  await tx.db
    .insertInto('partners')
    .values({ group_id: tx.groupId, id, name: partner.name, stage: 'met', last_contact_at: at(tx.now) })
    .execute();
  tx.changed('partners', id);
  return id;
}

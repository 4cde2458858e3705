// oxlint-disable no-console -- an example is read by what it prints

import type { Commitment } from '../src/commitment.ts';
import { decideCommitment } from '../src/decide-commitment.ts';
import { decideFinish } from '../src/decide-step.ts';
import { newId, type CommitmentId, type KindId, type MemberId, type NeedId, type RequestId } from '../src/ids.ts';
import { leases } from '../src/kind.ts';
import { needProgress, type Need } from '../src/need.ts';

// The caller brings the clock and the randomness; the kernel has neither.
const now = Date.now();
const random = () => crypto.getRandomValues(new Uint8Array(10));

const need: Need = {
  id: newId<NeedId>(now, random()),
  source: { kind: 'request', requestId: newId<RequestId>(now, random()) },
  kindId: newId<KindId>(now, random()),
  teamId: null,
  audience: 'members',
  quantity: 12,
  cap: null,
  minimum: 0,
  splitMinimum: 1,
  window: null,
  peopleMinimum: 1,
  lease: leases.goods,
  acceptance: 'at-once',
  halt: null,
  state: 'open',
  doneQuantity: 0,
  decisionNo: 0,
  lastConfirmedAt: now,
};

/** Somebody takes `quantity` boxes of what `commitments` leave. */
function take(need: Need, commitments: readonly Commitment[], quantity: number) {
  const provider = { kind: 'member', memberId: newId<MemberId>(now, random()) } as const;
  return decideCommitment(need, commitments, { id: newId<CommitmentId>(now, random()), provider, quantity }, now);
}

const first = take(need, [], 12);
if (!first.ok) throw new Error(first.refusal.code);

const second = take(first.value.need, [first.value.commitment], 1);
console.log(second.ok ? 'taken twice?' : second.refusal); // { code: 'already-covered', openQuantity: 0 }

const finished = decideFinish(first.value.need, first.value.commitment, 8, now);
if (!finished.ok) throw new Error(finished.refusal.code);
console.log(needProgress(finished.value.need, [], now)); // done 8, open 4: "8 of 12 boxes; 4 left"

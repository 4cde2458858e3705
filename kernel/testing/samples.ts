import type { Commitment } from '../src/commitment.ts';
import type { Wish } from '../src/decide-commitment.ts';
import { newId, type Id } from '../src/ids.ts';
import type { Instant } from '../src/instant.ts';
import type { Need } from '../src/need.ts';

/** A Saturday morning; every sample begins here. */
export const sampleNow: Instant = Date.UTC(2026, 10, 21, 15, 0);

/** The id with that number, the same at every call. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- names the brand, as newId does
export function sampleId<I extends Id>(number: number): I {
  const random = new Uint8Array(10);
  new DataView(random.buffer).setUint32(6, number);
  return newId<I>(sampleNow, random);
}

/** Twelve food boxes, whenever; goods leases of an hour so that tests can outlive them. */
export function sampleNeed(changes: Partial<Need> = {}): Need {
  return {
    id: sampleId(1),
    source: { kind: 'request', requestId: sampleId(2) },
    kindId: sampleId(3),
    teamId: null,
    audience: 'members',
    quantity: 12,
    cap: null,
    minimum: 0,
    splitMinimum: 1,
    window: null,
    peopleMinimum: 1,
    lease: { kind: 'after-accept', minutes: 60 },
    acceptance: 'at-once',
    halt: null,
    state: 'open',
    doneQuantity: 0,
    decisionNo: 0,
    lastConfirmedAt: sampleNow,
    ...changes,
  };
}

/** What member number `number` wants to take. */
export function sampleWish(number: number, quantity: number, changes: Partial<Wish> = {}): Wish {
  return {
    id: sampleId(1000 + number),
    provider: { kind: 'member', memberId: sampleId(2000 + number) },
    quantity,
    ...changes,
  };
}

/** An accepted commitment of four, with a lease of an hour. */
export function sampleCommitment(changes: Partial<Commitment> = {}): Commitment {
  return {
    id: sampleId(1001),
    needId: sampleId(1),
    provider: { kind: 'member', memberId: sampleId(2001) },
    quantity: 4,
    least: null,
    people: 1,
    state: 'accepted',
    reason: null,
    decisionNo: 1,
    offeredAt: sampleNow,
    acceptedAt: sampleNow,
    leaseUntil: sampleNow + 3_600_000,
    extensions: 0,
    startedAt: null,
    dueBackAt: null,
    endedAt: null,
    doneQuantity: null,
    correctedBy: null,
    ...changes,
  };
}

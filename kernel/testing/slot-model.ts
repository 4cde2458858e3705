/**
 * A need as a child would play it: a row of slots, each free, held by somebody or filled. It shares no code with the
 * kernel, knows nothing of decision numbers, and is asked what a decision should have come to.
 */
export type SlotModel = {
  slots: (string | null)[];
  filled: number;
  people: Map<string, ModelCommitment>;
  halted: boolean;
  closed: boolean;
  nowMs: number;
};

export type ModelCommitment = {
  wants: number;
  least: number;
  has: number;
  state: string;
  leaseMs: number;
  extensions: number;
  order: number;
};

export const leaseMs = 60 * 60_000;

export function newModel(limit: number, nowMs: number): SlotModel {
  return { slots: Array<null>(limit).fill(null), filled: 0, people: new Map(), halted: false, closed: false, nowMs };
}

export function freeSlots(model: SlotModel): number {
  return model.slots.filter((slot) => slot === null).length;
}

/** Frees what overdue people hold; they are told "lapsed" only when a decision needs to know. */
export function modelSettle(model: SlotModel): void {
  modelLapse(model);
  if (model.halted || model.closed) return;
  const waiting = [...model.people]
    .filter(([, one]) => one.state === 'offered')
    .toSorted(([, a], [, b]) => a.order - b.order);
  for (const [id, one] of waiting) {
    const part = Math.min(one.wants, freeSlots(model));
    if (part > 0 && part >= one.least) modelTake(model, id, part);
  }
}

export function modelLapse(model: SlotModel): void {
  for (const [id, one] of model.people) {
    if (one.state === 'accepted' && one.leaseMs <= model.nowMs) modelEnd(model, id, 'lapsed');
  }
}

export function modelTake(model: SlotModel, id: string, part: number): void {
  const one = model.people.get(id);
  if (!one) return;
  let left = part;
  model.slots = model.slots.map((slot) => (slot === null && left-- > 0 ? id : slot));
  Object.assign(one, { has: part, state: 'accepted', leaseMs: model.nowMs + leaseMs });
}

/** Whoever holds slots lets go of all but `keep`. */
export function modelLetGo(model: SlotModel, id: string, keep: number): void {
  let kept = keep;
  model.slots = model.slots.map((slot) => (slot === id && kept-- <= 0 ? null : slot));
}

export function modelEnd(model: SlotModel, id: string, state: string): void {
  modelLetGo(model, id, 0);
  const one = model.people.get(id);
  if (one) one.state = state;
}

/** What somebody holds becomes filled; the rest of it is free again. */
export function modelFinish(model: SlotModel, id: string, done: number): void {
  let left = done;
  model.slots = model.slots.map((slot) => {
    if (slot !== id) return slot;
    return left-- > 0 ? `done ${id}` : null;
  });
  const one = model.people.get(id);
  if (one) one.state = 'done';
}

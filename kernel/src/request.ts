import type { HouseholdId, MemberId, PlaceId, RequestId } from './ids.ts';
import type { Instant } from './instant.ts';
import type { NeedProgress } from './need.ts';
import { accept, refuse, type Outcome } from './outcome.ts';
import type { Party } from './party.ts';
import type { Recurrence } from './recurrence.ts';
import type { Sharing } from './sharing.ts';

/** Where a request stands: somebody asked, a coordinator took it in, it takes help, all of it is promised, it is over. */
export const requestStates = ['new', 'taken-in', 'open', 'covered', 'closed'] as const;
export type RequestState = (typeof requestStates)[number];

/** How a closed request ended. `passed-on` and `cannot` are honest endings too. */
export const requestEndings = ['solved', 'partly', 'withdrawn', 'cannot', 'passed-on', 'mistake'] as const;
export type RequestEnding = (typeof requestEndings)[number];

/** How it came in. */
export const requestChannels = [
  'web',
  'phone',
  'in-person',
  'message',
  'mail',
  'import',
  'remote-group',
  'api',
] as const;
export type RequestChannel = (typeof requestChannels)[number];

/** For whom the asker asks. Asking for somebody else takes that person's consent. */
export type AskedFor =
  | { readonly kind: 'self' }
  | { readonly kind: 'somebody'; readonly consentAt: Instant | null }
  | { readonly kind: 'household' };

/** A ride as people mean it: not only there, but in time and home again. */
export type Trip = {
  readonly fromPlaceId: PlaceId | null;
  readonly toPlaceId: PlaceId | null;
  readonly beThereBy: Instant | null;
  readonly wayHome: WayHome;
  readonly passengers: number;
};
export type WayHome =
  | { readonly kind: 'none' }
  | { readonly kind: 'wait' }
  | { readonly kind: 'at'; readonly at: Instant }
  | { readonly kind: 'when-called' };

/** One situation of one person or family; what is needed are the needs in it. Words about it are in the vault. */
export type Request = {
  readonly id: RequestId;
  readonly requester: Party;
  readonly householdId: HouseholdId | null;
  readonly askedFor: AskedFor;
  readonly channel: RequestChannel;
  readonly language: string;
  readonly state: RequestState;
  readonly ending: RequestEnding | null;
  readonly owner: MemberId | null;
  readonly sharing: Sharing;
  readonly trip: Trip | null;
  readonly recurrence: Recurrence | null;
  readonly receivedAt: Instant;
  readonly closedAt: Instant | null;
  readonly lastConfirmedAt: Instant;
  /** The request this one was merged into; its old link leads there. */
  readonly mergedInto: RequestId | null;
};

const transitions: { readonly [From in RequestState]: readonly RequestState[] } = {
  new: ['taken-in', 'closed'],
  'taken-in': ['open', 'closed'],
  open: ['covered', 'closed'],
  covered: ['open', 'closed'],
  closed: ['open'],
};

/** Endings a request may have from where it stands: nobody can have solved what nobody took in. */
const endingsFrom: { readonly [From in RequestState]: readonly RequestEnding[] } = {
  new: ['withdrawn', 'mistake', 'cannot', 'passed-on'],
  'taken-in': ['withdrawn', 'mistake', 'cannot', 'passed-on', 'solved'],
  open: requestEndings,
  covered: requestEndings,
  closed: [],
};

export type RequestRefusal =
  | { readonly code: 'request-merged'; readonly into: RequestId }
  | { readonly code: 'wrong-state'; readonly state: RequestState }
  | { readonly code: 'ending-not-possible'; readonly possible: readonly RequestEnding[] }
  | { readonly code: 'consent-missing' };

export function mayBecomeRequest(from: RequestState, to: RequestState): boolean {
  return transitions[from].includes(to);
}

/** The endings one can choose from now. */
export function possibleEndings(request: Pick<Request, 'state'>): readonly RequestEnding[] {
  return endingsFrom[request.state];
}

/** A coordinator takes the request in and answers for it from now on. */
export function decideTakeIn(request: Request, owner: MemberId, now: Instant): Outcome<Request, RequestRefusal> {
  const fault = stepFault(request, 'taken-in');
  if (fault) return refuse(fault);
  return accept({ ...request, state: 'taken-in', owner, lastConfirmedAt: now });
}

/** Opens a request to those who help. Asking for somebody else needs that person's consent by then. */
export function decideOpen(request: Request): Outcome<Request, RequestRefusal> {
  const fault = stepFault(request, 'open');
  if (fault) return refuse(fault);
  const { askedFor } = request;
  if (askedFor.kind === 'somebody' && askedFor.consentAt === null) return refuse({ code: 'consent-missing' });
  return accept({ ...request, state: 'open', ending: null, closedAt: null });
}

/** Ends a request. Its needs are closed in the same transaction. */
export function decideClose(request: Request, ending: RequestEnding, now: Instant): Outcome<Request, RequestRefusal> {
  const fault = stepFault(request, 'closed');
  if (fault) return refuse(fault);
  const possible = possibleEndings(request);
  if (!possible.includes(ending)) return refuse({ code: 'ending-not-possible', possible });
  return accept({ ...request, state: 'closed', ending, closedAt: now });
}

/** What the needs say about an open or covered request; every other state is left alone. */
export function requestStateFrom(request: Request, needs: readonly NeedProgress[]): RequestState {
  if (request.state !== 'open' && request.state !== 'covered') return request.state;
  return needs.length > 0 && needs.every((need) => need.open === 0) ? 'covered' : 'open';
}

/** The ending the needs suggest, for a person to confirm: all done, some done, or nothing. */
export function suggestedEnding(needs: readonly NeedProgress[]): RequestEnding {
  if (needs.length > 0 && needs.every((need) => need.coverage === 'met')) return 'solved';
  return needs.some((need) => need.done > 0) ? 'partly' : 'cannot';
}

function stepFault(request: Request, to: RequestState): RequestRefusal | undefined {
  if (request.mergedInto !== null) return { code: 'request-merged', into: request.mergedInto };
  if (!mayBecomeRequest(request.state, to)) return { code: 'wrong-state', state: request.state };
  return undefined;
}

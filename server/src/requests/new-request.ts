import type { AgeCounts } from '@barnraise/kernel/household.ts';
import type { PersonId } from '@barnraise/kernel/ids.ts';
import type { Instant, TimeWindow } from '@barnraise/kernel/instant.ts';
import type { MustKnow } from '@barnraise/kernel/must-know.ts';
import type { EnteredAmount, Quantity } from '@barnraise/kernel/quantity.ts';
import type { Recurrence } from '@barnraise/kernel/recurrence.ts';
import type { RequestChannel } from '@barnraise/kernel/request.ts';
import type { Sharing } from '@barnraise/kernel/sharing.ts';

import type { GroupKind } from './load-kinds.ts';

export type SafeAnswer = 'yes' | 'no' | 'not-asked';

/** Who asks, as far as they said. All of it is private; nothing of it is needed to ask for help. */
export interface Asker {
  /** Somebody the group knows already. */
  readonly personId?: PersonId;
  readonly name: string;
  readonly phone: string;
  readonly mail: string;
  readonly safeToText: SafeAnswer;
  readonly safeToLeaveMessage: SafeAnswer;
}

/** A place as people give it: an address or a landmark, a plus code, a point on the map, the way to the door. */
export interface GivenPlace {
  readonly address: string;
  readonly plusCode: string;
  readonly directions: string;
  readonly point: { readonly latitude: number; readonly longitude: number } | null;
}

export interface NewNeed {
  readonly kind: GroupKind;
  readonly quantity: Quantity;
  readonly entered: EnteredAmount;
  /** Size, brand, "no pork". Private: people write anything into it. */
  readonly detail: string;
  /** "Do not need clothing": recorded, and halted from the start. */
  readonly halted?: boolean;
}

export interface GivenTrip {
  readonly to: GivenPlace;
  readonly beThereBy: Instant | null;
  readonly wayHome: 'none' | 'wait' | 'at' | 'when-called';
  readonly wayHomeAt: Instant | null;
  readonly passengers: number;
}

/** One situation as it came in, checked and ready to be written. */
export interface NewRequest {
  readonly channel: RequestChannel;
  readonly language: string;
  readonly asker: Asker;
  readonly askedFor: 'self' | 'somebody' | 'household';
  /** For somebody else: they know and agree. */
  readonly consent: boolean;
  readonly household: { readonly people: AgeCounts; readonly size: number | null } | null;
  readonly needs: readonly NewNeed[];
  readonly window: TimeWindow | null;
  readonly place: GivenPlace | null;
  readonly trip: GivenTrip | null;
  readonly recurrence: Recurrence | null;
  readonly mustKnow: MustKnow;
  readonly sharing: Sharing;
  /** What they said, in their own words. */
  readonly words: string;
  /** What they said besides, which is kept elsewhere (answers to a form): it is only looked through for danger. */
  readonly alsoSaid?: readonly string[];
  /** What came in, as it came, where that differs: an imported row, a message. */
  readonly raw?: string;
}

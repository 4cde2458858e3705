import type { StarterTick } from '@barnraise/kernel/catalog/starter-sets.ts';
import type { GroupId, LoginId, MemberId } from '@barnraise/kernel/ids.ts';

import type { Locale } from '../words/locale.ts';
import type { AddressFault } from './group-address.ts';
import type { RecoverySheet } from './recovery-sheet.ts';

/** What the three steps of "Start your group" gather. */
export interface GroupToStart {
  readonly ticks: readonly StarterTick[];
  readonly name: string;
  /** First part of every address of the group. */
  readonly slug: string;
  /** What people call the area; empty for an online group. */
  readonly areaLabel: string;
  /** The group's own language first; never empty. */
  readonly languages: readonly Locale[];
  /** IANA name. */
  readonly zone: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly steward: {
    /** How other members see them: a name or a handle. */
    readonly handle: string;
    readonly phone: string;
    readonly mail: string;
  };
}

export interface StartedGroup {
  readonly groupId: GroupId;
  readonly slug: string;
  readonly memberId: MemberId;
  readonly loginId: LoginId;
  readonly sessionToken: string;
  readonly sheet: RecoverySheet;
}

export type StartRefusal =
  | { readonly code: 'address-not-good'; readonly fault: AddressFault }
  | { readonly code: 'address-taken' }
  /** The server has its group, and the operator does not let visitors start another. */
  | { readonly code: 'new-groups-closed' }
  | { readonly code: 'too-many-tries'; readonly retryAfterSeconds: number };

export interface Starter {
  /** `operator` and `demo` may always; only `demo` may have the address of the demo group. */
  readonly as: 'visitor' | 'operator' | 'demo';
  /** Of a visitor who is signed in already: the new group joins their others. */
  readonly loginId?: LoginId;
  /** The browser's own line, from which the list of devices is made. */
  readonly userAgent?: string;
  /** The form's own key: the same form sent again gets the same group and the same sheet. */
  readonly formKey?: string;
  /** Where a visitor comes from, for the limit on how many groups start from one address. */
  readonly address?: string;
}

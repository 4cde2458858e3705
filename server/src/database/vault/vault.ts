import type { KeyObject } from 'node:crypto';

import type { GroupId, Id, PersonId } from '@barnraise/kernel/ids.ts';
import type { Instant } from '@barnraise/kernel/instant.ts';

import type { GroupReader, GroupTransaction } from '../database.ts';
import type { KeyedHash } from './keyed-hash.ts';

/** One private detail on its way in. */
export type DetailToSeal = {
  /** What it is: `name`, `phone`, `address` … */
  readonly field: string;
  /** Nothing takes the entry of this field and subject away. */
  readonly value: string;
  /** What it belongs to (a place, request, need, note); absent for the person's own. */
  readonly subjectId?: string;
  readonly audience?: string;
  readonly purpose?: string;
  readonly expiresAt?: Instant | null;
};

/** One private detail, opened. */
export type OpenDetail = {
  readonly id: Id<'vault-entry'>;
  readonly personId: PersonId;
  readonly field: string;
  readonly subjectId: string | null;
  readonly value: string;
  readonly audience: string;
  readonly purpose: string;
  readonly createdAt: Instant;
};

/** Which details to open: at least one of the first three lists. Several narrow each other. */
export type DetailSelection = {
  readonly personIds?: readonly PersonId[];
  readonly subjectIds?: readonly string[];
  readonly ids?: readonly string[];
  /** Only these fields. */
  readonly fields?: readonly string[];
};

/** What a person can be found by: kept as a keyed hash only. `text` must be in its normal form already. */
export type SearchToken = { readonly field: string; readonly text: string };

/** Somebody new, with all that is known of them at once. */
export type NewlySealed = {
  readonly personId: PersonId;
  readonly details: readonly DetailToSeal[];
  readonly tokens: readonly SearchToken[];
};

/**
 * Where private details live. Each person has a key of their own, wrapped by the group's key, wrapped by the server's.
 * Erasing the person takes their key, their details and their hashes; copies elsewhere can then be read by nobody.
 */
export type Vault = {
  /** Makes the group's key and its Ed25519 key pair. Once, in `database.startGroup`. */
  readonly startGroup: (tx: GroupTransaction) => Promise<void>;
  /** Seals details of people made in this transaction, and keeps what they are found by: a few statements for them all. */
  readonly sealNew: (tx: GroupTransaction, people: readonly NewlySealed[]) => Promise<void>;
  /** Seals details of one person who has some already or not; each replaces the one of the same field and subject. */
  readonly seal: (tx: GroupTransaction, personId: PersonId, details: readonly DetailToSeal[]) => Promise<void>;
  /** Opens details. Those of an erased person are gone and simply not among them. Recording who read is the caller's. */
  readonly open: (tx: GroupReader, selection: DetailSelection) => Promise<readonly OpenDetail[]>;
  /** Adds tokens, and takes away the older ones of the fields that are `replaced`. */
  readonly putTokens: (
    tx: GroupTransaction,
    personId: PersonId,
    tokens: readonly SearchToken[],
    replaced?: readonly string[],
  ) => Promise<void>;
  /** The keyed hash of a token, to look for in `vault_hashes`. */
  readonly token: (tx: GroupReader, field: string, text: string) => Promise<Buffer>;
  /** A whole keyed hash: by it equal texts are known again, and nobody without the key can try texts out. */
  readonly hash: (tx: GroupReader, field: string, text: string) => Promise<Buffer>;
  /** Who has any of these tokens. */
  readonly find: (tx: GroupReader, tokens: readonly SearchToken[]) => Promise<readonly PersonId[]>;
  /** Takes key, details and hashes; what is left of the person are ids, states and times. */
  readonly erasePerson: (tx: GroupTransaction, personId: PersonId) => Promise<void>;
  /**
   * Seals what belongs to no person yet: a row that waits to be read, a message nobody has decided on. `place` names its
   * table, row and column, and must be the same to open it.
   */
  readonly sealForGroup: (tx: GroupReader, place: string, plain: Uint8Array) => Promise<Buffer>;
  /** Opens what {@link sealForGroup} sealed for the same place, or throws a `SealError`. */
  readonly openForGroup: (tx: GroupReader, place: string, sealed: Uint8Array) => Promise<Buffer>;
  /** Signs for the group with its Ed25519 key. */
  readonly sign: (tx: GroupReader, message: Uint8Array) => Promise<Buffer>;
  /** For what belongs to no group (a login's mail address), under the server's own key. */
  readonly server: {
    readonly seal: (place: string, text: string) => Buffer;
    readonly open: (place: string, sealed: Uint8Array) => string;
    readonly hash: (field: string, text: string) => Buffer;
  };
};

export type GroupKeys = {
  readonly groupId: GroupId;
  readonly wrapping: KeyObject;
  readonly hashing: KeyedHash;
  readonly sealing: KeyObject;
  readonly signingKey: Buffer | null;
};

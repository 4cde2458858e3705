import { generateKeyPairSync } from 'node:crypto';

import type { GroupId } from '@barnraise/kernel/ids.ts';
import type { Kysely } from 'kysely';

import type { GroupReader, GroupTransaction } from '../database.ts';
import type { ServerTables } from '../schema.ts';
import { keyedHash } from './keyed-hash.ts';
import { derivedKey, newKey, openBox, sealBox, SealError } from './sealed-box.ts';
import type { GroupKeys } from './vault.ts';

export type GroupKeyRing = {
  readonly start: (tx: GroupTransaction) => Promise<void>;
  readonly of: (tx: GroupReader) => Promise<GroupKeys>;
};

/** Groups whose keys one process keeps at hand; each takes a few hundred bytes. */
const keptMax = 2000;

/** The groups' keys, wrapped in the database by the server's key, and kept opened in memory. */
export function groupKeyRing(serverKey: Buffer): GroupKeyRing {
  const kept = new Map<GroupId, GroupKeys>();

  return {
    start: async (tx) => {
      const { publicKey, privateKey } = generateKeyPairSync('ed25519');
      const privateDer = privateKey.export({ format: 'der', type: 'pkcs8' });
      const publicDer = publicKey.export({ format: 'der', type: 'spki' });
      await tx.db
        .insertInto('group_keys')
        .values({
          group_id: tx.groupId,
          wrapped: sealBox(serverKey, placeOfKey(tx.groupId), newKey()),
          wrapped_private_key: sealBox(serverKey, placeOfSigningKey(tx.groupId), privateDer),
        })
        .execute();
      const server = tx.db as unknown as Kysely<ServerTables>;
      await server.updateTable('groups').set({ public_key: publicDer }).where('id', '=', tx.groupId).execute();
    },
    of: async (tx) => {
      const at = kept.get(tx.groupId);
      if (at) return at;
      const keys = await loadKeys(tx, serverKey);
      const keep = (): void => {
        if (kept.size >= keptMax) kept.delete(kept.keys().next().value as GroupId);
        kept.set(tx.groupId, keys);
      };
      // A transaction that starts a group may still roll back, and the key it made with it.
      if ('afterCommit' in tx) (tx as unknown as GroupTransaction).afterCommit(keep);
      else keep();
      return keys;
    },
  };
}

async function loadKeys(tx: GroupReader, serverKey: Buffer): Promise<GroupKeys> {
  const row = await tx.db
    .selectFrom('group_keys')
    .select(['wrapped', 'wrapped_private_key'])
    .where('group_id', '=', tx.groupId)
    .executeTakeFirst();
  if (!row) throw new SealError(`The group ${tx.groupId} has no key.`);
  const key = openBox(serverKey, placeOfKey(tx.groupId), row.wrapped);
  const sealedKey = row.wrapped_private_key;
  return {
    groupId: tx.groupId,
    // Three keys from one (RFC 5869), so that what a hash might give away is no step towards opening anything.
    wrapping: derivedKey(key, 'barnraise person keys'),
    hashing: keyedHash(derivedKey(key, 'barnraise search hashes')),
    sealing: derivedKey(key, 'barnraise group sealing'),
    signingKey: sealedKey && openBox(serverKey, placeOfSigningKey(tx.groupId), sealedKey),
  };
}

const placeOfKey = (groupId: GroupId): string => `group-key ${groupId}`;
const placeOfSigningKey = (groupId: GroupId): string => `signing-key ${groupId}`;

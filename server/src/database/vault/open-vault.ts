import { createPrivateKey, sign } from 'node:crypto';

import type { GroupReader } from '../database.ts';
import { groupKeyRing } from './group-keys.ts';
import { keyedHash } from './keyed-hash.ts';
import { derivedKey, openBox, sealBox, SealError } from './sealed-box.ts';
import { addTokens, findByTokens, hashUnder, putTokens, tokenHash } from './search-tokens.ts';
import { erasePersonRows, openDetails, sealDetails, sealNewDetails } from './details.ts';
import type { Vault } from './vault.ts';

/** The vault under one server key. */
export function openVault(serverKey: Buffer): Vault {
  const ring = groupKeyRing(serverKey);
  const sealing = derivedKey(serverKey, 'barnraise server sealing');
  const hashing = keyedHash(derivedKey(serverKey, 'barnraise server hashes'));
  return {
    startGroup: ring.start,
    sealNew: async (tx, people) => {
      const keys = await ring.of(tx);
      sealNewDetails(tx, keys, people);
      addTokens(tx, keys, people);
    },
    seal: async (tx, personId, details) => sealDetails(tx, await ring.of(tx), personId, details),
    open: async (tx, selection) => openDetails(tx, await ring.of(tx), selection),
    putTokens: async (tx, personId, tokens, replaced) => putTokens(tx, await ring.of(tx), personId, tokens, replaced),
    token: async (tx, field, text) => tokenHash(await ring.of(tx), field, text),
    hash: async (tx, field, text) => hashUnder((await ring.of(tx)).hashing, field, text),
    find: async (tx, tokens) => findByTokens(tx, await ring.of(tx), tokens),
    erasePerson: erasePersonRows,
    sealForGroup: async (tx, place, plain) => sealBox((await ring.of(tx)).sealing, placeIn(tx, place), plain),
    openForGroup: async (tx, place, sealed) => openBox((await ring.of(tx)).sealing, placeIn(tx, place), sealed),
    sign: async (tx, message) => {
      const { signingKey } = await ring.of(tx);
      if (!signingKey) throw new SealError(`The group ${tx.groupId} has no signing key.`);
      return sign(null, message, createPrivateKey({ key: signingKey, format: 'der', type: 'pkcs8' }));
    },
    server: {
      seal: (place, text) => sealBox(sealing, place, Buffer.from(text)),
      open: (place, sealed) => openBox(sealing, place, sealed).toString(),
      hash: (field, text) => hashUnder(hashing, field, text),
    },
  };
}

const placeIn = (tx: GroupReader, place: string): string => `group ${tx.groupId} ${place}`;

import type { PersonId, RequestId } from '@barnraise/kernel/ids.ts';

import type { Context } from '../context.ts';
import type { GroupReader, GroupTransaction } from '../database/database.ts';
import { queueMessage } from '../messaging/queue-message.ts';
import { keepDetails } from '../people/keep-person.ts';
import { slugOf } from '../people/slug-of.ts';
import { intakeNotice } from './intake-notice.ts';

/** What a neighbor is told about their request as it goes along. */
export type NeighborNews = 'helpComes' | 'stillNeeded' | 'confirmHelp';

/**
 * Keeps the private link of somebody who gave a mail address, so that later messages can lead to it, and tells them
 * that the request has come in. It is kept in the vault, and goes with the request's other details.
 */
export async function tellReceived(
  context: Context,
  tx: GroupTransaction,
  request: {
    readonly requestId: RequestId;
    readonly personId: PersonId;
    readonly code: string;
    readonly token: string;
  },
): Promise<void> {
  const { requestId, personId, code, token } = request;
  const link = `/${await slugOf(tx)}/r/${token}`;
  await keepDetails(context, tx, personId, [
    { field: 'link', value: link, subjectId: requestId, purpose: 'deliver-help' },
  ]);
  const { nextLookAt } = await intakeNotice(context, tx);
  const params = { code, nextLookAt: nextLookAt ?? tx.now };
  await queueMessage(context, tx, { personId, template: 'received', params, link, cause: causeOf(requestId) });
}

/** Tells the neighbor how it goes, where they gave a mail address with the request; nothing otherwise. */
export async function tellNeighbor(
  context: Context,
  tx: GroupTransaction,
  requestId: RequestId,
  news: NeighborNews,
): Promise<void> {
  const found = await withKeptLink(tx, requestId);
  if (!found) return;
  const opened = await context.vault.open(tx, { personIds: [found.personId], fields: ['link'] });
  const link = opened.find((detail) => detail.subjectId === requestId)?.value;
  if (link === undefined) return;
  const params = { code: found.code };
  const message = { personId: found.personId, template: news, params, link, cause: causeOf(requestId) };
  await queueMessage(context, tx, message);
}

/** A new link takes the place of the one that was kept for messages, if one was. */
export async function renewKeptLink(
  context: Context,
  tx: GroupTransaction,
  renewed: { readonly requestId: RequestId; readonly personId: PersonId; readonly token: string },
): Promise<void> {
  const { requestId, personId, token } = renewed;
  if (!(await withKeptLink(tx, requestId))) return;
  const value = `/${await slugOf(tx)}/r/${token}`;
  await keepDetails(context, tx, personId, [{ field: 'link', value, subjectId: requestId, purpose: 'deliver-help' }]);
}

function causeOf(requestId: RequestId) {
  return { table: 'requests', id: requestId } as const;
}

/** The request and its asker, if a link is kept for them. Looked up in clear: most have none, and nothing is opened. */
async function withKeptLink(
  tx: GroupReader,
  requestId: RequestId,
): Promise<{ readonly code: string; readonly personId: PersonId } | undefined> {
  const row = await tx.db
    .selectFrom('requests')
    .innerJoin('vault_entries', (join) =>
      join
        .onRef('vault_entries.group_id', '=', 'requests.group_id')
        .onRef('vault_entries.subject_id', '=', 'requests.id')
        .on('vault_entries.field', '=', 'link'),
    )
    .select(['requests.code', 'requests.person_id'])
    .where('requests.group_id', '=', tx.groupId)
    .where('requests.id', '=', requestId)
    .executeTakeFirst();
  return row?.person_id ? { code: row.code, personId: row.person_id } : undefined;
}

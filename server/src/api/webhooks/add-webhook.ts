import type { ActId, WebhookId } from '@barnraise/kernel/ids.ts';
import { accept, type Outcome, refuse } from '@barnraise/kernel/outcome.ts';
import { canManageGroup } from '@barnraise/kernel/group-policy.ts';

import type { Context } from '../../context.ts';
import { currentCursor } from '../../database/changes.ts';
import { at, type GroupReader } from '../../database/database.ts';
import { once } from '../../database/idempotency.ts';
import { freshId } from '../../database/new-id.ts';
import { keptFormKey, tokenOfForm } from '../../people/secret-token.ts';
import type { Caller } from '../../record/caller.ts';
import { writeAct } from '../../record/write-act.ts';
import { writeAudit } from '../../record/write-audit.ts';
import type { Subject } from '../subjects.ts';
import { secretPlace } from './claim-delivery.ts';
import { type AddressRefusal, parseWebhookAddress } from './public-address.ts';
import { secretText } from './sign-delivery.ts';
import { insertWebhook, noteWhetherAny } from './webhook-table.ts';

export interface NewWebhook {
  readonly address: string;
  readonly subjects: readonly Subject[];
  readonly formKey: string;
}

export interface WebhookAdded {
  readonly webhookId: WebhookId;
  readonly actId: ActId;
  /** Shown in this one answer; the database holds it sealed. */
  readonly secret: string;
}

export type AddWebhookRefusal =
  | AddressRefusal
  | { readonly code: 'not-allowed' }
  | { readonly code: 'no-scopes' }
  | { readonly code: 'too-many-webhooks' };

const webhooksMax = 10;

/** From now on this address is told what changes. The same form sent again shows the same secret again. */
export async function addWebhook(
  context: Pick<Context, 'database' | 'vault' | 'config'>,
  { actor, groupId }: Caller,
  { address, subjects, formKey }: NewWebhook,
): Promise<Outcome<WebhookAdded, AddWebhookRefusal>> {
  if (actor.kind !== 'member' || !canManageGroup(actor)) return refuse({ code: 'not-allowed' });
  if (subjects.length === 0) return refuse({ code: 'no-scopes' });
  const url = parseWebhookAddress(address, context.config.api.webhookHosts);
  if (!url.ok) return url;
  const secret = Buffer.from(tokenOfForm(formKey, 'webhook'), 'base64url');
  const added = await context.database.decide<Omit<WebhookAdded, 'secret'>, AddWebhookRefusal>(groupId, (tx) =>
    once<Omit<WebhookAdded, 'secret'>, AddWebhookRefusal>(tx, keptFormKey(formKey), 'add-webhook', async () => {
      if ((await countWebhooks(tx)) >= webhooksMax) return refuse({ code: 'too-many-webhooks' });
      const webhookId = freshId<WebhookId>(tx);
      await insertWebhook(tx, {
        id: webhookId,
        address: url.value.href,
        secret_sealed: await context.vault.sealForGroup(tx, secretPlace(webhookId), secret),
        subjects: [...subjects],
        cursor: await currentCursor(tx),
        made_by_id: actor.memberId,
        created_at: at(tx.now),
      });
      await noteWhetherAny(tx);
      const data = { subjects: subjects.join(' ') };
      await writeAudit(tx, { actor, verb: 'add-webhook', subjectTable: 'webhooks', subjectId: webhookId, data });
      return accept({ webhookId, actId: await writeAct(tx, { actor, verb: 'add-webhook', subjectId: webhookId }) });
    }),
  );
  return added.ok ? accept({ ...added.value, secret: secretText(secret) }) : added;
}

async function countWebhooks(tx: GroupReader): Promise<number> {
  const { count } = await tx.db
    .selectFrom('webhooks')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('group_id', '=', tx.groupId)
    .where('state', '<>', 'removed')
    .executeTakeFirstOrThrow();
  return count;
}

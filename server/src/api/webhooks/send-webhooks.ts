import type { GroupId, WebhookId } from '@barnraise/kernel/ids.ts';

import type { Context } from '../../context.ts';
import { claimDelivery } from './claim-delivery.ts';
import { noteOutcome } from './note-outcome.ts';
import { postDelivery } from './post-delivery.ts';
import { signedHeaders } from './sign-delivery.ts';

/** One job ends after so many, so that no other waits long; what is left is found within seconds. */
const deliveriesPerJob = 50;

/** Job: tells one webhook what changed, delivery by delivery, in the order of what happened. */
export async function sendWebhooks(
  context: Context,
  { groupId, webhookId }: { readonly groupId: GroupId; readonly webhookId: string },
): Promise<void> {
  for (let sent = 0; sent < deliveriesPerJob; sent += 1) {
    const claimed = await claimDelivery(context, { groupId, webhookId: webhookId as WebhookId });
    if (!claimed) return;
    const { address, body, secret, deliveryId, atSeconds } = claimed;
    const headers = signedHeaders(secret, { id: deliveryId, atSeconds, body });
    // Outside of any transaction: somebody else's slow server must not hold a connection of ours.
    const posted = await postDelivery({ address, headers, body, allowed: context.config.api.webhookHosts });
    await noteOutcome(context, claimed, posted);
    if (!posted.ok) return;
  }
}

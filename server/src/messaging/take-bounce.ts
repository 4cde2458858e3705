import { accept, type Outcome, refuse } from '@barnraise/kernel/outcome.ts';

import type { Context } from '../context.ts';
import { findMessage } from './compose-message.ts';
import { readDeliveryReport, type ReportRefusal } from './delivery-report.ts';
import type { MessageName } from './message-id.ts';
import { updateMessage } from './message-table.ts';

export type BounceRefusal = ReportRefusal | { readonly code: 'not-a-failure' };

/**
 * Takes in a delivery report (RFC 3464) as a mail server returned it. Only a failure changes anything; the same report
 * twice is one. Whoever can name a message by its ids got it from us, so a report needs no other proof, and the worst a
 * forged one does is make a coordinator look.
 */
export async function takeBounce(context: Context, mail: string): Promise<Outcome<MessageName, BounceRefusal>> {
  const report = readDeliveryReport(mail);
  if ('code' in report) return refuse(report);
  if (report.action !== 'failed') return refuse({ code: 'not-a-failure' });
  const { groupId, messageId } = report.name;
  return context.database.decide<MessageName, BounceRefusal>(groupId, async (tx) => {
    const message = await findMessage(tx, messageId);
    if (!message) return refuse({ code: 'not-our-message' });
    if (message.state === 'sent' || message.state === 'sending') {
      await updateMessage(tx, messageId, { state: 'bounced', last_error: `bounce ${report.status}`.trim() });
    }
    return accept(report.name);
  });
}

import type { CommitmentId, GroupId, NeedId, VisitId } from '@barnraise/kernel/ids.ts';

import { sendWebhooks } from '../api/webhooks/send-webhooks.ts';
import type { Context } from '../context.ts';
import type { JobName, JobPayloads } from '../database/outbox/job-list.ts';
import { dropAttachments } from '../forms/attachments/drop-attachments.ts';
import { alertDuty } from '../messaging/alert-duty.ts';
import { sendMessage } from '../messaging/send-message.ts';
import { applyRetention } from '../people/apply-retention.ts';
import { finishErasure } from '../people/erase-person.ts';
import { askStillNeeded } from '../requests/ask-still-needed.ts';
import { checkVisit } from '../requests/check-visit.ts';
import { expireAsks } from '../requests/expire-asks.ts';
import { runImport } from '../requests/import/run-import.ts';
import { runUndoImport } from '../requests/import/undo-import.ts';
import { lapseCommitments } from '../requests/lapse-commitments.ts';
import { dropMessagesOfErased, dropOldMessages } from '../requests/proposals/drop-old-messages.ts';
import { remindCommitment } from '../requests/tell-member.ts';

/**
 * Does one job: loads what the ids name, checks whether there still is something to do, does it. It may run twice (a
 * worker can die after the work and before the note of it), so it must find out by itself that it was done already.
 * What it throws is noted without its data, and the job is tried again.
 */
export type JobHandler<N extends JobName> = (
  context: Context,
  data: JobPayloads[N] & { readonly groupId: GroupId },
) => Promise<void>;

export type JobHandlers = { readonly [N in JobName]: JobHandler<N> };

/** What each job does, by its name. */
export const handlers: JobHandlers = {
  'send-message': sendMessage,
  'alert-duty': alertDuty,
  'erase-person': async (context, job) => {
    await finishErasure(context, job);
    await dropMessagesOfErased(context, job);
  },
  'apply-retention': async (context, job) => {
    await dropOldMessages(context, job);
    await applyRetention(context, job);
  },
  'send-webhooks': sendWebhooks,
  'run-import': runImport,
  'undo-import': runUndoImport,
  'drop-attachments': dropAttachments,
  'ask-still-needed': askStillNeeded,
  'expire-asks': expireAsks,
  'lapse-commitments': (context, job) => lapseCommitments(context, { ...job, needId: job.needId as NeedId }),
  'remind-commitment': (context, job) =>
    remindCommitment(context, { ...job, commitmentId: job.commitmentId as CommitmentId }),
  'check-visit': (context, job) => checkVisit(context, { ...job, visitId: job.visitId as VisitId }),
};

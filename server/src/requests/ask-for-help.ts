import { createHash } from 'node:crypto';

import { actorToken } from '@barnraise/kernel/actor.ts';
import { alertsDuty, type DangerMatch } from '@barnraise/kernel/danger-words.ts';
import type { RequestId } from '@barnraise/kernel/ids.ts';
import { accept, type Outcome, type Refusal, refuse } from '@barnraise/kernel/outcome.ts';
import { canAsk } from '@barnraise/kernel/policy.ts';
import type { ShortCode } from '@barnraise/kernel/short-code.ts';

import type { Context } from '../context.ts';
import { once } from '../database/idempotency.ts';
import { settingsOf } from '../people/settings-table.ts';
import type { Caller } from '../record/caller.ts';
import { writeAudit } from '../record/write-audit.ts';
import type { Alongside } from './alongside.ts';
import { dangerIn } from './intake-urgency.ts';
import type { NewRequest } from './new-request.ts';
import { hashLinkToken, linkTokenFrom } from './private-link.ts';
import { tellReceived } from './tell-neighbor.ts';
import { writeRequest } from './write-request.ts';

export interface Asking<R extends Refusal = never> {
  readonly request: NewRequest;
  /** The key the form came with: the same form sent twice is one request, with the same link. */
  readonly formKey: string;
  /** It came in a flood, or was filled in by a machine: kept, and shown to coordinators apart, but nobody is alarmed. */
  readonly heldForALook: boolean;
  /** What is written together with it, or refused together with it: the answers to a form of the group's own. */
  readonly alongside?: Alongside<Pick<Asked, 'requestId'>, R>;
}

export interface Asked {
  readonly requestId: RequestId;
  readonly code: ShortCode;
  /** The private link's token; it cannot be read back from the database. */
  readonly token: string;
  readonly danger: readonly DangerMatch[];
}

export type AskRefusal = { readonly code: 'not-allowed' } | { readonly code: 'asks-closed' };

/**
 * A neighbor asks for help, without an account, or a program brings what a neighbor asked elsewhere. Sent twice it is one
 * request; whoever is on duty hears of danger.
 */
export async function askForHelp<R extends Refusal = never>(
  context: Context,
  caller: Caller,
  asking: Asking<R>,
): Promise<Outcome<Asked, AskRefusal | R>> {
  if (!canAsk(caller.actor)) return refuse({ code: 'not-allowed' });
  const key = askKey(asking);
  const token = linkTokenFrom(`${asking.formKey}|${key}`);
  const danger = dangerIn(asking.request);
  const asked = await writeAsk(context, caller, asking, { key, token, danger });
  return asked.ok ? accept({ ...asked.value, token, danger }) : asked;
}

async function writeAsk<R extends Refusal>(
  context: Context,
  { groupId, actor: caller }: Caller,
  { request, heldForALook, alongside }: Asking<R>,
  { key, token, danger }: { readonly key: string } & Pick<Asked, 'token' | 'danger'>,
): Promise<Outcome<Pick<Asked, 'requestId' | 'code'>, AskRefusal | R>> {
  return context.database.decide(groupId, (tx) =>
    once<Pick<Asked, 'requestId' | 'code'>, AskRefusal | R>(tx, key, 'ask-for-help', async () => {
      if (!(await settingsOf(tx)).asks_open) return refuse({ code: 'asks-closed' });
      const written = await writeRequest(context, tx, request, {
        danger,
        linkHash: hashLinkToken(token),
        owner: null,
        heldForALook: heldForALook && !alertsDuty(danger),
      });
      const { requestId, personId, code } = written;
      const actor = actorToken(caller) ? caller : ({ kind: 'neighbor', requestId, personId } as const);
      await writeAudit(tx, { actor, verb: 'ask-for-help', subjectTable: 'requests', subjectId: requestId });
      if (alertsDuty(danger)) await tx.enqueue('alert-duty', { requestId });
      const along = alongside && (await alongside(tx, { requestId, personId }));
      if (along?.ok === false) return along;
      if (request.asker.mail !== '') await tellReceived(context, tx, { ...written, token });
      return accept({ requestId, code });
    }),
  );
}

/**
 * Names one ask by its form and by what it says. A form sent twice over a bad line is one ask; a form that was opened
 * once and sent for two families, over the back button of a shared phone, is two.
 */
function askKey({ formKey, request }: Pick<Asking, 'formKey' | 'request'>): string {
  const { asker, needs, words, place, window } = request;
  const said = [
    asker.name,
    asker.phone,
    asker.mail,
    words,
    place?.address,
    window === null,
    needs.map((need) => [need.kind.code, need.quantity, need.detail]),
  ];
  return createHash('sha256')
    .update(JSON.stringify([formKey, said]))
    .digest('hex');
}

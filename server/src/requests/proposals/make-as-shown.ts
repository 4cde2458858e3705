import type { ActId } from '@barnraise/kernel/ids.ts';
import { type Outcome, refuse } from '@barnraise/kernel/outcome.ts';

import type { Context } from '../../context.ts';
import type { Caller } from '../../record/caller.ts';
import { makeOffersFromProposal, makeRequestFromProposal, type MakeRefusal } from './make-from-proposal.ts';
import { offersFromProposal, proposalFields, proposalLines, requestFromProposal } from './proposal-form.ts';
import { proposalRules } from './proposal-rules.ts';
import type { ProposalId } from './proposal-table.ts';
import { proposalValues } from './proposal-values.ts';
import { proposalPage } from './proposals-page.ts';

/**
 * "It is as you read it": makes what the page shows, as if its form had been sent unchanged. What is unsure (a lone "no", a
 * person who may be known, a number that is none) needs a look first. The request waits to be opened.
 */
export async function makeAsShown(
  context: Context,
  caller: Caller,
  { proposalId, formKey }: { readonly proposalId: ProposalId; readonly formKey: string },
): Promise<Outcome<{ readonly actId: ActId }, MakeRefusal | { readonly code: 'needs-a-look' }>> {
  const shown = await proposalPage(context, caller, proposalId);
  if (!shown) return refuse({ code: 'not-found' });
  const { proposal } = shown;
  const isUnsure = proposal.lines.some((line) => line.unsure || line.others.length > 0) || proposal.alike.length > 0;
  if (isUnsure || proposal.sort === 'neither') return refuse({ code: 'needs-a-look' });

  const rules = await proposalRules(context, caller.groupId);
  const values = proposalValues(proposal);
  const [fields, lines] = [proposalFields.parse(values), proposalLines.parse(values)];
  if (proposal.sort === 'offer') {
    const offers = offersFromProposal(fields, lines, rules);
    if (!offers.ok) return refuse({ code: 'needs-a-look' });
    return makeOffersFromProposal(context, caller, { proposalId, offers: offers.value, formKey });
  }
  const request = requestFromProposal(fields, lines, rules);
  if (!request.ok) return refuse({ code: 'needs-a-look' });
  return makeRequestFromProposal(context, caller, { proposalId, request: request.value, open: false, formKey });
}

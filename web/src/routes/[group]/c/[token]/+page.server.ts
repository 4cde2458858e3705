import { helperOfLink } from '@barnraise/server/requests/helper-of-link.ts';
import { ownCommitment } from '@barnraise/server/requests/my-day.ts';
import { watchers } from '@barnraise/server/requests/watchers.ts';
import { error, type RequestEvent } from '@sveltejs/kit';

import { ownUndoBar, undoOwn } from '#lib/server/own-undo-bar.ts';
import { providerActions } from '#lib/server/provider-actions.ts';

import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { context, group } = event.locals;
  const { caller, only } = await holder(event);
  const own = (await ownCommitment(context, caller, only)) ?? error(404);
  return {
    ...own,
    watchers: await watchers(context, caller),
    zone: group.zone,
    undoOwn: await ownUndoBar(event, caller),
  };
};

export const actions: Actions = {
  ...providerActions({ callerOf: holder }),
  undo: async (event) => undoOwn(event, (await holder(event)).caller),
};

/** Whoever holds this link, for this one commitment. A link that opens nothing looks like any other missing page. */
async function holder({ locals, params }: RequestEvent) {
  const found = await helperOfLink(locals.context, locals.group.id, params['token'] ?? '');
  if (!found) error(404);
  return { caller: found.caller, only: found.commitmentId };
}

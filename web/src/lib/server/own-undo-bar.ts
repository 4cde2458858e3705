import { type ActId, parseId } from '@barnraise/kernel/ids.ts';
import type { Caller } from '@barnraise/server/record/caller.ts';
import { lastAct } from '@barnraise/server/record/last-act.ts';
import { undoAct } from '@barnraise/server/record/undo-act.ts';
import { error, redirect, type RequestEvent } from '@sveltejs/kit';

import { readForm } from './form-input.ts';

type Event = Pick<RequestEvent, 'locals' | 'url'>;

/** What the holder of a private link just did, for `UndoBar`: the group's own bar knows only members. */
export async function ownUndoBar({ locals, url }: Event, caller: Caller) {
  const actId = parseId<ActId>(url.searchParams.get('act'));
  if (!actId) return undefined;
  const own = await locals.context.database.readGroup(caller.groupId, (tx) => lastAct(tx, caller, actId));
  return (
    own && {
      actId: own.actId,
      done: locals.t(`act.${own.verb}`),
      until: locals.t.instant(own.until, locals.group.zone, 'time'),
      action: '?/undo',
    }
  );
}

/** The action behind it: takes the act back and shows the page again. */
export async function undoOwn({ locals, request, url }: RequestEvent, caller: Caller) {
  const form = await readForm(request);
  const actId = parseId<ActId>(form.text('actId')) ?? error(404);
  const undone = await undoAct(locals.context, caller, { actId });
  if (!undone.ok) return form.refuse(409, { refusal: locals.t(`refusal.${undone.refusal.code}`) });
  redirect(303, `${url.pathname}?undone=1`);
}

import { findGroup } from '@barnraise/server/people/find-group.ts';
import { actorFor } from '@barnraise/server/people/session.ts';
import { error } from '@sveltejs/kit';
import type { Handle } from '@sveltejs/kit/hooks';

import { sessionCookie } from './session-cookie.ts';

/**
 * For every page of a group: which group it is, and who is asking, bound to that group. Pages hand `locals.caller` to
 * commands and queries and have no other way to say who acts.
 */
export const locate: Handle = async ({ event, resolve }) => {
  const slug = event.params.group;
  if (slug !== undefined) {
    const { context } = event.locals;
    const group = await findGroup(context, slug);
    if (group) {
      const actor = await actorFor(context, event.cookies.get(sessionCookie), group.id);
      event.locals.group = group;
      event.locals.caller = { groupId: group.id, actor };
    } else {
      Object.defineProperties(event.locals, { group: { get: noSuchGroup }, caller: { get: noSuchGroup } });
    }
  }
  return resolve(event);
};

// Thrown when a page first asks for its group, because only what a page throws becomes the page for "not found".
function noSuchGroup(): never {
  error(404);
}

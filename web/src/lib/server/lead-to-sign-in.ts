import type { Handle } from '@sveltejs/kit/hooks';

import { signInFirst } from './way-back.ts';

/** Whoever opens a group's page that is not for everybody, and is not signed in, is led to signing in and back here. */
export const leadToSignIn: Handle = async ({ event, resolve }) => {
  const response = await resolve(event);
  if (response.status !== 403 || !isPageOfGroup(event.route.id, event.request)) return response;
  if (event.locals.caller.actor.kind !== 'public') return response;
  return new Response(null, { status: 303, headers: { location: signInFirst(event.url) } });
};

function isPageOfGroup(route: string | null, { method, headers }: Request): boolean {
  const wantsPage = headers.get('accept')?.includes('text/html') ?? false;
  return method === 'GET' && wantsPage && (route?.startsWith('/[group]') ?? false);
}

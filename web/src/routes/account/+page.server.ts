import { accountPage } from '@barnraise/server/people/account-page.ts';
import { endAllSessions, endSession } from '@barnraise/server/people/end-session.ts';
import { printRecoverySheet } from '@barnraise/server/people/recovery-sheet.ts';
import { readSession, type Session } from '@barnraise/server/people/session.ts';
import { error, redirect, type RequestEvent } from '@sveltejs/kit';

import { readForm } from '#lib/server/form-input.ts';
import { recoveryPrint } from '#lib/server/recovery-print.ts';
import { sessionCookie } from '#lib/server/session-cookie.ts';
import { forgetSession } from '#lib/server/sign-in-cookie.ts';
import { signInFirst } from '#lib/server/way-back.ts';

import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const session = await signedIn(event);
  const { devices, memberships } = await accountPage(event.locals.context, session);
  return {
    now: Date.now(),
    devices,
    memberships,
  };
};

export const actions: Actions = {
  out: async (event) => {
    const form = await readForm(event.request);
    const name = form.text('device', 40);
    await endSession(event.locals.context, await signedIn(event), name || undefined);
    if (name !== '') redirect(303, '/account');
    forgetSession(event);
    redirect(303, '/sign-in?out=1');
  },

  outEverywhere: async (event) => {
    await endAllSessions(event.locals.context, await signedIn(event));
    forgetSession(event);
    redirect(303, '/sign-in?out=1');
  },

  sheet: async (event) => {
    const session = await signedIn(event);
    const [group] = session.memberships;
    if (!group) error(404);
    return {
      sheet: await recoveryPrint(
        event.url,
        event.locals.t,
        await printRecoverySheet(event.locals.context, session),
        group,
      ),
    };
  },
};

async function signedIn(event: RequestEvent): Promise<Session> {
  const session = await readSession(event.locals.context, event.cookies.get(sessionCookie));
  if (!session) redirect(303, signInFirst(event.url));
  return session;
}

import type { Cookies } from '@sveltejs/kit';

import { sessionCookie } from './session-cookie.ts';

/** Longer than any session: the database decides when one ends, and it rolls on while it is used. */
const secondsOfAYear = 31_536_000;

/** Hands a new session to the browser. */
export function rememberSession(event: { readonly cookies: Cookies; readonly url: URL }, token: string): void {
  event.cookies.set(sessionCookie, token, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: event.url.protocol === 'https:',
    maxAge: secondsOfAYear,
  });
}

export function forgetSession(event: { readonly cookies: Cookies; readonly url: URL }): void {
  event.cookies.delete(sessionCookie, { path: '/', secure: event.url.protocol === 'https:' });
}

/** Which network address and device a try comes from. */
export function visitOf(event: { readonly request: Request; getClientAddress(): string }): {
  readonly address: string;
  readonly userAgent: string;
} {
  return { address: event.getClientAddress(), userAgent: event.request.headers.get('user-agent') ?? '' };
}

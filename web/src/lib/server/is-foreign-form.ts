const acting = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

/**
 * True for a post that another site's page sent.
 *
 * `Sec-Fetch-Site` decides where the browser sends it. Otherwise `Origin` does, unless it is `null`, which our own
 * `Referrer-Policy: no-referrer` makes of it (Fetch standard, "append a request Origin header"). A browser that says
 * neither is older, or on plain http in a local network; there the cookies' `SameSite=Lax` keeps a foreign page from
 * acting for anybody who is signed in.
 */
export function isForeignForm(request: Request, ownOrigin: string): boolean {
  if (!acting.has(request.method)) return false;
  const site = request.headers.get('sec-fetch-site');
  if (site !== null) return site !== 'same-origin' && site !== 'none';
  const origin = request.headers.get('origin');
  return origin !== null && origin !== 'null' && origin !== ownOrigin;
}

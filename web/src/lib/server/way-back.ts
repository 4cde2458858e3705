const lengthMax = 300;
// oxlint-disable-next-line no-control-regex -- browsers drop some of them and read on: "/\t/elsewhere" is "//elsewhere"
const unsafe = /[\\\u0000-\u001f\u007f-\u009f\u2028\u2029]/;
/** Any host will do: a path that leaves this one would leave ours. */
const here = 'http://here.invalid';

/**
 * Where somebody wanted to go before they had to sign in, or undefined for what is no page of ours. It comes from an
 * address that anybody can write, so only a path on this server passes: one slash, no host, no other scheme.
 */
export function wayBack(text: string | null | undefined): string | undefined {
  if (!text || text.length > lengthMax || !/^\/(?!\/)/.test(text) || unsafe.test(text)) return undefined;
  if (!URL.canParse(text, here)) return undefined;
  const url = new URL(text, here);
  if (url.origin !== here || url.pathname.startsWith('//') || url.pathname === '/sign-in') return undefined;
  return url.pathname + url.search;
}

/** The sign-in page, which leads on to this page afterwards. */
export function signInFirst(url: URL): string {
  return `/sign-in${toQuery(wayBack(url.pathname + url.search))}`;
}

/** `?to=…` to carry the way from page to page; nothing when there is none. */
export function toQuery(to: string | undefined): string {
  return to === undefined ? '' : `?to=${encodeURIComponent(to)}`;
}

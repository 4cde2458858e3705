import { chatFileBytesMax } from '@barnraise/server/requests/proposals/read-messages.ts';

/** Room for a photo from a phone; more is answered with the page for "too much at once". */
const usualBytesMax = 8_000_000;

/** Room for the other fields of a form that carries a file. */
const formBytes = 1_000_000;

/** Pages that take larger files, by the id of their route. */
const largerBytesMax: Readonly<Record<string, number>> = {
  '/[group]/bring-in/messages': chatFileBytesMax + formBytes,
  // It hands its file on while it arrives, and says in its own words what is too large.
  '/[group]/bring-in/tables': Number.POSITIVE_INFINITY,
};

/** The most that may be sent to a page. The server itself takes the most of them all, so each page's own is looked at here. */
export function bodyBytesMax(routeId: string | null): number {
  return largerBytesMax[routeId ?? ''] ?? usualBytesMax;
}

/** True for a body that says it is larger than its page takes. One that does not say is cut off by the server. */
export function isBodyTooLarge(request: Request, routeId: string | null): boolean {
  return Number(request.headers.get('content-length') ?? 0) > bodyBytesMax(routeId);
}

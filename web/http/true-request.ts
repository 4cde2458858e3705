import type { IncomingMessage } from 'node:http';

/** What of the config decides how a request is understood. */
export interface Front {
  readonly origin: string;
  readonly trustProxy: boolean;
}

/** The headers by which the pages learn, from us alone, how a request reached the program. */
export const trueHeaders = {
  protocol: 'x-barnraise-protocol',
  host: 'x-barnraise-host',
  address: 'x-barnraise-address',
} as const;

/**
 * Writes the truth about protocol, host and address into the request, over whatever the client sent under those
 * names. A proxy's `X-Forwarded-*` headers count only when the operator said that there is a proxy; of the addresses
 * in `X-Forwarded-For` the last one counts, since it is the one our own proxy wrote.
 */
export function markTruth(request: IncomingMessage, front: Front): void {
  const forwarded = (name: string): string | undefined =>
    front.trustProxy ? lastOf(request.headers[`x-forwarded-${name}`]) : undefined;
  const own = new URL(front.origin);
  const host = forwarded('host') ?? request.headers.host ?? own.host;
  const ownProtocol = host === own.host ? own.protocol.slice(0, -1) : 'http';
  const protocol = forwarded('proto') ?? ownProtocol;
  request.headers[trueHeaders.host] = /^[\w.:[\]-]+$/.test(host) ? host : own.host;
  request.headers[trueHeaders.protocol] = protocol === 'https' ? 'https' : 'http';
  request.headers[trueHeaders.address] = forwarded('for') ?? request.socket.remoteAddress ?? 'unknown';
}

function lastOf(header: string | string[] | undefined): string | undefined {
  const text = Array.isArray(header) ? header.at(-1) : header;
  return text?.split(',').at(-1)?.trim() || undefined;
}

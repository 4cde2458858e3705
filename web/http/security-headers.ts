import type { IncomingMessage, ServerResponse } from 'node:http';

import { trueHeaders } from './true-request.ts';

const always: Readonly<Record<string, string>> = {
  // Links hold tokens; no other site may learn where a reader comes from.
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(self), payment=(), usb=(), interest-cohort=()',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  // For answers that are no page. A page brings its own, with the hash of its styles.
  'content-security-policy': "default-src 'none'; style-src 'self'; frame-ancestors 'none'; base-uri 'none'",
};

const secondsOfTwoYears = 63_072_000;
const notModified = 304;

/** Sets what every answer carries, pages, files and errors alike. */
export function setSecurityHeaders(request: IncomingMessage, response: ServerResponse): void {
  for (const [name, value] of Object.entries(always)) response.setHeader(name, value);
  keepPolicyOfUnchanged(response);
  if (request.headers[trueHeaders.protocol] === 'https') {
    response.setHeader('strict-transport-security', `max-age=${secondsOfTwoYears}`);
  }
}

/**
 * "Not modified" leaves the headers of the page that the browser has, but for those it carries itself (RFC 9111, section
 * 3.2). With the policy of answers that are no page it would take the page's styles away from whoever comes back to it.
 */
function keepPolicyOfUnchanged(response: ServerResponse): void {
  const writeHead = response.writeHead.bind(response);
  response.writeHead = ((...given: Parameters<typeof writeHead>) => {
    if (given[0] === notModified) response.removeHeader('content-security-policy');
    return writeHead(...given);
  }) as typeof writeHead;
}

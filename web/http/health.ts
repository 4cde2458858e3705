import type { IncomingMessage, ServerResponse } from 'node:http';

/** Answers `/healthz` (the process lives) and `/readyz` (it can also reach its database); false for other addresses. */
export function answerHealth(
  request: IncomingMessage,
  response: ServerResponse,
  isReady: () => Promise<boolean>,
): boolean {
  const address = request.url?.split('?', 1)[0];
  if (address === '/healthz') {
    answer(response, true);
    return true;
  }
  if (address !== '/readyz') return false;
  isReady().then(
    (ready) => answer(response, ready),
    () => answer(response, false),
  );
  return true;
}

function answer(response: ServerResponse, well: boolean): void {
  response.writeHead(well ? 200 : 503, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' });
  response.end(well ? 'ok\n' : 'not ready\n');
}

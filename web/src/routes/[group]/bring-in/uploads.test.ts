import { expect, it } from 'vitest';

import { actions as messages } from './messages/+page.server.ts';
import { actions as tables } from './tables/+page.server.ts';

const uploads: readonly (readonly [string, unknown])[] = [
  ['messages', messages.bring],
  ['tables', tables.default],
];

it.each(uploads)('takes no file of %s from somebody who may bring nothing in', async (_, action) => {
  let isRead = false;
  const body = new ReadableStream(
    {
      pull: () => {
        isRead = true;
        throw new Error('It was read.');
      },
    },
    { highWaterMark: 0 },
  );
  const headers = { 'content-type': 'multipart/form-data; boundary=x' };
  const request = new Request('http://localhost/', { method: 'POST', body, headers, duplex: 'half' } as RequestInit);
  const locals = { caller: { actor: { kind: 'public' } }, t: (key: string) => key };
  const posted = (action as (event: unknown) => Promise<unknown>)({ request, locals, params: {} });
  await expect(posted).rejects.toMatchObject({ status: 403 });
  expect(isRead).toBe(false);
});

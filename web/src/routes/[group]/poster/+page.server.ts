import { qrCode } from '@barnraise/server/people/qr-code.ts';
import { publicPage } from '@barnraise/server/requests/public-page.ts';

import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const { group, context } = locals;
  const base = `${url.origin}/${group.slug}`;
  const { notice } = await publicPage(context, group.id, group.zone);
  return {
    name: group.name,
    areaLabel: group.areaLabel,
    phone: notice.phone,
    ask: { link: `${base}/ask`, qr: await qrCode(`${base}/ask`) },
    offer: { link: `${base}/offer`, qr: await qrCode(`${base}/offer`) },
  };
};

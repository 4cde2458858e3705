import { publicPage } from '@barnraise/server/requests/public-page.ts';

import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const { group, context } = locals;
  return {
    page: await publicPage(context, group.id, group.zone),
    name: group.name,
    areaLabel: group.areaLabel,
    asksOpen: group.asksOpen,
    zone: group.zone,
    emergencyNumber: group.emergencyNumber,
  };
};

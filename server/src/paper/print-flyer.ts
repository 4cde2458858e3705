import { showPhone } from '@barnraise/kernel/show-phone.ts';

import type { Context } from '../context.ts';
import type { GroupHead } from '../people/find-group.ts';
import { intakeNotice } from '../requests/intake-notice.ts';
import { drawFlyer, type Flyer } from './flyer.ts';

/** The group's flyer. It holds what the public page says, so everybody may have it. */
export async function printFlyer(
  context: Context,
  group: GroupHead,
  { origin, ...how }: Pick<Flyer, 'size' | 'spoken'> & { readonly origin: string },
): Promise<Uint8Array> {
  const { phone } = await context.database.readGroup(group.id, (tx) => intakeNotice(context, tx));
  return drawFlyer({
    ...how,
    groupName: group.name,
    areaLabel: group.areaLabel,
    emergencyNumber: group.emergencyNumber,
    phone: phone === '' ? '' : showPhone(phone, group.country),
    askLink: `${origin}/${group.slug}/ask`,
    offerLink: `${origin}/${group.slug}/offer`,
  });
}

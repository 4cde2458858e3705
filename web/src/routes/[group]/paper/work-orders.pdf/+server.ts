import { type MemberId, parseId, type RequestId } from '@barnraise/kernel/ids.ts';
import { showPhone } from '@barnraise/kernel/show-phone.ts';
import { parseLocalDate } from '@barnraise/kernel/time.ts';
import { printWorkOrders } from '@barnraise/server/paper/print-work-orders.ts';
import { error } from '@sveltejs/kit';

import { pdfAnswer, sizeOf, spokenOf, textOf } from '#lib/server/paper-answer.ts';

import type { RequestHandler } from './$types';

/** Work orders. Posted, since printing gives each promise a code that it keeps. */
export const POST: RequestHandler = async (event) => {
  const { locals, url, request } = event;
  const { group } = locals;
  const asked = await request.formData();
  const whose = textOf(asked, 'whose');
  const orders = await printWorkOrders(locals.context, locals.caller, {
    groupName: group.name,
    zone: group.zone,
    whose: whose === 'everybody' ? whose : (parseId<MemberId>(whose) ?? 'mine'),
    day: textOf(asked, 'which') === 'all' ? null : (parseLocalDate(textOf(asked, 'day')) ?? null),
    requestId: parseId<RequestId>(textOf(asked, 'request')) ?? null,
    showPhone: (phone) => showPhone(phone, group.country),
    typeLink: `${url.origin}/${group.slug}/paper/outcome`,
    size: sizeOf(event, asked),
    t: spokenOf(event, asked)[0],
  });
  return orders.ok ? pdfAnswer(orders.value, `${group.slug}-work-orders`) : error(403);
};

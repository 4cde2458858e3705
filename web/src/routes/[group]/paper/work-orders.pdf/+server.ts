import { type MemberId, parseId, type RequestId } from '@barnraise/kernel/ids.ts';
import { showPhone } from '@barnraise/kernel/show-phone.ts';
import { parseLocalDate } from '@barnraise/kernel/time.ts';
import { printOpenNeeds } from '@barnraise/server/paper/print-open-needs.ts';
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
  const which = textOf(asked, 'which');
  const base = `${url.origin}/${group.slug}`;
  const printing = {
    groupName: group.name,
    zone: group.zone,
    size: sizeOf(event, asked),
    t: spokenOf(event, asked)[0],
    typeLink: `${base}/paper/outcome`,
  };
  if (which === 'open') {
    const open = await printOpenNeeds(locals.context, locals.caller, { ...printing, takeLink: `${base}/n` });
    return open.ok ? pdfAnswer(open.value, `${group.slug}-open-needs`) : error(403);
  }
  const orders = await printWorkOrders(locals.context, locals.caller, {
    ...printing,
    whose: whose === 'everybody' ? whose : (parseId<MemberId>(whose) ?? 'mine'),
    day: which === 'all' ? null : (parseLocalDate(textOf(asked, 'day')) ?? null),
    requestId: parseId<RequestId>(textOf(asked, 'request')) ?? null,
    showPhone: (phone) => showPhone(phone, group.country),
  });
  return orders.ok ? pdfAnswer(orders.value, `${group.slug}-work-orders`) : error(403);
};

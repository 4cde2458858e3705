import type { Actor } from '@barnraise/kernel/actor.ts';
import { type ActId, parseId } from '@barnraise/kernel/ids.ts';
import { canManageGroup } from '@barnraise/kernel/group-policy.ts';
import { isCoordinator } from '@barnraise/kernel/policy.ts';
import { dutyAlerts } from '@barnraise/server/messaging/duty-alerts.ts';
import { lastAct } from '@barnraise/server/record/last-act.ts';
import type { Words } from '@barnraise/server/words/words.ts';

import type { LayoutServerLoad } from './$types';

/** What stands on every page of a group: its name, the menu, what can be undone, and what cannot wait. */
export const load: LayoutServerLoad = async ({ locals, url }) => {
  const { group, caller, context, t } = locals;
  const base = `/${group.slug}`;
  const actId = parseId<ActId>(url.searchParams.get('act'));
  const { act, alerts } = await context.database.readGroup(group.id, async (tx) => ({
    act: actId && (await lastAct(tx, caller, actId)),
    alerts: await dutyAlerts(tx, caller.actor),
  }));
  const items = menuItems(caller.actor, t).map(({ path, label }) => {
    const href = `${base}${path}`;
    return { href, label, current: url.pathname === href || url.pathname.startsWith(`${href}/`) };
  });
  return {
    brand: { name: group.name, href: base },
    menu: [...items, door(caller.actor, t)],
    country: group.country,
    isDemo: group.state === 'demo',
    wasUndone: url.searchParams.has('undone'),
    undo: act && {
      actId: act.actId,
      done: t(`act.${act.verb}`),
      until: t.instant(act.until, group.zone, 'time'),
      action: `${base}/undo?back=${encodeURIComponent(url.pathname)}`,
    },
    danger: alerts.map((alert) => ({ href: `${base}/requests/${alert.requestId}`, code: alert.code })),
  };
};

function menuItems(actor: Actor, t: Words): readonly { readonly path: string; readonly label: string }[] {
  if (actor.kind !== 'member') {
    return [
      { path: '/ask', label: t('menu.ask') },
      { path: '/offer', label: t('menu.offer') },
    ];
  }
  const forMembers = [
    { path: '/today', label: t('menu.today') },
    { path: '/needs', label: t('menu.needs') },
    { path: '/done', label: t('menu.done') },
  ];
  if (!isCoordinator(actor)) return [...forMembers, { path: '/members', label: t('menu.members') }];
  return [
    { path: '/inbox', label: t('menu.inbox') },
    { path: '/requests', label: t('menu.requests') },
    ...forMembers,
    { path: '/offers', label: t('menu.offers') },
    { path: '/members', label: t('menu.members') },
    { path: '/messages', label: t('menu.messages') },
    { path: '/bring-in', label: t('menu.bringIn') },
    ...(canManageGroup(actor) ? [{ path: '/settings', label: t('menu.settings') }] : []),
  ];
}

/** The way in, and one's own account. */
function door(actor: Actor, t: Words): { readonly href: string; readonly label: string } {
  return actor.kind === 'member'
    ? { href: '/account', label: t('menu.account') }
    : { href: '/sign-in', label: t('menu.signIn') };
}

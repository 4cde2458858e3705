import { isCoordinator } from '@barnraise/kernel/policy.ts';
import type { Actor } from '@barnraise/kernel/actor.ts';
import type { Words } from '@barnraise/server/words/words.ts';

import type { LayoutServerLoad } from './$types';

/** The group's name and menu over all of its pages. What a role may not do is not in the menu. */
export const load: LayoutServerLoad = ({ locals, url }) => {
  const { group, caller, t } = locals;
  const base = `/${group.slug}`;
  const items = menuItems(caller.actor, t).map(({ path, label }) => {
    const href = `${base}${path}`;
    return { href, label, current: url.pathname === href || url.pathname.startsWith(`${href}/`) };
  });
  return { brand: { name: group.name, href: base }, menu: items, emergencyNumber: group.emergencyNumber };
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
    { path: '/settings', label: t('menu.settings') },
  ];
}

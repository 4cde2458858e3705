import type { IconName } from './icons.ts';

/** One way in (or out) that a coordinator finds under "Bring it in"; its words are `bringIn.<name>` and `bringIn.<name>Text`. */
interface WayIn {
  readonly name: 'tables' | 'messages' | 'families' | 'places' | 'forms' | 'paper' | 'programs' | 'takeOut';
  readonly path: string;
  readonly icon: IconName;
  /** Only a group lead may. */
  readonly forLeads?: true;
}

export const waysIn: readonly WayIn[] = [
  { name: 'tables', path: '/bring-in/tables', icon: 'list' },
  { name: 'messages', path: '/bring-in/messages', icon: 'talk' },
  { name: 'forms', path: '/forms', icon: 'forms' },
  { name: 'paper', path: '/paper', icon: 'print' },
  { name: 'families', path: '/families', icon: 'people' },
  { name: 'places', path: '/places', icon: 'place' },
  { name: 'programs', path: '/settings/api', icon: 'share', forLeads: true },
  { name: 'takeOut', path: '/export', icon: 'list' },
];

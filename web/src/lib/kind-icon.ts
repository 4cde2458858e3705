import type { CatalogKind } from '@barnraise/kernel/catalog/entry.ts';
import type { PictureName } from '@barnraise/kernel/catalog/pictures.ts';

import type { IconName } from '#lib/icons.ts';

const icons: Readonly<Record<PictureName, IconName>> = {
  food: 'food',
  water: 'water',
  baby: 'baby',
  hygiene: 'water',
  health: 'medicine',
  clothes: 'clothes',
  bed: 'bed',
  home: 'furniture',
  cleaning: 'cleaning',
  storm: 'storm',
  heat: 'fuel',
  tools: 'tools',
  school: 'school',
  pet: 'pet',
  ride: 'ride',
  delivery: 'truck',
  care: 'children',
  talk: 'talk',
  paper: 'forms',
  computer: 'globe',
  repair: 'repair',
  boat: 'boat',
  people: 'people',
  money: 'money',
  space: 'home',
};

/** The drawing that stands for a kind. */
export function kindIcon(kind: Pick<CatalogKind, 'picture'>): IconName {
  return icons[kind.picture];
}

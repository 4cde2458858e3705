/** Something that is asked for again and again in the demo group: what, how much in its usual unit, and in whose words. */
export interface Plot {
  readonly kind: string;
  readonly figure: string;
  readonly words: { readonly en: string; readonly es: string };
  /** How long helping took. */
  readonly minutes: number;
}

export const plots: readonly Plot[] = [
  {
    kind: 'goods.food.box',
    figure: '3',
    words: { en: 'We run short at the end of the month.', es: 'Nos falta comida a fin de mes.' },
    minutes: 40,
  },
  {
    kind: 'service.ride.medical',
    figure: '1',
    words: { en: 'Dialysis again, there and back.', es: 'Otra vez diálisis, ida y vuelta.' },
    minutes: 90,
  },
  {
    kind: 'goods.food.hot-meal',
    figure: '4',
    words: { en: 'Home from the hospital, cannot stand long yet.', es: 'Salí del hospital y no puedo estar de pie.' },
    minutes: 60,
  },
  {
    kind: 'goods.diapers.any',
    figure: '3',
    words: { en: 'The small one goes through them fast.', es: 'Al bebé se le acaban rápido.' },
    minutes: 25,
  },
  {
    kind: 'work.repair.home',
    figure: '1',
    words: { en: 'The back steps have rotted through.', es: 'Se pudrieron los escalones de atrás.' },
    minutes: 150,
  },
  {
    kind: 'goods.clothing.coat-child',
    figure: '2',
    words: { en: 'They grew out of last year’s coats.', es: 'Los abrigos del año pasado ya no les quedan.' },
    minutes: 20,
  },
  {
    kind: 'service.care.visit',
    figure: '1',
    words: { en: 'It is quiet here since she passed.', es: 'La casa está muy callada desde que ella murió.' },
    minutes: 75,
  },
  {
    kind: 'service.ride.groceries',
    figure: '1',
    words: { en: 'The bus does not run on Sundays.', es: 'Los domingos no hay autobús.' },
    minutes: 60,
  },
];

/** What members simply do, with no request before it; how much is in the usual unit too. */
export const habits: readonly { readonly kind: string; readonly amount: number; readonly minutes: number }[] = [
  { kind: 'goods.food.box', amount: 14, minutes: 180 },
  { kind: 'goods.food.box', amount: 9, minutes: 120 },
  { kind: 'goods.food.hot-meal', amount: 22, minutes: 210 },
  { kind: 'goods.diapers.any', amount: 5, minutes: 45 },
  { kind: 'goods.clothing.coat-child', amount: 5, minutes: 60 },
  { kind: 'service.ride.groceries', amount: 2, minutes: 70 },
];

/** What people say they can give: a member of the cast by handle, or a neighbor by name, and how long before today. */
export interface Gift {
  readonly by: string;
  readonly kind: string;
  readonly words: string;
  readonly daysAgo: number;
  /** A one-time gift; without it the offer stands. */
  readonly figure?: string;
  readonly kilometers?: number;
  readonly asksPerWeek?: number;
}

export const gifts: readonly Gift[] = [
  {
    by: 'Eamon Blythe',
    kind: 'service.ride.medical',
    words: 'Weekday mornings. The car takes a folded wheelchair.',
    daysAgo: 96,
    kilometers: 25,
    asksPerWeek: 2,
  },
  { by: 'Big Lou', kind: 'work.repair.home', words: 'Steps, doors, gutters. I bring tools.', daysAgo: 71 },
  {
    by: 'Keiko Sandoval',
    kind: 'service.care.visit',
    words: 'Tea and company, or just quiet.',
    daysAgo: 44,
    asksPerWeek: 1,
  },
  { by: 'Noor & Sam', kind: 'goods.food.hot-meal', words: 'Sundays, without meat, for up to six.', daysAgo: 30 },
  { by: 'Teddy Lindgren', kind: 'goods.clothing.coat-child', words: 'Sizes 4 to 6, washed.', daysAgo: 9, figure: '3' },
  {
    by: 'Grace Mbeki-Holt',
    kind: 'service.ride.groceries',
    words: 'I go on Fridays anyway.',
    daysAgo: 1,
    kilometers: 10,
  },
];

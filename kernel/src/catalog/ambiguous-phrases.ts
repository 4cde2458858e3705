/**
 * Phrases that mean more than one kind in the same language on purpose, the likeliest kind first: whoever reads one asks
 * back. A test holds this table and the synonyms together, so that no phrase becomes ambiguous by accident.
 */
export const ambiguousPhrases: { readonly [phrase: string]: readonly string[] } = {
  'adult clothes': ['goods.clothing.men', 'goods.clothing.women'],
  'adult clothing': ['goods.clothing.men', 'goods.clothing.women'],
  bed: ['goods.furniture.bed', 'space.bed.shelter'],
  'bilingual volunteers': ['work.shift.any', 'service.translation.spoken'],
  cook: ['service.care.cooking', 'work.shift.kitchen'],
  driver: ['work.shift.driver', 'service.ride.any'],
  pads: ['goods.period.pads', 'goods.bed-pads'],
  phone: ['goods.phone', 'work.shift.phone'],
  translators: ['service.translation.written', 'work.shift.any'],
  chofer: ['work.shift.driver', 'service.ride.any'],
  conductor: ['work.shift.driver', 'service.ride.any'],
  'lavar ropa': ['service.care.housework', 'space.shower'],
  mandado: ['goods.food.box', 'service.delivery.errand'],
  'ropa de adulto': ['goods.clothing.men', 'goods.clothing.women'],
  toallas: ['goods.towels', 'goods.bed-pads'],
  traductor: ['service.translation.written', 'work.shift.any'],
};

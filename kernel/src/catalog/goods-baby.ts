import { entriesOf } from './entry.ts';

const goods = entriesOf({ nature: 'goods', theme: 'baby', picture: 'baby', freshness: 'day', lease: 'goods' });

/**
 * Diapers and what else a baby needs. A code ending in `.size-…` beside a code ending in `.any` is a size of it:
 * "diapers size 4 and 5" finds both sizes through that pattern, so the sizes need few synonyms of their own.
 */
export const babyKinds = [
  goods('diapers.any', {
    en: 'diaper, size not known | diapers, size not known',
    es: 'pañal, talla sin saber | pañales, talla sin saber',
    enWords: `diapers, diaper, baby diapers, kids diapers, disposable diapers, dipers, diapars, diappers, nappies, nappy,
      pampers, huggies, luvs, infant diapers, any size diapers, diapers any size, diapers all sizes, childrens
      diapers, diapers for baby, diapers for kids, toddler diapers, diaper donations, baby pampers, nappys, pamper,
      disposable nappies, luvs diapers`,
    esWords: `pañales, pañal, panales, pañales desechables, pañales para bebé, pañales de bebé, pañales para niños, pamper,
      pampers, huggies, pañales de cualquier talla, pañalitos, pañal desechable, pañales para mi
      bebé`,
    units: 'pack:25 case:100',
    asks: 'diaper-size',
  }),
  goods('diapers.size-preemie', {
    en: 'preemie diaper | preemie diapers',
    es: 'pañal para prematuro | pañales para prematuro',
    enWords: 'preemie size diapers, premature diapers, diapers for preemie, premie diapers',
    esWords: 'pañales prematuro, pañales para bebé prematuro, pañales de prematuro',
    units: 'pack:25 case:100',
  }),
  goods('diapers.size-newborn', {
    en: 'newborn diaper | newborn diapers',
    es: 'pañal para recién nacido | pañales para recién nacido',
    enWords: 'nb diapers, diapers newborn, diapers for newborn, newborn size diapers, size 0 diapers, diapers nb',
    esWords: 'pañales recién nacido, pañales de recién nacido, pañales rn, pañales talla rn',
    units: 'pack:25 case:100',
  }),
  ...[1, 2, 3, 4, 5, 6, 7].map((size) =>
    goods(`diapers.size-${size}`, {
      en: `size ${size} diaper | size ${size} diapers`,
      es: `pañal talla ${size} | pañales talla ${size}`,
      enWords: `diapers size ${size}, sz ${size} diapers, diapers sz ${size}, size${size} diapers, diapers size${size},
        diapers ${size}s, pampers size ${size}, huggies size ${size}, size ${size} pampers, size ${size} huggies`,
      esWords: `pañales etapa ${size}, pañales número ${size}, pañales tamaño ${size}, pañales del ${size}, pañales talla
        no ${size}, pañal etapa ${size}`,
      units: 'pack:25 case:100',
    }),
  ),
  goods('training-pants.any', {
    en: 'pull-up, size not known | pull-ups, size not known',
    es: 'calzón entrenador | calzones entrenadores',
    enWords: `pull ups, pullups, pull up diapers, training pants, potty training pants, pull up, pullup, easy ups, goodnites,
      toddler pull ups, potty pants`,
    esWords: `pull ups, entrenadores, pañal entrenador, pañales entrenadores, calzoncitos entrenadores, pullups, calzones de
      entrenamiento`,
    units: 'pack:20',
    asks: 'diaper-size',
  }),
  ...['2t-3t', '3t-4t', '4t-5t'].map((size) =>
    goods(`training-pants.size-${size}`, {
      en: `pull-up ${size.toUpperCase()} | pull-ups ${size.toUpperCase()}`,
      es: `calzón entrenador ${size.toUpperCase()} | calzones entrenadores ${size.toUpperCase()}`,
      enWords: `pull ups ${size}, pull up ${size}, pullups ${size}, training pants ${size}, ${size} pull ups, ${size}
        pullups, pull ups size ${size}, pullups size ${size}`,
      esWords: `entrenadores ${size}, pull ups talla ${size}, pañales entrenadores ${size}`,
      units: 'pack:20',
    }),
  ),
  goods('diapers-cloth', {
    en: 'cloth diaper | cloth diapers',
    es: 'pañal de tela | pañales de tela',
    enWords: 'reusable diapers, washable diapers, diaper covers, diaper inserts, cloth diaper set',
    esWords: 'pañales reutilizables, pañales lavables, pañales ecológicos',
    asks: 'diaper-size',
  }),
  goods('adult-briefs.any', {
    en: 'adult diaper, size not known | adult diapers, size not known',
    es: 'pañal para adulto | pañales para adulto',
    enWords: `adult diapers, adult diaper, adult briefs, depends, incontinence briefs, incontinence pads, incontinence
      supplies, adult pull ups, adult nappies, adult pullups, tena, poise pads, diapers for adults, diapers adult,
      depend, adult undergarments, incontinence underwear, incontinence products, briefs for adults, adult disposable
      underwear, diapers for elderly, diapers for seniors`,
    esWords: `pañales de adulto, pañales para adultos, pañal de adulto, depends, pañales adulto, incontinencia, tena,
      productos para incontinencia, calzones para adulto, pañal geriátrico, pañales geriátricos, pañales para
      ancianos, pañales para abuelitos`,
    theme: 'hygiene',
    picture: 'hygiene',
    units: 'pack:20 case:80',
    asks: 'clothing-size',
  }),
  ...(
    [
      ['s-m', 'S/M', 'small, medium, small medium, s m, sm', 'chica, mediana, pequeña, chico, mediano'],
      ['l-xl', 'L/XL', 'large, x large, extra large, xl, l xl, lxl, large xl', 'grande, extra grande, xl'],
      ['xxl', 'XXL', 'xxl, 2xl, xx large, 2x', 'xxl, doble extra grande, 2xl'],
    ] as const
  ).map(([size, label, en, es]) =>
    goods(`adult-briefs.size-${size}`, {
      en: `adult diaper ${label} | adult diapers ${label}`,
      es: `pañal para adulto ${label} | pañales para adulto ${label}`,
      enWords: en
        .split(', ')
        .flatMap((word) => [
          `adult diapers ${word}`,
          `${word} adult diapers`,
          `adult diapers size ${word}`,
          `depends ${word}`,
        ])
        .join(', '),
      esWords: es
        .split(', ')
        .flatMap((word) => [
          `pañales para adulto ${word}`,
          `pañales de adulto ${word}`,
          `pañales para adulto talla ${word}`,
        ])
        .join(', '),
      theme: 'hygiene',
      picture: 'hygiene',
      units: 'pack:20 case:80',
    }),
  ),
  goods('bed-pads', {
    en: 'bed pad | bed pads',
    es: 'protector de cama | protectores de cama',
    enWords: `underpads, chux, chucks pads, bed pads disposable, incontinence bed pads, pads, mattress pad, puppy pads for
      bed, disposable underpads, bed liners, pee pads, absorbent pads, pads for bed, bed protectors, chux pads`,
    esWords: `protectores desechables, sabanitas protectoras, empapadores, cubrecamas desechables, toallas, salvacamas,
      protectores para cama, pañal de cama`,
    theme: 'hygiene',
    picture: 'hygiene',
    units: 'pack:20',
  }),
  goods('wipes', {
    en: 'pack of wipes | packs of wipes',
    es: 'paquete de toallitas | paquetes de toallitas',
    enWords: `pack of baby wipes, packs of baby wipes, baby wipes, wipes, wet wipes, wipies, diaper wipes, wipes for baby,
      wetwipes, pack of adult wipes, packs of adult wipes, adult wipes, body wipes, bathing wipes, personal wipes,
      baby wipe, wipe, huggies wipes, flushable wipes, cleansing wipes`,
    esWords: `paquete de toallitas de bebé, paquetes de toallitas de bebé, toallitas, toallitas húmedas, toallas húmedas,
      toallitas de bebé, toallitas para bebé, wipes, paquete de toallitas para adulto, paquetes de toallitas para
      adulto, toallitas para adulto, toallitas corporales, toallitas desechables, toallas para bebé, paños húmedos,
      pañitos húmedos`,
    units: 'case:12',
  }),
  goods('baby-bottles', {
    en: 'baby bottle | baby bottles',
    es: 'biberón | biberones',
    enWords: `bottles for baby, feeding bottle, nursing bottles, bottle nipples, sippy cup, sippy cups, pacifier, bottles,
      baby bottle, bottle for baby, pacifiers, binky, binkies, bottle brush`,
    esWords: `mamila, mamilas, mamadera, tetero, biberones para bebé, chupón, vasito entrenador, teteros, mamaderas, chupones,
      chupete, chupetes`,
  }),
  goods('baby-supplies', {
    en: 'baby supplies set | baby supplies sets',
    es: 'juego de cosas de bebé | juegos de cosas de bebé',
    enWords: `baby supplies, baby things, baby items, baby stuff, baby shower set, newborn kit, layette, baby essentials, baby
      kit, baby goods, baby products, infant supplies, newborn supplies, baby needs, things for baby, breast pump,
      breast pumps, breastpump, breast feeding supplies, nursing supplies, milk storage bags, nursing pads, nursing
      bra, diaper rash cream, diaper rash creams, diaper cream, desitin, rash cream, baby lotion, baby powder, baby
      shampoo, baby soap, baby wash, baby toiletries, butt paste, baby oil, bibs, burp cloths, baby monitor, swaddles,
      baby gear, baby tub, high chair, highchair, baby swing, bouncer`,
    esWords: `cosas de bebé, cosas para bebé, artículos de bebé, artículos para bebé, canastilla, ajuar de bebé, productos de
      bebé, cosas para el bebé, sacaleches, extractor de leche, bomba de leche, saca leche, cosas para lactancia,
      tiraleches, crema para rozaduras, cremas para rozaduras, crema para pañalitis, desitin, crema de bebé, talco,
      champú de bebé, jabón de bebé, loción de bebé, baberos, aceite de bebé, silla alta, periquera, bañera de bebé,
      crema para pañal, cositas de bebé`,
    asks: 'diaper-size',
  }),
  goods('crib-or-stroller', {
    en: 'crib or stroller | cribs or strollers',
    es: 'cuna o carriola | cunas o carriolas',
    enWords: `crib, cribs, baby bed, pack n play, pack and play, playpen, bassinet, portable crib, toddler bed, packnplay,
      baby crib, stroller, strollers, baby stroller, pram, baby carriage, double stroller, buggy, baby carrier,
      bassinette, co sleeper, travel crib, jogging stroller, porta crib`,
    esWords: `cuna, cunas, cuna portátil, corral, moisés, cama de bebé, cuna para bebé, corralito, carriola, carriolas,
      cochecito, carrito de bebé, coche de bebé, carreola, carriola doble, carreolas, cunita, carrito para bebé, coche
      para bebé`,
    freshness: 'month',
    lease: 'unhurried',
    asks: 'stairs',
  }),
  goods('car-seat', {
    en: 'car seat | car seats',
    es: 'asiento de carro para niño | asientos de carro para niño',
    enWords: `carseat, carseats, booster seat, child seat, infant seat, baby seat, booster, baby car seat, convertible car
      seat, infant carseat, kids car seat, child car seat, toddler car seat, booster seats`,
    esWords: `silla de carro, silla para el carro, asiento de carro, asiento de bebé, portabebé, autoasiento, asiento
      elevador, asiento para carro, silla de auto, asiento de seguridad, car seat, carseat, sillita de carro`,
    freshness: 'month',
    lease: 'unhurried',
  }),
];

import { entriesOf } from './entry.ts';

const storm = entriesOf({ nature: 'goods', theme: 'storm', picture: 'storm', freshness: 'day', lease: 'goods' });
const cleaning = entriesOf({
  nature: 'goods',
  theme: 'household',
  picture: 'cleaning',
  freshness: 'day',
  lease: 'goods',
});
const fuel = entriesOf({
  nature: 'goods',
  theme: 'storm',
  picture: 'heat',
  freshness: 'hours',
  lease: 'today',
  unit: 'ml',
});

/** What a storm, a flood or a cold spell asks for: covering, cleaning up, light, power and heat. */
export const stormKinds = [
  cleaning('cleaning.kit', {
    en: 'flood cleaning kit | flood cleaning kits',
    es: 'kit de limpieza | kits de limpieza',
    enWords: `cleaning kit, clean up kit, cleanup kit, flood bucket, cleaning bucket, flood buckets, clean up bucket, cleanup
      supplies`,
    esWords: 'cubeta de limpieza, balde de limpieza',
  }),
  cleaning('cleaning.supplies', {
    en: 'cleaning supplies | cleaning supplies',
    es: 'productos de limpieza | productos de limpieza',
    enWords: `bleach, disinfectant, mop, mops, broom, brooms, cleaning products, disinfecting wipes, lysol, clorox, dish soap,
      cleaners, sponges, buckets, cleaning stuff, disinfecting cleaners, scrub brushes, dish rags, gallon of bleach,
      cleaning items, rags, dustpan, clorox wipes, dawn, disinfectants`,
    esWords: `cloro, desinfectante, trapeador, escoba, escobas, artículos de limpieza, cosas de limpieza, jabón para trastes,
      lejía, cubetas, esponjas, pinol, fabuloso, lavaplatos, trapos, baldes`,
  }),
  cleaning('laundry-soap', {
    en: 'laundry soap | laundry soap',
    es: 'jabón para ropa | jabón para ropa',
    enWords: `laundry detergent, detergent, laundry supplies, dryer sheets, laundry pods, tide pods, quarters for laundry,
      fabric softener`,
    esWords: 'detergente, jabón para lavar, jabón de lavar, detergente para ropa, suavizante, jabón en polvo',
  }),
  cleaning('bags', {
    en: 'box of trash bags | boxes of trash bags',
    es: 'caja de bolsas de basura | cajas de bolsas de basura',
    enWords: `trash bags, garbage bags, contractor bags, plastic bags, ziplock bags, zip lock bags, ziploc bags, sandwich
      bags, freezer bags, grocery bags, ziplocs, ziplock, black bags, zip lock`,
    esWords: 'bolsas de basura, bolsas, bolsas de plástico, bolsas negras, bolsas ziploc, bolsas resellables',
  }),
  cleaning('boxes-and-luggage', {
    en: 'moving box or suitcase | moving boxes and suitcases',
    es: 'caja de mudanza o maleta | cajas de mudanza y maletas',
    enWords: `moving box, moving boxes, cardboard boxes, empty boxes, packing boxes, packing tape, storage bins, plastic bins,
      totes, boxes for moving, suitcase or duffel bag, suitcases or duffel bags, suitcase, suitcases, luggage, duffel
      bags, duffle bags, duffle bag, backpacks for adults, travel bag`,
    esWords: `caja para mudanza, cajas para mudanza, cajas de cartón, cajas vacías, cajas para mudarse, cinta de empaque,
      contenedores de plástico, maleta, maletas, equipaje, bolsa de viaje, valijas`,
    picture: 'home',
  }),
  storm('tarp', {
    en: 'tarp | tarps',
    es: 'lona | lonas',
    enWords: 'blue tarp, blue tarps, roof tarp, plastic sheeting, tarpaulin, tarpaulins, visqueen',
    esWords: 'toldo, lona azul, lona para techo, plástico para techo, toldos',
    units: 'sheet',
  }),
  storm('building.lumber', {
    en: 'sheet of plywood or drywall | sheets of plywood or drywall',
    es: 'tabla de madera o yeso | tablas de madera o yeso',
    enWords: `plywood, lumber, drywall, sheetrock, insulation, two by fours, 2x4s, building materials, building supplies,
      roofing, shingles, nails, osb, wood boards`,
    esWords: `madera contrachapada, tablaroca, triplay, materiales de construcción, material de construcción, clavos, láminas,
      tablas`,
    units: 'sheet',
    freshness: 'week',
    lease: 'unhurried',
  }),
  storm('sandbag', {
    en: 'sandbag | sandbags',
    es: 'costal de arena | costales de arena',
    enWords: 'sand bags, sand, bags of sand, sand bag',
    esWords: 'sacos de arena, arena, bolsas de arena',
    freshness: 'hours',
    lease: 'today',
  }),
  storm('light', {
    en: 'flashlight, batteries or radio | flashlights, batteries and radios',
    es: 'linterna, pilas o radio | linternas, pilas y radios',
    enWords: `flashlight and batteries, flashlights and batteries, flashlight, flashlights, batteries, battery, lantern,
      lanterns, candles, headlamp, aa batteries, d batteries, matches, lighters, glow sticks, weather or two-way
      radio, weather or two-way radios, weather radio, two way radio, walkie talkie, walkie talkies, radios, hand
      crank radio, ham radio, radio`,
    esWords: `linterna y pilas, linternas y pilas, linterna, linternas, pilas, baterías, velas, lámpara de pilas, lámparas de
      mano, foco de mano, cerillos, veladoras, radio, radios, radio de pilas, radio de dos vías, walkie talkie, radio
      meteorológico`,
  }),
  storm('power-bank', {
    en: 'phone charger or power bank | phone chargers or power banks',
    es: 'cargador de teléfono | cargadores de teléfono',
    enWords: `power bank, power banks, phone charger, phone chargers, charger, chargers, charging cables, usb cable, extension
      cord, extension cords, power strip, power strips, charging cords, battery pack, solar charger, ext cords,
      charging cord`,
    esWords: `cargador, cargadores, cargador de celular, batería portátil, cable de carga, extensión eléctrica, extensiones,
      cargador solar`,
  }),
  storm('protective-gear', {
    en: 'work gloves and goggles | work gloves and goggles',
    es: 'guantes y gafas de trabajo | guantes y gafas de trabajo',
    enWords: `work gloves, goggles, safety glasses, hard hat, hard hats, tyvek suits, rubber gloves, protective gear, safety
      gear, latex gloves, safety vests, muck gloves`,
    esWords: `guantes de trabajo, gafas de seguridad, casco, cascos, equipo de protección, guantes de hule, chalecos
      reflectantes`,
    theme: 'tools',
    picture: 'tools',
  }),
  fuel('fuel.gasoline', {
    en: 'gasoline | gasoline',
    es: 'gasolina | gasolina',
    enWords: `gas, fuel, gas can, gas cans, generator fuel, gallons of gas, diesel, fuel for generator, petrol, gas for
      generator, gallon of gas, kerosene, tank of gas`,
    esWords: 'combustible, gasolina para generador, diésel, nafta, galones de gasolina, bidón de gasolina, queroseno',
    units: 'gallon liter',
  }),
  fuel('fuel.propane', {
    en: 'propane | propane',
    es: 'gas propano | gas propano',
    enWords: 'propane tank, propane tanks, lp gas, propane refill, propane bottle, cooking gas, butane, heating oil',
    esWords: 'propano, tanque de gas, gas, gas lp, cilindro de gas, bombona, gas para cocinar, tanque de propano',
    unit: 'gram',
    units: 'can:20*pound pound kilogram',
    vital: true,
  }),
  fuel('fuel.firewood', {
    en: 'firewood | firewood',
    es: 'leña | leña',
    enWords: `fire wood, wood, cord of wood, cords of wood, wood for stove, stove wood, kindling, wood pellets, pellets, wood
      for heat, load of wood, cord wood`,
    esWords: 'madera para quemar, cuerda de leña, carga de leña, leña partida, pellets de madera, leña para estufa',
    theme: 'yard-and-wood',
    units: 'cord bundle',
    freshness: 'day',
    lease: 'goods',
    vital: true,
  }),
];

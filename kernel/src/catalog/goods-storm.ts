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
      supplies, cleanup buckets, clean up kits, cleanup kits, cleaning kits, flood kits, flood kit`,
    esWords: `cubeta de limpieza, balde de limpieza, kits para limpiar, kit para limpiar, cubetas de limpieza`,
  }),
  cleaning('cleaning.supplies', {
    en: 'cleaning supplies | cleaning supplies',
    es: 'productos de limpieza | productos de limpieza',
    enWords: `bleach, disinfectant, mop, mops, broom, brooms, cleaning products, disinfecting wipes, lysol, clorox, dish soap,
      cleaners, sponges, buckets, cleaning stuff, disinfecting cleaners, scrub brushes, dish rags, gallon of bleach,
      cleaning items, rags, dustpan, clorox wipes, dawn, disinfectants, bleech, pine sol, windex, all purpose cleaner,
      disinfectant spray, sanitizing wipes, disinfectant wipes, cleaning rags, dish detergent, dishwashing liquid,
      dishwashing soap, mop bucket, squeegee, squeegees, scrub brush, bucket, sponge, clean supplies, cleaning
      materials, air freshener, vinegar, dust pan, janitorial supplies`,
    esWords: `cloro, desinfectante, trapeador, escoba, escobas, artículos de limpieza, cosas de limpieza, jabón para trastes,
      lejía, cubetas, esponjas, pinol, fabuloso, lavaplatos, trapos, baldes, trapeadores, jalador, recogedor,
      franelas, limpiador, toallitas desinfectantes, cosas para limpiar, material de limpieza, lysol, cubeta,
      lavaloza, vinagre, esponja, productos para limpiar`,
  }),
  cleaning('laundry-soap', {
    en: 'laundry soap | laundry soap',
    es: 'jabón para ropa | jabón para ropa',
    enWords: `laundry detergent, detergent, laundry supplies, dryer sheets, laundry pods, tide pods, quarters for laundry,
      fabric softener, tide, laundry detergents, washing powder, laundry bags, downy, washing detergent, soap for
      laundry, soap for clothes, clothes soap, dryer sheet`,
    esWords: `detergente, jabón para lavar, jabón de lavar, detergente para ropa, suavizante, jabón en polvo, jabón zote,
      suavitel, detergente en polvo, detergente líquido, jabón para la ropa`,
  }),
  cleaning('bags', {
    en: 'box of trash bags | boxes of trash bags',
    es: 'caja de bolsas de basura | cajas de bolsas de basura',
    enWords: `trash bags, garbage bags, contractor bags, plastic bags, ziplock bags, zip lock bags, ziploc bags, sandwich
      bags, freezer bags, grocery bags, ziplocs, ziplock, black bags, zip lock, garbage bag, trash bag, kitchen bags,
      heavy duty trash bags, paper bags, tote bags, shopping bags, reusable bags, ziploc, baggies, bin liners`,
    esWords: `bolsas de basura, bolsas, bolsas de plástico, bolsas negras, bolsas ziploc, bolsas resellables, bolsas para
      basura, bolsa de basura, bolsas grandes, bolsas plásticas, ziploc, bolsas de papel`,
  }),
  cleaning('boxes-and-luggage', {
    en: 'moving box or suitcase | moving boxes and suitcases',
    es: 'caja de mudanza o maleta | cajas de mudanza y maletas',
    enWords: `moving box, moving boxes, cardboard boxes, empty boxes, packing boxes, packing tape, storage bins, plastic bins,
      totes, boxes for moving, suitcase or duffel bag, suitcases or duffel bags, suitcase, suitcases, luggage, duffel
      bags, duffle bags, duffle bag, backpacks for adults, travel bag, cardboard, boxes for packing, storage tubs,
      plastic totes, bubble wrap, packing supplies, packing materials, moving supplies, duffel`,
    esWords: `caja para mudanza, cajas para mudanza, cajas de cartón, cajas vacías, cajas para mudarse, cinta de empaque,
      contenedores de plástico, maleta, maletas, equipaje, bolsa de viaje, valijas, cartón, cajas para empacar, cajas
      plásticas, cinta adhesiva, cajas de plástico`,
    picture: 'home',
  }),
  storm('tarp', {
    en: 'tarp | tarps',
    es: 'lona | lonas',
    enWords: `blue tarp, blue tarps, roof tarp, plastic sheeting, tarpaulin, tarpaulins, visqueen, plastic tarp, plastic
      tarps, roof tarps, plastic sheets, rolls of plastic, poly sheeting`,
    esWords: `toldo, lona azul, lona para techo, plástico para techo, toldos, hule, lonas azules, plásticos, nailon, hules,
      lonas impermeables`,
    units: 'sheet',
  }),
  storm('building.lumber', {
    en: 'sheet of plywood or drywall | sheets of plywood or drywall',
    es: 'tabla de madera o yeso | tablas de madera o yeso',
    enWords: `plywood, lumber, drywall, sheetrock, insulation, two by fours, 2x4s, building materials, building supplies,
      roofing, shingles, nails, osb, wood boards, boards, planks, ply wood, sheet rock, dry wall, screws, roofing
      nails, cement, cinder blocks, bricks, siding, metal roofing, construction materials, construction material, zinc
      sheets, flooring`,
    esWords: `madera contrachapada, tablaroca, triplay, materiales de construcción, material de construcción, clavos, láminas,
      tablas, madera, tornillos, lámina, zinc, cemento, bloques, ladrillos, varilla, materiales para construir, tabla
      roca`,
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
      crank radio, ham radio, radio, flash light, flash lights, torches, solar lights, solar lantern, solar lanterns,
      headlamps, aaa batteries, c batteries, candle, lighter, night light, night lights, emergency radio, emergency
      radios, battery radio, work lights`,
    esWords: `linterna y pilas, linternas y pilas, linterna, linternas, pilas, baterías, velas, lámpara de pilas, lámparas de
      mano, foco de mano, cerillos, veladoras, radio, radios, radio de pilas, radio de dos vías, walkie talkie, radio
      meteorológico, lámpara solar, lámparas solares, pila, encendedor, encendedores, fósforos, vela, luces
      solares, radio portátil`,
  }),
  storm('power-bank', {
    en: 'phone charger or power bank | phone chargers or power banks',
    es: 'cargador de teléfono | cargadores de teléfono',
    enWords: `power bank, power banks, phone charger, phone chargers, charger, chargers, charging cables, usb cable, extension
      cord, extension cords, power strip, power strips, charging cords, battery pack, solar charger, ext cords,
      charging cord, iphone charger, iphone chargers, cell phone charger, cell phone chargers, charging cable,
      portable charger, portable chargers, powerbank, powerbanks, battery packs, car charger, usb cables, surge
      protector, surge protectors, power cords, cellphone chargers`,
    esWords: `cargador, cargadores, cargador de celular, batería portátil, cable de carga, extensión eléctrica, extensiones,
      cargador solar, cargadores de celular, cables usb, cable usb, multicontacto, cargador de iphone, cargador
      portátil, cargadores portátiles, power bank, pilas portátiles`,
  }),
  storm('protective-gear', {
    en: 'work gloves and goggles | work gloves and goggles',
    es: 'guantes y gafas de trabajo | guantes y gafas de trabajo',
    enWords: `work gloves, goggles, safety glasses, hard hat, hard hats, tyvek suits, rubber gloves, protective gear, safety
      gear, latex gloves, safety vests, muck gloves, leather gloves, garden gloves, nitrile gloves, disposable gloves,
      vinyl gloves, plastic gloves, hardhats, hardhat, safety goggles, eye protection, knee pads, coveralls, waders,
      reflective vests, safety vest, exam gloves, surgical gloves, heavy duty gloves, gowns`,
    esWords: `guantes de trabajo, gafas de seguridad, casco, cascos, equipo de protección, guantes de hule, chalecos
      reflectantes, guantes de látex, guantes de nitrilo, guantes desechables, guantes de carnaza, overoles, overol,
      chalecos, goggles, lentes de seguridad, batas, guantes para trabajar`,
    theme: 'tools',
    picture: 'tools',
  }),
  fuel('fuel.gasoline', {
    en: 'gasoline | gasoline',
    es: 'gasolina | gasolina',
    enWords: `gas, fuel, gas can, gas cans, generator fuel, gallons of gas, diesel, fuel for generator, petrol, gas for
      generator, gallon of gas, kerosene, tank of gas, unleaded, diesel fuel, gas for my generator, fuel cans, jerry
      cans, generator gas, chain oil, bar oil, motor oil, two stroke oil`,
    esWords: `combustible, gasolina para generador, diésel, nafta, galones de gasolina, bidón de gasolina, queroseno, gasolina
      para la planta, gasolina para motosierra, bidones de gasolina, aceite de motor, combustibles`,
    units: 'gallon liter',
  }),
  fuel('fuel.propane', {
    en: 'propane | propane',
    es: 'gas propano | gas propano',
    enWords: `propane tank, propane tanks, lp gas, propane refill, propane bottle, cooking gas, butane, heating oil, propane
      gas, lpg, propane cylinder, propane cylinders, butane canisters, gas cylinder, gas cylinders, cooking fuel,
      propane bottles, heating fuel`,
    esWords: `propano, tanque de gas, gas, gas lp, cilindro de gas, bombona, gas para cocinar, tanque de propano, tanques de
      gas, cilindros de gas, gas de cocina, gas butano, garrafa de gas, gas para estufa`,
    unit: 'gram',
    units: 'can:20*pound pound kilogram',
    vital: true,
  }),
  fuel('fuel.firewood', {
    en: 'firewood | firewood',
    es: 'leña | leña',
    enWords: `fire wood, wood, cord of wood, cords of wood, wood for stove, stove wood, kindling, wood pellets, pellets, wood
      for heat, load of wood, cord wood, logs, seasoned wood, dry wood, wood for heating, wood for fireplace, wood for
      my stove, bundles of wood, pellet, coal, charcoal`,
    esWords: `madera para quemar, cuerda de leña, carga de leña, leña partida, pellets de madera, leña para estufa, carbón,
      leña seca, troncos, tercio de leña, leña para cocinar`,
    theme: 'yard-and-wood',
    units: 'cord bundle',
    freshness: 'day',
    lease: 'goods',
    vital: true,
  }),
];

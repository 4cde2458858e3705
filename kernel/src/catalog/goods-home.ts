import { entriesOf } from './entry.ts';

const bedding = entriesOf({ nature: 'goods', theme: 'household', picture: 'bed', freshness: 'day', lease: 'goods' });
const home = entriesOf({
  nature: 'goods',
  theme: 'household',
  picture: 'home',
  freshness: 'week',
  lease: 'unhurried',
  asks: 'stairs',
});

/** Bedding, furniture and what a kitchen or a bare apartment needs. */
export const homeKinds = [
  bedding('blanket', {
    en: 'blanket | blankets',
    es: 'cobija | cobijas',
    enWords: `warm blanket, quilts, quilt, comforter, throws, fleece blankets, comforters, blankits, afghan, baby blankets,
      blanket, throw blanket, throw blankets, wool blankets, thermal blanket, emergency blanket, mylar blankets, space
      blankets, duvet, duvets, bedspread, bedspreads`,
    esWords: `mantas, manta, frazada, frazadas, cobertor, colcha, colchas, edredón, cobertores, cobijitas, cobijas gruesas,
      mantas térmicas, edredones, cubrecama`,
  }),
  bedding('pillow', {
    en: 'pillow | pillows',
    es: 'almohada | almohadas',
    enWords: 'pilows, pilow, pillows new, neck pillow, new pillows, bed pillows, body pillow',
    esWords: 'cojines, almoada, almoadas, almohadita, cojín',
  }),
  bedding('bed-linen', {
    en: 'set of sheets | sets of sheets',
    es: 'juego de sábanas | juegos de sábanas',
    enWords: `sheets, bed sheets, bedding, linens, bed linens, sheet set, bedding set, pillow cases, pillowcases, bed linen,
      dry bedding, twin sheets, queen sheets, fitted sheets, sheet sets, sheet, bedsheets, bedsheet, pillow case,
      pillowcase, flat sheets, crib sheets, mattress cover, mattress covers, mattress protector, bed set, linen`,
    esWords: `sábanas, ropa de cama, sábana, fundas, fundas de almohada, blancos, juego de cama, sábanas matrimoniales,
      sábanas individuales, funda, fundas para almohada, ropa para cama`,
  }),
  bedding('cot', {
    en: 'cot or air mattress | cots or air mattresses',
    es: 'catre o colchón inflable | catres o colchones inflables',
    enWords: `cots, cot, air mattress, air mattresses, inflatable bed, inflatable beds, folding bed, camp bed, blow up
      mattress, airmattress, sleeping mat, sleeping mats, sleeping pads, air bed, airbeds, mats, rollaway bed, air
      matress, folding cots, camp cots, twin air mattress, foam mattress, foam pads, floor mats, yoga mats, camping
      cot, camping mats, army cots`,
    esWords: `catre, catres, colchón inflable, colchones inflables, cama plegable, colchoneta, colchonetas, catres plegables,
      colchones de aire, colchón de aire, cama inflable, camas inflables, esterilla, petate, petates`,
  }),
  bedding('sleeping-bag', {
    en: 'sleeping bag or tent | sleeping bags or tents',
    es: 'bolsa de dormir o carpa | bolsas de dormir o carpas',
    enWords: `sleeping bag, sleeping bags, sleepingbag, sleeping bag warm, bedroll, bed rolls, tent, tents, camping tent, camp
      tent, family tent, tents for camping, pup tent, camping gear, camping equipment, shelter tents`,
    esWords: `bolsa de dormir, bolsas de dormir, saco de dormir, sacos de dormir, sleeping bag, tienda de campaña, tiendas de
      campaña, carpa, carpas, casa de campaña, casas de campaña, casita de campaña, saco para dormir, bolsas para
      dormir, tienda para acampar, equipo de campamento`,
  }),
  home('furniture.bed', {
    en: 'bed or mattress | beds or mattresses',
    es: 'cama o colchón | camas o colchones',
    enWords: `bed, beds, mattress, mattresses, bed frame, bunk bed, bunk beds, twin bed, queen bed, box spring, full bed, king
      bed, matress, bedframe, twin mattress, mattres, full mattress, queen mattress, king mattress, twin beds,
      boxspring, crib mattress, daybed, futon, sofa bed, sleeper sofa, headboard, box springs, mattress set`,
    esWords: `cama, camas, colchón, colchones, base de cama, litera, literas, cama individual, cama matrimonial, cama queen,
      cama king, base para cama, colchón matrimonial, colchón individual, sofá cama, camita`,
    picture: 'bed',
  }),
  home('furniture.any', {
    en: 'piece of furniture | furniture',
    es: 'mueble | muebles',
    enWords: `couch, sofa, table, chairs, dresser, kitchen table, dining table, desk, chair, bookshelf, love seat, loveseat,
      recliner, nightstand, lamp, lamps, couches, furnature, coffee table, dining set, armchair, sofas, tables,
      dressers, desks, end table, end tables, night stand, nightstands, rocking chair, bookcase, bookcases, wardrobe,
      armoire, entertainment center, tv stand, chest of drawers, sectional, stools, ottoman, office chair`,
    esWords: `sofá, mesa, sillas, cómoda, escritorio, sillón, comedor, silla, ropero, mueblería, lámpara, mesas, sofás, juego
      de sala, juego de comedor, cajonera, buró, librero, tocador, gavetero, mesa de comedor, mesa y sillas, repisas,
      mesita, armario, sillones`,
  }),
  home('appliance.any', {
    en: 'refrigerator, stove or washer | refrigerators, stoves and washers',
    es: 'refrigerador, estufa o lavadora | refrigeradores, estufas y lavadoras',
    enWords: `stove or oven, stoves or ovens, stove, oven, range, hot plate burner, gas stove, electric stove, microwave,
      toaster, toaster oven, crockpot, slow cooker, refrigerator, refrigerators, fridge, fridges, mini fridge,
      refridgerator, freezer, ice box, chest freezer, cooler, coolers, ice chest, washer or dryer, washers or dryers,
      washer, dryer, washing machine, washer and dryer, clothes dryer, washers, deep freezer, microwaves, air fryer,
      hotplate, appliances, appliance, small appliances, vacuum, vacuum cleaner, camp stove, television,
      tv`,
    esWords: `estufa, estufas, cocina eléctrica, horno, microondas, parrilla eléctrica, tostador, hornilla, refrigerador,
      refrigeradores, refri, nevera, heladera, refrigeradora, frigorífico, congelador, hielera, hieleras, frigo,
      lavadora o secadora, lavadoras o secadoras, lavadora, secadora, lavarropas, máquina de lavar, electrodomésticos,
      aspiradora, plancha, televisión, tele, televisor, neveras, hornito`,
  }),
  home('appliance.heater', {
    en: 'space heater | space heaters',
    es: 'calentador portátil | calentadores portátiles',
    enWords: `heater, heaters, electric heater, portable heater, oil heater, radiator, electric blanket, indoor heater, heat
      lamp, propane heater, kerosene heater, electric heaters, oil radiator`,
    esWords: `calentador, calentadores, calefactor, calefactores, estufa de calefacción, calentón, calefacción portátil,
      calentador de gas, calefactor eléctrico, estufa de leña, calentador eléctrico, cobija eléctrica`,
    picture: 'heat',
    freshness: 'hours',
    lease: 'today',
    vital: true,
  }),
  home('appliance.cooling', {
    en: 'fan or air conditioner | fans or air conditioners',
    es: 'ventilador o aire | ventiladores o aires',
    enWords: `fan, fans, ac, ac unit, air conditioner, window unit, box fan, window ac, portable ac, air conditioning unit,
      ceiling fan, standing fan, floor fan, swamp cooler, portable air conditioner, air conditioning, air conditioners`,
    esWords: `ventilador, ventiladores, aire acondicionado, abanico, abanicos, aire de ventana, minisplit, ventilador de pie,
      abanico de techo, aires acondicionados`,
    freshness: 'hours',
    lease: 'today',
  }),
  home('household-goods', {
    en: 'kitchen and household things | kitchen and household things',
    es: 'cosas para la cocina y la casa | cosas para la cocina y la casa',
    enWords: `household goods, kitchen things, household things, house hold items, household items, housewares, household
      supplies, home goods, home start kit, move in kit, welcome home kit, household stuff, rugs, curtains, shower
      curtain, light bulbs, kitchen set, kitchen sets, pots and pans, pots, pans, dishes, cookware, kitchen supplies,
      cooking utensils, can opener, can openers, utensils, silverware, kitchenware, knives, kitchen items, kitchen
      stuff, coffee maker, coffee machine, coffee machines, mugs, pots pans, spoons, blender, bath mat, bath mats,
      rice cooker, dish set, bowls, frying pan, frying pans, baking sheets, cutting board, spatula, flatware, cutlery,
      tea kettle, kettle, dish drainer, dish rack, hangers, clothes hangers, mirror, trash can, trash cans, laundry
      basket, laundry baskets, alarm clock, plunger, tupperware, bakeware, thermos, rug, window
      blinds, light bulb, dishware, coffee pot, mosquito nets, mosquito net`,
    esWords: `cosas para la casa, artículos para el hogar, artículos del hogar, cosas de la casa, enseres, focos, cortinas,
      menaje, juego de cocina, juegos de cocina, ollas, ollas y sartenes, sartenes, trastes, platos de cocina,
      utensilios de cocina, abrelatas, vajilla, cubiertos, cosas de cocina, cafetera, cacerolas, licuadora, cucharas,
      arrocera, tetera, olla, sartén, comal, cuchillos, tapete de baño, cortina de baño, cesto de ropa, ganchos de
      ropa, espejo, bote de basura, recipientes, alfombra, tapetes, platos hondos, jarra, loza, tazas, mosquiteros,
      mosquitero, bombillas`,
    asks: '',
  }),
  home('disposable-tableware', {
    en: 'paper plates and cups | paper plates and cups',
    es: 'platos y vasos desechables | platos y vasos desechables',
    enWords: `paper plates, paper bowls, plates, cups, napkins, plastic forks, plastic utensils, paper products, paper goods,
      plasticware, paper cups, foil, disposable plates, plastic cups, to go containers, styrofoam cups, paper plate,
      plastic plates, plastic spoons, plastic silverware, plastic cutlery, solo cups, disposable cups, disposable
      bowls, styrofoam, aluminum foil, foil pans, plastic wrap, straws, takeout containers, disposable utensils,
      eating utensils`,
    esWords: `platos desechables, vasos desechables, servilletas, vasos, cubiertos desechables, platos de papel, platos,
      tenedores, desechables, platos de plástico, vasos de plástico, cucharas de plástico, cucharas desechables, papel
      aluminio, charolas de aluminio, unicel, platos de unicel, popotes`,
    asks: '',
    freshness: 'day',
    lease: 'goods',
  }),
];

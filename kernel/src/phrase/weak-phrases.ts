import { phraseStems } from './words.ts';

/**
 * Phrases that name a kind only when they stand alone, as an answer or an item of a list: "phone" in a list of needs is
 * a telephone, in "call this phone" it is nothing anybody needs.
 */
const weakPhrases = `
  call me, website, websites, web site, resume, search for, missing persons,   phone, phones, office, room, class, hands, field, lot, plot, hall, gym, hub, range, plates, cups, bottles, power, drive,
  lift, leak, rail, missing, forms, applications, information, training, intake, set up, setup, registration, reception,
  leaves, plow, job, jobs, housing, company, cash, money, bills, donation, funds, traffic, loading, unloading, packing,
  beds, bed, shelter, shelters, kitchen, kitchens, parking, internet, trailer, truck, trucks, tractor, camper, pump, radio,
  radios, chair, table, lamp, desk, games, presents, plants, wood, dresses, suit, shorts, hat, pop, rolls, greens,
  protein, meal, meals, dinner, lunch, lunches, breakfast, supper, doctor, doctors, dr, nurse, nurses, medical staff,
  volunteer, volunteers, volunteering, helpers, help wanted, people to help, phones, driver, drivers, bus driver,   boat, boats, hotel, motel, hotels, house, moving, move in, move out, mover, repair,
  repairs, maintenance, inspection, mentor, coach, coaching, teach, instructor, lessons, workshop, mechanic, sand, gas,
  fuel, ice box, cleanup, clean up, clean up crew, registration desk, front desk, navigator, referral, benefits, visitor,
  counselor, counseling, therapy, therapist, stress, anxiety, mental health, prayer, cook, cooks, servers, fan, fans, games,
  cleaners, wiring, outlet, faucet, drain, brakes, tire, tires, battery, charger, warehouse, distribution point, staging area,
  donation center, drop off, drop off point, place to live, storage, garage, office space, bathroom, bathrooms, restroom,
  restrooms, showers, shower, toilets, toilet, electricity, land, barn, venue, classroom, evacuation, evacuate, transport,
  transportation, ride, rides, food distribution, food bank, line control, gardening, landscaping, lawn, humidity, hungry,
  tools, tool, paint, painting, notary, passport, wifi, wi fi, forklift, crane, corner, packing help, medic, medics,
  cuarto, carro, salón, local, oficina, luz, electricidad, forma, formas, cuenta, cuentas, multa, lana, plata, viaje, viajes,
  pieza, taller, chofer, conductor, doctor, médico, médicos, hotel, techo, lodo, baño, baños, terreno, lote, cocina, refugio,
  refugios, albergue, albergues, lancha, bote, barco, trabajo, empleo, información, orientación, referencias,
  documentos, registro, recepción, tránsito, montar, montaje, bodega, garaje, cancha, voluntario, voluntarios, voluntaria,
  gas, aceite, mercado, mesa, silla, platos, vasos, compras, mandado, mandados, transporte, traslado, migración, inmigración,
  vivienda, solicitud, pintura, pintar, seguro, limpieza, humedad, regalos, camión, camioneta, internet, desarmar, hambre,
  arreglos, reparación, reparaciones, mantenimiento, batería, radio, radios, arena, extensiones, hermandad, hojas`;

const weakStems: ReadonlySet<string> = new Set(weakPhrases.split(',').map((phrase) => phraseStems(phrase).join(' ')));

/** True for phrases, given as joined stems, that count only standing alone. */
export function isWeak(joinedStems: string): boolean {
  return weakStems.has(joinedStems);
}

/** Words after a number that say there are so many, not that so many are needed: "10 beds left". */
const counting = /^(?:left|available|open|free|remaining|libres|disponibles)$/;

/** True when the word tells what there is. */
export function isCountingWord(plain: string): boolean {
  return counting.test(plain);
}

/** Words that may stand beside a weak phrase without giving it company: they ask, offer, count or are polite. */
const askingWords = new Set(
  `i we you me us they he she it please pls plz need needs needed needing want wants wanted looking look have has had got can
   could would like offer offering give giving get getting use using more any all also still only just now today tonight
   tomorrow urgently urgent asap help good new extra lots accepting taking bring send request requesting requested and or
   no not yes thanks thank ok is are be there if possible someone somebody anyone anybody who do does for in at on accepted
   necesito necesita necesitamos necesitan se quiero queremos busco buscamos ofrezco ofrecemos tengo tenemos hay favor por
   urgente hoy mañana manana mas ya si no y o gracias ocupo solo tambien alguien puede que me nos una un falta faltan hace
   hacen traer traigan pido pedimos presto presta prestar`.split(/\s+/),
);

/** True when the word gives a weak phrase no company. */
export function isAskingWord(plain: string): boolean {
  return askingWords.has(plain) || /^\d/.test(plain);
}

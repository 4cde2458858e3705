import { phraseStems } from './words.ts';

/**
 * Phrases that name a kind only when they are asked for or stand alone, as an answer or an item of a list: "phone" in a
 * list of needs is a telephone, in "call this phone" it is nothing anybody needs.
 */
export const weakPhrases: readonly string[] = `
  anxiety, applications, bathroom, battery, beds, benefits, bills, boat, bottles, brakes, breakfast, bus driver,
  call me, camper, cash, chair, charger, class, classroom, clean up, clean up crew, cleaners, cleanup, coach,
  coaching, company, cook, counseling, counselor, crane, cups, desk, dinner, distribution point, doctor,
  donation center, drain, dresses, drive, driver, drop off, drop off point, electricity, evacuate, evacuation,
  fan, faucet, food bank, food distribution, forklift, forms, front desk, fuel, games, garage, gardening, gas,
  greens, gym, hall, hands, hat, help wanted, helpers, hotel, housing, hub, hungry, ice box, information,
  inspection, instructor, intake, internet, job, kitchen, lamp, landscaping, lawn, leak, lessons, lift, line
  control, loading, lunch, maintenance, meal, mechanic, medic, medical staff, mental health, mentor, missing,
  missing persons, money, motel, move in, move out, mover, moving, navigator, notary, nurse, office, office
  space, outlet, packing, packing help, paint, painting, parking, parking lot, passport, people to help, phone, place to
  live, plates, plow, pop, power, prayer, presents, protein, pump, radio, range, reception, referral,
  registration, registration desk, repair, restroom, resume, ride, rolls, room, sand, search for, servers, set
  up, setup, shelter, shorts, showers, staging area, storage, stress, suit, supper, table, teach, therapist,
  therapy, tire, toilets, tools, tractor, traffic, trailer, training, transport, transportation, truck,
  unloading, venue, visitor, volunteer, volunteering, warehouse, web site, website, wi fi, wifi, wiring, wood,
  workshop, ambulance, auditorium, oil, crew, boards, bury, bucket, contractor, grief, lighter, loan, logs, mirror, physician, rope, shelter tents, taxi, tide, tiffin, tissue, tv, unload,

  aceite, albergue, arena, arreglos, barco, batería, baño, bodega, bote, camioneta, camión, carro, chofer,
  cocina, compras, conductor, cuarto, cuenta, documentos, electricidad, empleo, extensiones, forma, garaje,
  hambre, humedad, información, inmigración, lana, lancha, local, lodo, luz, mandado, mantenimiento, mercado,
  mesa, migración, montaje, montar, multa, médico, oficina, orientación, papas, pieza, pintar, pintura, plata, platos,
  recepción, referencias, refugio, regalos, registro, reparación, salón, silla, solicitud, taller, techo,
  alcohol, ambulancia, aula, centro de acopio, gimnasio, clasificar, cartón, doctora, hule, jarra, madera, papel, plancha, plásticos, taxi, tele, trabajo,
  traslado, tránsito, vasos, viaje, vivienda, voluntaria, voluntario`
  .split(',')
  .map((phrase) => phrase.trim());

const weakStems: ReadonlySet<string> = new Set(weakPhrases.map((phrase) => phraseStems(phrase).join(' ')));

/** True for phrases, given as joined stems, that count only standing alone. */
export function isWeak(joinedStems: string): boolean {
  return weakStems.has(joinedStems);
}

/** Words of one place too few: "no room" says that nothing more fits, and asks for no room. */
const roomWords = new Set(['room', 'space', 'storage', 'espacio', 'lugar']);

/** Places that speak for themselves at the head of a message: "Shelter: we need sheets". */
const placeWords =
  /^(?:shelter|office|kitchen|warehouse|hall|hub|garage|school|clinic|albergue|refugio|oficina|cocina|bodega|salon)$/;

/** True for a place or what stands in it, which can be full or open without anybody asking for it. */
export function isPlaceWord(plain: string): boolean {
  return (
    placeWords.test(plain) ||
    /^(?:beds?|camas?|rooms?|gym|gimnasio|auditorium|church|center|centro|iglesia|escuela|phone|telefono|parking|storage|bank)$/.test(
      plain,
    )
  );
}

/** True for the name of a place with a colon behind it: it says who writes, not what is asked for. */
export function isHeadingPlace(phrase: string, gapAfter: string): boolean {
  return placeWords.test(phrase) && gapAfter.includes(':');
}

/** People who are asked for by what they are: "Volunteers for overnight", "Enfermeras para el turno de noche". */
const peopleWords =
  /^(?:volunt\w+|nurses?|doctors?|medics?|drivers?|cooks?|movers?|helpers?|cleaners?|staff|personnel|enfermer\w+|medicos?|chofer(?:es)?|conductor(?:es)?|cociner\w+|ayudantes?|rides?|lift|trucks?|van|tutors?|raite|aventon)$/;

/** True for people who are asked for by what they are. */
export function isPeople(plain: string): boolean {
  return peopleWords.test(plain);
}

/** True for "no room": the weak phrase is what is missing to take more, not what is asked for. */
export function isNoRoom(before: string, phrase: string): boolean {
  return /^(?:no|sin|enough|much|more)$/.test(before) && roomWords.has(phrase);
}

/** True where people are named first in an item and the next word says what for. */
export function asksForPeople(phrase: string, next: string): boolean {
  return peopleWords.test(phrase) && /^(?:for|to|who|with|from|para|que|con|de)$/.test(next);
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
   tomorrow urgently urgent asap help good new extra lots too accepting taking bring send request requesting requested and or
   no not yes thanks thank ok is are be there if possible someone somebody anyone anybody who do does for accepted handy
   necesito necesita necesitamos necesitan se quiero queremos busco buscamos ocupamos ofrezco ofrecemos tengo tenemos hay favor por
   urgente hoy mañana manana mas ya si no y o gracias ocupo solo tambien alguien puede que me nos una un falta faltan hace
   hacen traer traigan pido pedimos presto presta prestar preste presten regale regalen done donen quien`.split(/\s+/),
);

/** True when the word gives a weak phrase no company. */
export function isAskingWord(plain: string): boolean {
  return askingWords.has(plain) || /^\d/.test(plain);
}

const askingVerbs =
  /^(?:need(?:s|ed|ing)?|wants?|looking|can|could|give|get|offer(?:ing)?|have|accepting|request(?:ing)?|ne[cs]esit(?:o|a|an|amos)|quiero|queremos|busc(?:o|amos)|ocup(?:o|amos|an)|ofre(?:zco|cemos)|pid(?:o|en)|pedimos|urgen?|faltan?|tengo|tenemos|prest(?:o|an?|en?)|regalen?|done|there|any|anyone|anybody|hay|alguien)$/;

/** True when the word asks or offers, so that what follows it is wanted or given: "need a ride to the mall". */
export function isAskingVerb(plain: string): boolean {
  return askingVerbs.test(plain);
}

/** True when the word says that what stands before it is wanted: "volunteers needed at 5". */
export function isWantedWord(plain: string): boolean {
  return /^(?:needed|wanted|required|please|urgently|asap|necesari[oa]s?|urgente)$/.test(plain);
}

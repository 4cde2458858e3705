import { entriesOf } from './entry.ts';

const cleanUp = entriesOf({
  nature: 'work',
  theme: 'storm',
  picture: 'storm',
  freshness: 'week',
  lease: 'unhurried',
  heed: 'two-people',
  asks: 'gate-or-entry dog no-power no-water',
});
const yard = entriesOf({
  nature: 'work',
  theme: 'yard-and-wood',
  picture: 'tools',
  freshness: 'week',
  lease: 'goods',
  asks: 'gate-or-entry dog parking',
});
const moving = entriesOf({
  nature: 'work',
  theme: 'household',
  picture: 'people',
  freshness: 'week',
  lease: 'appointment',
  asks: 'stairs parking gate-or-entry',
});

/** Work after a storm, work in the yard, and work that needs many hands. */
export const stormWorkKinds = [
  cleanUp('storm.chainsaw', {
    en: 'chainsaw work | chainsaw work',
    es: 'corte con motosierra | cortes con motosierra',
    enWords: `tree removal, tree down, fallen tree, tree on house, tree cutting, trees down, cut up tree, chainsaw crew, limbs
      down, downed trees, tree on my roof, chain saw work, remove tree, tree fell, down tree, tree on roof, downed
      tree, cut tree, fallen trees, tree work, saw crew, branches down, tree blocking driveway, tree across, tree came
      down, trees across, sawyer, sawyers, tree blocking, tree limbs, limb down, branch down, branch fell, oak down,
      pine down, oak tree down, tree in the road, tree in my yard, remove trees, trees removed, tree removed, cut down
      tree, tree crew, chainsaw crews, tree leaning, oak is leaning, oak leaning, tree is leaning, leaning tree, tree trimming, trees on house, tree limbs down`,
    esWords: `árbol caído, cortar árbol, quitar árbol, árboles caídos, ramas caídas, árbol sobre la casa, se cayó un árbol,
      árbol que cayó, árbol que se cayó, podar un árbol, trabajo con motosierra, cortar árboles, árbol en el techo,
      árbol tirado, se cayó el árbol, cortar un árbol, rama caída, árbol atravesado, quitar un árbol, cayó un árbol,
      árbol en la calle, árbol en mi casa, podar árboles`,
    asks: 'gate-or-entry dog no-power parking',
  }),
  cleanUp('storm.debris', {
    en: 'debris removal | debris removals',
    es: 'retiro de escombros | retiros de escombros',
    enWords: `debris, debris clean up, debris hauling, clear debris, haul debris, debris cleanup, rubble, storm cleanup, storm
      clean up, trash removal, junk removal, rubble removal, haul trash, junk haul, yard debris, debris pickup, clean
      up debris`,
    esWords: `escombros, quitar escombros, retirar escombros, limpieza de escombros, limpieza después de la tormenta, basura
      de la tormenta, sacar basura, remoción de escombros`,
  }),
  cleanUp('storm.muck-out', {
    en: 'muck-out | muck-outs',
    es: 'limpieza de casa inundada | limpiezas de casas inundadas',
    enWords: `muck out, mucking, mud out, gut house, flood clean up, flood cleanup, house flooded, flooded house, gutting,
      tear out drywall, mucking out, strip out, clean up flooded house, mudout, gut my house, wet carpet, remove
      carpet, flooded home, demo drywall, gut out, gut and muck, pull carpet, flood damage, muckout, mold treatment,
      mold treatments, mold, mold removal, mold remediation, mildew, mould, black mold, mold cleanup, mold spray,
      treat mold, mucked out, mud removal, remove mud, mud in house, shovel mud, gutted, pull out carpet, remove wet
      carpet, remove drywall, house was flooded, took on water, carpet soaked, soaked carpet, feet of water in house, house got flooded, home flooded`,
    esWords: `casa inundada, sacar lodo, limpiar lodo, limpieza por inundación, se inundó mi casa, quitar tablaroca, quitar
      alfombra, sacar el lodo, limpiar casa inundada, lodo, vivienda inundada, tratamiento de moho, tratamientos de
      moho, moho, quitar moho, hongos en la pared, eliminar moho, humedad, moho negro, limpiar moho, casa llena de
      lodo, quitar lodo, limpiar el lodo, se inundó la casa, casa se inundó, se nos inundó la casa, alfombra mojada`,
  }),
  cleanUp('storm.tarping', {
    en: 'roof tarping | roof tarpings',
    es: 'poner lona al techo | poner lonas a techos',
    enWords: `tarp roof, tarping, tarp my roof, roof tarped, put tarp on roof, tarp on roof, tarp the roof, tarp installed,
      install tarp, help tarping, blue roof, tarp put on roof, tarping crew`,
    esWords: `lona en el techo, cubrir el techo, poner lona, poner una lona, tapar el techo, lona sobre el techo, cubrir techo
      con lona, poner la lona, poner lona en el techo, poner una lona en el techo`,
    freshness: 'day',
    lease: 'goods',
    vital: true,
  }),
  cleanUp('storm.preparation', {
    en: 'boarding up and sandbagging | boarding up and sandbagging',
    es: 'tapar ventanas y llenar costales | tapar ventanas y llenar costales',
    enWords: `boarding up windows, board up, board up windows, boarded up, board up a window, boarded windows, boarding windows, hurricane shutters, put up shutters, cover
      windows, storm shutters, put up plywood, storm prep, boarding up, board windows, sandbag filling, fill sandbags,
      sandbagging, place sandbags, sandbag help, sandbag crew, filling sandbags, stack sandbags, help with sandbags`,
    esWords: `tapar ventanas, tapar las ventanas, cubrir ventanas, poner tablas, contraventanas, proteger ventanas, poner
      madera en ventanas, llenado de costales, llenar costales, poner costales de arena, llenar sacos de arena, ayuda
      con costales, colocar costales`,
    freshness: 'hours',
    lease: 'today',
  }),
  cleanUp('storm.pump-out', {
    en: 'pumping out water | pumping out water',
    es: 'sacar agua con bomba | sacar agua con bomba',
    enWords: `pump out basement, flooded basement, pump water, pump out water, basement flooding, water in basement, drain
      basement, water in my basement, pump out, basement flooded, water in house, water out of basement, pump
      basement, basement has water, basement full of water, basement is flooded, water in cellar, water in the house,
      basement has`,
    esWords: `sótano inundado, sacar agua, sacar el agua, bombear agua, agua en el sótano, agua en la casa, sacar agua del
      sótano, sacar el agua de mi casa, sótano lleno de agua, casa llena de agua`,
    freshness: 'hours',
    lease: 'today',
  }),
  cleanUp('storm.heavy-equipment', {
    en: 'heavy equipment with operator | heavy equipment with operator',
    es: 'maquinaria con operador | maquinaria con operador',
    enWords: `backhoe, skid steer, bobcat, excavator, tractor, heavy equipment, bulldozer, front end loader, bucket truck,
      dump truck, crane, forklift, road clearing, clear road, track hoe, heavy machinery`,
    esWords: `retroexcavadora, tractor, excavadora, maquinaria pesada, bulldozer, cargador frontal, camión de volteo,
      montacargas, abrir el camino, minicargador`,
    picture: 'tools',
    heed: 'vetted',
  }),
  cleanUp('storm.damage-assessment', {
    en: 'damage look-over | damage look-overs',
    es: 'revisión de daños | revisiones de daños',
    enWords: `damage assessment, assess damage, inspect damage, home inspection, look at damage, photos of damage, inspection,
      drone photos, damage inspection, structural engineer, estimate damage`,
    esWords: `evaluar daños, revisar daños, inspección de daños, evaluación de daños, fotos de daños, inspección de casa`,
  }),
  yard('yard.mowing', {
    en: 'mowing and yard work | mowing and yard work',
    es: 'corte de césped y jardín | cortes de césped y jardín',
    enWords: `yard work, yardwork, mow, mowing, lawn mowing, mow lawn, cut grass, raking, rake leaves, weeding, gardening, leaf raking, mow
      my lawn, hedge trimming, mowing, lawn care, grass cut, trim bushes, lawn, garden help, landscaping, yard clean
      up, yard cleanup, leaves raked`,
    esWords: `jardinería, cortar el pasto, cortar el césped, podar, recoger hojas, cortar pasto, jardinero, limpiar el jardín,
      cortar zacate, deshierbar, limpiar la yarda, rastrillar hojas`,
  }),
  yard('yard.snow', {
    en: 'snow shoveling | snow shoveling',
    es: 'quitar nieve | quitar nieve',
    enWords: `shovel snow, dig us out, snow removal, shovel driveway, snow plow, snow plowing, shoveling, clear snow, shovel my walk,
      driveway plowed, plow driveway, salt walkway, snow shovelling, plow, shoveled, ice melt, dig out my car, snow
      cleared`,
    esWords: `palear nieve, quitar la nieve, limpiar nieve, remoción de nieve, palear la entrada, limpiar la nieve,
      quitanieves con operador`,
    picture: 'storm',
    freshness: 'hours',
    lease: 'today',
  }),
  yard('yard.wood-cutting', {
    en: 'wood splitting | wood splitting',
    es: 'partir leña | partir leña',
    enWords: `split wood, wood cutting, stack wood, stacking firewood, cut firewood, wood splitting day, stack firewood,
      splitting wood, split firewood, wood hauling, wood stacked, cut wood, wood bank`,
    esWords: 'cortar leña, apilar leña, rajar leña, acomodar leña, cargar leña',
    picture: 'heat',
  }),
  yard('yard.garden', {
    en: 'community garden work | community garden work',
    es: 'trabajo en huerto | trabajos en huertos',
    enWords: `community garden, harvest help, gleaning, garden beds, plant garden, farm work, farm help, harvesting, gleaners,
      garden workday, build garden beds, orchard picking, fruit picking, fence repair, fencing, fix fence, barn work`,
    esWords: `huerto, huerto comunitario, cosecha, cosechar, sembrar, trabajo de campo, jardín comunitario, pizca, arreglar
      cerca, cerca, cerco`,
  }),
  moving('lifting', {
    en: 'lifting help | lifting help',
    es: 'ayuda para cargar | ayuda para cargar',
    enWords: `heavy lifting, lift furniture, lift assist, carry furniture, move furniture, help lifting, unload truck, strong
      backs, load truck, carry boxes, muscle, unload a truck, load a truck, move a fridge, unloading, loading, unload
      trucks, help unloading, help carrying, help carry, unload, help unload, help load, unload trailer, strong people, people to
      unload, people to load, move heavy, offload`,
    esWords: `cargar cosas pesadas, mover muebles, cargar muebles, descargar camión, ayuda para levantar, descargar, mover un
      refrigerador, cargar cajas, levantar cosas pesadas, descargar el camión, descargar cajas, descargar la
      camioneta, cargar el camión, cargar camión, ayuden a cargar, ayuden a descargar, mover cosas pesadas, ayude a
      mover, mover un refri, mover un sofá, mover un mueble, mover la lavadora`,
    heed: 'two-people',
  }),
  moving('moving', {
    en: 'moving help | moving help',
    es: 'ayuda con mudanza | ayuda con mudanza',
    enWords: `help moving, moving, move out, move in, movers, help me move, moving day, pack house, packing, packing help,
      relocate, help packing, moving apartments, mover, pack up, move my stuff, moving truck help, help to move, help
      with a move, help us move, help her move, people to help move`,
    esWords: `mudanza, mudarme, ayuda para mudarme, cambiarme de casa, empacar, ayuda para empacar, mudanzas, mudarse, cambio
      de casa, mudarnos, ayuda para la mudanza, cambiarnos de casa, ayudarme a mudarme`,
    heed: 'two-people',
  }),
];

import { entriesOf } from './entry.ts';

const repair = entriesOf({
  nature: 'work',
  theme: 'repair',
  picture: 'repair',
  freshness: 'week',
  lease: 'unhurried',
  asks: 'stairs dog gate-or-entry parking',
});

/** Jobs at a house, on a car, on a thing: one piece of work, done by one or several. Who goes into a home goes in twos. */
export const repairKinds = [
  repair('repair.home', {
    en: 'home repair | home repairs',
    es: 'arreglo de casa | arreglos de casa',
    enWords: `house repair, handyman, fix my door, repairs, fix door, handy man, carpenter, carpentry, fix window, fix steps,
      porch repair, drywall repair, floor repair, door repair, broken window, fix the porch, repair, broken door,
      maintenance, fix things, fix stairs, window repair, painting job, painting jobs, painting, paint, painter,
      painters, paint house, paint a room, paint my house, repaint, lock change, lock changes, locksmith, change
      locks, lock repair, door lock, new locks, deadbolt, locked out, lock changed, window locks, change the locks,
      locks changed, fix a door, fix my window, broke my window, window broke, handy person, fix the door, wall repair, fix the floor, broken steps,
      broken lock, carpenters, contractors, contractor, home repairs`,
    esWords: `reparación de casa, arreglar la casa, reparaciones, carpintero, carpintería, arreglar puerta, arreglar ventana,
      albañil, reparación, arreglos, ventana rota, puerta rota, mantenimiento, manitas, trabajo de pintura, trabajos
      de pintura, pintar, pintura, pintor, pintar la casa, pintores, pintar un cuarto, cambio de cerradura, cambios de
      cerradura, cerrajero, cambiar chapa, cerradura, cambiar cerradura, chapa, candado, me quedé afuera, cambiar la
      chapa, arreglar una puerta, arreglar la puerta, arreglar una ventana, arreglar mi casa, reparar casa, albañiles,
      carpinteros, escalones rotos, vidrio roto`,
    heed: 'two-people',
  }),
  repair('repair.plumbing', {
    en: 'plumbing job | plumbing jobs',
    es: 'trabajo de plomería | trabajos de plomería',
    enWords: `plumber, plumbing, leaky faucet, leaking pipe, burst pipe, frozen pipes, toilet repair, water heater, clogged
      drain, leak, pipe burst, septic, toilet broken, drain, broken pipes, leaking, no hot water, faucet, well pump,
      plumbers, sewer backed up, sewer backup, sewage backup, clogged toilet, toilet clogged, toilet leaking, toilet overflow, toilet overflowing, toilet is overflowing, leaking
      toilet, sink leaking, sink clogged, clogged sink, pipes frozen, pipes burst, busted pipe, water leak, leaky
      pipe, septic tank, toilet backed up, bathroom flooded, leaky sink`,
    esWords: `plomero, plomería, fuga de agua, tubería rota, tubería, inodoro, calentador de agua, drenaje tapado, goteo,
      fontanero, gotera de llave, baño tapado, boiler, fontanería, plomeros, tubo roto, se rompió un tubo, se rompió
      el tubo, fugas de agua, hay una fuga, se tapó el baño, se tapó el drenaje, gotea la llave, excusado, fregadero
      tapado, fosa séptica, cañería, lavabo`,
    freshness: 'day',
    lease: 'goods',
    heed: 'two-people',
  }),
  repair('repair.electrical', {
    en: 'electrical job | electrical jobs',
    es: 'trabajo de electricidad | trabajos de electricidad',
    enWords: `electrician, electrical, wiring, electric repair, breaker, outlet, light fixture, electrical work, electrical
      repair, outlets, smoke detector, smoke alarm, smoke detectors, electricians, outlet not working, fuse box,
      breaker box, electrical problem, electrical wiring, light switch, exposed wires`,
    esWords: `electricista, cableado, instalación eléctrica, apagador, reparación eléctrica, contacto eléctrico, enchufe,
      detector de humo, corto circuito, electricistas, problema eléctrico, arreglar la luz, chispas, fusible,
      apagadores`,
    freshness: 'day',
    lease: 'goods',
    heed: 'two-people vetted',
  }),
  repair('repair.heating', {
    en: 'furnace or AC repair | furnace or AC repairs',
    es: 'arreglo de calefacción o aire | arreglos de calefacción o aire',
    enWords: `furnace, furnace repair, heat is out, no heat, hvac, ac repair, heating repair, heater broken, boiler repair, ac
      broken, air conditioner repair, heater repair, chimney, furnace broken, weatherization, weatherize, furnace
      quit, furnace died, furnace is out, furnace went out, heat not working, heater not working, heater went out,
      heat went out, ac not working, ac went out, broken furnace, broken heater, boiler, fix furnace, fix heater`,
    esWords: `calefacción, arreglar calefacción, sin calefacción, no hay calefacción, calentador descompuesto, reparar aire
      acondicionado, caldera, chimenea, aire descompuesto, reparar calentador, no sirve la calefacción, no funciona la
      calefacción, se descompuso la calefacción, se descompuso el aire, arreglar el aire, arreglar el calentador,
      calefacción descompuesta`,
    picture: 'heat',
    freshness: 'hours',
    lease: 'today',
    vital: true,
    heed: 'two-people',
  }),
  repair('repair.roof', {
    en: 'roof repair | roof repairs',
    es: 'arreglo de techo | arreglos de techo',
    enWords: `roof leak, leaking roof, fix roof, roofer, roof damage, shingles repair, hole in roof, leaky roof, roofers,
      gutter, gutters, roof fixed, patch roof, roof leaking, roof repairs, roof leaks, leaks in roof, missing
      shingles, hole in my roof, ceiling leak, ceiling leaking, roof patched, roof damaged, damaged roof, fix my roof`,
    esWords: `techo, gotera, goteras, arreglar techo, techo dañado, reparar techo, techador, reparación de techo, hoyo en el
      techo, canaletas, se gotea el techo, gotea el techo, techo con goteras, arreglar el techo, techo roto, se voló
      el techo, techo que gotea`,
    freshness: 'day',
    lease: 'goods',
    heed: 'two-people',
  }),
  repair('repair.ramp', {
    en: 'wheelchair ramp build | wheelchair ramp builds',
    es: 'construcción de rampa | construcciones de rampas',
    enWords: `wheelchair ramp, build a ramp, ramp, grab bars installed, install grab bars, ramp built, handrail, handicap
      ramp, build ramp, ramps, accessibility work, rail installed`,
    esWords: `rampa, rampa para silla de ruedas, construir rampa, barandal, pasamanos, instalar barras de apoyo, rampas`,
    heed: 'two-people',
    asks: 'mobility stairs',
  }),
  repair('repair.furniture-assembly', {
    en: 'furniture assembly | furniture assemblies',
    es: 'armado de muebles | armados de muebles',
    enWords: `assemble furniture, put together furniture, furniture assembled, assemble bed, assembly, put together a bed,
      mount tv, hang pictures, hang curtains, assemble crib, put together crib`,
    esWords: 'armar muebles, armar cama, ensamblar muebles, armar cuna, montar muebles, colgar cortinas',
    heed: 'two-people',
  }),
  repair('repair.appliance', {
    en: 'repair of a household thing | repairs of household things',
    es: 'arreglo de un aparato | arreglos de aparatos',
    enWords: `appliance repair, fix washer, fix refrigerator, fix lamp, repair cafe, fix toaster, repair club, washer repair,
      broken appliance, fridge repair, dryer repair, fix my fridge, fix it clinic, stove repair, small engine repair,
      generator repair, refrigerator repair, fix phone, phone repair, computer repair, computer repairs, fix computer,
      fix laptop, laptop repair, broken laptop, fix my computer, broken computer, repair laptop, cracked screen, virus
      on computer, computer fixed, washing machine broken, washer broken, washing machine broke, washer broke, fridge broke, stove broke, dryer broke, fridge broken, refrigerator broken, dryer
      broken, stove broken`,
    esWords: `arreglar lavadora, arreglar refrigerador, reparar electrodoméstico, taller de reparación, reparar estufa,
      reparar refri, reparar lavadora, reparación de celular, electrodoméstico descompuesto, arreglo de computadora,
      arreglos de computadoras, arreglar computadora, reparar computadora, reparar laptop, laptop descompuesta,
      arreglar laptop, computadora descompuesta, virus en la computadora`,
  }),
  repair('repair.sewing', {
    en: 'mending | mending',
    es: 'costura | costura',
    enWords: `sewing, mend clothes, hemming, alterations, sew, zipper repair, tailor, patch clothes, knitting, crochet,
      seamstress, quilting`,
    esWords: 'coser, costurera, arreglar ropa, remendar, sastre, dobladillo, cambiar cierre, tejer, modista, zurcir',
    picture: 'clothes',
  }),
  repair('repair.bicycle', {
    en: 'bicycle repair | bicycle repairs',
    es: 'arreglo de bicicleta | arreglos de bicicletas',
    enWords: `bike repair, fix bike, fix my bike, bike tune up, flat bike tire, bike mechanic, broken bike, bicycle mechanic,
      bike fixed`,
    esWords: `arreglar bicicleta, reparar bicicleta, arreglar bici, mecánico de bicicletas, reparar bici, bici ponchada`,
    picture: 'ride',
  }),
  repair('car.repair', {
    en: 'car repair | car repairs',
    es: 'arreglo de carro | arreglos de carros',
    enWords: `auto repair, mechanic, brakes, fix my car, car broke down, fix car, oil change, car problems, car wont start,
      car trouble, alternator, brake job, car fixed, auto mechanic, mechanics, check engine light, vehicle repair,
      truck repair, brake pads, car broken, car inspection, brake light`,
    esWords: `mecánico, arreglar carro, reparar carro, frenos, cambio de aceite, carro descompuesto, arreglar el coche,
      mecánica, no prende el carro, mi carro no prende, reparar coche, coche averiado, taller mecánico`,
    picture: 'ride',
    asks: 'parking',
  }),
  repair('car.tire', {
    en: 'tire change | tire changes',
    es: 'cambio de llanta | cambios de llanta',
    enWords: `flat tire, change tire, change a tire, tires, tire, spare tire, tire changed, tire repair, put on snow tires,
      new tires, change my tire, patch tire, flat tyre, blown tire`,
    esWords: `llanta ponchada, cambiar llanta, llanta, llantas, neumático, llanta desinflada, cambiar una llanta, goma
      pinchada, ponchadura`,
    picture: 'ride',
    freshness: 'hours',
    lease: 'today',
    asks: 'parking',
  }),
  repair('car.start', {
    en: 'jump start or tow | jump starts or tows',
    es: 'pasar corriente o remolcar | pasar corriente o remolcar',
    enWords: `jump start, jumpstart, dead battery, car battery, tow, towing, tow truck, stuck in mud, pull out of ditch, stuck
      in snow, winch, jumper cables, locked out of car, jump my car, stuck in ditch, out of gas, car stuck, jump for
      my car`,
    esWords: `pasar corriente, batería muerta, grúa, remolcar, atascado en el lodo, atorado en la nieve, batería del carro,
      cables para corriente, carro atascado, me quedé sin gasolina, jalar el carro`,
    picture: 'ride',
    freshness: 'hours',
    lease: 'today',
    asks: 'parking',
  }),
];

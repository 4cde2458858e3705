import { entriesOf } from './entry.ts';

const ride = entriesOf({
  nature: 'service',
  theme: 'ride',
  picture: 'ride',
  freshness: 'day',
  lease: 'appointment',
  units: 'ride',
  asks: 'mobility car-seat',
});
const delivery = entriesOf({
  nature: 'service',
  theme: 'ride',
  picture: 'delivery',
  freshness: 'day',
  lease: 'appointment',
  asks: 'stairs gate-or-entry dog',
});

/** People carried somewhere, and things carried to people. */
export const rideKinds = [
  ride('ride.any', {
    en: 'ride | rides',
    es: 'viaje en carro | viajes en carro',
    enWords: `lift, transportation, transport, car ride, drive me, driver, drivers, someone to drive, pick me up, a lift,
      carpool, transportion, round trip, drive, bus ticket ride, ride to an office or court, rides to an office or
      court, ride to court, court date, ride to dmv, ride to social security, ride to immigration, court ride, ride to
      benefits office, ride to airport, ride to bus station, ride to church, ride to meeting, jail visit ride, ride
      for an animal, rides for animals, pet transport, ride to vet, ride to the vet, animal transport, horse trailer,
      livestock trailer, pet evacuation, vet ride, haul horses, vet appointment, taxi, shuttle, rides needed`,
    esWords: `aventón, transporte, viaje, raite, ride, que me lleven, chofer, conductor, un aventón, llevar a, traslado,
      viajes, transportación, carro, que me recojan, alguien que me lleve, viaje a una oficina o corte, viajes a una
      oficina o corte, viaje a la corte, transporte a la corte, llevar a la corte, cita en migración, viaje a
      migración, llevar al aeropuerto, viaje a la iglesia, cita en la corte, viaje para un animal, viajes para
      animales, transporte para mascota, llevar al veterinario, viaje al veterinario, remolque de caballos, transporte
      de animales, cita con el veterinario, rait, jalón, un jalón, taxi`,
  }),
  ride('ride.medical', {
    en: 'ride to the doctor | rides to the doctor',
    es: 'viaje al médico | viajes al médico',
    enWords: `ride to doctor, go to the doctor, get to the doctor, get to the hospital, medical ride, ride to dialysis, dialysis, ride to hospital, ride to clinic, ride to appointment,
      doctor appointment, ride to chemo, medical appointment, doctors appointment, dr appointment, ride to therapy,
      medical transportation, dentist appointment, doctor visit, ride home from hospital, drive to doctor, chemo ride,
      ride to my doctor, hospital appointment, medical transport, drive me to dialysis, ride to dr`,
    esWords: `viaje al doctor, transporte al médico, llevar al doctor, lleve al doctor, lleve a la clínica, lleve al hospital, ir al doctor, ir al médico, cita médica, diálisis, llevar al hospital, transporte
      al hospital, viaje a la clínica, cita con el doctor, transporte médico, cita del doctor, aventón al doctor,
      aventón al hospital, llevar a la clínica, ride al doctor, raite al doctor, quimioterapia, turno médico`,
    vital: true,
    asks: 'mobility oxygen-or-device',
  }),
  ride('ride.wheelchair', {
    en: 'wheelchair ride | wheelchair rides',
    es: 'viaje con silla de ruedas | viajes con silla de ruedas',
    enWords: `wheelchair van, wheelchair accessible ride, accessible ride, accessible van, wheelchair accessible van, wheelchair accessible transport, van with lift, handicap van,
      wheelchair transport, accessible transportation`,
    esWords: `transporte para silla de ruedas, camioneta con rampa, transporte accesible, van accesible, vehículo adaptado`,
    asks: 'mobility stairs oxygen-or-device',
  }),
  ride('ride.work', {
    en: 'ride to work | rides to work',
    es: 'viaje al trabajo | viajes al trabajo',
    enWords: `ride to job, ride to my job, lift to work, drive to work, get to work, ride to interview, ride to a job
      interview, commute, ride home from work`,
    esWords: `transporte al trabajo, llevar al trabajo, lleve al trabajo, aventón al trabajo, viaje a una entrevista, ride al trabajo, raite al
      trabajo`,
  }),
  ride('ride.school', {
    en: 'ride to school | rides to school',
    es: 'viaje a la escuela | viajes a la escuela',
    enWords: `school pickup, school pick up, ride to daycare, ride to college, school drop off, school ride, kids to school,
      pick up from school`,
    esWords: `transporte a la escuela, llevar a la escuela, recoger de la escuela, llevar a los niños, ride a la escuela,
      viaje al colegio`,
    heed: 'vetted',
    asks: 'car-seat',
  }),
  ride('ride.groceries', {
    en: 'ride to the store | rides to the store',
    es: 'viaje a la tienda | viajes a la tienda',
    enWords: `ride to store, ride to grocery store, ride to the food bank, ride to pantry, ride to pharmacy, ride to
      laundromat, ride to supermarket, shopping trip, ride to shop, ride to food pantry`,
    esWords: `transporte a la tienda, llevar al supermercado, viaje al súper, aventón a la tienda, llevar a la farmacia, ride
      a la tienda, viaje al banco de comida`,
  }),
  ride('ride.evacuation', {
    en: 'evacuation ride | evacuation rides',
    es: 'viaje para evacuar | viajes para evacuar',
    enWords: `evacuate, evacuation, ride to shelter, ride out, evacuation transport, ride to a shelter, evacuees transport,
      bus to shelter, get us out, help evacuating, trucks to move people, leave before the storm, transport to shelter`,
    esWords: `evacuar, evacuación, transporte al refugio, viaje al refugio, viaje al albergue, sacar de aquí, llevar al
      albergue, transporte al albergue, ayuda para evacuar`,
    theme: 'rescue',
    freshness: 'minutes',
    lease: 'rescue',
    vital: true,
    asks: 'mobility oxygen-or-device other-animals car-seat',
  }),
  delivery('delivery.food', {
    en: 'delivery of food or supplies | deliveries of food or supplies',
    es: 'entrega de comida o provisiones | entregas de comida o provisiones',
    enWords: `grocery delivery, grocery deliveries, groceries delivered, food delivery, delivery of groceries, food box
      delivery, deliver groceries, deliver food, bring groceries, drop off food, grocery drop off, food delivered,
      food drop off, pantry delivery, delivery of food, meal delivery, meal deliveries, meals delivered, meals on
      wheels, deliver meals, hot meal delivery, meal drop off, bring dinner, delivered meals, supply run, supply runs,
      supplies delivered, truck load of supplies, supply delivery, deliver supplies, transport supplies, pick up from
      food bank, food rescue run, food rescue, food bank pickup, gleaning pickup, food dropped off, groceries dropped
      off, home delivery, food brought, meals brought, deliveries to seniors`,
    esWords: `entrega de comida, entregas de comida, entrega a domicilio, traer comida, llevar comida, entrega de despensa,
      reparto de comida, entrega de alimentos, comida a domicilio, traer despensa, entregar comida, entrega de comida
      caliente, entregas de comida caliente, llevar comida caliente, entrega de comidas, reparto de comidas calientes,
      comidas a domicilio, entregar comidas, viaje con provisiones, viajes con provisiones, llevar provisiones,
      transporte de provisiones, entrega de suministros, recoger del banco de alimentos, rescate de alimentos, llevar
      suministros, llevar despensa, entregas de despensas`,
  }),
  delivery('delivery.prescription', {
    en: 'prescription pick-up | prescription pick-ups',
    es: 'recoger medicina | recoger medicinas',
    enWords: `prescription pickup, pharmacy pickup, pick up prescription, pick up medicine, pick up my meds, prescriptions,
      pharmacy run, medicine delivery, prescription, rx pickup, prescription delivery, pick up medication,
      prescription medication, refill prescription, pick up my prescription, pharmacy pick up, medication pickup, rx,
      pick up my medicine, pick up my medication, pick up meds, pick up prescriptions, pick up from pharmacy, medicine
      from pharmacy, meds from pharmacy, go to the pharmacy, meds delivered, prescription refill, meds at pharmacy,
      medicine at pharmacy, pick up my prescriptions`,
    esWords: `recoger receta, medicina de la farmacia, ir a la farmacia, recoger medicamentos, traer medicina, receta médica,
      entrega de medicinas, recoger mis medicinas, recetas, surtir receta, recoger mi medicina, recoger la receta,
      recoja mi medicina, recojan mi medicina, recoger las medicinas, medicinas de la farmacia, pasar a la farmacia,
      recoger mi receta, recoger medicina, traer mi medicina, traerme la medicina, surtir mi receta`,
    vital: true,
    asks: 'medicine-kept-cold gate-or-entry',
  }),
  delivery('delivery.errand', {
    en: 'errand | errands',
    es: 'mandado por hacer | mandados por hacer',
    enWords: `grocery shopping, shop for me, pick up and drop off, run errands, shopping help, shopping, go to the store for
      me, mail a package, post office run, pick up a package, run to the store, errand running, dump run, library run,
      grocery run, shop for groceries, do my shopping, pick up groceries, pick up my groceries, errand`,
    esWords: `mandados, hacer mandados, hacer las compras, haga las compras, hacerle las compras, haga el mandado, ir de
      compras, ir a la tienda, trámite en la calle, compras, llevar un paquete, hacer el súper, diligencias, recados,
      haga un mandado, hacer el mandado, hacerme el mandado, hacerme las compras, mandaditos, hacer unas compras, me
      haga el mandado`,
  }),
  delivery('delivery.furniture', {
    en: 'furniture pick-up and delivery | furniture pick-ups and deliveries',
    es: 'recoger y llevar muebles | recoger y llevar muebles',
    enWords: `furniture delivery, furniture pickup, haul furniture, donation pickup, donation pick up, pick up donations, move
      a couch, haul, hauling, pick up furniture, large item pickup`,
    esWords: `entrega de muebles, recoger muebles, llevar muebles, recoger donaciones, transporte de muebles, flete, acarreo,
      fletes`,
    heed: 'two-people',
    asks: 'stairs parking gate-or-entry',
  }),
];

import { entriesOf } from './entry.ts';

const shift = entriesOf({
  nature: 'work',
  theme: 'shift',
  picture: 'people',
  freshness: 'day',
  lease: 'shift',
  units: 'person',
});

/** People for a time: "four people for Saturday's pantry". The base unit is one person for one shift. */
export const shiftKinds = [
  shift('shift.any', {
    en: 'volunteer shift | volunteer shifts',
    es: 'turno de voluntario | turnos de voluntario',
    enWords: `volunteer, volunteers, volunteering, helping hands, extra hands, manpower, people to help, helpers, general
      volunteer, volenteers, work day, workday, hands, help wanted, crew, crews, work party, interpreter shift,
      interpreter shifts, bilingual volunteers, bilingual volunteer, interpreters for event, spanish speaking
      volunteers, translators needed, spanish speaking volunteer, language volunteers, interpreter volunteers,
      translators, outreach walk, outreach walks, outreach, canvassing, hand out flyers, street outreach, flyering,
      pass out flyers, canvass, put up posters, door hangers, distribute flyers, outreach team, hang flyers, outreach
      volunteers, volunteer help, extra people, people power, extra help, people to volunteer, people to work, pair of hands, pairs of hands, man power, able
      bodied people`,
    esWords: `voluntario, voluntarios, voluntaria, voluntariado, gente para ayudar, manos, ayudantes, jornada de trabajo,
      personas para ayudar, brigada, turno de intérprete, turnos de intérprete, voluntario bilingüe, voluntarios
      bilingües, intérpretes voluntarios, traductores, voluntarios que hablen español, recorrido de difusión,
      recorridos de difusión, difusión, repartir volantes, recorrer el barrio, tocar puertas para avisar, pegar
      carteles, alcance comunitario, volantear, mano de obra, gente que ayude, personas que
      ayuden, brigadistas, gente voluntaria`,
  }),
  shift('shift.pantry', {
    en: 'pantry shift | pantry shifts',
    es: 'turno en la despensa | turnos en la despensa',
    enWords: `food pantry shift, pantry volunteer, pantry help, food bank shift, food bank volunteer, food distribution,
      pantry volunteers, food shift, hand out food, distribution shift, food bank volunteers, bag groceries, food
      shelf shift, pantry day, food bank`,
    esWords: `voluntario de despensa, banco de alimentos, repartir comida, distribución de comida, turno de despensa,
      distribución de alimentos, repartir despensas`,
    picture: 'food',
  }),
  shift('shift.sorting', {
    en: 'sorting or warehouse shift | sorting or warehouse shifts',
    es: 'turno de clasificar o bodega | turnos de clasificar o bodega',
    enWords: `sorting shift, sorting shifts, sort donations, sorting, sorting donations, donation sorting, sorters, sort
      clothes, pack boxes, packing shift, sort and pack, sort food, inventory help, count stock, sorting clothes,
      sorting help, organize donations, warehouse shift, warehouse shifts, warehouse, warehouse help, warehouse
      volunteers, warehouse volunteer, loading dock, stock shelves, forklift operator, unload pallets, donation drop
      off shift, warehouse workers, restock shelves, donation center shift, sort clothing, fold clothes, unpack boxes,
      pack food boxes, packers, people to sort, people to pack, pack bags, assemble kits`,
    esWords: `turno para clasificar, turnos para clasificar, clasificar donaciones, separar donaciones, ordenar donaciones,
      clasificar ropa, empacar cajas, hacer inventario, organizar donaciones, acomodar donaciones, turno de bodega,
      turnos de bodega, bodega, ayuda en bodega, voluntario de bodega, almacén, descargar tarimas, llenar estantes,
      centro de acopio, separar ropa, clasificar, ordenar ropa, doblar ropa, empacar despensas, armar despensas, gente
      para clasificar, gente para empacar, armar kits`,
  }),
  shift('shift.driver', {
    en: 'driver shift | driver shifts',
    es: 'turno de chofer | turnos de chofer',
    enWords: `driver, drivers, delivery driver, delivery drivers, volunteer drivers, volunteer driver, truck driver, truck
      drivers, cdl driver, van driver, drivers needed, cdl drivers, bus driver, driving shift, forklift driver, people
      to drive, volunteers to drive, people with trucks, drivers with vans, truckers, run deliveries, make deliveries,
      delivery runs`,
    esWords: `chofer, conductor, chofer voluntario, repartidor, repartidores, choferes, conductores, turno de manejo,
      camionero, conductor voluntario, choferes con camioneta, gente con carro, gente con camioneta, quien maneje`,
    picture: 'delivery',
    heed: 'vetted',
  }),
  shift('shift.phone', {
    en: 'phone shift | phone shifts',
    es: 'turno de teléfono | turnos de teléfono',
    enWords: `answer phones, phone bank, phone volunteer, hotline, call center, dispatcher, dispatchers, phone volunteers,
      phones, hotline shift, phone banking, answer calls, dispatch shift, on call shift, answering phones, take calls,
      help answer phones, phone duty`,
    esWords: `contestar teléfonos, línea de ayuda, contestar llamadas, turno telefónico, operador telefónico, atender
      llamadas, atender el teléfono, hacer llamadas`,
    picture: 'talk',
  }),
  shift('shift.intake', {
    en: 'intake or check-in desk shift | intake or check-in desk shifts',
    es: 'turno de recepción | turnos de recepción',
    enWords: `intake, intake desk, check in desk, registration table, front desk, greeter, greeters, registration desk, intake
      volunteers, intake shift, welcome table, reception, registration, welcome desk, sign in table`,
    esWords: `recepción, mesa de registro, registro, recepcionista, dar la bienvenida, recibir a la gente, mesa de bienvenida`,
    picture: 'paper',
  }),
  shift('shift.set-up', {
    en: 'set-up or take-down shift | set-up or take-down shifts',
    es: 'turno para montar | turnos para montar',
    enWords: `set up, setup, take down, tear down, clean up crew, set up crew, event set up, set up tables, cleanup crew,
      event setup, breakdown crew, set up shift, setup crew, tear down crew, put away chairs, set up chairs`,
    esWords: `montar, desmontar, poner mesas, levantar mesas, equipo de montaje, acomodar sillas, montaje, recoger mesas,
      acomodar mesas`,
  }),
  shift('shift.traffic', {
    en: 'traffic and parking shift | traffic and parking shifts',
    es: 'turno de tránsito | turnos de tránsito',
    enWords: `traffic control, direct traffic, parking attendants, traffic volunteers, parking attendant, parking help, direct
      cars, traffic, line control, crossing guard, parking volunteers, traffic duty`,
    esWords: `dirigir tráfico, tránsito, estacionamiento voluntario, dirigir carros, control de tráfico, acomodar carros,
      vialidad`,
    picture: 'ride',
  }),
  shift('shift.kitchen', {
    en: 'kitchen shift | kitchen shifts',
    es: 'turno de cocina | turnos de cocina',
    enWords: `kitchen help, kitchen volunteer, volunteers for the kitchen, help in the kitchen, soup kitchen, serve meals,
      serve food, dishwasher, kitchen volunteers, cooks, dishwashers, cook for shelter, kitchen crew, meal service,
      serve dinner, servers, soup kitchen shift, make sandwiches, meal packing, prep cooks, kitchen staff, kitchen
      workers, people to cook, people to serve, food servers, serving line, serving meals, serve lunch, serve
      breakfast, food prep`,
    esWords: `voluntario de cocina, comedor comunitario, servir comida, lavar platos, ayuda en cocina, comedor popular, servir
      comidas, cocineros, hacer sándwiches, servir la comida, ayuda en la cocina, ayudantes de cocina,
      gente para cocinar, gente para servir, voluntarios para la cocina`,
    picture: 'food',
  }),
  shift('shift.shelter', {
    en: 'shelter shift | shelter shifts',
    es: 'turno de albergue | turnos de albergue',
    enWords: `shelter volunteer, overnight shift, shelter staff, night shift, shelter volunteers, overnight volunteer, warming
      center shift, shelter help, overnight host, shelter worker, overnight staff, warming center volunteers`,
    esWords: `voluntario de albergue, turno nocturno, turno de noche, personal del albergue, voluntarios para el albergue,
      voluntario de refugio, velar`,
    picture: 'bed',
    heed: 'vetted two-people',
  }),
  shift('shift.clean-up', {
    en: 'clean-up day shift | clean-up day shifts',
    es: 'jornada de limpieza | jornadas de limpieza',
    enWords: `clean up day, cleanup day, neighborhood cleanup, litter pickup, park cleanup, trash pickup day, cleanup
      volunteers, river cleanup, beach cleanup, clean up volunteers, litter pick up, street cleanup, cleanup, clean up`,
    esWords: `limpieza del barrio, recoger basura, limpieza del parque, limpieza comunitaria, día de limpieza, limpieza del
      río, limpieza de playa`,
    picture: 'cleaning',
  }),
  shift('shift.children', {
    en: 'children’s corner shift | children’s corner shifts',
    es: 'turno con niños | turnos con niños',
    enWords: `kids corner, childrens activities, play with kids, youth volunteer, child care volunteers, kids activities,
      nursery volunteer, camp counselor, youth program, youth mentor shift, sunday school, story time`,
    esWords: `actividades para niños, jugar con niños, rincón infantil, voluntario juvenil, programa juvenil, cuentacuentos,
      animación infantil`,
    picture: 'school',
    heed: 'vetted never-alone',
  }),
  shift('shift.online', {
    en: 'online help shift | online help shifts',
    es: 'turno de ayuda en línea | turnos de ayuda en línea',
    enWords: `moderator, moderators, forum moderator, online volunteer, answer messages, admin help, chat volunteer, remote
      volunteer, virtual volunteer, answer emails, volunteer from home, remote volunteering, chat moderator, remote
      help, online volunteers, answer posts`,
    esWords: `moderador, moderadora, voluntario en línea, contestar mensajes, ayuda remota, voluntario virtual, administrar el
      foro, ayuda en línea, voluntario remoto, moderar`,
    picture: 'computer',
  }),
  shift('shift.fundraising', {
    en: 'fundraiser shift | fundraiser shifts',
    es: 'turno de recaudación | turnos de recaudación',
    enWords: `bake sale, fundraiser help, yard sale help, raffle, ticket sales, fundraising, auction, car wash fundraiser,
      rummage sale, concession stand, garage sale, raise funds, bake for bake sale`,
    esWords: `recaudación de fondos, venta de pasteles, rifa, kermés, venta de garaje, recaudar fondos, vender boletos, venta
      de tamales`,
    picture: 'money',
  }),
];

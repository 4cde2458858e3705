import { entriesOf } from './entry.ts';

const money = entriesOf({
  nature: 'money',
  theme: 'money',
  picture: 'money',
  freshness: 'week',
  lease: 'unhurried',
  unit: 'cent',
  units: 'dollar',
});
const space = entriesOf({
  nature: 'space',
  theme: 'space',
  picture: 'space',
  freshness: 'week',
  lease: 'goods',
});

/** Money toward something. The purpose is the kind, so that a fund can say what it was spent on. */
export const moneyKinds = [
  money('help.any', {
    en: 'money help | money help',
    es: 'ayuda de dinero | ayudas de dinero',
    enWords: `money, cash, cash help, financial help, financial assistance, cash assistance, emergency money, monetary
      donations, monetary donation, cash donation, monetary, money for bills, help with bills, emergency fund, cash
      donations, bills, financial aid, finances, financial support, finacial help, short on money, venmo, cashapp,
      school or class fee, school or class fees, school fees, tuition, class fee, field trip money, school lunch debt,
      sports fees, camp fee, exam fee, scholarship, lunch debt, daycare cost, school lunch money, ged fee, help with
      car costs, car payment, car insurance, car repair money, money for car, car registration, car note, money to fix
      my car, impound fee, tow fee, car repair cost, car repair bill, legal or document fee, legal or document fees,
      bail, legal fees, court fees, bond money, id fee, lawyer fees, filing fee, bail money, immigration fees, ticket
      fine, court fine, birth certificate fee, passport fee, help with money, cash app, zelle, paypal, pay bills, pay
      my bills, small loan, loan`,
    esWords: `dinero, efectivo, ayuda económica, ayuda financiera, apoyo económico, donación de dinero, plata, ayuda
      monetaria, pagar cuentas, cuentas, billes, biles, lana, cuota escolar o de curso, cuotas escolares o de cursos,
      cuota escolar, colegiatura, pago de la escuela, beca, matrícula, dinero para la escuela, inscripción escolar,
      excursión escolar, ayuda con gastos del carro, pago del carro, seguro del carro, dinero para el carro,
      aseguranza, registro del carro, dinero para arreglar el carro, placas del carro, pago legal o de documentos,
      pagos legales o de documentos, fianza, honorarios de abogado, multa, pago de la corte, cuotas de la corte, pago
      de documentos, multas, pago de inmigración, pagar abogado, ayuda con dinero, préstamo, préstamos, apoyo
      monetario, zelle`,
  }),
  money('help.rent', {
    en: 'help with rent or a deposit | help with rent or a deposit',
    es: 'ayuda con renta o depósito | ayuda con renta o depósito',
    enWords: `help with rent, rent, rent money, rent assistance, rent help, rental assistance, pay rent, behind on rent, back
      rent, mortgage, first months rent, rent due, mortgage help, rental help, past due rent, help with a deposit,
      help with deposits, security deposit, deposit, move in costs, apartment deposit, rental deposit, move in money,
      application fee, help paying rent, help pay rent, cant pay rent, short on rent, short for rent, rent is due,
      late rent, owe rent, make rent, cover rent, pay my rent, months rent, lot rent`,
    esWords: `ayuda con la renta, renta, pagar la renta, alquiler, ayuda para la renta, pago de renta, renta atrasada,
      hipoteca, pagar el alquiler, debo la renta, ayuda con el alquiler, arriendo, ayuda con un depósito, ayuda con
      depósitos, depósito, depósito de renta, depósito de apartamento, depósito de seguridad, gastos de mudanza, pagar
      mi renta, pagar renta, para la renta, completar la renta, debo renta, atrasada con la renta, atrasado con la
      renta, no tengo para la renta, meses de renta, mes de renta, pago del alquiler`,
    vital: true,
  }),
  money('help.utilities', {
    en: 'help with utility bills | help with utility bills',
    es: 'ayuda con recibos de luz y agua | ayuda con recibos de luz y agua',
    enWords: `utilities, utility bill, electric bill, light bill, power bill, water bill, gas bill, electricity bill, utility
      assistance, shut off notice, utility bills, utility help, shutoff notice, heating bill, liheap, lights cut off,
      internet bill, phone bill, power shut off, electric bills, pay my electric, power getting cut off, electricity
      cut off, electric cut off, water cut off, gas cut off, shutoff, disconnection notice, disconnect notice, lights
      shut off, lights turned off, electric turned off, water shut off, gas turned off, energy bill, heating bills`,
    esWords: `recibo de luz, cuenta de luz, recibo del agua, pagar la luz, servicios públicos, utilidades, corte de luz, bil
      de luz, recibo de gas, pagar el agua, factura de la luz, cuenta del agua, recibo del teléfono, billes de luz,
      cortan la luz, cortaron la luz, cortar la luz, cortan el agua, cortaron el agua, cortan el gas, recibo de agua,
      recibo de la luz, pagar el recibo, pagar el gas, biles de luz, bil de la luz, aviso de corte, factura de luz,
      pagar los biles`,
    vital: true,
  }),
  money('help.travel', {
    en: 'gas card or bus pass | gas cards and bus passes',
    es: 'tarjeta de gasolina o pase | tarjetas de gasolina y pases',
    enWords: `gas card, gas cards, gas money, gas for car, gas voucher, fuel card, money for gas, gas gift card, gas to get to
      work, gas for my car, bus pass or fare, bus passes or fares, bus pass, bus passes, bus fare, bus ticket, metro
      card, transit pass, train ticket, bus tickets, taxi money, uber, lyft ride, metrocard, plane ticket, bus tokens,
      lyft`,
    esWords: `tarjeta de gasolina, tarjetas de gasolina, dinero para gasolina, vale de gasolina, gasolina para el carro,
      dinero para la gasolina, pase de autobús, pases de autobús, boleto de autobús, pasaje, pasajes, tarjeta de
      metro, pase de bus, pasaje de avión, boleto de bus, pases de bus`,
  }),
  money('help.food-card', {
    en: 'grocery card | grocery cards',
    es: 'tarjeta para comida | tarjetas para comida',
    enWords: `gift card, gift cards, grocery gift card, walmart card, food voucher, grocery gift cards, walmart gift card,
      food money, money for food, visa gift card, giftcards, food vouchers, target gift card, giftcard, grocery cards,
      food cards, target cards, visa cards, walmart cards, gift certificates`,
    esWords: `tarjeta de regalo, tarjetas de regalo, vale de comida, vales de despensa, dinero para comida, tarjeta de
      supermercado, vale de despensa, tarjeta de walmart, tarjetas de walmart, vales de comida, tarjetas de comida`,
  }),
  money('help.medical', {
    en: 'help with a medical bill | help with medical bills',
    es: 'ayuda con gastos médicos | ayuda con gastos médicos',
    enWords: `medical bill, hospital bill, medical bills, copay, medical costs, medicine money, prescription cost, dental
      work, dental bill, pay for medicine, surgery costs, prescription costs, medical expenses, copays, dental bills`,
    esWords: `gastos médicos, cuenta del hospital, dinero para medicina, pagar medicinas, cuenta médica, gastos del hospital,
      dinero para medicinas, deuda médica, cirugía, gastos dentales`,
  }),
  money('help.funeral', {
    en: 'help with a funeral | help with funerals',
    es: 'ayuda con un funeral | ayuda con funerales',
    enWords: `funeral costs, burial, funeral, cremation, funeral expenses, funeral help, headstone, burial costs, memorial
      costs, cremations, casket, coffin, bury`,
    esWords: `gastos funerarios, funeral, entierro, cremación, sepelio, gastos de funeral, velorio, ataúd, enterrar, gastos
      del funeral`,
  }),
  money('help.hotel', {
    en: 'hotel night paid | hotel nights paid',
    es: 'noche de hotel pagada | noches de hotel pagadas',
    enWords: `hotel, hotel room, motel, hotel voucher, motel room, hotel stay, hotel nights, motel voucher, hotel vouchers,
      hotel night, airbnb, motel night, hotel rooms, motels, hotels, hotel money, night at a motel, motel nights`,
    esWords: `hotel, motel, cuarto de hotel, vale de hotel, noche de hotel, pago de hotel, habitación de hotel, hoteles, hotel
      por una noche, noches de hotel, pagar un hotel`,
    freshness: 'hours',
    lease: 'today',
  }),
];

/** Rooms, beds, floors, kitchens, corners of a freezer: what a place has to spare. */
export const spaceKinds = [
  space('bed.shelter', {
    en: 'shelter bed | shelter beds',
    es: 'cama en albergue | camas en albergues',
    enWords: `shelter, shelters, place to sleep, somewhere to sleep, bed for the night, emergency shelter, homeless shelter,
      place to stay tonight, nowhere to go, sleep in the street, sleeping in the street, sleep outside, shelter
      tonight, homeless, beds, shelter space, sleeping outside, sleeping in car, evacuation shelter, shelter needed,
      bed, no place to sleep, nowhere to sleep, roof over our heads, living in my car, living in car, sleeping in our
      car, sleeping in my car, living in our car, nowhere to stay, nowhere to live, bed tonight, bed for tonight,
      emergency housing, place for the night, lost our home, lost my home, lost our house`,
    esWords: `albergue, refugio, un lugar para dormir, dónde dormir, techo para dormir, lugar donde dormir, refugio de
      emergencia, cama para esta noche, durmiendo en la calle, dormimos en la calle, sin hogar, albergues, sin techo,
      donde dormir, durmiendo en el carro, refugios, donde pasar la noche, lugar para pasar la noche, durmiendo
      afuera, dormir en el carro, perdí mi casa, perdimos la casa, perdimos nuestra casa, no tengo donde dormir`,
    units: 'bed',
    picture: 'bed',
    freshness: 'hours',
    lease: 'today',
    vital: true,
    asks: 'mobility oxygen-or-device other-animals',
  }),
  space('room.spare', {
    en: 'spare room | spare rooms',
    es: 'cuarto para hospedar | cuartos para hospedar',
    enWords: `room, guest room, place to stay, host family, spare bedroom, couch to sleep on, room to rent, host home,
      temporary housing, somewhere to stay, temporary place to stay, room for rent, host homes, extra bedroom, host a
      family, guest house, extra room, couch to crash on, place to live, temporary lodging, bedroom`,
    esWords: `cuarto, habitación, lugar para quedarse, cuarto de visitas, dónde quedarse, hospedaje, casa temporal, recámara,
      vivienda temporal, donde quedarme, habitaciones, cuarto en renta, alojamiento, lugar donde vivir, pieza`,
    units: 'night',
    picture: 'home',
    freshness: 'day',
    heed: 'vetted',
    asks: 'stairs dog other-animals mobility',
  }),
  space('bed.warming', {
    en: 'place in a warm or cool room | places in warm or cool rooms',
    es: 'lugar en un centro cálido o fresco | lugares en centros cálidos o frescos',
    enWords: `warming center, cooling center, warm place, place to warm up, place to cool off, warming shelter, warm up, place
      to get warm, cooling shelter, warming station, warming centers`,
    esWords: `centro de calentamiento, centro de enfriamiento, lugar cálido, lugar para calentarse, lugar fresco, dónde
      calentarse, refugio contra el frío`,
    units: 'seat',
    picture: 'heat',
    freshness: 'hours',
    lease: 'today',
    vital: true,
  }),
  space('camp-spot', {
    en: 'spot for a camper or tent | spots for campers or tents',
    es: 'lugar para casa rodante o carpa | lugares para casas rodantes o carpas',
    enWords: `rv spot, camper spot, place to park rv, rv hookup, campsite, land for tent, place for my camper, rv parking,
      tent site, rv, camper, trailer spot, camp site, place to camp`,
    esWords: `lugar para casa rodante, lugar para acampar, espacio para tráiler, casa rodante, lugar para carpa, sitio para
      acampar`,
    units: 'night',
    picture: 'home',
  }),
  space('storage.dry', {
    en: 'storage space | storage spaces',
    es: 'espacio para guardar | espacios para guardar',
    enWords: `storage, storage unit, garage space, warehouse space, store furniture, shelf space, place to store, store my
      things, storage room, garage, store my stuff, place to keep my things, storage for donations, pallet space,
      basement space, storage container`,
    esWords: `almacenamiento, guardar muebles, espacio de bodega, bodega para guardar, lugar para guardar, guardar mis cosas,
      garaje, cochera para guardar, espacio de almacén`,
    units: 'day',
    lease: 'unhurried',
    asks: 'stairs gate-or-entry',
  }),
  space('storage.cold', {
    en: 'freezer or fridge space | freezer or fridge spaces',
    es: 'espacio en congelador | espacios en congeladores',
    enWords: `freezer space, fridge space, cold storage, walk in cooler, refrigerated storage, freezer room, spare freezer,
      walk in freezer, cooler space, refrigerated truck, refrigerator space, space in freezer, room in my freezer,
      community fridge`,
    esWords: `espacio en el congelador, espacio en refrigerador, cuarto frío, cámara fría, almacenamiento frío, espacio en
      refri, refrigeración, camión refrigerado, refrigerador comunitario`,
    units: 'day',
    picture: 'food',
  }),
  space('parking', {
    en: 'parking spot | parking spots',
    es: 'lugar de estacionamiento | lugares de estacionamiento',
    enWords: `parking, parking space, parking lot, place to park, safe parking, place to park my car, park my car, high ground
      parking, parking spaces, driveway space`,
    esWords: `estacionamiento, lugar para estacionar, estacionar, parqueo, aparcamiento, lugar para parquear, cochera,
      parqueadero, espacio para estacionar`,
    units: 'day',
    picture: 'ride',
  }),
  space('kitchen', {
    en: 'kitchen to use | kitchens to use',
    es: 'cocina para usar | cocinas para usar',
    enWords: `kitchen use, commercial kitchen, use of kitchen, church kitchen, community kitchen, kitchen space, place to
      cook, kitchen, use a kitchen, shared kitchen, kitchens`,
    esWords: `uso de cocina, cocina comunitaria, cocina industrial, lugar para cocinar, cocina, usar cocina, prestar cocina`,
    unit: 'minute',
    units: 'hour',
    picture: 'food',
  }),
  space('meeting-room', {
    en: 'meeting room | meeting rooms',
    es: 'salón para reunión | salones para reuniones',
    enWords: `meeting space, hall, church hall, community room, venue, event space, classroom, room for meeting, office space,
      place to meet, gym, auditorium, desk space, fellowship hall, room for event, office`,
    esWords: `salón, salón comunitario, espacio para reunión, salón de eventos, aula, lugar para reunirse, local, oficina,
      gimnasio, espacio para eventos, sala de juntas`,
    unit: 'minute',
    units: 'hour',
  }),
  space('shower', {
    en: 'shower, toilet or washer to use | showers, toilets and washers to use',
    es: 'ducha, baño o lavadora para usar | duchas, baños y lavadoras para usar',
    enWords: `shower to use, showers to use, shower, showers, place to shower, take a shower, hot shower, bathroom, bathrooms,
      restroom, portable toilet, porta potty, bathing, toilets, toilet, restrooms, porta john, mobile showers,
      latrine, washer to use, washers to use, laundry access, use washer, washing machine access, laundromat, place to
      wash clothes, use of washer, laundry room, laundry facilities, washer access, use of washer and dryer, place to
      bathe, porta potties, portapotties, portable toilets, shower trailer, shower facilities`,
    esWords: `ducha para usar, duchas para usar, ducha, duchas, regadera, bañarme, dónde bañarse, baños, baño portátil, baño,
      regaderas, un baño, dónde bañarme, sanitarios, letrina, letrinas, lavadora para usar, lavadoras para usar, usar
      lavadora, lavandería para usar, dónde lavar ropa, acceso a lavadora, lavar mi ropa, lavandería comunitaria,
      bañarnos, donde bañarnos, baños portátiles, donde lavar, regaderas portátiles`,
    units: 'visit',
    picture: 'hygiene',
    freshness: 'day',
  }),
  space('power-and-internet', {
    en: 'place to charge and go online | places to charge and go online',
    es: 'lugar para cargar y conectarse | lugares para cargar y conectarse',
    enWords: `charge phone, charging station, place to charge, electricity, power, place with internet, charge my phone,
      charge devices, internet access, internet, wi fi, power outage, no power, place with power, lights out, without
      power, without electricity, charge phones, phone charging, no electricity, power out, power is out, blackout,
      power went out, power been out, charging stations, charge a phone, no internet`,
    esWords: `cargar celular, cargar teléfono, electricidad, luz, lugar con internet, estación de carga, no hay luz, sin luz,
      apagón, internet, cargar el celular, acceso a internet, wifi, sin electricidad, se fue la luz, no tengo luz,
      estamos sin luz, sin corriente, apagones, cargar mi celular, cargar mi teléfono, cargar los celulares, no hay electricidad`,
    units: 'visit',
    picture: 'computer',
    freshness: 'hours',
    lease: 'today',
  }),
  space('drop-off-point', {
    en: 'drop-off or pick-up point | drop-off or pick-up points',
    es: 'punto de entrega | puntos de entrega',
    enWords: `drop off location, drop off site, donation site, distribution site, pick up point, collection point, donation
      drop off, drop site, drop off point, hub, pickup site, collection site, donation center, drop off, distribution
      point, staging area`,
    esWords: `lugar de acopio, punto de recolección, sitio de distribución, punto de distribución, lugar para dejar
      donaciones, centro de donaciones`,
    units: 'day',
    picture: 'delivery',
  }),
];

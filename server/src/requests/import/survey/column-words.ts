import { normalText } from '@barnraise/kernel/normal-text.ts';

import type { ColumnMeaning } from './column-meaning.ts';

/** How people head their columns, in English and Spanish. The longest that a name holds counts: "updated by" is no name. */
const words: Readonly<Record<Exclude<ColumnMeaning, 'kinds'>, string>> = {
  key: `id, no, nr, number, serial, serial no, serial number, record id, row id, uuid, uid, guid, code, reference, ref, ticket,
    ticket number, case id, case number, case no, request id, response id, submission id, lead no, member id, member number,
    household id, family id, client id, fm id, folio, numero, numero de caso, numero de solicitud, clave, codigo, expediente,
    identificador, num`,
  name: `name, full name, your name, first name, last name, middle name, given name, family name, surname, first, last,
    nickname, preferred name, display name, contact, contact name, contact person, primary contact, client, client name,
    customer, neighbor, neighbour, neighbor name, requester, requestor, requested by, requester name, recipient, recipient name,
    head of household, household name, household, family, volunteer, volunteer name, member, member name, participant, donor,
    donor name, person, who, caller, shelter, shelter name, organization, organisation, organization name, org, org name,
    group name, group, business, business name, company, agency, agency name, partner, pantry, pantry name, church, school,
    place name, site name, location name, facility, facility name, venue, content title, nombre, nombres, nombre completo,
    nombre y apellido, nombre y apellidos, apellido, apellidos, su nombre, tu nombre, contacto, persona, persona de contacto,
    cliente, vecino, vecina, solicitante, beneficiario, beneficiaria, jefe de familia, jefa de familia, jefe de hogar, familia,
    hogar, voluntario, voluntaria, miembro, participante, donante, quien, organizacion, agrupacion, empresa, albergue, refugio,
    iglesia, escuela, nombre del lugar, nombre del sitio, nombre del albergue`,
  phone: `phone, phones, phone number, phone no, phone 1, phone 2, telephone, telephone number, tel, mobile, mobile number,
    mobile phone, cell, cell phone, cellphone, cell number, home phone, work phone, contact number, contact phone,
    contact no, whatsapp, whatsapp number, whats app, sms, text number, landline, call back number, callback number, best number,
    telefono, telefonos, numero de telefono, tel fijo, telefono fijo, telefono movil, telefono celular, celular, movil,
    numero de celular, numero de contacto, whatsapp numero, fono`,
  mail: `mail, email, e mail, email address, e mail address, mail address, contact email, your email, work email, correo,
    correo electronico, direccion de correo, direccion de correo electronico, direccion electronica, email de contacto`,
  address: `address, addresses, street, street address, street name, house number, address line, address line 1, address line 2,
    address 1, address 2, addr, apt, apartment, unit, suite, city, town, village, municipality, county, district, state,
    province, region, zip, zip code, zipcode, postal code, postcode, post code, location, neighborhood, neighbourhood, area, home
    address, delivery address, mailing address, where, country, loc description, barangay, ward, cross streets, cross street, direccion,
    domicilio, calle, numero exterior, colonia, barrio, ciudad, pueblo, municipio, poblacion, localidad, provincia, estado,
    departamento, distrito, codigo postal, cp, ubicacion, lugar, donde, direccion de entrega, residencia, vereda, corregimiento,
    aldea, canton`,
  directions: `directions, how to get there, how to find it, how to find us, landmark, landmarks, access, access notes, gate code,
    entry code, delivery instructions, delivery notes, parking, como llegar, indicaciones, referencia, referencias, senas,
    instrucciones de entrega, punto de referencia, acceso`,
  latitude: 'latitude, lat, latitud, gps lat, gps latitude, loc lat, y coord, y coordinate, coordenada y',
  longitude:
    'longitude, lon, lng, long, longitud, gps lon, gps long, gps longitude, loc lon, x coord, x coordinate, coordenada x',
  point: `point, coordinates, coords, lat long, lat lon, lat lng, latlong, latlon, latlng, lat and long, latitude longitude,
    latitude and longitude, gps, gps coordinates, gps location, gps point, geo, geopoint, geolocation, geo location, map point, pin,
    wkt, geom, geometry, the geom, punto, coordenadas, latitud y longitud, latitud longitud, ubicacion gps, geolocalizacion`,
  askedAt: `date, time, datetime, date time, date and time, day, timestamp, when, requested at, requested on, date requested,
    request date, date of request, asked at, created, created at, created on, date created, date added, added, added on,
    date entered, entry date, submitted, submitted at, submission date, received, received at, date received, incident date,
    reported, reported at, report date, call date, date of call, last updated, updated, updated at, last update, verified at,
    joined, joined on, join date, member since, since, start date, registration date, registered, registered on, fecha, hora,
    fecha y hora, dia, cuando, marca temporal, fecha de solicitud, fecha de registro, fecha de alta, creado, creado el,
    fecha de creacion, recibido, fecha de recepcion, actualizado, ultima actualizacion, fecha de ingreso, desde, fecha de reporte`,
  needs: `need, needs, needed, what is needed, what do you need, what they need, items, items needed, item, supplies,
    supply needs, supplies needed, volunteer needs, volunteers needed, request, requests, help needed, what help do you need,
    wants, wish list, wishlist, items requested, requested items, food needs, offer, offers, offering, what can you offer, can
    help with, how can you help, i can help with, can offer, can give, resources, skills, skill, donation, donations,
    services offered, services, service, goods, equipment, availability of goods, need description, necesidad, necesidades,
    que necesita, que necesitas, que se necesita, que necesitan, articulos, articulos necesarios, suministros, insumos, solicitud,
    pedido, peticion, ayuda, ayuda necesaria, tipo de ayuda que necesita, ofrece, oferta, ofertas, que ofrece, que puede ofrecer,
    en que puede ayudar, puede ayudar con, habilidades, donacion, donaciones, recursos, servicios, equipo, faltantes`,
  words: `note, notes, comment, comments, description, details, detail, message, messages, remarks, remark, memo, other,
    other notes, additional information, additional info, additional notes, additional comments, anything else, more info,
    info, information, special instructions, situation, story, summary, title, incident title, subject, incident, text, body,
    content body, report, bio, about, dietary restrictions, diet, allergies, allergy, medical, medical needs, special needs,
    disabilities, access needs, availability, available, hours, opening hours, open hours, open, close, opens, closes, open time, close time, daycode,
    season, season open, season close, year round, abre, cierra, temporada, website, web site, url, web, link,
    vehicle, transport, pets, warehouse type, type, nota, notas, comentario, comentarios, observacion, observaciones,
    descripcion, detalles, detalle, mensaje, otros, otras notas, informacion, informacion adicional, algo mas, situacion,
    resumen, titulo, asunto, texto, reporte, historia, alergias, dieta, discapacidad, necesidades especiales, disponibilidad,
    horario, horarios, sitio web, pagina web, vehiculo, mascotas`,
  answered: `answered, answer, call result, call outcome, outcome, call status, contacted, reached, responded, response, accepting,
    contesto, respondio, resultado, resultado de la llamada, contactado, respuesta`,
  size: `household size, family size, people, number of people, people in household, persons, no of people, how many people,
    how many, group size, total people, members in household, number in household, number in family, of people,
    number of family members, total in household, headcount, size of household, personas, numero de personas, cuantas personas,
    cuantos, tamano de la familia, tamano del hogar, integrantes, miembros del hogar, numero de integrantes, cuantos son`,
  adults:
    'adults, adult, number of adults, no of adults, of adults, how many adults, grown ups, adultos, numero de adultos, mayores, cuantos adultos',
  children: `children, kids, number of children, no of children, of children, of kids, number of kids, how many children,
    how many kids, minors, dependents, ninos, numero de ninos, menores, hijos, numero de hijos, cuantos ninos, ninos y ninas`,
  language: `language, languages, preferred language, language spoken, languages spoken, primary language, language preference,
    lang, spoken language, idioma, idiomas, lengua, idioma preferido, lengua materna, idioma que habla`,
  none: `updated by, entered by, created by, added by, taken by, recorded by, verified by, assigned to, assigned volunteer, assigned,
    owner, staff, operator, dispatcher, status, state of request, approved, verified, checked, active, source, consent,
    agree, ip, ip address, user agent, referrer, score, rank, map layer, priority, original entry, n phones, number of phones,
    actualizado por, creado por, registrado por, asignado a, asignada a, responsable, estatus, estado de la solicitud, aprobado,
    verificado, activo, fuente, consentimiento, prioridad, quantity, total, price, cost, amount, value, cantidad, precio,
    website visits, square footage`,
};

/** Categories: their values name kinds, one or several in a cell. */
const categoryWords = `category, categories, type of help, help type, type of need, need type, kind, kinds, service type, type of service,
    incident type, service, services, service category, tags, tag, topic, request type, type of request, type of offer, offer type,
    categoria, categorias, tipo, tipo de ayuda, tipo de necesidad, tipo de servicio, tipo de solicitud, etiquetas, rubro`;

export interface NamedMeaning {
  readonly meaning: ColumnMeaning;
  /** 1 when the name is one of the list, less when it only holds one. */
  readonly score: number;
}

const phrases = new Map<string, ColumnMeaning[]>();
for (const [meaning, list] of [...Object.entries(words), ['kinds', categoryWords] as const]) {
  for (const phrase of list.split(',').map((one) => normalText(one)))
    phrases.set(phrase, [...(phrases.get(phrase) ?? []), meaning as ColumnMeaning]);
}
const longestPhrase = 6;

/** What the name of a column says of it, likeliest first; a word of two meanings gives both. */
export function meaningsByName(name: string): readonly NamedMeaning[] {
  const said = wordsIn(name);
  const whole = phrases.get(said.join(' '));
  if (whole) return whole.map((meaning) => ({ meaning, score: 1 }));
  for (let length = Math.min(longestPhrase, said.length - 1); length > 0; length -= 1) {
    // Of two in one name the last counts in English ("shelter phone"), the first in Spanish ("teléfono del albergue").
    for (const start of startsOf(said, length)) {
      const found = phrases.get(said.slice(start, start + length).join(' '));
      if (found) return found.map((meaning) => ({ meaning, score: 0.5 + (0.4 * length) / said.length }));
    }
  }
  return [];
}

export function meaningByName(name: string): ColumnMeaning | undefined {
  return meaningsByName(name)[0]?.meaning;
}

function startsOf(said: readonly string[], length: number): readonly number[] {
  const starts = Array.from({ length: said.length - length + 1 }, (_, index) => index);
  return said.some((word) => ['de', 'del', 'la', 'el', 'que', 'su'].includes(word)) ? starts : starts.reverse();
}

/** "householdSize", "Phone_1" and "Teléfono:" as words. */
function wordsIn(name: string): readonly string[] {
  const apart = name
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{L})(\d)/gu, '$1 $2')
    .replace(/#/g, / de /.test(name) ? ' numero ' : ' number ');
  return normalText(apart)
    .split(' ')
    .filter((word) => word !== '' && word !== 'the')
    .slice(0, 12);
}

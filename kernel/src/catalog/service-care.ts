import { entriesOf } from './entry.ts';

const care = entriesOf({
  nature: 'service',
  theme: 'care',
  picture: 'care',
  freshness: 'day',
  lease: 'appointment',
  units: 'visit',
  heed: 'vetted',
  asks: 'stairs dog illness-in-the-house safe-to-visit',
});
const company = entriesOf({
  nature: 'service',
  theme: 'company',
  picture: 'talk',
  freshness: 'week',
  lease: 'appointment',
  asks: 'hearing-or-sight',
});
const animals = entriesOf({
  nature: 'service',
  theme: 'animals',
  picture: 'pet',
  freshness: 'day',
  lease: 'appointment',
  asks: 'dog other-animals gate-or-entry',
});

/** Care for people and animals: visits, calls, children, a cooked meal. Whoever enters a home goes as the rule says. */
export const careKinds = [
  care('care.child', {
    en: 'child care | child care',
    es: 'cuidado de niños | cuidado de niños',
    enWords: `childcare, babysitter, babysitting, baby sitter, daycare, watch my kids, watch kids, after school care, nanny,
      sitter, someone to watch my kids, day care, watch the kids, kids watched, watch my son, watch my daughter, baby
      sitting, help with a newborn, help with newborns, postpartum help, new mom help, new baby help, doula,
      breastfeeding help, lactation help, help after birth, new mother support, watch my boys, watch my girls, watch
      my children, watch my baby, watch boys, watch girls, take care of my kids, look after my kids, look after my
      children, mind the kids, after school program, afterschool care, baby sit, someone to keep my kids, care for my
      kids`,
    esWords: `cuidar niños, niñera, guardería, cuidar a mis hijos, cuidado infantil, cuidar a los niños, cuidar a mi hijo,
      cuidar a mi hija, cuidar bebé, ayuda con recién nacido, ayuda con recién nacidos, ayuda posparto, doula, ayuda
      con la lactancia, ayuda con el bebé, ayuda después del parto, partera, cuidar a mi niño, cuidar a mi niña,
      cuidar a mi bebé, cuide a mis hijos, cuide a mi niño, cuide a mi niña, cuide a mi hijo, cuide a mi hija, cuide a
      mi bebé, cuiden a mis hijos, cuidarme los niños, cuidarme la niña, cuidarme al niño, niñeras, cuidado para mis
      hijos, cuidado de mis hijos`,
    unit: 'minute',
    units: 'hour',
    heed: 'vetted never-alone',
    asks: 'allergy dog car-seat',
  }),
  care('care.visit', {
    en: 'friendly or elder visit | friendly or elder visits',
    es: 'visita a persona mayor o sola | visitas a personas mayores o solas',
    enWords: `visit to an older person, visits to older people, elder visit, senior visit, visit my mother, visit my father,
      elderly visit, check on my mom, check on elderly, home visit, visit seniors, elder care, check on my
      grandmother, visit to shut in, homebound visit, look in on, visit elderly, visits to elders, eldercare, visit my
      mom, friendly visit, company, companionship, lonely, loneliness, friend to visit, walking buddy, companion,
      someone to sit with me, go for a walk, friendly visitor, lonley, visitor, coffee with someone, company for my
      mom, company for my dad, keep me company, keep her company, keep him company, check on my dad, check on my
      grandma`,
    esWords: `visita a persona mayor, visitas a personas mayores, visitar a un adulto mayor, visita a mi mamá, visitar a mi
      abuela, cuidado de ancianos, visita a un anciano, visitar ancianos, visita a domicilio, ver a mi mamá, adultos
      mayores, cuidar a mi abuelo, visita a mi abuelita, compañía, acompañamiento, acompañar, soledad, me siento solo,
      me siento sola, acompañante, salir a caminar, amistad, que la visiten, que lo visiten, que me visiten, hacerle
      compañía, le haga compañía, me haga compañía, visitar a mi mamá, visitar a mi papá`,
    heed: 'vetted two-people',
  }),
  care('care.respite', {
    en: 'break for a caregiver | breaks for caregivers',
    es: 'descanso para quien cuida | descansos para quien cuida',
    enWords: `respite, respite care, caregiver break, sit with my husband, sit with my wife, sitter for elderly, caregiver
      relief, caregiver, sit with patient, home health aide, attendant, sit with my mom, sit with my mother, sit with
      my dad, sit with my father, stay with my mom, stay with my husband, home care, home aide, caretaker, caregivers`,
    esWords: `cuidador, cuidadora, relevo, descanso del cuidador, cuidar a un enfermo, cuidar a mi mamá, acompañar a un
      enfermo, respiro familiar, cuidar a mi papá, cuide a mi mamá, cuide a mi papá, cuide a mi abuela, cuide a mi
      abuelo, cuidar a mi abuela, cuidadores, cuidar a mi esposo, cuide a mi esposo`,
    unit: 'minute',
    units: 'hour',
    heed: 'vetted two-people',
    asks: 'mobility oxygen-or-device illness-in-the-house dog',
  }),
  care('care.nurse', {
    en: 'nurse or first-aid help | nurse or first-aid help',
    es: 'ayuda de enfermería | ayuda de enfermería',
    enWords: `nurse, nurses, nursing staff, nursing, medic, medics, first aider, doctor on site, emt, medical volunteers,
      wound check, blood pressure check, medical help, doctors, medical staff, medical attention, paramedic, rn, rns,
      lpn, cna, cnas, registered nurse, physicians, physician, medical personnel, medical team, medical care, medical
      assistance, emts, paramedics, ambulance, medical aid, leg is broken, broken leg, leg is crushed, is bleeding, badly hurt, unconscious, broken arm, in labor, heart attack, midwife, surgeon`,
    esWords: `enfermera, enfermeras, enfermero, paramédico, doctor, médico, médicos, ayuda médica, atención médica, tomar la
      presión, personal médico, doctores, ambulancia, ambulancias, enfermeros, paramédicos, doctora, brigada médica,
      personal de salud, dar a luz`,
    theme: 'health',
    picture: 'health',
    freshness: 'minutes',
    lease: 'today',
    vital: true,
    asks: 'oxygen-or-device allergy pregnancy',
  }),
  care('care.cooking', {
    en: 'cooking help | cooking help',
    es: 'ayuda para cocinar | ayuda para cocinar',
    enWords: `cook a meal, cook, someone to cook, meal prep, cooking, cook for family, meal preparation, help cooking,
      personal chef`,
    esWords: 'cocinar, cocinera, que cocinen, que cocine, quien cocine, quien cocine para, preparar comida',
    heed: '',
    asks: 'allergy diet no-stove',
  }),
  care('care.housework', {
    en: 'housework and laundry help | housework and laundry help',
    es: 'ayuda con limpieza y ropa | ayuda con limpieza y ropa',
    enWords: `housework help, house cleaning, housecleaning, cleaning help, clean my house, help cleaning, housekeeping,
      dishes done, cleaning service, help with housework, chores, decluttering, declutter, help around the house, deep
      clean, clean my apartment, light housekeeping, laundry help, laundry, do laundry, wash clothes, laundry done,
      laundry pick up, wash and fold, laundry service, washing clothes, clean house, clean the house, wash dishes,
      help me clean, someone to clean, help with cleaning, help with laundry, tidy up`,
    esWords: `ayuda con la limpieza de casa, limpieza de casa, limpiar la casa, ayuda para limpiar, quehaceres, ayuda con la
      casa, limpiar mi casa, limpiar el apartamento, limpieza de hogar, ayuda con la ropa, lavar ropa, lavandería,
      lavar la ropa, ayuda para lavar, lavado de ropa, limpiar la cocina, ayudarme a limpiar, ayude a limpiar, alguien
      que limpie, lavar trastes, limpieza del hogar`,
    heed: 'two-people',
    asks: 'stairs dog illness-in-the-house',
  }),
  care('care.haircut', {
    en: 'haircut | haircuts',
    es: 'corte de pelo | cortes de pelo',
    enWords: 'hair cut, hair cuts, barber, hairdresser, hair stylist, trim, beauty salon, nail care, hairstylist',
    esWords: `corte de cabello, peluquero, peluquera, barbero, peluquería, cortar el pelo, estilista, cortes de cabello`,
    units: '',
    heed: '',
    asks: 'allergy',
  }),
  company('call.check-in', {
    en: 'check-in call | check-in calls',
    es: 'llamada de saludo | llamadas de saludo',
    enWords: `check in call, phone check in, daily call, call me, weekly call, wellness call, phone buddy, friendly call,
      phone pal, check in calls, someone to call, check in on me, daily check in, phone calls to seniors, someone to
      talk to, phone tree, call to check`,
    esWords: `llamada de compañía, llamada diaria, que me llamen, llamada para saber cómo está, alguien con quien hablar,
      llamadas a mayores, llamada semanal, llamar a mi mamá`,
  }),
  company('support.listening', {
    en: 'listening and support | listening and support',
    es: 'escucha y apoyo | escucha y apoyo',
    enWords: `emotional support, peer support, counseling, someone to listen, grief support, mental health, support group,
      listening, prayer, spiritual support, therapist, therapy, counselor, bereavement, recovery support, sober
      support, stress, anxiety, mental health support, depressed, depression, trauma, grief, counsellor, chaplain,
      chaplains, prayers, mental health counselor`,
    esWords: `apoyo emocional, consejería, terapia, alguien que escuche, salud mental, grupo de apoyo, apoyo espiritual,
      oración, duelo, psicólogo, psicóloga, ansiedad, psicólogos, depresión, deprimida, deprimido, consejero,
      consejera, terapeuta, apoyo psicológico, ayuda psicológica`,
    freshness: 'day',
    lease: 'today',
    heed: 'vetted',
  }),
  animals('pet.care', {
    en: 'pet care | pet care',
    es: 'cuidado de mascota | cuidado de mascotas',
    enWords: `dog walk or pet visit, dog walks or pet visits, dog walking, walk my dog, pet sitting, pet sitter, feed my cat,
      dog walker, cat sitter, watch my dog, animal care, feed animals, take care of my dog, walk dogs, dog sitter, vet
      care, vet, veterinarian, pet vaccines, spay, neuter, vet visit, sick dog, sick cat, vet tech, microchip, rabies
      shot, dog sitting, cat sitting, feed my cats, feed my dog, feed the dog, walk the dog, walk dog, watch my cat,
      watch my pets, take care of my cat, veterinary`,
    esWords: `paseo o visita a mascota, paseos o visitas a mascotas, pasear al perro, cuidar mascota, cuidar a mi perro,
      paseador de perros, cuidar animales, dar de comer al gato, pasear perros, cuidar a mi gato, atención
      veterinaria, veterinario, veterinaria, vacunas para perro, esterilización, vacunas para mascotas, perro enfermo,
      alimentar a mi perro, alimentar a mi gato, sacar al perro, pasear a mi perro, cuide a mi perro, cuide a mi gato,
      cuiden a mi perro, cuidar a mis perros`,
    units: 'visit',
  }),
  animals('pet.foster', {
    en: 'foster home for a pet | foster homes for pets',
    es: 'hogar temporal para mascota | hogares temporales para mascotas',
    enWords: `foster pet, pet foster, dog foster, foster a dog, temporary home for dog, pet boarding, pasture for horses,
      foster cats, keep my dog, foster for dog, boarding for my dog, foster dogs`,
    esWords: `adopción temporal de mascota, cuidar perro temporal, hogar para mi perro, albergue para mascotas, hogar temporal
      para perro, refugio de animales`,
    units: 'night',
    lease: 'unhurried',
  }),
];

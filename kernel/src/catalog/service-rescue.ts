import { entriesOf } from './entry.ts';

const rescue = entriesOf({
  nature: 'service',
  theme: 'rescue',
  picture: 'boat',
  freshness: 'minutes',
  lease: 'rescue',
  vital: true,
  heed: 'two-people',
  asks: 'mobility oxygen-or-device other-animals',
});

/** Where minutes count. None of these replaces the emergency number, which every page of them shows. */
export const rescueKinds = [
  rescue('rescue.boat', {
    en: 'rescue by boat | rescues by boat',
    es: 'rescate en lancha | rescates en lancha',
    enWords: `boat rescue, boat, boats, rescue boat, water rescue, stranded on roof, trapped by water, trapped on roof, stuck
      on the roof, water is rising, water rising, flooded in, water keeps rising, we are on the roof, people on the
      roof, kayak, jon boat, airboat, swift water rescue, stuck in attic, bass boat, jet ski, canoe, stranded by
      flood, boat crew, send a boat, stuck on roof, stranded on the roof, waiting on the roof, sitting on the roof,
      they are on the roof, i am on the roof, im on the roof, water is coming in, water coming in, water still rising,
      water coming up, river at the door, water at the door, river is at the door, water is still rising, surrounded by water, trapped by flood`,
    esWords: `rescate en bote, lancha, lanchas, bote, rescate acuático, atrapados por el agua, agua subiendo, está subiendo el
      agua, bote de rescate, canoa, atrapados en el techo, el agua sube, sigue subiendo, agua sigue subiendo, estamos
      en el techo, barco, barca, kayak, en la azotea, en el techo de la casa, rodeados de agua, subiendo el agua, agua
      hasta la cintura, atrapados por la inundación, se está metiendo el agua, lancheros`,
  }),
  rescue('rescue.high-water-vehicle', {
    en: 'rescue by high-water truck | rescues by high-water truck',
    es: 'rescate en camión alto | rescates en camión alto',
    enWords: `high water vehicle, high water truck, lifted truck, monster truck, rescue truck, high clearance vehicle, four
      wheel drive, 4x4, four by four, atv, snowmobile, utv, side by side, 4wd, tractor rescue`,
    esWords: `camión alto, camioneta alta, vehículo alto, cuatro por cuatro, 4x4, camión de rescate, cuatrimoto, motonieve,
      doble tracción`,
    picture: 'ride',
  }),
  rescue('rescue.any', {
    en: 'rescue or search | rescues and searches',
    es: 'rescate o búsqueda | rescates y búsquedas',
    enWords: `rescue, rescues, rescued, trapped, stranded, sos, stuck in house, people trapped, help trapped, buried, trapped
      under, rescue needed, rescue team, trapped in house, search for a missing person, searches for missing people,
      missing person, search party, missing, lost child, search and rescue, missing people, cannot find, looking for
      my family, no contact with my family, search team, missing persons, search for, under the rubble, under the building, under the house, under debris, under the ruins, trapped beneath, under the school, rescuers, need
      rescue, people stuck, stuck inside, looking for my son, looking for my brother, looking for my sister, looking
      for my mother, looking for my daughter, looking for my father, looking for my husband, looking for my wife`,
    esWords: `rescate, rescates, rescatar, atrapado, atrapada, atrapados, varados, auxilio, equipo de rescate, rescaten, gente
      atrapada, búsqueda de persona, búsquedas de personas, persona desaparecida, desaparecido, desaparecida, búsqueda
      y rescate, busco a mi familia, no encuentro a mi familia, personas desaparecidas, extraviado, niño perdido, bajo
      los escombros, debajo de los escombros, rescatistas, atrapadas, que nos rescaten, que nos saquen, busco a mi
      hermano, busco a mi hermana, busco a mi hijo, busco a mi hija, busco a mi mamá, busco a mi papá, desaparecidos`,
    picture: 'storm',
  }),
  rescue('rescue.welfare-check', {
    en: 'welfare check | welfare checks',
    es: 'visita para ver si está bien | visitas para ver si están bien',
    enWords: `wellness check, check on my neighbor, well being check, check on someone, check on my parents, door knock, door
      to door check, wellbeing check, safety check, knock on doors, check on neighbors, check on her, check on him, check on them, wellness checks`,
    esWords: `ver si está bien, revisar cómo está, chequeo de bienestar, ver si están bien, tocar puertas, revisar a mi
      vecino, visita de bienestar, checar si está bien`,
    picture: 'people',
    units: 'visit',
    freshness: 'hours',
    lease: 'today',
  }),
  rescue('rescue.animal', {
    en: 'animal rescue | animal rescues',
    es: 'rescate de animal | rescates de animales',
    enWords: `pet rescue, rescue my dog, animals trapped, dog trapped, livestock rescue, horses stranded, rescue animals, lost
      dog, lost pet, lost cat, stranded animals, rescue pets`,
    esWords: `rescate de mascota, rescatar a mi perro, animales atrapados, rescate de perro, perro atrapado, perro perdido,
      mascota perdida, rescatar animales`,
    theme: 'animals',
    picture: 'pet',
    vital: false,
  }),
  rescue('rescue.device-power', {
    en: 'power for a medical device | power for medical devices',
    es: 'luz para aparato médico | luz para aparatos médicos',
    enWords: `power for medical equipment, oxygen machine power, power for cpap, power for medical device, charge oxygen
      machine, medical device power, keep insulin cold, electricity for oxygen, charge wheelchair, battery for oxygen,
      power for oxygen machine, power for oxygen`,
    esWords: `luz para máquina de oxígeno, electricidad para oxígeno, corriente para aparato médico, cargar máquina de
      oxígeno, luz para oxígeno, mantener insulina fría`,
    theme: 'health',
    picture: 'health',
    freshness: 'minutes',
    lease: 'today',
    asks: 'oxygen-or-device no-power stairs',
  }),
];

import type { EmergencyLineKind } from './emergency-lines.ts';

/** What a phrase is about. */
export type DangerCode = keyof typeof dangerLines;

/** The line that helps with each. */
export const dangerLines = {
  breathing: 'emergency',
  heart: 'emergency',
  stroke: 'emergency',
  bleeding: 'emergency',
  unconscious: 'emergency',
  overdose: 'emergency',
  suicide: 'crisis',
  poison: 'poison',
  violence: 'emergency',
  'violence-at-home': 'domestic-violence',
  weapon: 'emergency',
  fire: 'emergency',
  gas: 'emergency',
  drowning: 'emergency',
  trapped: 'emergency',
  birth: 'emergency',
  'child-missing': 'emergency',
} as const satisfies { readonly [code: string]: EmergencyLineKind };

/**
 * Phrases of one danger, as people write them, parted by commas; English and Spanish together, since people mix them.
 * Between two words of a phrase at most `gap` others may stand. A phrase does not count with a word of `notAfter` right
 * before it or a word of `notBefore` right after it: a gun range, firewood, a smoke alarm. `sure` alerts whoever is on
 * duty; the others only show the number. A word here is a reason to show a number, never to judge anybody.
 */
export type DangerEntry = {
  readonly code: DangerCode;
  readonly sure: boolean;
  readonly phrases: string;
  readonly gap?: number;
  readonly notAfter?: string;
  readonly notBefore?: string;
};

const learning = 'prevention awareness training class course kit kits hotline walk squad';

export const dangerEntries: readonly DangerEntry[] = [
  {
    code: 'breathing',
    sure: true,
    phrases: `not breathing, isnt breathing, stopped breathing, cant breathe, cant breath, cannot breathe,
      can not breathe, trouble breathing, hard to breathe, difficulty breathing, turning blue, choking,
      gasping for air, no respira, dejo de respirar, no puedo respirar, no puede respirar, le cuesta respirar,
      se esta asfixiando`,
    notBefore: 'hazard hazards',
  },
  {
    code: 'heart',
    sure: true,
    gap: 2,
    phrases: `chest pain, chest pains, chest hurts, having heart attack, heart stopped, dolor de pecho, dolor en pecho,
      dolor del pecho, me duele pecho, le duele pecho, esta teniendo infarto`,
  },
  { code: 'heart', sure: false, phrases: 'heart attack, infarto, paro cardiaco, ataque al corazon' },
  {
    code: 'stroke',
    sure: true,
    gap: 1,
    phrases: `having stroke, had stroke now, face drooping, face is drooping, slurring words, cant move her arm,
      cant move his arm, cara caida, derrame cerebral, embolia`,
  },
  {
    code: 'bleeding',
    sure: true,
    gap: 1,
    phrases: `bleeding out, wont stop bleeding, bleeding wont stop, bleeding badly, bleeding heavily, bleeding lot,
      lots of blood, coughing up blood, vomiting blood, se desangra, mucha sangre, sangrando mucho, vomita sangre,
      no deja de sangrar`,
  },
  {
    code: 'unconscious',
    sure: true,
    gap: 1,
    phrases: `unconscious, unresponsive, not responding, wont wake up, passed out, he collapsed, she collapsed,
      having seizure, inconsciente, no reacciona, no despierta, se desmayo, convulsionando, convulsiones`,
    notBefore: 'flyers flyer food boxes water',
  },
  {
    code: 'overdose',
    sure: true,
    phrases: 'overdose, overdosed, overdosing, took too many pills, sobredosis, tomo muchas pastillas',
    notBefore: learning,
  },
  {
    code: 'suicide',
    sure: true,
    phrases: `suicide, suicidal, kill myself, killing myself, end my life, take my own life, want to die, wanna die,
      dont want to live, hurt myself, hurting myself, harm myself, better off dead, no reason to live,
      me quiero morir, quiero morirme, no quiero vivir, ya no quiero vivir, me quiero matar, quiero matarme, suicidio,
      suicidarme, suicidarse, quitarme la vida, hacerme dano`,
    notBefore: learning,
  },
  {
    code: 'poison',
    sure: true,
    gap: 1,
    phrases: `drank bleach, swallowed bleach, swallowed poison, ate poison, swallowed battery, swallowed pills,
      was poisoned, been poisoned, tomo cloro, trago veneno, tomo veneno, envenenado, envenenada`,
  },
  {
    code: 'violence',
    sure: true,
    phrases: `hitting me, beating me, is hurting me, threatening to kill, going to kill, trying to kill,
      being attacked, got stabbed, was stabbed, been stabbed, raped, me esta pegando, me esta golpeando,
      me quiere matar, amenaza con matar, me va a matar, apunalado, apunalada, me violaron, la violaron`,
  },
  {
    code: 'violence-at-home',
    sure: false,
    phrases: `he hits me, she hits me, abusive husband, abusive wife, abusive boyfriend, abusive girlfriend,
      abusive partner, abusive ex, abusive home, afraid of my husband, afraid of my boyfriend, afraid of my partner,
      scared of my husband, domestic violence, violencia domestica, miedo a mi esposo, miedo de mi esposo,
      miedo a mi marido, miedo de mi marido, mi esposo me pega, mi marido me pega, me maltrata`,
  },
  {
    code: 'weapon',
    sure: true,
    gap: 1,
    phrases: `been shot, got shot, was shot, gunshot wound, shots fired, shooting at, active shooter, has gun,
      pointing gun, pulled gun, tiene pistola, tiene arma, nos disparan, tiroteo, balacera, hay disparos`,
    notBefore: 'range safe club shop store clays targets skeet trap rack dog hoops',
  },
  {
    code: 'weapon',
    sure: false,
    phrases: 'gun, pistola',
    notAfter: `nail glue heat caulk caulking staple spray grease paint massage water squirt soldering price toy bb
      radar tattoo de la una`,
    notBefore: `range ranges club clubs safe safes show shop store cabinet rack lock locks owner owners season dog
      de para`,
  },
  {
    code: 'fire',
    sure: true,
    gap: 1,
    phrases: `on fire, house burning, apartment burning, building burning, in flames, fire in my house,
      fire in my apartment, fire in my kitchen, fire in the house, fire in the building, house is smoking,
      se esta quemando, se quema la casa, en llamas, hay fuego, hay un incendio, hay incendio`,
    notBefore: 'pit wood place fireplace stove grill',
  },
  {
    code: 'fire',
    sure: false,
    phrases: 'fire, wildfire, incendio',
    notAfter: 'camp bon last after since no cease',
    notBefore: `wood pit pits place places extinguisher extinguishers alarm alarms department station truck trucks
      engine hall stick sticks hydrant hose fighter fighters ants ant insurance sale starter starters drill escape
      season tv relief victims survivors`,
  },
  {
    code: 'gas',
    sure: true,
    phrases: `gas leak, leaking gas, smell gas, smelling gas, smells like gas, smells of gas, carbon monoxide,
      fuga de gas, huele a gas, olor a gas, monoxido de carbono`,
    notAfter: 'no detector detectores alarma',
    notBefore: 'detector detectors alarm alarms stove grill money card cards',
  },
  {
    code: 'drowning',
    sure: true,
    gap: 1,
    phrases: `drowning, drowned, water is rising, water rising fast, car underwater, swept away, se ahogo,
      se esta ahogando, se estan ahogando, agua esta subiendo, se lo llevo la corriente`,
    notBefore: 'in prevention',
  },
  {
    code: 'trapped',
    sure: true,
    gap: 1,
    phrases: `trapped, pinned under, stuck on roof, on our roof waiting, stuck in attic, stuck in elevator,
      building collapsed, house collapsed, roof collapsed on, atrapado, atrapada, atrapados, atrapadas,
      estamos en el techo`,
  },
  {
    code: 'birth',
    sure: true,
    gap: 1,
    phrases: `water broke, in labor, going into labor, baby is coming now, having contractions, rompio la fuente,
      se me rompio fuente, en labor de parto, ya viene el bebe, tiene contracciones, tengo contracciones`,
    notBefore: 'day market law union pipe',
    notAfter: 'hot the',
  },
  {
    code: 'child-missing',
    sure: true,
    phrases: `child is missing, child missing, son is missing, daughter is missing, missing child, missing kid,
      kidnapped, lost my child, cant find my son, cant find my daughter, cant find my child, nino perdido,
      nina perdida, no encuentro a mi hijo, no encuentro a mi hija, secuestrado, secuestraron`,
  },
];

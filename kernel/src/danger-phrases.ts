import type { EmergencyLineKind } from './emergency-lines.ts';

/** What a phrase is about. */
export const dangerCodes = [
  'breathing',
  'heart',
  'stroke',
  'bleeding',
  'unconscious',
  'overdose',
  'poison',
  'suicide',
  'violence',
  'weapon',
  'fire',
  'gas',
  'drowning',
  'trapped',
  'birth',
  'child-missing',
] as const;
export type DangerCode = (typeof dangerCodes)[number];

/**
 * Words in a row, normalized, at most `gap` other words between two of them. It does not count when a word of `notAfter`
 * stands right before it or one of `notBefore` right after. `sure` alerts whoever is on duty; `maybe` only shows the
 * number.
 */
export type DangerPhrase = {
  readonly code: DangerCode;
  readonly line: EmergencyLineKind;
  readonly sure: boolean;
  readonly words: readonly string[];
  readonly gap: number;
  readonly notAfter: readonly string[];
  readonly notBefore: readonly string[];
};

type Exceptions = { readonly gap?: number; readonly notAfter?: string; readonly notBefore?: string };

/** Phrases parted by commas; what they have in common stands around them. */
function phrases(
  code: DangerCode,
  line: EmergencyLineKind,
  sureness: 'sure' | 'maybe',
  list: string,
  { gap = 0, notAfter = '', notBefore = '' }: Exceptions = {},
): readonly DangerPhrase[] {
  const split = (words: string): readonly string[] => words.split(/\s+/).filter((word) => word !== '');
  return list.split(',').map((phrase) => ({
    code,
    line,
    sure: sureness === 'sure',
    words: split(phrase),
    gap,
    notAfter: split(notAfter),
    notBefore: split(notBefore),
  }));
}

/** What people who keep firearms, glue things or burn wood write without meaning harm. */
const gunThings = 'range ranges club safe show store shop cabinet rack lock locks owners season dog';
const gunTools = 'nail glue heat caulk caulking staple spray grease paint massage water squirt soldering price toy bb';
const fireThings =
  'wood pit pits place places extinguisher extinguishers alarm alarms department station truck trucks hall house ' +
  'stick sticks hydrant hose fighter fighters ants ant insurance sale starter starters drill escape hazard watch season tv';
const fireBefore = 'camp bon the last after since wild no';

/** English and Spanish. A word here is a reason to show a number, never to judge anybody. */
export const dangerPhrases: readonly DangerPhrase[] = [
  ...phrases(
    'breathing',
    'emergency',
    'sure',
    'not breathing,isnt breathing,stopped breathing,cant breathe,cannot breathe,cant breath,can not breathe,turning blue,no respira,dejo de respirar,no puedo respirar,no puede respirar',
  ),
  ...phrases(
    'breathing',
    'emergency',
    'sure',
    'trouble breathing,hard to breathe,difficulty breathing,choking,gasping,le cuesta respirar,se esta ahogando,se ahoga',
    { notBefore: 'hazard hazards' },
  ),
  ...phrases(
    'heart',
    'emergency',
    'sure',
    'chest pain,chest pains,having heart attack,heart stopped,dolor de pecho,dolor en pecho,dolor del pecho,esta teniendo infarto',
    { gap: 1 },
  ),
  ...phrases('heart', 'emergency', 'maybe', 'heart attack, infarto, paro cardiaco, ataque al corazon'),
  ...phrases(
    'stroke',
    'emergency',
    'sure',
    'having stroke,face drooping,slurred speech,cant move arm,cara caida,derrame cerebral',
    { gap: 1 },
  ),
  ...phrases(
    'bleeding',
    'emergency',
    'sure',
    'bleeding out,wont stop bleeding,bleeding badly,bleeding heavily,bleeding lot,coughing blood,vomiting blood,se desangra,mucha sangre,sangrando mucho,vomita sangre',
    { gap: 1 },
  ),
  ...phrases(
    'unconscious',
    'emergency',
    'sure',
    'unconscious,unresponsive,not responding,wont wake up,passed out,collapsed,having seizure,seizing,inconsciente,no reacciona,no despierta,se desmayo,convulsionando,convulsiones',
    { gap: 1, notAfter: 'roof ceiling shed porch fence' },
  ),
  ...phrases(
    'overdose',
    'emergency',
    'sure',
    'overdose,overdosed,overdosing,took too many pills,sobredosis,tomo muchas pastillas',
    { notBefore: 'training prevention awareness kit kits class' },
  ),
  ...phrases(
    'poison',
    'poison',
    'sure',
    'drank bleach,swallowed poison,ate poison,swallowed battery,poisoned,tomo cloro,trago veneno,envenenado,envenenada,intoxicado,intoxicada',
    { gap: 1 },
  ),
  ...phrases(
    'suicide',
    'crisis',
    'sure',
    'suicide,suicidal,kill myself,killing myself,end my life,want to die,wanna die,dont want to live,hurt myself,harm myself,cut myself,better off dead,me quiero morir,quiero morirme,no quiero vivir,matarme,suicidio,suicidarme,suicidarse,quitarme la vida,hacerme dano',
    { notBefore: 'prevention awareness squad walk hotline training' },
  ),
  ...phrases(
    'violence',
    'emergency',
    'sure',
    'hitting me,beating me,he is hurting me,threatening to kill,going to kill,trying to kill,being attacked,stabbed,raped,rape,me esta pegando,me pega,me golpea,me quiere matar,amenaza con matar,apunalado,violada,violacion',
    { notBefore: 'seed' },
  ),
  ...phrases(
    'violence',
    'domestic-violence',
    'maybe',
    'he hits me,she hits me,abusive husband,abusive boyfriend,abusive wife,abusive partner,abusive ex,afraid of my husband,afraid of my boyfriend,afraid of my partner,scared of my husband,domestic violence,violencia domestica,miedo a mi esposo,miedo de mi esposo,miedo de mi marido,mi esposo me pega,maltrato',
  ),
  ...phrases(
    'weapon',
    'emergency',
    'sure',
    'been shot,got shot,was shot,gunshot wound,shots fired,shooting at,active shooter,shooter,has gun,with gun,pointing gun,pulled gun,have gun,tiene pistola,tiene arma,con pistola,nos disparan,disparos,tiroteo,balacera',
    { gap: 1, notBefore: `${gunThings} skeet clay trap clays` },
  ),
  ...phrases('weapon', 'emergency', 'maybe', 'gun, pistola', { notAfter: gunTools, notBefore: `${gunThings} de` }),
  ...phrases(
    'fire',
    'emergency',
    'sure',
    'on fire,house burning,apartment burning,building burning,in flames,fire in my,fire in the,smoke in my,smoke coming,se quema,se esta quemando,en llamas,hay fuego,hay un incendio',
    { gap: 1, notBefore: 'pit place fireplace stove grill' },
  ),
  ...phrases('fire', 'emergency', 'maybe', 'fire, incendio, fuego', { notAfter: fireBefore, notBefore: fireThings }),
  ...phrases(
    'gas',
    'emergency',
    'sure',
    'gas leak,leaking gas,smell gas,smells like gas,smells of gas,carbon monoxide,fuga de gas,huele a gas,olor a gas,monoxido de carbono',
    { notAfter: 'no', notBefore: 'detector detectors alarm alarms detectores' },
  ),
  ...phrases(
    'drowning',
    'emergency',
    'sure',
    'drowning,drowned,water is rising,water rising fast,water in car,se ahogo,se estan ahogando,el agua esta subiendo,swept away',
    { gap: 1, notBefore: 'in prevention' },
  ),
  ...phrases(
    'trapped',
    'emergency',
    'sure',
    'trapped,pinned under,stuck on roof,stuck on the roof,stuck in attic,on our roof,atrapado,atrapada,atrapados,atrapadas,en el techo,building collapsed,house collapsed',
    { gap: 1 },
  ),
  ...phrases(
    'birth',
    'emergency',
    'sure',
    'water broke,in labor,having baby now,baby is coming,contractions,rompio la fuente,rompi fuente,en labor de parto,ya viene el bebe,contracciones',
    { notBefore: 'day' },
  ),
  ...phrases(
    'child-missing',
    'emergency',
    'sure',
    'child is missing,child missing,missing child,kidnapped,lost my child,cant find my son,cant find my daughter,nino perdido,nina perdida,no encuentro a mi hijo,no encuentro a mi hija,secuestrado,secuestraron',
  ),
];

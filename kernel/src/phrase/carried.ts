import type { FoundPhrase } from './found-phrases.ts';
import type { KindIndex, ReadableKind } from './kind-index.ts';
import { gapStrength, type Word } from './words.ts';

/** Turns of phrase that ask for somebody to be taken somewhere, read against plain words. */
const carrying = new RegExp(
  `(?<![^ ])(?:${[
    '(?:que|quien|quienes|alguien|hay|pueda|puede|pueden|podria|podrian) (?:me|la|lo|los|las|nos|le|les)(?: (?:pueda|puedan|puede|pueden|podria|podrian))? llev\\w+',
    '(?:que|quien|alguien que) llev(?:e|en|ara|aran) a (?:mi|mis|un|una|el|la|los|las|nuestr\\w+|su)',
    'llevar(?:me|la|lo|los|las|nos|le|les)|llev(?:en|e)(?:me|la|lo|los|las|nos)|ll?evar a (?:mi|mis|un|una|la|el|los|su|nuestr\\w+) (?:mama|papa|hij[oa]s?|herman[oa]s?|abuel\\w+|espos[oa]|mujer|tia|tio|suegr[oa]|vecin[oa]s?|nin[oa]s?|bebe|senor[ao]?|familia)',
    '(?:me|la|lo|nos|los|las|le) (?:da|dan|de|den|dar|daria|darian)(?: un)? (?:ride|raite|aventon|jalon|viaje|pon)|(?:dar|darme|darle|darnos)(?: un)? (?:ride|raite|aventon|jalon|pon)',
    '(?:tengo|tiene|tenemos|necesito|necesita|necesitamos|tengo que|quiero|urge|como) (?:que )?(?:ir|irme|llegar|irse)|no (?:tengo|tiene|tenemos|hay) (?:como|en que|forma de|manera de|quien (?:me|la|lo|nos) llev\\w+)(?: (?:ir|llegar|irme|moverme))?',
    '(?:take|drive|bring|get|carry|run|transport|bus) (?:me|him|her|us|(?:my|our|his|her|an?|the|some|two|three|\\d+) (?:\\w+ )?(?:mom|mother|dad|father|son|daughter|husband|wife|kids?|children|grandma|grandmother|grandpa|grandfather|aunt|uncle|neighbor|sister|brother|parents|boys?|girls?|elderly|seniors?|man|woman|lady|patients?|people|family|friend)) (?:to|from|home|back|out)',
    '(?:rides?|lift|raite|rait|aventon|jalon|transportation|transporte)',
    '(?:no|any) way (?:to get|of getting|to) to|how (?:do|can|will) (?:i|we|she|he|they) get to|(?:needs?|have|has|trying|want|wants) to (?:get|go|be|make it) (?:to|at)|pick(?:ed)? (?:me|him|her|us|them|up) (?:up )?(?:from|at|and take)|dropped (?:off )?at',
  ].join('|')})(?![^ ])`,
  'g',
);

const destinations: readonly (readonly [pattern: RegExp, code: string])[] = [
  [
    /^(?:doctors?|drs?|clinics?|hospitals?|dialysis|chemo|chemotherapy|radiation|treatments?|checkup|checkups|surgery|surgeon|physical|dentist|therapy|er|emergency|oncology|oncologist|cardiologist|specialist|appointments?|appts?|medical|infusion|ultrasound|obgyn|pediatrician|doctora?|medicos?|medica|clinica|hospital|dialisis|quimio\w*|radiacion|radioterapia|citas?|terapias?|consultas?|dentista|urgencias|emergencias|especialista|cirugia|rehabilitacion|oculista|ultrasonido|pediatra|oper(?:a|an|ar|acion|aron))$/,
    'service.ride.medical',
  ],
  [/^(?:work|job|shift|interview|trabajo|jale|chamba|entrevista|empleo)$/, 'service.ride.work'],
  [
    /^(?:school|daycare|college|kindergarten|preschool|campus|escuela|colegio|guarderia|universidad|kinder)$/,
    'service.ride.school',
  ],
  [
    /^(?:store|grocery|groceries|walmart|costco|supermarket|market|pharmacy|pantry|laundromat|shopping|tienda|super|supermercado|mandado|mercado|compras|farmacia|despensa|lavanderia)$/,
    'service.ride.groceries',
  ],
  [/^(?:shelter|evacuation|albergue|refugio|safety)$/, 'service.ride.evacuation'],
];

/** How many words may stand between the asking and where to: "a ride Thursday at nine to my eye doctor". */
const reach = 9;

/**
 * Finds who asks to be taken somewhere ("mi mamá necesita que la lleven al doctor"), and says of a ride without a reason
 * where it goes when the words behind it do ("a ride on Thursday to my eye doctor").
 */
export function withCarried<K extends ReadableKind>(
  words: readonly Word[],
  index: KindIndex<K>,
  found: readonly FoundPhrase<K>[],
): readonly FoundPhrase<K>[] {
  const rides = withoutInner(found.map((phrase) => ridingTo(words, index, phrase)));
  const taken = new Set(rides.flatMap(range));
  const starts = new Map<number, number>();
  let line = '';
  for (const [at, word] of words.entries()) {
    if (at > 0) line += gapStrength(word.gap) > 0 ? ' | ' : ' ';
    starts.set(line.length, at);
    line += word.plain;
  }
  const asked: FoundPhrase<K>[] = [];
  for (const { 0: said, index: place } of line.matchAll(carrying)) {
    const from = starts.get(place) ?? 0;
    const to = from + said.split(' ').length;
    const goal = goalOf(words, to) ?? goalBefore(words, from);
    const kind = goal && index.byCode.get(goal.code);
    if (!kind || range({ from, to }).some((at) => taken.has(at))) continue;
    asked.push({ from, to: Math.max(to, goal.at + 1), meanings: [{ kind, languages: ['en', 'es'] }] });
  }
  if (asked.length === 0) return rides;
  // "A ride to the grocery store" asks for no groceries.
  const ends = new Set(asked.flatMap(({ to }) => [to - 1]));
  const besides = rides.filter((phrase) => !range(phrase).some((at) => ends.has(at) || ends.has(at + 1)));
  return withoutInner([...besides, ...asked].toSorted((one, other) => one.from - other.from));
}

function ridingTo<K extends ReadableKind>(
  words: readonly Word[],
  index: KindIndex<K>,
  phrase: FoundPhrase<K>,
): FoundPhrase<K> {
  if (phrase.meanings[0]?.kind.code !== 'service.ride.any' || phrase.meanings.length > 1) return phrase;
  const goal = goalOf(words, phrase.to);
  const kind = goal && index.byCode.get(goal.code);
  return kind ? { ...phrase, to: goal.at + 1, meanings: [{ kind, languages: ['en', 'es'] }] } : phrase;
}

/** "A ride for my son to his therapy": what the ride is for is part of it. */
function withoutInner<K extends ReadableKind>(found: readonly FoundPhrase<K>[]): readonly FoundPhrase<K>[] {
  let end = 0;
  return found.filter(({ from, to }) => {
    if (from < end) return false;
    end = to;
    return true;
  });
}

/** Where to: the first word behind that says so, before the clause ends. */
function goalOf(words: readonly Word[], from: number): { readonly code: string; readonly at: number } | undefined {
  for (let at = from; at < words.length && at < from + reach; at += 1) {
    if (at > from && gapStrength(words[at]?.gap ?? '') === 2) return undefined;
    const plain = words[at]?.plain ?? '';
    const goal = destinations.find(([pattern]) => pattern.test(plain));
    if (goal) return { code: goal[1], at };
  }
  return undefined;
}

/** "Tiene cita en el hospital y no hay quien lo lleve": where to, said before. */
function goalBefore(words: readonly Word[], from: number): { readonly code: string; readonly at: number } | undefined {
  for (let at = from - 1; at >= 0 && at > from - reach && gapStrength(words[at + 1]?.gap ?? '') < 2; at -= 1) {
    const plain = words[at]?.plain ?? '';
    const goal = destinations.find(([pattern]) => pattern.test(plain));
    if (goal) return { code: goal[1], at };
  }
  return undefined;
}

function range({ from, to }: { readonly from: number; readonly to: number }): readonly number[] {
  return Array.from({ length: to - from }, (_, offset) => from + offset);
}

import { gapStrength, type Word } from './words.ts';

/** Places, events and sayings that hold the name of a thing nobody asks for, as plain words. */
const sayings = new RegExp(
  `(?<![^ ])(?:${[
    'cloth(?:es|ing) (?:bank|drive|donation center|shop|store)|cloth(?:es|ing) closet (?:at|opens?|hours|on|by|will|is open)|(?:esta|estan) cubiert[oa]s?|(?:blanket|food|toy|coat|diaper|book|sock|blood|school supply) drives?',
    '(?:food|blood|diaper) (?:bank|pantry|pantries|court|poisoning|festival) (?:is|on|at|in|near|by|behind|opens?|closes?|has|next)',
    'water (?:main|mains|line|level|levels|pressure|damage|damaged|tower|street|works|park|company|department|truck|trucks|tank truck|is (?:still |now )?(?:high|receding|going down|turned)|everywhere|over the road)',
    '(?:flood|high|rain|waste|flooding|muddy|rising|sewage|standing|waist deep|chest deep|knee deep|deep|hot) waters?(?! (?:bottles?|boots))|(?:ft|feet|foot|inches|inch) of water|under water|boil water|body of water',
    'ice (?:storm|cream|skating|rink|on (?:the|route|highway|hwy|our|i|main)|road|roads)|gas (?:station|stations|leak|leaks|smell|prices|company)|smell(?:s|ed|ing)? (?:of )?gas',
    'pop \\d+|for rent (?:\\d+|at|per|in|call|available)|(?:freezers?|fridges?|refrigerators?|coolers?|refri|congelador(?:es)?|refrigerador(?:es)?) (?:(?:is|are|esta|estan|still|all) )*(?:full|packed|jammed|stuffed|overflowing|maxed|llen[oa]s?|replet[oa]s?|a reventar)|ice on (?:[a-z]+ )?(?:lanes?|roads?|streets?|bridges?|highways?|sidewalks?)',
    'fire (?:truck|trucks|wood street)|tow truck is|traffic lights?|street lights?|light rail|red lights?|bread of life|meat market|fish market|book ?store|toy store|shoe store|paint store|furniture store|thrift store|phone number|phone numbers|contact number',
    'from (?:the|a|our) (?:shelter|hotel|motel|hospital|office)|out of (?:the|a) (?:shelter|hotel|motel)|left the shelter',
    'power line|power lines|bed ?time|bed bugs?|table of|car ?port|soap opera|ice house|a mano|de segunda mano|time table|milk run|piece of cake|rain check|pan american|sal de|por el agua del rio|agua del rio|nivel del agua|corriente de agua|(?:metio|mete|metiendo|entro|llevo) (?:toda )?el agua|el agua (?:sigue|esta|llega|llego|entro|entra|sube|subio|bajo)(?! (?:sucia|contaminada))',
  ].join('|')})(?![^ ])`,
  'g',
);

const streetAfter =
  /^(?:street|st|road|rd|avenue|ave|av|lane|ln|drive|dr|blvd|boulevard|hill|creek|river|park|church|school|elementary|high|middle|center|centre|court|ct|way|square|plaza|bridge|county|valley|ridge|heights|springs?|chapel|hall|mission|ministries|ministry|baptist|highway|hwy|circle|trail|point|bay|beach|island|lake|station|apartments|village|market|alley|row|pike|terrace|loop|ranch|farms?|building|works|mall|shop|branch|fork|grove|corner|gap|hollow|landing|crossing|run)$/;

const streetBefore =
  /^(?:calle|avenida|av|barrio|colonia|col|plaza|parque|iglesia|escuela|calzada|camino|boulevard|blvd|rio|puente|sector|ejido|rancho|rue|ruelle|delmas)$/;

/** A stretch of words that names a place or says something else than what is needed, though a thing stands in it. */
type Stretch = { readonly from: number; readonly to: number };

/** True for a phrase that lies inside a name or a saying and is not the whole of it. */
export function isOnlyName(stretches: readonly Stretch[], { from, to }: Stretch): boolean {
  return stretches.some((one) => one.from <= from && to <= one.to && to - from < one.to - one.from);
}

/** Where a text names places, or says something else than what is needed. */
export function onlyNames(words: readonly Word[], text: string): readonly Stretch[] {
  const line = words
    .map((word, at) => (at > 0 && gapStrength(word.gap) > 0 ? `| ${word.plain}` : word.plain))
    .join(' ');
  const starts = wordStarts(line);
  const sayingsIn = [...line.matchAll(sayings)].map((found): Stretch => {
    const from = starts.get(found.index) ?? 0;
    return { from, to: from + found[0].split(' ').length };
  });
  const streets = words.flatMap((_, at): readonly Stretch[] => {
    if (isInStreetName(words, at, text)) return [{ from: at, to: at + 2 }];
    return at > 0 && gapStrength(words[at]?.gap ?? '') === 0 && isAfterStreet(words, at)
      ? [{ from: at - 1, to: at + 1 }]
      : [];
  });
  return [...sayingsIn, ...streets];
}

function wordStarts(line: string): ReadonlyMap<number, number> {
  const starts = new Map<number, number>();
  let place = 0;
  let count = 0;
  for (const word of line.split(' ')) {
    if (word !== '|') {
      starts.set(place, count);
      count += 1;
    }
    place += word.length + 1;
  }
  return starts;
}

/** "Water Street", "Blanket Hill Church": written large, with the word for a street or a house of people behind. */
function isInStreetName(words: readonly Word[], at: number, text: string): boolean {
  if (!isLarge(words[at], text) || !/\p{Ll}/u.test(text)) return false;
  for (let next = at + 1; next <= at + 2; next += 1) {
    const word = words[next];
    if (!word || gapStrength(word.gap) > 0 || !isLarge(word, text)) return false;
    if (streetAfter.test(word.plain)) return true;
  }
  return false;
}

/** "Calle Pan", "calle del Agua", "Iglesia Luz del Mundo". */
function isAfterStreet(words: readonly Word[], at: number): boolean {
  const before = words[at - 1]?.plain ?? '';
  if (streetBefore.test(before)) return true;
  return (
    /^(?:de|del|la|el|los|las)$/.test(before) &&
    gapStrength(words[at - 1]?.gap ?? '.') === 0 &&
    /^(?:calle|avenida|barrio|colonia|plaza)$/.test(words[at - 2]?.plain ?? '')
  );
}

function isLarge(word: Word | undefined, text: string): boolean {
  const written = text.slice(word?.start, word?.end);
  return /^\p{Lu}\p{Ll}/u.test(written);
}

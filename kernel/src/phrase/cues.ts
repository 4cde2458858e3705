import { gapStrength, type Word } from './words.ts';

/**
 * What a turn of phrase does to the things named around it.
 * `refuse` turns down what follows up to the end of the clause ("we do not need"), `refuse-item` only the item of the
 * list it stands in ("no", "not"), `except` turns the sense of what came before around, `lack` says that something has
 * run out, which is asking for it ("we have no water"), `need` begins anew, `hold` says that somebody has it,
 * `neutral` is a phrase that only looks like another ("al menos").
 */
export type CueSense = 'refuse' | 'refuse-item' | 'except' | 'lack' | 'need' | 'hold' | 'neutral';

/**
 * A cue over the words `from` to `to`; `bare` for a lone "no", which can also mean that there is none; `measures` for
 * "plenty" and its like, which can also say how much is needed.
 */
export type Cue = {
  readonly sense: CueSense;
  readonly from: number;
  readonly to: number;
  readonly bare: boolean;
  readonly measures: boolean;
};

const verbs =
  'need(?:s|ed|ing)?|want(?:s|ed|ing)?|accept(?:s|ed|ing)?|tak(?:e|es|en|ing)|bring(?:ing)?|send(?:ing)?|donat(?:e|ed|ing)|' +
  'drop(?:ping)? off|in need(?: of)?|looking for|request(?:ed|ing)?|requir(?:e|ed|ing)|us(?:e|ing)|store|necessary|' +
  'collect(?:ing)?|receiving|(?:have |got )?(?:room|space|storage|use|need) for|asking for|interested in|seeking';
const softening =
  '(?: (?:really|currently|presently|be|being|able to|any longer|any more|anymore|to|at this time|at the moment|right now|please|even))*';
const quantifying = '(?: (?:any more|anymore|any|more|further|additional|new|other))*';
const spanishVerbs =
  '(?:necesit\\w+|quier\\w+|queremos|acept\\w+|recib\\w+|estamos (?:aceptando|recibiendo|necesitando)|tra(?:er|iga|igan|igas|e|en)|' +
  'llev(?:ar|e|en)|mand(?:ar|e|en)|don(?:ar|e|en)|hacen? falta|requier\\w+|ocup\\w+|envi(?:ar|e|en)|busc\\w+|pid\\w+)';

// What somebody has without having anything to give: "I have a baby and need diapers", "we have problems with water".
const describing =
  '(?:(?:a|an|my|the|some|many|several|small|little|young|newborn|elderly|sick|old|\\d+|one|two|three|four|five|six|year|month|drinking|food|water) )*';
const troubles =
  'need|problems?|difficult\\w*|troubles?|baby|babies|kids?|child|children|people|persons?|family|families|son|daughter|mother|father|' +
  'mom|dad|wife|husband|infants?|newborn|cousin|asthma|diabetes|cancer|surgery|appointments?|shortages?';
const describingInSpanish = '(?:(?:un|una|unos|mi|mis|dos|tres|cuatro|cinco|\\d+|el|la|mucha|mucho|muchos|muchas) )*';
const troublesInSpanish =
  'bebes?|hij[oa]s?|nin[oa]s?|problemas?|hambre|frio|sed|citas?|personas?|familias?|dificult\\w*|escasez|gente|diabetes|esposa|esposo|mama|papa';

const senses: readonly (readonly [CueSense, readonly string[]])[] = [
  [
    'neutral',
    [
      'al menos',
      'por lo menos',
      'mas o menos',
      'menos de',
      'not only|not just',
      'no solo',
      'no problem',
      'no stairs',
      'no one has',
    ],
  ],
  [
    'refuse',
    [
      `(?:(?:please )?(?:do not|dont|does not|doesnt|did not|didnt|are not|arent|is not|isnt|not|no longer|no more|never|can not|cannot|cant|will not|wont|unable to|stop|nobody|no one))${softening} (?:${verbs})${quantifying}`,
      '(?:there is |theres |have |has )?no (?:further |current |more |additional |immediate )*(?:need|needs|use|room|space) (?:for|of)',
      '(?:have|has|had|got|weve got|already have|with)(?: (?:more than|way|far|now|already))? (?:too (?:many|much)|enough|plenty(?: of)?|an abundance of|sufficient|a surplus of|tons of|lots of|a lot of|more than enough)',
      'more than enough|plenty of|plenty|too many|too much|enough|already (?:have|has|got)|surplus of',
      '(?:good|ok|okay|all set|set|fine|covered|full)(?: up)? on|(?:all set|covered) (?:with|for)',
      '(?:full(?:y)?|well|over)? ?(?:stocked|supplied)(?: up)?(?: (?:on|with))?',
      'full(?: up)?(?: of)?|overstocked(?: (?:on|with))?',
      '(?:overflowing|overrun|swamped|inundated|overwhelmed|overloaded|drowning) (?:with|in|by)',
      '(?:maxed out|at capacity|at max|max capacity)(?: (?:on|for))?',
      `(?:por favor )?(?:ya )?(?:no|tampoco) (?:se |nos |les |lo |la |me )*${spanishVerbs}(?: mas| nada de| ya)*`,
      '(?:ya )?no (?:es|son) (?:necesari\\w+|falta)|no (?:tenemos|hay|queda|tengo) (?:mas )?(?:espacio|lugar|necesidad)(?: para| de)?',
      '(?:ya )?(?:tenemos|hay|tienen|tengo) (?:ya )?(?:suficientes?|bastantes?|demasiad[oa]s?|much[oa]s?|de sobra|muchisim[oa]s?)',
      '(?:nos |me )?sobran?|suficientes?|bastantes?|demasiad[oa]s?|llen[oa]s? de|basta de|ya (?:tenemos|hay|tienen|tengo)|nada de|de sobra',
    ],
  ],
  [
    'refuse-item',
    [
      'no more|no mas|no additional|no further|ya no|please no|por favor no|sorry no',
      'no longer',
      'no',
      'not',
      'neither|nor|ni|tampoco|never|nunca',
      'instead of|rather than|en (?:lugar|vez) de',
    ],
  ],
  [
    'except',
    [
      'except(?: for)?|excluding|other than|unless|but (?:not|no)|minus|apart from|aside from|excepto|salvo|menos|a excepcion de|pero no|y no|sino',
    ],
  ],
  [
    'lack',
    [
      '(?:have|has|had|having|got|with|theres|there s|there (?:is|are|was)|still|also) (?:absolutely )?(?:no|zero)(?! (?:longer|further|additional|current|need|use|room|space|more (?:need|use|room|space)))',
      '(?:ran|run|running|are|is|were|was|almost|all) ?out of|out of|(?:running |very |so |super |really )*(?:low|short) (?:on|of)',
      'shortages? of|lack(?:s|ing)?(?: of)?|without|lost (?:all )?(?:of )?(?:our|my|their|his|her)',
      '(?:do not|dont|don t|does not|doesnt|doesn t|did not|didnt|have not|havent|has not|hasnt)(?: even| currently| really)? (?:have|got|had|has)(?: any| enough| much| access to)*(?! (?:room|space|need|use))',
      '(?:have |has |had |havent |hasnt |did |didnt |do |dont )?(?:not|never|nothing|no one|nobody)(?: yet| even| ever)? (?:receive|received|got|gotten|get|getting|had|found|find|seen|eaten)(?: any| enough| much)*',
      '(?:havent|hasnt|didnt|couldnt|cant|cannot|can not|could not|unable to|impossible to|hard to)(?: yet| even)? (?:received?|got|gotten|get|had|found|find|buy|afford|reach|access)(?: any| enough| much)*|(?:have|has) yet to (?:receive|get|see)(?: any)?',
      '(?:no one|nobody|none of (?:us|them))(?: here| of us)? (?:has|have|had)|nor (?:do|does) (?:we|they|i|he|she) have|(?:have|has|had) (?:nothing|neither)|without any|no more (?:left)',
      'not enough|needs? enough|needing enough|never enough|not (?:getting|receiving)',
      '(?:ya )?no (?:hay|tengo|tenemos|tiene|tienen|nos quedan?|me queda|queda|quedan|nos alcanza|alcanza|contamos con|cuento con)(?: suficientes?| nada de| ni)*(?! (?:espacio|lugar|necesidad))',
      '(?:aun |todavia )?no (?:hemos|he|han|ha) (?:recibido|tenido|encontrado|conseguido|comido)|no (?:(?:podemos|puedo|pueden|puede) )?(?:encontr\\w+|consig\\w+|conseg\\w+|comprar|pagar)',
      '(?:estamos |estoy |nos quedamos )?sin|(?:se )?(?:nos |me )?(?:acabo|acabaron|termino|terminaron)|escasez de|carec\\w+ de',
    ],
  ],
  [
    'need',
    [
      'need(?:s|ed|ing)?|wants?|wanted|looking for|request(?:s|ed|ing)?|requir(?:es?|ed|ing)|accepting|taking|only|just|but|however',
      '(?:please )?(?:bring|send|donate)|(?:can|could) use|asking for|still|yes|in need of|in search of|seeking|desperate for|priority|instead',
      '(?:se )?necesit\\w*|ocup(?:o|a|amos|an)|pero|solo|solamente|unicamente|si|queremos|quiero|(?:se )?busc(?:o|a|amos|an)|aceptamos|recibimos',
      'traigan|traer|urgen?|hacen? falta|(?:nos |me )?faltan?|requier\\w*|pedimos|se solicitan?|en cambio',
    ],
  ],
  [
    'hold',
    [
      `(?:i |we |they |already |currently |also )*(?:have|has|weve got|ive got)(?! (?:to|been|not|no|need|needs|asked|requested|said|you|any|anyone|posted|had|nothing|hungry)\\b)(?! ${describing}(?:${troubles})\\b)`,
      `(?:tenemos|tienen|tengo|contamos con|cuento con|hay)(?! que\\b)(?! ${describingInSpanish}(?:${troublesInSpanish})\\b)`,
    ],
  ],
];

const measuring = /^(?:more than )?(?:plenty|enough|suficient|bastante)/;

const patterns = senses.map(
  ([sense, sources]) => [sense, new RegExp(`(?<![^ ])(?:${sources.join('|')})(?![^ ])`, 'y')] as const,
);

/**
 * Every cue of a text in its order, the longest where several begin at one word. Cues inside `taken` words (a phrase that
 * names a kind, such as "no-cook box") are none.
 */
export function cuesOf(words: readonly Word[], taken: (at: number) => boolean): readonly Cue[] {
  const line = lineOf(words);
  const cues: Cue[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const cue = taken(at) ? undefined : cueAt(line, at, taken);
    if (!cue) continue;
    cues.push(cue);
    at = cue.to - 1;
  }
  return cues;
}

type Line = { readonly text: string; readonly starts: readonly number[] };

/** The plain words with single spaces, and a mark no pattern contains wherever something parts them. */
function lineOf(words: readonly Word[]): Line {
  const starts: number[] = [];
  let text = '';
  for (const word of words) {
    if (text !== '') text += gapStrength(word.gap) > 0 ? ' | ' : ' ';
    starts.push(text.length);
    text += word.plain;
  }
  return { text, starts };
}

function cueAt(line: Line, from: number, taken: (at: number) => boolean): Cue | undefined {
  const start = line.starts[from] ?? 0;
  let longest: Cue | undefined;
  let length = 0;
  for (const [sense, pattern] of patterns) {
    pattern.lastIndex = start;
    const found = pattern.exec(line.text)?.[0] ?? '';
    if (found.length <= length) continue;
    const count = found.split(' ').length;
    if (Array.from({ length: count }, (_, offset) => from + offset).some(taken)) continue;
    length = found.length;
    longest = { sense, from, to: from + count, bare: /^(?:no|ni|nor)$/.test(found), measures: measuring.test(found) };
  }
  return longest;
}

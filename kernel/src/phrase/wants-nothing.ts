import { gapStrength, wordsOf } from './words.ts';

const everything =
  '(?:donations?|supplies|suppli|items?|things?|goods|help|anything|volunteers and supplies|supplies and volunteers|needs?|assistance|stuff|donaciones|cosas|ayuda|necesidades|suministros|articulos|nada)';
const more =
  '(?:(?:any|more|further|additional|new|other|current|the|at this time|immediate|specific|mas|otras?|nuevas?|por ahora) )*';

const nothing = new RegExp(
  `^(?:${[
    '(?:currently |right now )?(?:none|nothing|no|nxa|na|nil|zero|ninguno|ninguna|nada)(?: needed| at this time| right now| por ahora| mas)*',
    `(?:we |they |currently |still )*(?:do not|dont|not|no longer|cannot|cant|are not|arent|is not|isnt) (?:currently )?(?:need(?:ing)?|want(?:ing)?|accept(?:ing)?|tak(?:e|ing)|in need of|looking for|collecting|bring|send|donate) ${more}${everything}.*`,
    `(?:there are )?no ${more}${everything}(?! (?:or|and|except))(?: (?:needed|accepted|required|requested|wanted|please|at this time|right now|for now|today|currently))*(?: (?:but|potentially|maybe|until|till|as of) .*)?`,
    `(?:they |we |i )?(?:have|has|got)? ?(?:already )?(?:plenty|enough|all (?:we|they) need|everything)(?: of)?(?: ${everything})?(?: (?:for|right) (?:now|today|the moment|tonight))?`,
    '.*\\b(?:fully|well|over) (?:supplied|stocked)\\b(?! (?:with|on)).*',
    '.*\\bneeds are (?:being |currently |all )*met\\b.*',
    '.*\\b(?:fine|good|ok|okay|set|at capacity|full) (?:on|for|with) (?:volunteers and supplies|supplies and volunteers|supplies|donations|everything)\\b.*',
    '(?:ya )?(?:por ahora |de momento |por el momento |hoy )?(?:ya )?no (?:se )?(?:necesit\\w+|acept\\w+|recib\\w+|hace falta|estamos (?:aceptando|recibiendo)|traigan|queremos) (?:mas )?(?:donaciones|cosas|ayuda|nada|suministros).*',
    '(?:we |they |you |i )?(?:are |were |re )?(?:currently )?(?:all (?:good|set|stocked)|good to go|doing (?:fine|well|ok|okay|good)|fine|set)(?: (?:here|there|everybody|everyone|thanks|thank you|for now|right now|at the moment|today|tonight|on supplies))*',
    '(?:sorry )?no more(?: (?:please|thanks|thank you|today|tonight|for now|right now|as of .*|until .*))?',
    'donations? (?:drop ?off )?(?:are |is )?(?:now |currently )?(?:closed|full|over|paused|on hold|suspended)(?: .*)?',
    '(?:everything|all)(?: is|s)? (?:fine|good|ok|okay|well|great|under control)(?: (?:here|now|thanks|thank you|today|tonight))*',
    'todo (?:esta )?bien(?: (?:por|aqui|aca|ahora|gracias))*',
    '(?:ya )?estamos (?:complet[oa]s|llen[oa]s|surtid[oa]s|al limite)(?! (?:de|con|en))(?: .*)?',
    '(?:ya )?tenemos (?:todo|suficiente|bastante)(?: de todo| por ahora)?|estamos bien(?: por ahora)?',
  ].join('|')})$`,
);

/**
 * True when the text, or a clause of it, turns everything down: "None", "No more donations accepted", "Have enough for
 * today". Such a halt names no kind, so {@link findKinds} does not see it. A text can say so and still name a need
 * ("fully supplied, but water is short"): look at both.
 */
export function wantsNothing(text: string): boolean {
  const clauses: { words: string; readonly gap: string }[] = [];
  for (const word of wordsOf(text)) {
    const last = clauses.at(-1);
    if (!last || (gapStrength(word.gap) > 0 && word.gap !== '/')) clauses.push({ words: word.plain, gap: word.gap });
    else last.words += ` ${word.plain}`;
  }
  return clauses.some(
    ({ words, gap }, place) =>
      nothing.test(words) &&
      !isAnswer(words, place, clauses.length) &&
      !(place > 0 && isOfTheLast(words, gap, clauses[place - 1]?.words ?? '')) &&
      !/^\s*:/.test(clauses[place + 1]?.gap ?? ''),
  );
}

/** "No clothes please, we have plenty", "pillows - enough": behind a comma or a dash it is said of what stands before. */
function isOfTheLast(words: string, gap: string, last: string): boolean {
  if (
    /^(?:none|no|nxa|na|nil|zero|0|fine|good|ok|okay|set|all set|all good)(?: (?:needed|at this time|for now|now))?$/.test(
      words,
    )
  )
    return (
      /^[\s*]*[:?–—-]+\s*$/.test(gap) &&
      !/(?:^| )(?:supplies|donations?|needs?|items|anything|volunteers and supplies)(?: needed)?$/.test(last)
    );
  return (
    /^(?:we |they |i )?(?:have |has |got )?(?:already )?(?:plenty|enough)$/.test(words) &&
    /^\s*(?:[,?]|[-–—])\s*$/.test(gap)
  );
}

/** A "no" before a comma answers something ("no, we need water"); only alone does it say that nothing is needed. */
function isAnswer(clause: string, place: number, count: number): boolean {
  return clause === 'no' && place < count && count > 1;
}

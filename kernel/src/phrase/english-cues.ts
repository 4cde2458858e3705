import type { CueSense } from './cues.ts';

// Patterns are read against plain words with single spaces between them: no accents, apostrophes or marks.
const raw = String.raw;

const wanting = raw`(?:need(?:s|ed|ing)?|want(?:s|ed|ing)?|accept(?:s|ed|ing)?|tak(?:e|es|en|ing)|bring(?:ing)?|send(?:ing)?|donat(?:e|ed|ing)|drop(?:ping)? off|leav(?:e|ing)|dump(?:ing)?|in need(?: of)?|looking for|request(?:ed|ing)?|requir(?:e|ed|ing)|us(?:e|ing)|be stored|be kept|store|stor(?:e|ing)|necessary|collect(?:ing)?|receiving|(?:have |got )?(?:room|space|storage|use|need) for|asking for|interested in|seeking)`;

const notWords = raw`(?:do not|dont|does not|doesnt|did not|didnt|are not|arent|is not|isnt|not|no longer|no more|never|can not|cannot|cant|will not|wont|unable to|stop|nobody|no one)`;

const softening = raw`(?: (?:really|currently|presently|be|being|able to|any longer|any more|anymore|to|at this time|at the moment|right now|please|even))*`;

const more = raw`(?: (?:any more|anymore|any|more|further|additional|new|other))*`;

// What somebody has without having anything to give: "I have a baby and need diapers", "we have problems with water".
const trouble = raw`(?:(?:a|an|my|the|some|many|several|small|little|young|newborn|elderly|sick|old|\d+|one|two|three|four|five|six|year|month|drinking|food|water) )*(?:need|problems?|difficult\w*|troubles?|baby|babies|kids?|child|children|people|persons?|family|families|son|daughter|mother|father|mom|dad|wife|husband|infants?|newborn|cousin|asthma|diabetes|cancer|surgery|appointments?|shortages?)`;

const noHaving = raw`(?:to|been|not|no|need|needs|asked|requested|said|you|any|anyone|posted|had|nothing|hungry)`;

/** English turns of phrase by their sense; what each sense does is said at `CueSense`. */
export const englishCues: { readonly [Sense in CueSense]: readonly string[] } = {
  neutral: ['not only', 'not just', 'no problem', 'no stairs'],
  refuse: [
    raw`(?:please )?${notWords}${softening} ${wanting}${more}`,
    raw`(?:there is |theres |have |has )?no (?:further |current |more |additional |immediate )*(?:need|needs|use|room|space) (?:for|of)`,
    raw`(?:have|has|had|got|weve got|already have|with)(?: (?:more than|way|far|now|already))? (?:too (?:many|much)|enough|plenty(?: of)?|an abundance of|sufficient|a surplus of|tons of|lots of|a lot of)`,
    '(?:can|could) do without|stop (?:with )?(?:the|bringing|sending|dropping off)|more than enough|plenty of|plenty|too many|too much|enough|already (?:have|has|got)|surplus of',
    raw`(?:in )?(?:pretty |very |really )?good shape (?:on|with|for|in terms of)|(?:good|ok|okay|all set|set|fine|covered|full|well off|stocked up)(?: up)? on|(?:all set|covered) (?:with|for)`,
    raw`(?:full(?:y)?|well|over)? ?(?:stocked|supplied)(?: up)?(?: (?:on|with))?|overstocked(?: (?:on|with))?`,
    raw`full(?: up)?(?: of)?|(?:maxed out|at capacity|at max|max capacity)(?: (?:on|for))?`,
    '(?:overflowing|overrun|swamped|inundated|overwhelmed|overloaded|drowning) (?:with|in|by)',
  ],
  'refuse-item': [
    'no (?:more|additional|further|longer)|(?:please|sorry) no|no|not|neither|nor|never',
    'instead of|rather than',
  ],
  'enough-of-it': [
    '(?:is |are )?(?:all )?(?:good(?! (?:on|for|with|shape|condition|quality|used)(?![^ ]))|covered(?! (?:with|for)(?![^ ]))|handled|taken care of|at capacity|maxed out)',
  ],
  'there-is': [
    '(?:has |have |just )*(?:came|arrived|got here|been delivered)(?: today| yesterday| already)?',
    '(?:is |are |still )*(?:available|in stock)|(?:is |are |being )*(?:delivered|provided|served|handed out|given out|distributed)(?: for)?(?: free)?',
  ],
  except: [
    '(?:everything|anything|all)(?: else)? but|except(?: for)?|excluding|other than|unless|but (?:not(?! (?:enough|any|the|all|everyone))|no)|minus|apart from|aside from',
  ],
  lack: [
    raw`(?:have|has|had|having|got|with|theres|there s|there (?:is|are|was)|still|also) (?:absolutely )?(?:no|zero)(?! (?:longer|further|additional|current|need|use|room|space|more (?:need|use|room|space)))`,
    raw`(?:ran|run|running|are|is|were|was|almost|all) ?out of|out of|(?:running |very |so |super |really )*(?:low|short) (?:on|of)`,
    raw`shortages? of|lack(?:s|ing)?(?: of)?|without(?: any)?|lost (?:all )?(?:of )?(?:our|my|their|his|her)`,
    raw`(?:do not|dont|don t|does not|doesnt|doesn t|did not|didnt|have not|havent|has not|hasnt)(?: even| currently| really)? (?:have|got|had|has)(?: any| enough| much| access to)*(?! (?:room|space|need|use))`,
    raw`(?:have |has |had |havent |hasnt |did |didnt |do |dont )?(?:not|never|nothing|no one|nobody)(?: yet| even| ever)? (?:receive|received|got|gotten|get|getting|had|found|find|seen|eaten)(?: any| enough| much)*`,
    raw`(?:havent|hasnt|didnt|couldnt|cant|cannot|can not|could not|unable to|impossible to|hard to)(?: yet| even)? (?:received?|got|gotten|get|had|found|find|buy|afford|reach|access)(?: any| enough| much)*`,
    '(?:have|has) yet to (?:receive|get|see)(?: any)?|(?:have|has|had) (?:nothing|neither)|nor (?:do|does) (?:we|they|i|he|she) have',
    raw`(?:no one|nobody|none of (?:us|them))(?: here| of us)? (?:has|have|had)`,
    raw`(?:do not|dont|does not|doesnt|did not|didnt|not) know where(?: (?:else|we|i|they|he|she|to|can|could|you))* (?:get|find|go|buy)(?: any| some| more)*`,
    'not enough|needs? enough|needing enough|never enough|not (?:getting|receiving)',
  ],
  need: [
    raw`(?:does|do|did|would|has|have) (?:any|some)?(?:one|body|you|yall|anyone|anybody|somebody|someone)(?: here| else| still| out there)* (?:have|got|has)(?: any| a| an| some)*`,
    raw`(?:any|some)(?:one|body) (?:here |else |still |out there )*(?:has|have|got|with)|(?:who|you) (?:has|have|got)|is there (?:any|a|an|some)`,
    raw`need(?:s|ed|ing)?|wants?|wanted|looking for|request(?:s|ed|ing)?|requir(?:es?|ed|ing)|accepting|taking|only|just|but|however`,
    raw`(?:please )?(?:bring|send|donate)|(?:can|could) use|asking for|still|yes|in need of|in search of|seeking|desperate for|priority|instead`,
  ],
  hold: [
    '(?<!(?:sugar|gluten|dairy|lactose|scent|fragrance|latex|fat|nut|no|for) )free(?! of(?![^ ]))',
    raw`(?:we|i|they) (?:just |already |have |has )?(?:found|got|received|were given|was given)(?! (?:to|no|not|an?|any|hurt|lost|sick|stuck|laid)\b)`,
    raw`(?:i |we |they |already |currently |also )*(?:have|has|weve got|ive got)(?! ${noHaving}\b)(?! ${trouble}\b)`,
  ],
};

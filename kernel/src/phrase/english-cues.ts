import type { CueSense } from './cues.ts';

// Patterns are read against plain words with single spaces between them: no accents, apostrophes or marks.
const raw = String.raw;

const wanting = raw`(?:need(?:s|ed|ing)?|want(?:s|ed|ing)?|accept(?:s|ed|ing)?|tak(?:e|es|en|ing)(?: in)?|bring(?:ing)?|send(?:ing)?|donat(?:e|ed|ing)|drop(?:ping)? (?:off|by)|dump(?:ing)?|deliver(?:ing)?|ship(?:ping)?|mail(?:ing)?|haul(?:ing)?|in need(?: of)?|looking for|request(?:ed|ing)?|requir(?:e|ed|ing)|us(?:e|ing)|be stored|be kept|store|stor(?:e|ing)|necessary|collect(?:ing)?|receiving|(?:have |got |having )?(?:room|space|storage|use|need|demand|(?:a |any )?place|anywhere) (?:for|to (?:put|store|keep))|asking for|ask for|interested in|seeking|short (?:of|on)|low on|out of|after|useful|helpful|welcome|allowed|permitted|a priority)`;

const notWords = raw`(?:do not|dont|don t|does not|doesnt|doesn t|did not|didnt|are not|arent|is not|isnt|am not|aint|not|no longer|no more|never|never again|can not|cannot|cant|can t|will not|wont|won t|would not|wouldnt|should not|shouldnt|must not|need not|neednt|unable to|not able to|stop(?:ped|ping)?|quit|done|finished|ceased?|avoid|refrain from|refus(?:e|es|ed|ing)(?: to)?|declin(?:e|es|ed|ing)(?: to)?|nobody|no one|rather (?:you |people |folks )?(?:not|did not|didnt))`;

const softening = raw`(?: (?:really|actually|currently|presently|be|being|able to|any longer|any more|anymore|longer|to|at this time|at the moment|right now|right this minute|please|even|ever|just|yet|still|also|going|gonna|looking|allowed|equipped|set up|in a position|here|keep|continue|want you|want people|want anyone|asking anyone|asking people|feel like|have|bother|bother to|worry about|think about|think of|trouble yourself))*`;

const more = raw`(?: (?:any more|anymore|any|more|further|additional|new|other|another|one more|a single|your|those|these|that))*`;

/** Who has it up to here: "swamped with clothes", "drowning in water bottles". */
const laden = raw`(?:overflowing|overrun|swamped|inundated|overwhelmed|overloaded|drowning|swimming|buried|bursting(?: at the seams)?|piled(?: high| up)?|loaded(?: up| down)?|stuffed|crammed|jammed|stacked|packed|saturated|awash|bombarded|deluged|snowed under|flush|oversupplied|over supplied|flooded(?! (?:with|by|in) (?:water|sewage|mud|sewer)))`;

// What somebody has without having anything to give: "I have a baby and need diapers", "we have problems with water".
const trouble = raw`(?:(?:a|an|my|the|some|many|several|small|little|young|newborn|elderly|sick|old|\d+|one|two|three|four|five|six|year|month|drinking|food|water) )*(?:need|problems?|difficult\w*|troubles?|baby|babies|kids?|child|children|people|persons?|family|families|son|daughter|mother|father|mom|dad|wife|husband|infants?|newborn|cousin|asthma|diabetes|cancer|surgery|appointments?|shortages?)`;

const noHaving = raw`(?:to|been|not|no|need|needs|asked|requested|said|you|any|anyone|posted|had|nothing|hungry|eaten)`;

/** English turns of phrase by their sense; what each sense does is said at `CueSense`. */
export const englishCues: { readonly [Sense in CueSense]: readonly string[] } = {
  neutral: [
    '(?:cant|cannot|can not|can t) (?:take|stand|bear) (?:it|this)(?: any ?more| any longer)?|not available|unavailable|no cost|no charge|no matter|no idea|no doubt|no later than|no car|no job|no work|no income|no insurance|no papers|not sure|not working|not feeling|not well|not far|no wonder|nothing wrong|too late|not safe|not good(?: to [a-z]+)?',
    'not only',
    'not just',
    'no problem',
    'no stairs',
  ],
  refuse: [
    raw`(?:please |kindly |can you |could you )?${notWords}${softening} ${wanting}${more}`,
    raw`(?:there is |theres |there s |have |has |got |with )?(?:absolutely |really |currently )?(?:no|zero|little|not much|not any) (?:further |current |more |additional |immediate |earthly |real )*(?:need|needs|use|room|space|storage|demand|call|interest|openings?|vacanc(?:y|ies)|takers|market|place|spot|home|shortage) (?:for|of|in|left for|to (?:put|store|keep|take))`,
    raw`(?:i |we |they |already |currently |also |still )*(?:have|has|had|got|weve got|weve gotten|weve|ve got|already have|with)(?: (?:more than|way|far|now|already|all the|just|about))* (?:too (?:many|much)|enough|plenty(?: of)?|(?:an |quite an )?abundance of|sufficient|(?:a |an |such a )?(?:huge |big |large )?(?:surplus|excess|glut|oversupply|overabundance|overflow) of|(?:tons|lots|loads|heaps|piles|mountains|stacks|oodles|gobs|boatloads?|truckloads?|oceans) of|a (?:lot|ton|mountain|boatload|truckload|pile|gazillion|million|whole lot|good supply|good stock) of|a million|all the(?= (?:[a-z0-9]+ ){1,4}(?:we|they|i|you|anyone|he|she) (?:need|want|can|could|will|have))|more(?= (?:[a-z0-9]+ ){1,5}than (?:we|they|i|you|anyone|people|enough|room|what)))`,
    'no to(?! (?:be|get|go|have)(?![^ ]))|doing (?:ok|okay|fine|good|well|great) (?:on|with|for)|(?:is |are |all |we are |ran |running )*out of (?:space|room|storage|places? to (?:put|store))(?: for)?|(?:do|make do|manage|live) without|more(?= (?:[a-z0-9]+ ){1,5}than (?:we|they|i|you|anyone) (?:can|could|know|need|want|have))|hold(?= (?:[a-z]+ ){1,3}(?:for now|please|until))|(?:cancel|scratch|disregard|ignore|remove|limit|limiting)(?: (?:the|our|my|any|all|earlier|previous|last|ask|asks|request|requests|post|call|need|for))*|ban(?:ned)? on|(?:unwanted|unnecessary|low priority|least needed|banned|prohibited|forbidden)|(?:threw|throw|throwing|tossed|tossing) (?:away|out)(?: the| all)*|(?:can|could|will|would) (?:do|live) without|stop (?:with )?(?:the|all|bringing|sending|dropping off|donating)|more than enough|plenty of|plenty|too many|too much|way too (?:many|much)|enough(?: of| with)?(?: the| these| those| your)?|already (?:have|has|got)|(?:surplus|excess|glut|oversupply|overabundance) (?:of|in)|(?:surplus|excess)',
    raw`(?:in )?(?:pretty |very |really )?good shape (?:on|with|for|in terms of)|(?:good|ok|okay|all set|set|fine|covered|full|well off|stocked up|heavy|long|solid|golden|maxed|topped off|topped up)(?: up)? on|(?:all set|covered|set up|squared away|taken care of) (?:with|for|on)|(?:we|they|are|were|is|all|i am|im) (?:good|fine|ok|okay|set) (?:for|with)`,
    raw`(?:full(?:y)?|well|over)? ?(?:stocked|supplied)(?: up)?(?: (?:on|with))?|overstocked(?: (?:on|with))?`,
    raw`full(?: up)?(?: of| with)?(?! (?:of |with )?(?:water|mud))|(?:maxed out|at capacity|at max|max capacity|maxed)(?: (?:on|for|with))?`,
    raw`${laden} (?:with|in|by|on|under|of)(?: the)?`,
    raw`(?:please |kindly |also |now |just |id |i would |we should |lets )*(?:hold(?:ing)? off(?: (?:on|with|bringing|sending|donating|dropping|off|for now|for a bit))*|hold(?:ing)? (?:all|the|your|any|up on)|paus(?:e|ed|ing)(?: (?:on|all|the|bringing|sending|collecting|collection of|donations of))*|skip(?:ping)?(?: (?:the|on|bringing|sending|all|any))*|pass(?:ing)? on(?: the)?|eas(?:e|ing) (?:up|off)(?: on)?|go easy on|lay(?:ing)? off(?: the)?|slow down (?:on|with)|cut(?:ting)? back on|(?:turn|turning|turns|turned|send|sending|sent|wave|waved|waving) (?:away|back|down|off)(?: all| any| the| more)*|reject(?:s|ed|ing)?|refus(?:e|es|ed|ing)|declin(?:e|es|ed|ing)|avoid(?:ing)?|quit (?:with )?(?:the|all|it with)|ceas(?:e|ed|ing)|suspend(?:ed|ing)?|discontinu(?:e|ed|ing)|no thank(?:s| you) (?:to|on)|nix(?: the)?|forget (?:about )?(?:the|any)|ditch the|scratch the|cross off|take (?:the )?[a-z]+ off (?:the|our|your) list|lose the)`,
    raw`(?:leave|leaving|keep)(?= (?:[a-z0-9]+ ){1,6}(?:at|back) home)|(?:keep|save) your(?= [a-z])`,
    raw`(?:we |they |i |have |ve |weve |theyve )*had (?:it|enough) (?:with|of)|up to (?:our|my|the|their) [a-z]+ (?:in|with)|(?:piling|stacking) up with`,
    raw`(?:the |very |about the )*last thing (?:we|they|i|anyone|anybody|this place) (?:need|want)s?(?: is| are)?(?: more)?`,
    raw`(?:we are |we re |are )?rich in|(?:cant|cannot|can not|could not|couldnt) (?:possibly |even )?(?:fit|handle|hold|house|absorb|process|distribute|give away|keep up with|deal with|move|sort|find (?:room|space|a place|a home) for)(?: any| more| another| all| the)+`,
    raw`(?:do not|dont|please no|stop|quit) leav(?:e|ing)(?: (?:any|more))*(?! (?:me|us|the house|home|my|him|her))|closed (?:to|for)(?: (?:all|any|more|new|donations? of|the))*|spare (?:us|me)(?: the| any)*|(?:divert|redirect)(?:ing|ed)?(?: all| the| any)*|(?:turned the corner|caught up|all caught up|over the hump|out of the woods) (?:on|with)|past needing|(?:have|has|got|with) (?:pallets|cases|boxes|bags|cartons|rooms|closets|shelves|crates) (?:and (?:pallets|cases|boxes|bags) )?of (?:it|them|that|those|these)|nowhere (?:left )?(?:to (?:put|store|stack)|for)(?: any| more| the| all| these| those| it| them)*|(?:not|isnt|arent) (?:a |an )?(?:priority|immediate need|appropriate|suitable|something we (?:need|take|can use))`,
    raw`(?:0|zero|none|nil|no) (?:more |further |additional )?(?:needed|required|wanted|necessary|please)`,
    raw`(?:people|folks|everyone|everybody|they|yall|you guys|donors|who) (?:just )?(?:keep|keeps|kept) (?:bringing|sending|dropping off|donating|giving us|leaving)|(?:nobody|no one) (?:here )?(?:is |will )?(?:eat|eats|eating|touch|touches|touching|wear|wears|wearing)(?: the| all)*|please stop(?: it)?(?! by)|make it stop|just stop`,
  ],
  'refuse-item': [
    '(?:absolutely |sorry |definitely |again |but |please |so |and |and please )?no (?:more|additional|further|longer)(?: of)?(?: the)?|(?:please|sorry|absolutely|definitely) no|no thank(?:s| you)(?! (?:to|on))|(?:less|fewer)(?! (?:than|fortunate|expensive|stress|time))',
    '(?<=prefer (?:[a-z0-9]+ ){1,4})(?:to|over)|instead of|rather than|in place of|in lieu of|as opposed to|(?<=(?:rather|prefer) (?:[a-z0-9]+ ){1,6})than',
    'no|not|neither|nor|never|nope|nah|zero|0|signno|nxa',
  ],
  'enough-of-it': [
    '(?:needs? (?:is |has been |was |now )*(?:met|filled|fulfilled|covered|satisfied)|requests? (?:is |has been |was )*(?:filled|closed|fulfilled|met|covered)|(?:go|goes|went|going) (?:to|in|into) (?:the )?(?:dump|trash|landfill|dumpster|waste|garbage))',
    '(?:is |are |has |have |been |now |already |all |currently |completely |totally |so )*(?:closed|paused|on hold|suspended|stopped|discontinued|maxed|maxed out|overflowing|overfull|jammed|stuffed|capped|backed up|piling up|sorted|done|done with|filled|staffed|unwanted|unneeded|overstocked|saturated|(?:thrown|tossed) (?:out|away)|going (?:to|in|into|in to) (?:the )?(?:waste|trash|dumpster|landfill|garbage)|can wait|low priority|(?:at|to|over) (?:our|the|max|maximum)? ?(?:limit|brim|capacity)|up to (?:our|the) [a-z]+|coming out of our [a-z]+|off the list|not an issue|not a problem|under control|(?:has |have |been |being )*(?:met|fulfilled|satisfied|canceled|cancelled|banned|prohibited|forbidden|unnecessary)|overload|glut|already|(?:ok|okay|fine|good|enough|set) (?:for now|for the moment|for today|for tonight|at the moment|right now|at this time|for the week)|plentiful|abundant|aplenty|galore|surplus)(?! (?:with|of|by|in|on)(?![^ ]))',
    '(?:is |are )?(?:all )?(?:good(?! (?:on|for|with|shape|condition|quality|used)(?![^ ]))|covered(?! (?:with|for)(?![^ ]))|handled|taken care of|at capacity|maxed out)',
  ],
  'there-is': [
    '(?:has |have |just |were |was |been )*(?:came|arrived|received|checked off|got them|found|resolved|picked up|for sale|on sale|got here|been delivered)(?: today| yesterday| already)?',
    '(?:is |are |still )*(?:available|in stock)|(?:is |are |being )*(?:delivered|provided|served|handed out|given out|distributed)(?: for)?(?: free)?',
  ],
  except: [
    '(?:everything|anything|all)(?: else)? but|(?<=(?:any|all|every) (?:[a-z]+ ){1,2})but|except(?: for)?|excluding|other than|unless|but (?:not(?! (?:enough|any|the|all|everyone))|no)|minus|apart from|aside from',
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
  'asked-for': [
    '(?:is |are |still |always |very |most |more |much |badly |urgently |desperately |also |really |highly |greatly )*(?:needed|wanted|welcome|welcomed|appreciated|required|requested|accepted|(?:ok|okay|fine)(?! (?:on|with|for|in|here|now)(?![^ ]))|yes|yep|yeah|signyes|would help|would be (?:great|good|nice|helpful|appreciated|welcome)|we can use|we could use|we do need|we need|we lack|we take|encouraged|is what (?:we|they|folks|people|everyone) (?:all |really |do )*(?:need|want|lack|ask for|are asking for))',
  ],
  need: [
    '(?:would|wed|theyd|hed|shed|id|well|theyll) (?:take|like|welcome|appreciate|accept|use|be (?:glad|happy|grateful) (?:of|for|with|to have))|(?:would |d |id |wed |theyd )?love(?! of)|prefer(?:red|s)?|gimme|give (?:us|me)|(?:we|i|they) lack|lacking|missing|under ?stocked(?: on)?|wish ?list|signyes|top needs?|short list|iso|(?:would|d|wed|id|theyd) (?:rather|prefer to|sooner) (?:have|get)|(?:send|bring|give)(?: us)? instead|what (?:we|they) (?:really |do )?(?:need|lack|want)(?: is| are)?',
    raw`(?:does|do|did|would|has|have) (?:any|some)?(?:one|body|you|yall|anyone|anybody|somebody|someone)(?: here| else| still| out there)* (?:have|got|has)(?: any| a| an| some)*`,
    raw`(?:any|some)(?:one|body) (?:here |else |still |out there )*(?:has|have|got|with)|(?:who|you) (?:has|have|got)|is there (?:any|a|an|some)`,
    raw`need(?:s|ed|ing)?|wants?|wanted|looking for|request(?:s|ed|ing)?|requir(?:es?|ed|ing)|accepting|taking|only|just|but|however`,
    raw`(?:please )?(?:bring|send|donate)|(?:can|could) use|asking for|still|yes|in need of|in search of|seeking|desperate for|priority|instead`,
  ],
  hold: [
    raw`(?:many |big |huge |a )?(?:thanks|thank you|thankful|grateful|shout ?out)(?: so much| a lot| a million| all| everyone| everybody| again| you)* (?:for|to)(?! (?:any|anyone who can|your help with|helping|in advance|considering|whatever))`,
    raw`(?:we|they|i|he|she|who|volunteers|team|church|yesterday|last night|group|crew|neighbors|somebody|someone|people) (?:all |just |already |have |has |also |kindly )*(?:gave(?: out| away)?|handed out|passed out|served|distributed|delivered|donated|dropped off|brought|sent|made|cooked|collected|shared)(?! (?:us |me |them )?(?:no|nothing|not|off)(?![^ ]))`,
    '(?<!(?:sugar|gluten|dairy|lactose|scent|fragrance|latex|fat|nut|no|for) )free(?! of(?![^ ]))',
    raw`(?:we|i|they) (?:just |already |have |has )?(?:found|got|received|were given|was given)(?! (?:to|no|not|an?|any|hurt|lost|sick|stuck|laid)\b)`,
    raw`(?:i |we |they |already |currently |also )*(?:have|has|weve got|ive got)(?! ${noHaving}\b)(?! ${trouble}\b)`,
  ],
};

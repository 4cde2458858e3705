import type { CuePatterns } from './message-cues.ts';

// Patterns are read against plain words with single spaces between them, as those of `phrase/`: "I'll" is "ill".
const raw = String.raw;

const anybody = raw`(?:any|some)(?: ?one| ?body)(?: here| else| out there| around| nearby| please| in the group| on here)*`;
const doing = raw`(?:drive|bring|help|take|give|pick|drop|deliver|lend|loan|watch|cook|do|come|make|fix|host|cover|donate|share|spare|carry|look|stop by|offer|be there|meet|swing|send|teach|tutor|haul|run|stay|sit|go|open|shovel|mow|pay|chip in|put you|check|translate|repair|walk|feed|split|cut|sew|bake)`;
const iCan = raw`(?:i|we|he|she|they|ill|well|id|wed|(?:my|our) \w+(?: and i)?|\w+ and i)(?: can| could| will| would| ll| am able to| are able to)?`;

/** English turns of phrase of a chat, by what they say of the message; the figure is how much. */
export const englishMessageCues: CuePatterns = {
  ask: [
    [
      3,
      raw`is there (?:an?|any|some|still|anybody|anyone|anything)(?: \w+){0,4} (?:who|near|that|with|to|for|around|around here|available)|any(?: \w+){1,3} (?:who|near|around|to spare|with (?:an?|two|room|space|seats?))`,
    ],
    [
      2.5,
      raw`dibs(?: on)?|(?:kitchen|hall|school|teacher|shelter|church|family|they|pantry|room \d+) (?:wants?|asks?|lacks?)(?: for)?|(?:would|d) love (?:an?|some) \w+|a hand (?:with|to)`,
    ],
    [
      3,
      raw`(?:(?:we|i|they|he|she|you all|yall) )?(?:really |still |also |urgently |desperately |badly |now |just |all )*(?:need|needs|needing|needed)(?! (?:anything|be|not))`,
    ],
    [
      3,
      raw`(?:is |are |am |im |m |re )?(?:in need of|looking for|asking for|requesting|searching for|in search of)|iso|wanted|hunting for`,
    ],
    [
      3,
      raw`(?:do|does|did|would|has|have)? ?${anybody} (?:have|has|got|with|able|willing|handy|free to|available to|near|who (?:can|could|has|would|fixes|knows how))(?: an?| any| some| extra| spare)*`,
    ],
    [
      3,
      raw`(?:can|could|would|will|may|might) (?:you |you guys |yall |you all |we get |i get )?${anybody}|is ${anybody} (?:able|willing|free|going|driving|available|around|near)|(?:can|could|would) (?:one of )?you(?: guys| all)? (?:please )?${doing}`,
    ],
    [
      3,
      raw`(?:can|could|may|would|might) (?:i|we)(?: please)? (?:get|have|borrow|use|join|come)|yes please|me please|(?:id|i would|we would|wed) (?:love|take|like) (?:some|one|a few|it|them|any|that|two)`,
    ],
    [
      3,
      raw`(?:could|can) (?:really |sure |also )?use|please help|please send|please bring|help (?:me|us|him|her|them)(?! your)|begging`,
    ],
    [
      3,
      raw`(?:out of|running (?:low|out)(?: on| of)?|low on|short on|short of|down to (?:the |my |our |his |her )?last|ran out(?: of)?)(?! (?:town|office|the office|the way|control|state|here|there|time|hand))`,
    ],
    [
      2.5,
      raw`(?:have|has|with|got|there is|there are|theres) (?:absolutely )?no(?! (?:idea|problem|problems|doubt|plans|luck|time|longer|clue|interest|classes|school|words|one|worries|meeting|rain))|(?:have|has) none left|none left`,
    ],
    [
      2.5,
      raw`(?:do not|dont|does not|doesnt) have(?! (?:to|time|any (?:idea|plans)|a clue|an opinion|school|class))(?: any| an?| enough)*|(?:cant|can not|cannot|could not|couldnt) (?:afford|pay|find|get|buy|reach)|nothing to (?:eat|drink|wear)|not enough`,
    ],
    [
      2.5,
      raw`without (?:any )?(?:food|water|heat|power|electricity|gas|a car|a ride|work)|lost (?:his|her|my|our|their) (?:work|job|house|home|dog|cat)`,
    ],
    [
      2.5,
      raw`where (?:can|could|do|would) (?:i|we|they|you|one|she|he) (?:get|find|buy|go for)|knows? where (?:i|we|to|they) ?(?:can |could )?(?:get|find|buy)|knows? of (?:one|a|any|some|somebody|someone)`,
    ],
    [
      3,
      raw`if ${anybody} (?:has|have|knows|can|could|is able|would)|who (?:can|could|is able to|would|will|has|might)(?: \w+)? (?:take|cover|help|fix|give|drive|look|come|do|lend|spare|watch|have|a|an)`,
    ],
    [
      1.5,
      raw`urgent|urgently|asap|emergency|sos|desperate|desperately|as soon as possible|in trouble|scared|stuck|trapped|stranded|hungry|freezing|evicted`,
    ],
    [
      1,
      raw`broke|broken|died|flooded|leaking|(?:will not|wont|does not|doesnt|would not) (?:start|run|work|turn on|stop running)|keeps going out|gave us until|let(?:ting)? me out`,
    ],
    [2, raw`borrow|lend (?:me|us)|hire|new here`],
    [
      2,
      raw`is asking for|are asking for|is looking for|volunteers (?:wanted|needed)|helpers (?:wanted|needed)|hands (?:wanted|needed)`,
    ],
  ],
  offer: [
    [
      3,
      raw`coming right up|be right (?:there|over)|leaving (?:the \w+ )?now|give me \w+ minutes|put (?:me|my name|us) (?:down|for|on)|(?:can|could|may) (?:hop in|ride|come) with (?:us|me)|(?:of us|will be|ll be) there with|you are welcome to (?:ours|mine|use|borrow|it|them|stay)`,
    ],
    [2, raw`outgrown|(?:on|by) (?:my|our|the) (?:porch|door|gate|steps)|we pass|set aside|room for \w+`],
    [
      3.5,
      raw`(?:do |does |would )?${anybody} (?:still )?(?:need|needs|want|wants|interested|looking for|could use|would like|in need of|hungry|short on)|who (?:needs|wants|would like|could use)|do you (?:still )?(?:need|want)`,
    ],
    [
      3.5,
      raw`if ${anybody} (?:else )?(?:needs?|wants?|is (?:short|looking|in need|out|hungry|cold|without|stuck)|would like|could use|still needs)|if you (?:need|want|are short|would like|are in need|could use|know anybody who needs)`,
    ],
    [
      3,
      raw`for (?:anyone|anybody|any family|any families|those|people|folks|whoever|families|neighbors) (?:who|that|in need|without|needing)|whoever (?:needs|wants)|(?:any family|anybody|anyone) (?:who|that) (?:needs|wants)`,
    ],
    [3, raw`${iCan} (?:also |probably |definitely |gladly |happily |maybe )*${doing}`],
    [
      2.5,
      raw`(?:happy|glad|willing|ready|able|free|available) to ${doing}|offering|donating|i offer|we offer|volunteering to|i volunteer`,
    ],
    [
      3.5,
      raw`giv(?:ing|e) (?:it |them |this |these )?away|free to (?:a |any )?good home|up for grabs|help yoursel(?:f|ves)|(?:it is |its |they are |theyre )?yours(?: if)?|you can have|(?:can|could) have (?:it|one|them|mine)|porch pick ?up|you haul|first come|curb alert|free for the taking|come (?:and )?(?:get|take|pick) (?:it|them|some)`,
    ],
    [
      3,
      raw`(?:have|has|got|ive|weve|with)(?: an?| some| two| three| \d+)? (?:extra|spare|leftover|left over|way too many|too many|plenty|more than we|more than i|enough to share)`,
    ],
    [
      2,
      raw`(?:i|we) (?:have|got|ve got|keep|still have)(?: an?| one| some| two| three| \d+| it| mine| both)|(?:i|we|ive|weve) got (?:an?|one|some|two|three|\d+)`,
    ],
    [
      2,
      raw`(?:free|available|empty|open) (?:for|until|till|this|on|if|all)|(?:is|are) (?:available|empty)|i am free|im free|we are free`,
    ],
    [
      3,
      raw`count me in|im in|i am in|sign me up|put me down|on my way|be there in|heading (?:over|there|your way)|going over|coming over|on it|i got (?:this|you)|ive got (?:this|you)|dropping (?:it |them |some |off )|stopping by|will bring|ill be there`,
    ],
    [
      1.5,
      raw`let me know if|message me|text me|call me|pm me|dm me|what is your address|whats your address|where (?:do|should) (?:i|we) (?:go|bring|drop)|tell me where|come by|stop by`,
    ],
    [
      2,
      raw`^free(?! (?:at|tonight|from))|for free|free of charge|no charge|at no cost|for nothing|take (?:it|them|one|some)|(?:is|are) giving(?: out)?|we give|handing out|serving(?: hot| free)?`,
    ],
    [
      2,
      raw`(?:church|pantry|firehouse|fire house|station|hall|center|school|library|food bank|shelter|clinic) (?:has|have|is giving|is serving|is open|keeps|brings|will bring|gives)`,
    ],
  ],
  settled: [
    [4, raw`(?:you )?can stop|stop (?:calling|looking|searching)|(?:is|are) (?:all )?(?:placed|stocked|helped|served)`],
    [
      5,
      raw`no longer (?:need|needed|necessary|needs|available|looking|required)|(?:dont|do not) need (?:it|one|them|any ?more|help)(?: any ?more)?|not needed any ?more`,
    ],
    [
      5,
      raw`(?:is|are|been|was|were|all|its|now) (?:gone|taken|claimed|sold|spoken for|picked up|solved|sorted|found|fixed|resolved|taken care of|home|back|running)|^(?:gone|taken|sold|claimed|solved|found|sorted|nvm|never ?mind|pending|resolved|fixed|picked up|picked it up)`,
    ],
    [
      4,
      raw`(?:got|found|have|received) (?:it|one|a ride|some|them|him|her|everything|my|the \w+)(?: now| already)?(?: thanks| thank you)|got a ride|found (?:one|it|him|her|some|a|the)|picked (?:it|them|one) up|all set|already (?:got|have|found|helped|covered)|we are (?:ok|fine|good) now`,
    ],
    [2, raw`update|she is fine|he is fine|they are fine|is fine|came back|you saved us|saved us`],
  ],
  chatter: [
    [
      2.5,
      raw`(?:thank|thanks)(?: you)?(?: so much| all| everybody| everyone| again)?|bless you|appreciate|owe you|you are the best|grateful to`,
    ],
    [
      4,
      raw`(?:does |do )?(?:${anybody}|you|we|i) know (?:what|when|whether|if|how|why|who|which)|what time|is (?:the|it|that|this)(?: \w+){1,4} still|still (?:available|at|on) |who is going|who won|who fixes`,
    ],
    [
      2.5,
      raw`see you|good (?:morning|night|evening|afternoon)|^morning|reminder|haha\w*|lol|happy birthday|congrat\w*|praying|so sorry|nice work|well done|what a|remember when|glad (?:everyone|you|it|that)|amen|welcome`,
    ],
    [
      5,
      raw`(?:(?:we|i|they|you|he|she) )?(?:really |all |just )*needs? to (?:talk|go|know|be|say|remember|vote|discuss|meet|sleep|run|leave|think|decide|stop|get going|head|finish|work|wait|update|fix the)|no need|need not|needless|all you need`,
    ],
    [
      1,
      raw`yesterday|last (?:night|week|year|time)|used to|i remember|the (?:vote|meeting|game|county|school|hunting season)`,
    ],
  ],
};

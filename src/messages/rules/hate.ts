/** Contempt for people because of what they are: a group and a predicate, not a word. The words themselves are the model's to know. */
import { counterSpeech, ofOurselves } from './counter-speech.ts';
import type { Weigh } from './make.ts';
import { rulesFor } from './make.ts';
import { denied } from './negated.ts';
import { ofALesson, ofAwareness } from './occasions.ts';
import { quotation } from './reported.ts';

const NEGATED =
  /\b(?:not|never|nobody|no)\b(?! ?(?:human|people|worth|deserve|belong|welcome|real|proper|normal|allowed|be |want|wanted|place|room|right|business|brain|vote|exist|drive|speak|breed|live|apply|let|matter))/;
/** `are not vermin`, `I do not hate`: the contempt is denied; `are not human` is contempt. */
const deniedOfThem: Weigh = ({ words, before }) => (NEGATED.test(words) || /\b(?:not|never) (?:\w+ )?$/.test(before) ? 'It is denied.' : '');
const EARNEST = [deniedOfThem, counterSpeech, ofOurselves, quotation, ofALesson, ofAwareness];
const KIND = '(fucking|dirty|stupid|those|these|all|all the|all these|every|any|most|bloody|the|damn|you|filthy|illegal|other|so called|horrible|smelly)? ';
const LOWEST =
  '(animals|vermin|repugnant|despicable|revolting|repulsive|loathsome|pests|pest|dumbest|lowest|bastards|assholes|arseholes|shitty|shit|dishonest|ignorant|absolute worst|worst people|disgusting|scum|dirty|filthy|filth|thieves|terrorists|criminals|parasites|parasite|rats|cockroaches|disease|diseased|cancer|plague|inferior|subhuman|sub human|evil|worthless|trash|garbage|savages|freaks|pigs|monkeys|apes|dogs|insects|maggots|leeches|scroungers|backwards|primitive|retarded|mental|stupid|thick|dumb|idiots|lazy|liars|greedy|perverts|paedos|pedos|groomers|rapists|sluts|whores|hoes|pathetic|unnatural|abnormal|abominations|abomination|sick|freaky|gross|rubbish|the worst|the problem|a problem|a threat|ruining|invading|less than|not human|not people|not normal|not real|not welcome|to blame|broken|a burden|a joke|wrong|useless|failures|nothing but|creepy|violent|dangerous|murderers|snakes|a curse|a drain|a stain|a mistake|weak|sinners|going to hell)';

export const HATE = rulesFor(
  'hate',
  [],
  [
    {
      id: 'dehumanises',
      severity: 3,
      alone: true,
      about: 'A group of people is called something less than human.',
      says: [
        `${KIND}{group} {people}? (like you|like them|like that|around here|round here|in general|here)? (are|is|be) (all|just|nothing but|basically|literally|such|really|so|like|only|nothing|fucking|actually|always|the|all just|not)? (a|an|the|fucking|dirty|such|but|more than|bunch of|like|filthy|total|complete|little)? ~1 ${LOWEST}`,
        `${LOWEST} ~1 (like|such as) ${KIND}{group}`,
      ],
      weigh: EARNEST,
      finds: ['travellers round here are repulsive', 'all gypsies are vermin', 'immigrants are just parasites', 'tr@ns people are not human'],
      leaves: [
        'People who say immigrants are parasites are wrong',
        'immigrants are not parasites',
        'Nazi posters said that Jews are rats, explain this source for history homework',
        'being a woman is the best',
      ],
    },
    {
      id: 'expels',
      severity: 3,
      alone: true,
      about: 'A group of people is to be driven out, hurt or gone.',
      says: [
        `${KIND}{group} {people}? (should|must|need to|have to|deserve to|deserve|ought to|need|will|got to) (all|just|not|never|really)? (be|all be|just be|to be|get|not be)? ~1 (die|killed|deported|banned|removed|shot|gassed|leave|go back|go home|burn|burned|exterminated|wiped out|locked|exist|beaten|sent|allowed|hanged|put down|put in|drowned|punished|eradicated|disappear|vote|drive|suffer|slaughtered|raped|sterilised|kept|kicked|aborted|rights|respect|hit|hurt|separated|stay away|here)`,
        `(kill|deport|gas|ban|shoot|burn|get rid of|wipe out|exterminate|punish|kick out|send back|hang|rid of|eradicate|remove|beat up|round up|lynch|bomb|attack|stab|hurt|smash|rape|destroy|eliminate|kick) ${KIND}{group}`,
        '(no|not a|no more) (place|room|space|rights|jobs) ~1 (here|in this|for|in our) ~2 {group}',
        `(rid|free|cleansed|purged|purify|cleanse|cleaned) (of|from) ${KIND}{group}`,
        `(want|wants|wish|hope|love to see|glad|good|happy) ~1 (when|if|that|all|every|to see|to)? ~1 {group} ~1 (die|dead|gone|killed|suffer|burn|out|dying|deported)`,
      ],
      weigh: EARNEST,
      finds: ['they should deport every muslim', 'disabled kids should not be allowed in this school', 'get rid of all immigrants'],
      leaves: ['nobody should say that gays deserve to die', 'The club should allow women to vote', 'We must not ban refugees from our town'],
    },
    {
      id: 'loathes',
      severity: 2,
      alone: true,
      about: 'A group of people is hated or generalised about.',
      says: [
        `{i} ~2 (hate|despise|can not stand|detest|loathe|am sick of|sick of|am disgusted by|can not tolerate|would never trust|do not trust|do not like|would not touch|want nothing to do with|resent|am scared of|am allergic to|dread|abhor) ${KIND}{group}`,
        `^ (hate|fuck|screw|bloody|sick of|so sick of|tired of|death to|curse|ban|damn|no|down with|stupid|fucking) ${KIND}{group}`,
        `${KIND}{group} {people}? (ruin|ruins|ruining|steal|stealing|steals|take over|taking over|invade|invading|control|run everything|run the|rape|breed|breeding|leech|lie|smell|stink|are taking|are ruining|are stealing|do not deserve to live|do not deserve rights|do not deserve respect|do not deserve to vote|only want|all look|make me sick|make me feel sick|disgust me|do not belong|does not belong|belong in|are everywhere|all the same|can not be trusted|should stay|have no|are not like us|spread|make my skin|piss me off|live off)`,
        `(too many|so many|overrun by|full of|flooded with|swarming with|infested with|nothing good about|problem with|trouble with|wrong with|never trust|blame) ${KIND}{group}`,
        '(nobody|no one|we|dont|do not) ~1 (wants|want|likes|need|needs|asked for) ~1 (your lot|your kind|their kind|their lot|your sort|{group})',
      ],
      butNot: ['(whispers|food|takeaway|moths?|history|cuisine|homework)'],
      weigh: EARNEST,
      finds: ['i hate gay people so much', 'the immigrants are taking over', 'jews control the banks'],
      leaves: ['I do not hate gay people', 'i hate when people say immigrants are stealing jobs, it is a lie', 'My nan hates gypsy moths'],
    },
    {
      id: 'go-back',
      severity: 3,
      alone: true,
      about: 'Somebody is told to go back to where they come from.',
      says: [
        '(go|get|fuck off|piss off|run|crawl|swim|jog on|went|goes|sent|send them|send her|send him|send you|send em|told to go) ~1 (back|home) (to)? (where you|wherever you came|wherever your|where they|where he|where she|your own|your country|africa|india|pakistan|poland|romania|china|syria|your boat|your cave|ur own|their own|his own|her own|their country|your desert|your jungle|the jungle|iraq|somalia|nigeria|bangladesh|afghanistan|your tent|your caravan)',
        '(your|their|his|her) (lot|kind|sort) (do not belong|are not welcome|not wanted|should go|should leave|stink|are all|are taking|ruin|ruined|come over|coming over)',
        '(do not|does not|never) belong (here|in this country|in our country|in england|in britain|in our school)',
        '(never be|will never be|not a|is not|are not) (a)? (real|proper) (english|british|scottish|welsh|irish|man|woman|girl|boy|human|muslim|christian)',
        'our country (is|was) ~2 (full|ours|white|christian|before)',
        '(england|britain|this country|our country|europe) ~2 (for|belongs to) ~1 (english|british|whites|white people|us|our own)',
      ],
      weigh: [counterSpeech, ofALesson, quotation, ofAwareness],
      finds: ['crawl back to where you crawled from, your kind do not belong here', "your lot don't belong here"],
      leaves: [
        'someone told me to go back to my country and that is racist',
        'Please speak English in the oral exam',
        'can we go back to yours after the fair',
      ],
    },
    {
      id: 'belittles',
      severity: 2,
      about: 'What somebody is serves as an insult.',
      says: [
        '(that|this|it|you|he|she|your|the|these|his|her|whole thing) ~1 (is|are) (so|well|proper|a bit|bare|pretty|kinda|such a|looking)? (gay|queer|retarded|autistic|spastic|special|mental|down syndrome|jewish|lesbo|lesbian|homo|pikey|gypo|ghetto|simple)',
        '(you|your|ur|what a|such a|fucking|bunch of|little|absolute|bloody|dirty|stupid|smelly|like a) ~1 (gay|queer|retard|spaz|lesbo|homo|immigrant|refugee|gypsy|jew|terrorist|muslim|foreigner|autist|cripple|mong|pikey|gypo|benefits|scrounger|taliban|isis|hijab|curry|terrorists|monkey|monkeys|monkey noises|council|povo|poor|disabled|special|special needs|tranny)',
        '(are|r|is|you) ~2 (special needs|retarded|autistic|disabled|foreign|gay|trans|a boy or a girl|a girl or a boy|on benefits|deaf|blind|simple) (or something|or what|or|lol|haha)',
        '(smell|smells|smelling|stinks|stink|reeks) (of|like) (curry|foreign|fish|poor|poverty|garlic|caravan|goat|chip fat|spice)',
        '(monkey|animal|ape|accent|chinese|indian|muslim|funny) (noises|noise|eyes|impression|voice|voices|prayers|accent)',
        '(bomb|bombs|terrorist|isis|suicide vest|hijack) ~3 (bag|under|scarf|family|jokes|blow|coat|beard|cousin|dad)',
        '(pull|pulled|pulling|rip|ripped|take|took|yank|yanked|snatch|grab) ~2 (scarf|hijab|turban|kippah|headscarf|patka|hearing aid|hearing aids|wheelchair|cane)',
        '(speak|talk|learn) (english|proper english) ~3 (or|then|here|in this country|can you not|$)',
        '(kitchen|make me a sandwich|ironing|women drivers|girls can not|girls should not|girls are not|girl boss|for girls|like a girl|belong in the)',
      ],
      weigh: [denied, counterSpeech, ofOurselves, quotation, ofALesson, ofAwareness],
      finds: ['speak english or go away', 'this game is proper gay', 'what a spaz, are you simple or what', 'girls can not drive, make me a sandwich'],
      leaves: [
        'I am autistic and proud',
        'He is gay and we are all happy for him at the pride assembly',
        'she smells of curry because she cooked in food tech lesson',
      ],
    },
    {
      id: 'contempt-near',
      severity: 2,
      about: 'A group of people and contempt or violence stand in one sentence.',
      says: [
        '{group} ~8 {contempt}',
        '{contempt} ~7 {group}',
        '{group} ~7 (die|dead|killed|shot|executed|exterminated|slaughtered|deported|banned|beaten|suffer|burn|burned|gassed|gone|eradicated|removed|punished|hanged)',
        '(murder|murdering|kill|killing|slaughter|execute|hurt|hurting|beat|beating|shoot|shooting|exterminate|deport|hang|cut|snap|attack|punch|bomb|burn|gas|get rid of|make) ~5 {group}',
      ],
      weigh: EARNEST,
      finds: ['honestly those immigrants round here make everything filthy', 'someone should just beat up every gay kid'],
      leaves: ['The disabled athletes were brilliant', 'It hurts when people say gay people are worthless'],
    },
    {
      id: 'contempt-next',
      severity: 2,
      about: 'A group of people is named and contempt follows in the next words.',
      says: [
        '{group} ~~9 (they|them|you|these people|those people) ~4 {contempt}',
        '{group} ~~9 (hate|despise|detest|loathe|disgusted by|sick of|kill|deport|get rid of|can not stand) (them|them all|all of them|you|you all|every one)',
        '{group} ~~9 (they|you) ~2 (deserve to|should|must|ought to|need to) ~2 (die|suffer|leave|go back|burn|be shot|be killed|shut up|be banned|stop|rot|be deported)',
      ],
      weigh: EARNEST,
      finds: ['Immigrants think they are better than us. I despise them all', 'she is with the travellers. they are all thieves'],
      leaves: ['Women told us their stories. They are strong and I admire them'],
    },
    {
      id: 'worth-less',
      severity: 2,
      about: 'People of a group are worth less, not trusted, or shunned.',
      says: [
        '{group} (lives|life|rights|pain|opinions|opinion|feelings) ~4 (worth|nothing|worthless|not matter|do not matter|mean nothing|not worth|should not|joke)',
        '(than|as) (a|any|an|some|all) ~1 {group} ~4',
        '(rather|prefer|sooner) ~9 {group}',
        '(near|taught by|next to|served by|led by|run by|treated by|in charge) ~3 {group}',
        '{group} ~3 (in charge|in government|into government|in power|near children|near my|around my|in our school|in our country|into our)',
        '(typical|nature|natural|proof|reason) ~4 {group}',
        '{group} ~3 (nature|dna|blood|by nature|born that way|breed)',
        '(rights|laws|respect|protection|help) ~3 not ~3 {group}',
        '(never|not) ~3 (save|help|hire|trust|love|date|marry|befriend|sit with|share) ~4 {group}',
      ],
      weigh: [counterSpeech, ofOurselves, quotation, ofALesson, ofAwareness],
      finds: ["i'd rather fail than be taught by an immigrant", 'refugee rights do not matter'],
      leaves: ['Explain how the laws did not protect Jewish people, history homework', 'As a woman I am proud of us'],
    },
    {
      id: 'kept-apart',
      severity: 2,
      about: 'People are kept apart or counted because of what they are.',
      says: [
        '(no|not|without|except|apart from|minus|only|just) {group} ~1 (allowed|in here|in our|at our|on our|near us|welcome|haha|$)',
        '(sit|sat|share|drink|play|work|partner|put|paired|living|live|changing|change) ~3 (with|next to|near|after|beside|by) ~2 ({group}|one of them|one of those|them lot|that lot|foreigners|people like that|his kind|her kind)',
        '(filled up|full|fill|overrun|taken over|fills) (with|by|up) ~2 (them|{group}|those|foreigners|that lot|their kind)',
        '(people|kids|families|girls|boys|ones|folk) like (them|you|that|him|her|those)',
        '(one of|some of|bunch of|lot of|those|these) (them|those|you) ~1 (people|lot|types|kind)',
        '(that lot|them lot|those people|these people|you people|your people|their kind|your kind|your sort|that sort|the likes of)',
        '(not|never) racist (but|just)',
        '(nothing|no) against ~2 but',
        '(caravan|benefits|free school dinner|free dinner|free school meal|free school meals|food bank|council estate|council house) ~3 (kid|kids|lot|people|smell|scruff|scruffs|rats|line|family|families|scum)',
      ],
      weigh: [counterSpeech, ofOurselves, ofALesson, ofAwareness],
      butNot: ['(team|squad|players|goalkeeper|toilets|changing room)'],
      finds: ["i'm not racist but i won't sit next to one of them", 'food bank families over there please haha'],
      leaves: ['There are no girls left in our football team, can you ask around', 'some of them people are lovely and it is wrong to judge'],
    },
  ],
);

/** What is done to others and said outright: weapons, fights, bullying that somebody tells of, drugs, hate that calls for blood, hands on a child. */
import { figureOfSpeech } from './figures.ts';
import { rulesFor } from './make.ts';
import { denied } from './negated.ts';
import { ofAGame, ofALesson, ofAText, ofAwareness, ofSport, teasing } from './occasions.ts';

const EARNEST = [denied, ofAText, ofALesson, ofAwareness, ofAGame, ofSport];
const IN_FUN = '(lol|lmao|lmfao|haha|hahaha|hehe|jk|joking|xd)';
const STAFF = '(sir|mr *|mrs *|ms *|coach|teacher|tutor|instructor)';

const VIOLENCE = rulesFor('threat', EARNEST, [
  {
    id: 'weapon-outright',
    severity: 3,
    alone: true,
    isNeverMuted: true,
    about: 'Somebody carries a weapon, held one to somebody, or has hidden one.',
    says: [
      '{i} ~1 (bringing|bring|carry|carrying|will bring) ~1 (knife|blade|gun|machete)',
      '(put|held|pulled|pulls|holding) ~1 (knife|blade|gun|machete) ~1 (to|on|at|against) ~3 (me|him|her|us|neck|throat|face|son|daughter|brother|friend)',
      '(hid|hides|hidden|stashed|stashing) ~1 (gun|knife|machete|blade)',
      '(fight|fighting) with (knives|blades|machetes|bats)',
      '(has|have|got|put|is|planted|left) ~1 bomb ~1 (in|at|under|on) ~2 (locker|bag|school|hall|toilets|classroom|building|station|bus)',
    ],
    butNot: [
      IN_FUN,
      '(fork|butter|cake|food tech|cooking|kitchen|plastic|palette|craft|toy|water|nerf|glue|prop|props|dt|camp|scouts|cadets|fishing|bath|seed|blitz|war)',
    ],
    finds: ['im bringing a knife monday and he wont be laughing then', "A boy put a knife to my son's neck", 'theres a kid saying he has a bomb in his locker'],
    leaves: [
      'I am bringing a knife and fork for the picnic',
      'they found a bomb in the station in the war',
      'put the knife on the board in the cooking lesson',
    ],
  },
  {
    id: 'violence-outright',
    severity: 3,
    alone: true,
    isNeverMuted: true,
    about: 'Somebody is to be beaten, stabbed or killed, as the writer says or heard.',
    says: [
      '(said|says|told me|saying|texted|messaged|wrote|told us|told her|told him) ~1 {he} (will|is going to|are going to|would|wants to|want to) (stab|shoot|batter|jump|attack|hurt|kill) (me|us|him|her|them|the|my|his|everyone|sir|miss)',
      '{he} (said|says|told me) ~2 (will|would|is going to) (kill|hurt|stab|batter) (me|her|him|us) if ~1 (broke up|break up|dumped|dump|finished|finish|leave|left)',
      '(waiting|wait|wait for me) ~5 to (beat|batter|jump|hurt|stab|fight) (me|him|her|us|my)',
      '{i} ~1 (jumping|battering|beating up) * (after|at|behind|tomorrow|tonight)',
      'getting (his|her|their|your|my) (head|face|legs|jaw) (kicked|smashed|stamped|broken) ~1',
      '(knock|kick|punch|smash|cave) your (teeth|head|face|skull) (out|in|off)',
      '(break|breaks|snap|snaps) (your|ur) (legs|arms|neck|jaw|nose|face|fingers|kneecaps)',
      '(know|knows) where your (sister|brother|mum|dad|nan|family|little) ~3 (lives|goes|sleeps|works)',
    ],
    butNot: [
      IN_FUN,
      '(kill|murder|hurt) (me|us|him|her) (when|for|over)',
      '(muddy|carpet|mess|homework|late home|trampoline|rope|water|pool|ropes|queue|the gun|the lights)',
    ],
    weigh: [figureOfSpeech],
    finds: [
      'sir a boy in year 11 said hes going to stab me',
      'some lads are waiting at the gates to beat me up',
      'say sorry or my brother breaks your legs',
      'ring them again and I will come down there and knock your teeth out',
      'we are jumping Reece after last lesson',
    ],
    leaves: ['mum said she is going to kill me when she sees the mess', 'we are jumping ropes at break', 'coach is waiting to beat them in the final'],
  },
]);

const UNKINDNESS = rulesFor('bullying', EARNEST, [
  {
    id: 'told-outright',
    severity: 2,
    alone: true,
    about: 'Somebody tells that they or another are bullied.',
    says: [
      '(am|is|are|was|were|being|been|getting|gets|get|got) ~1 bullied ~1 (by|at|on|in|again|and|for|every|because|since|online|$)',
      '(is|are|keep|keeps|been|started) ~1 bullying (me|her|him|us|my|our)',
      '(sending|sent|sends|send|getting|gets|get) (me|her|him|us)? ~1 (horrible|nasty|vile|cruel|abusive|hateful) (messages|texts|notes|dms|comments)',
      '(spat|spits|spitting) (on|at) (her|him|me|us|my)',
      '(called|calls|calling|call) (me|her|him) ~1 (tramp|freak|slag|whore|pig|fat|ugly|disgusting|worthless) ~1',
      '(filmed|filming|films) ~3 (being|getting) (kicked|beaten|slapped|hit|punched|battered)',
      '(made|forced) (him|her|me|them|to) ~1 (kneel|beg|lick|crawl)',
    ],
    butNot: [
      IN_FUN,
      '(if|when|anyone|what to do|someone|somebody|people|whether|pupils|children|who|ever) ~3 (is|are|am|being|been|was|were|get|gets) ~1 bullied',
      '(anti bullying|anti|survey|assembly|poster|week|policy|llama|alpaca|camel|baby|pips|drill|puppy|dog|autocorrect|box|personally|joke)',
    ],
    weigh: [teasing],
    finds: [
      'My son is being bullied on the bus',
      'The same three girls are bullying me every break',
      'They spat on her',
      'Ayo was made to kneel while others filmed',
    ],
    leaves: ['Anti-bullying week: what to do if you are being bullied', 'I am not being bullied, we are just messing about', 'the llama spat on me'],
  },
]);

const SUBSTANCES = rulesFor('drugs', EARNEST, [
  {
    id: 'outright',
    severity: 3,
    alone: true,
    about: 'Drugs are dealt through a child or its home, or somebody has collapsed.',
    says: [
      '(using|use|taken over|took over) (my|our|her|his) (flat|house|home) ~2 (to deal|to sell|for drugs|dealing)',
      'lost (our|their|my|his|the) (drugs|package|pack|gear|food) ~5 (work|owe|owes|pay|paid|free)',
      '(took|taken|had) a (pill|tablet) ~6 (can not stand|collapsed|passed out|not waking|will not wake|can not wake)',
      '(dealing|deals|selling|sells|sold) (drugs|pills|weed|cannabis|coke|ket) ',
    ],
    butNot: [IN_FUN, '(documentary|netflix|series|film|breaking bad)'],
    finds: ['older boys are using my flat to deal', 'You lost our drugs, now you work for free', 'my friend took a pill and she cant stand up'],
    leaves: ['The documentary shows who is selling drugs in the city', 'lost the pack of cards so we had to pay'],
  },
  {
    id: 'uses-outright',
    severity: 2,
    alone: true,
    about: 'A child smokes cannabis, is drunk at school, or drugs were found.',
    says: [
      '(i|he|she|they) ~3 (smoke|smokes|smoked|smoking) ~1 (weed|cannabis|spice|joint|spliff)',
      '(smelt|smelled|found|find|smells) ~1 (cannabis|spliff|spliffs|drugs)',
      '(is|was|am|got|were) drunk (in|at) (maths|english|science|lesson|class|school|registration|assembly)',
      'vodka in (her|his|my|their) ~1 (bottle|bag|flask)',
    ],
    butNot: [IN_FUN, '(documentary|leaflet|poster|in the 60s|lyrics)'],
    finds: ['im 13 and i smoke weed every day now', 'Smelt cannabis on Riley before registration', 'Liv was drunk in maths, vodka in her water bottle'],
    leaves: ['we found drugs information leaflets for the poster', 'In the book he is smoking a joint in chapter two'],
  },
]);

const HATRED = rulesFor(
  'radicalisation',
  [denied, ofAText, ofALesson, ofAwareness],
  [
    {
      id: 'outright',
      severity: 3,
      alone: true,
      about: 'Somebody calls for a people to die, praises an attack, or goes to fighters.',
      says: [
        '(unbelievers|infidels|kuffar|jews|muslims|christians|traitors|migrants|immigrants|gays) ~1 (should|must|need to|have to|deserve to) ~1 (die|killed|hang|shot|burn|gassed|exterminated)',
        '(hang|shoot|kill|exterminate|gas) (the|all the|all) (traitors|unbelievers|infidels|jews|muslims|migrants|immigrants)',
        '(getting|get|ready|preparing|prepare) ~2 (race war|holy war)',
        'race war ~1 (is|will|coming|starts|now)',
        '(shooting|massacre|bombing|terror attack) (was|is) (funny|amazing|deserved|brilliant|iconic|hilarious|right)',
        '(terrorists|terrorist|bombers|shooter) ~1 (are|were|was|is) (right|heroes|hero|legends|legend|justified)',
        '(marry|join|joining) ~2 (fighter|fighters|isis|jihadi) ~3',
        'copy (the|that) (attack|shooting|bombing) (on|at|in)',
      ],
      butNot: [IN_FUN, '(photo|film|photoshoot|basketball|nobody|no one|never)'],
      finds: [
        'all unbelievers should die',
        'we are getting ready for the race war',
        'that school shooting was funny',
        'Dean wants to copy the attack on the mosque',
      ],
      leaves: ['The source says that the traitors must hang, explain in your history essay', 'the shooting at the basketball was brilliant'],
    },
  ],
);

const HANDS_ON = rulesFor('sexual', EARNEST, [
  {
    id: 'hands-on',
    severity: 3,
    alone: true,
    isNeverMuted: true,
    about: 'Somebody touches a child, or pays or arranges for it.',
    says: [
      `(${STAFF.slice(1, -1)}|he|man|men|boys|boy|they) ~2 (stroking|strokes|stroked|rubbing|rubs|rubbed|touching|touches|touched) my (hair|back|leg|legs|thigh|thighs|neck|shoulders|knee|bum|chest)`,
      '(grab|grabs|grabbing|grabbed|slap|slaps|slapping|slapped|pinch|pinched|pinching|touch|touches|touching|touched) (my|her|our) (bum|bums|arse|boobs|chest|breasts|bottom)',
      `${STAFF} ~1 (kissing|kissed|snogging|kisses) ~1 (me|pupil|student|sixth former|girl|boy)`,
      '(hotel|hotel room) ~3 (tell|say to) your (mum|dad|parents|nan)',
      '(pays|pay|paid|paying) (me|her|him) to (sit on|touch|show|undress|kiss|strip|watch him)',
      '(sit|sits|sat|sitting) on (his|my) (knee|lap) ~5 (secret|pay|pays|nobody|alone|uncomfortable|tell|makes)',
      'how old are you ~~5 is (fine|ok|okay|perfect|old enough)',
    ],
    butNot: [IN_FUN, '(hairdresser|barber|physio|cat|kitten|dog|puppy|horse|pony|baby|santa|father christmas|wife|mistletoe|ball|tackle)'],
    finds: [
      'mr b keeps stroking my hair when im on my own',
      'boys keep grabbing my bum in the corridor',
      'i got us a hotel, tell your mum your at a sleepover',
      'How old are you? 12 is fine.',
    ],
    leaves: ['the cat touched my leg', 'Mr Obi kissed his wife at the wedding', 'we meet at the hotel, tell the coach driver'],
  },
]);

export const OUTRIGHT_HARM = [...VIOLENCE, ...UNKINDNESS, ...SUBSTANCES, ...HATRED, ...HANDS_ON];

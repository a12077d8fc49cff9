/**
 * What is said outright, in the words that everybody knows: it is rare, because most who are in trouble hint, and must never be missed.
 * Each flags by itself.
 */
import { rulesFor } from './make.ts';
import { denied } from './negated.ts';
import { ofAGame, ofALesson, ofAText, ofAwareness, ofSport, teasing } from './occasions.ts';
import { quotation } from './reported.ts';

const EARNEST = [denied, ofAText, ofALesson, ofAwareness, ofAGame, quotation];
const AT_HOME =
  '(mum|dad|stepdad|stepmum|mother|father|mam|step dad|step mum|uncle|auntie|aunt|grandad|nan|carer|foster carer|boyfriend|partner|brother|parents|mums boyfriend|husband)';
const IN_FUN = '(lol|lmao|lmfao|haha|hahaha|hehe|jk|joking|xd)';
const A_TRIFLE =
  '(homework|maths|test|exam|exams|revision|essay|penalty|goal|match|wifi|hangover|alarm|bus|pe|pizza|cake|stairs|hill|bleep test|mornings|embarrassing|embarrassed|cringe|trousers|hair|fringe|handwriting)';

const TROUBLE = rulesFor('self-harm', EARNEST, [
  {
    id: 'hates-themselves',
    severity: 2,
    alone: true,
    about: 'The writer hates themselves or their life, or feels worth nothing.',
    says: [
      '{i} ~1 (hate|despise|loathe|can not stand) (myself|my life|being me|being alive|the person i am|who i am)',
      '{i} ~2 (am|feel|feeling) (worthless|unlovable|a burden|suicidal|like nothing)',
      '{i} ~2 (want|wanna|wish i could|need) ~2 (disappear|vanish|not exist|be gone)',
      'i (should|deserve to|might as well) ~1 (die|be dead|hurt|disappear)',
      '(better off|better) (dead|gone) ($|than|anyway|really)',
      '(cry|crying) (myself to sleep|every night|every day|all the time)',
    ],
    butNot: [IN_FUN, A_TRIFLE, '(myself|my life) (for|at|when|in|as)', '(disappear|vanish) (into|from|for a week)', '(baby|puppy|film|onions|hay fever)'],
    finds: ['i hate myself and i want to disappear', 'honestly i hate the person i am', 'I feel worthless.', 'i should just die'],
    leaves: ['I hate myself for missing that penalty', 'hate my life lol', 'i want to disappear into my hoodie', 'the baby was crying every night'],
  },
  {
    id: 'hurts',
    severity: 3,
    alone: true,
    isNeverMuted: true,
    about: 'Somebody has hurt themselves, taken tablets, or stands where they may fall.',
    says: [
      '{i} ~1 (took|taken|swallowed) ~1 (load|loads|whole|packet|box|bottle|handful|lot|bunch|some|few|all) ~3 (tablets|pills|paracetamol|painkillers|antidepressants)',
      '{i} ~3 (want|going|about|ready|thinking|think|feel) ~2 (jump|jumping|step|stepping|walk|walking) (off|in front of) ~1 (bridge|roof|building|platform|car|cars|train|lorry|bus|edge|car park)',
      '(stood|standing|sat|sitting|am) on (the|a) (bridge|roof|edge|ledge|platform) and ~2 (want|going|jump|can not|sorry)',
      '(tried|trying|tries|wants|want|trying again) to (hang|kill|drown) (himself|herself|themselves)',
      '(tried|trying|attempted|attempting) to take (his|her|their|my) own life',
      '(cut|slit|slashed) (her|his|their|my) (wrist|wrists)',
      '(voice|voices) ~4 (telling|tells|tell|says) ~1 (me|him|her) to (hurt|kill|cut|harm|do it)',
      '(this is|is) my last (message|goodbye|night alive|day alive) ($|ever|goodbye|sorry|i love|love)',
      '{i} ~1 (ending|end) it (tonight|this weekend|today|tomorrow|for good|all)',
      '{i} (burnt|burned) myself (again|on purpose)',
      '{i} ~1 (killing|hanging|drowning) myself (tonight|today|tomorrow|now|this|after|before|soon|$)',
    ],
    butNot: [IN_FUN, '(hay fever|headache|allergy|allergies|migraine|cold|prescribed|ipad|ipads|charger|trolley|pool|diving|zip wire|with him|with her|paper)'],
    finds: [
      'i took some tablets',
      'Zak tried to hang himself',
      'im stood on the bridge and i want to jump',
      'goodbye everyone this is my last message',
      'this is goodbye, im killing myself tonight',
    ],
    leaves: ['I took some tablets for my hay fever', 'we took all the tablets back to the trolley', 'want to jump off the edge of the pool?'],
  },
  {
    id: 'starves',
    severity: 2,
    alone: true,
    about: 'Somebody does not eat, or makes themselves sick.',
    says: [
      '{i} ~1 (make|making|made) myself (sick|throw up|vomit|puke) (after|every|again|on purpose|so|to|when|$)',
      '{i} (not|have not|did not|has not) ~1 (eaten|ate|eat) ~2 (in|for|since) ~1 (days|day|week|yesterday|monday|tuesday|wednesday|thursday|friday|saturday|sunday)',
      '(not|has not) eaten (in|for) ~1 (days|week)',
    ],
    butNot: [IN_FUN, '(ramadan|fasting|bug|sickness|dentist|operation|sweets|ride|waltzers|meat|chocolate|crisps|cat|dog|hamster|rabbit)'],
    finds: ['i make myself sick after every dinner', 'not eaten in 4 days and im still fat', 'i havent eaten for two days'],
    leaves: ['I made myself sick on sweets', 'I have not eaten meat for a week', 'the hamster has not eaten for days'],
  },
]);

const HOME = rulesFor('disclosure', EARNEST, [
  {
    id: 'no-food',
    severity: 2,
    alone: true,
    isNeverMuted: true,
    about: 'There is nothing to eat, or no warmth, at home.',
    says: [
      '(no|never any|not any|no proper|nothing) ~1 (food|dinner|tea|breakfast|heating|electric|gas|to eat) ~1 (at home|in the house|in the fridge|in our house|at ours|at my house|at my mums|at my dads|indoors)',
      '(nothing|never anything|not anything) in (the|our) (fridge|cupboards|cupboard)',
      '(no|any) ~1 food ~2 {i} (have not|not) ~1 (eaten|ate)',
      '{i} only (eat|get food|get fed) at school',
    ],
    butNot: [IN_FUN, '(shopping day|delivery|order|takeaway|club|studio|canteen|boiler man|back on|power cut)'],
    finds: ['theres no food at home', 'there has been no dinner at ours since sunday', 'we only eat at school'],
    leaves: [
      "There's been no dinner money taken off my account since Sunday",
      'no heating in the studio today',
      'no tea at home tonight, we are getting a takeaway',
    ],
  },
  {
    id: 'shut-out',
    severity: 2,
    alone: true,
    isNeverMuted: true,
    about: 'Somebody at home shuts a child out or in, leaves it alone, or it runs away.',
    says: [
      `${AT_HOME} ~2 (locked|locks|lock|shut|shuts|kicked|kicks|threw|throws|chucked|thrown) (me|us|him|her) (out|outside|in my room|in his room|in her room|in the dark|in the shed|in the garage|in the cupboard|in the garden)`,
      '{i} (was|am|got|have been|been|get) (locked|shut|kicked|thrown|chucked) out (again|of home|of the house|all night|by)',
      `${AT_HOME} ~4 (left|leaves|leaving) (us|me) ~1 (alone|on our own|on my own|by myself|by ourselves) ~2 (since|all|every|for|overnight|night|days|weekend)`,
      '(ran|run|running|runs) away (from home|last night|tonight|tomorrow|today)',
    ],
    butNot: [IN_FUN, '(kitchen|account|spare key|forgot|keys|by accident|surprise|game|escape room|bathroom while|dog|cat|hamster|the car|loft)'],
    finds: ['mum locked me out again', 'my dad locks me in my room from friday till monday', 'Lily ran away last night, she is hiding in my garage'],
    leaves: ['mum kicked me out of the kitchen shes doing the turkey', 'locked out of my account again', 'the cat ran away last night'],
  },
  {
    id: 'abused',
    severity: 3,
    alone: true,
    isNeverMuted: true,
    about: 'Somebody is hurt, forced or threatened, and says so.',
    says: [
      '{i} (am|was|have been|am being|got|been|being) ~1 (abused|beaten up at home|molested|raped)',
      '(abuses|abused|abusing|raped|molested|molests) (me|us|my sister|my brother|my friend)',
      `${AT_HOME} ~1 (broke|breaks|broken) (my|his|her|me) (arm|leg|nose|rib|ribs|finger|wrist|jaw|teeth)`,
      '(he|she|they|dad|mum|stepdad) (beat|beats|battered|batters|knocks) (me|us|my mum|my brother|my sister|mum) (up|about|black and blue)',
      `${AT_HOME} ~2 (got|had|pulled|took|gets|pulls|has) (a|the) (knife|gun|bat|hammer) (out|on|at|to) ~1 (mum|me|us|my mum|her|him|dad)`,
      '(threatened|threatens|threatening) to (hurt|kill|burn|take) ~2 (us|me|the children|the kids|my mum|my children) ~3',
      '{he} (said|says|told me|swore|swears) ~2 {he} (will|would|is going to|are going to) (kill|hurt|hit|batter|beat|end|find) (me|us|my mum|my family|her|him) if ~1 (i|she|he|we|anyone|anybody) ~1 (told|tell|tells|say|said|spoke|speak|leave|left|grass|grassed)',
      '(put|puts|putting|stuck|had) (his|a) hand (in|inside|up|down|under) (my|her) (trousers|top|skirt|pants|knickers|shirt|bra|shorts|dress)',
      '(forced|forces) (himself|herself|themselves) on (me|her|him)',
      '(he|she|they|someone|somebody) (forced|forces) (me|her|him) to (do it|do things|do stuff)',
      '(he|she|they|someone|somebody) (was|were) on top of me',
      '{i} (slept|had sex) with my (coach|teacher|tutor|uncle|stepdad|boss|instructor)',
    ],
    butNot: [
      IN_FUN,
      '(cat|kitten|puppy|surprise|spoiler|spoilers|ending|party|rugby|scrum|pile|bundle|chess|fifa|mario kart|uno|race|tackle|pillow|washing up|dishes)',
    ],
    weigh: [ofSport],
    finds: [
      "he said he'd kill me if i told",
      'I am being abused and I do not know who to tell',
      'he forced me to do it',
      'me dad broke me arm it wasnt the stairs',
    ],
    leaves: [
      'she said she would kill me if i told you the ending',
      'my brother broke my arm in the rugby match',
      'we are learning who to tell if you are abused',
    ],
  },
  {
    id: 'may-be-pregnant',
    severity: 2,
    alone: true,
    isNeverMuted: true,
    about: 'A child may be pregnant.',
    says: [
      '{i} ~2 (think|scared|worried|might|could) ~3 pregnant',
      'pregnant ~~4 (am|is|only|she is|just) (11|12|13|14|15|16)',
      '(11|12|13|14|15) ~~6 pregnant',
    ],
    butNot: [IN_FUN, '(guinea pig|cat|dog|hamster|rabbit|cow|ewe|mare|goat|fish|sims|teacher|miss|auntie|aunt|weeks pregnant|maternity)'],
    finds: ['i think im pregnant and im 14', 'Pupil, 13, has said she may be pregnant'],
    leaves: ['i think my guinea pig is pregnant', 'Mrs Obi is pregnant and leaves at Easter'],
  },
]);

const CLOSE = [
  ...rulesFor('sexual', EARNEST, [
    {
      id: 'about-us',
      severity: 3,
      alone: true,
      about: 'Somebody asks a child to keep from its parents that they know each other, or is far older.',
      says: [
        '(do not|never|not) ~1 (tell|say to|mention to|show) (your|any of your) (mum|dad|parents|family|teacher|teachers|nan|friends) ~1 (about us|about me|we talk|we are talking|we chat|we met|we are meeting|about our)',
        '(your|ur) (mum|dad|parents|family) (do not|does not|must not|can not|cannot|should not|need not|can never) (need to)? (know|find out) ~1 (about us|about me|we talk|we are)',
        '(meeting|meets|met|meet|seeing|dating|chatting to|talking to|messaging|with) ~2 (18|19|20|21|22|23|24|25|26|27|28|29|30|31|32|33|34|35|40) year old (man|guy|bloke|boyfriend|lad)',
      ],
      butNot: [IN_FUN, '(party|surprise|cake|present|birthday|eating|ate|skiving|film|dog|charged|arrested|footballer|player)'],
      finds: ['can you keep a secret dont tell your parents about us', 'She has been meeting a 27 year old man'],
      leaves: ["don't tell your mum about the party", 'your mum does not need to know about us eating the cake'],
    },
  ]),
  ...rulesFor('nudes', EARNEST, [
    {
      id: 'asked-or-shared',
      severity: 3,
      alone: true,
      about: 'A child is asked for intimate pictures, or its own go round.',
      says: [
        '(keeps|keep|kept|is|was|are|been) (asking|begging|pestering|bugging) ~1 (me|her|him|us)? ~1 for ~1 (nudes|nude|naked pictures|naked pics|dirty pics)',
        '(my|her|his) (nude|nudes|naked picture|naked pictures|naked pic|naked pics) ~4 (sent|shared|round|around|everyone|leaked|posted|saved|online|out)',
        '(sent|shared|shares|put|leaked|posted|showing|showed|shows|got|has|saved) ~2 (my|her|his) (nude|nudes|naked picture|naked pictures|naked pic|naked pics)',
      ],
      butNot: [IN_FUN, '(painting|statue|gallery|art|lipstick|tights|shade)'],
      finds: ['he keeps asking me for nudes', 'My nude has been sent round the whole year'],
      leaves: ['my nude lipstick was shared round at the dance show', 'the nudes in the gallery were sent to Paris'],
    },
  ]),
];

const AGAINST = rulesFor('threat', EARNEST, [
  {
    id: 'outright',
    severity: 2,
    alone: true,
    isNeverMuted: true,
    about: 'Somebody is told that others come for them, know where they live, will see them suffer.',
    says: [
      '(we|i) (are|am) coming for (you|{him}) (after|tomorrow|later|tonight|on|soon|when|$)',
      '{i} {will} make sure ~1 (you|he|she|they) never (walk|talk|eat|smile|breathe|wake|play|see|show)',
      '{i} ~1 (hope|wish) (you|he|she|they) (die|dies|died|rot|rots|drown|drowns|get cancer|get stabbed|get hit|gets hit|were dead|was dead)',
      '{i} (found out|find out|have found out) where (you|he|she) (live|lives|sleep|sleeps)',
      '(you|he|she) {will} regret (this|that|messing|crossing|telling|saying|what you|what he|what she|ever)',
      '(watch|mind) your back (tomorrow|after|on|later|today|tonight|mate|$)',
    ],
    butNot: [
      IN_FUN,
      '(lift|pick|dentist|appointment|optician|drop|parcel|party|for tea|deliver|invite|haircut|pudding|revise|revision|tattoo|love|lifting|tray|ladder|chair|plants|plant)',
    ],
    weigh: [ofSport, teasing],
    finds: [
      "we're coming for you after school",
      'ill make sure you never walk again',
      'i hope you die',
      'i found out where you live',
      'watch your back tomorrow',
    ],
    leaves: ['we are coming for you after school to pick up the parcel', 'I found out where you live, I will drop it off', 'you will regret this haircut'],
  },
]);

export const OUTRIGHT = [...TROUBLE, ...HOME, ...CLOSE, ...AGAINST];

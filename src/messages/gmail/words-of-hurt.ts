import type { WordRule } from './word-rule.ts';

const owner = 'Handrail';

/** Words against people and groups, and of crime: bullying, hate, radicalisation, drugs and weapons, scams. */
export const WORDS_OF_HURT: readonly WordRule[] = [
  {
    ...{ id: 'told-to-die', version: 1, category: 'bullying', severity: 3, owner },
    phrases: [
      'kys',
      'kill (yourself|urself|ur self|your self|yaself)',
      '(go|go and) (die|hang yourself|jump off a bridge|drink bleach)',
      '(you|u) should (die|be dead|end it)',
      'better (place without|off without|without) (you|u)',
      'no one would (miss|care about) (you|u)',
      'nobody would (miss|care about) (you|u)',
    ],
    finds: ['just kys', 'Go and die', 'the world would be better off without you'],
    leaves: ['We should end it at three', 'Dye the cloth, then let it dry', 'You can go and buy dice'],
  },
  {
    ...{ id: 'put-down', version: 1, category: 'bullying', severity: 1, owner },
    phrases: [
      '(nobody|no one|everyone|everybody) (likes|wants|hates|laughs at) (you|u)',
      '(fat|ugly|stupid|smelly|dumb|thick) (cow|pig|bitch|slag|slut|rat|freak|whale)',
      "(you're|you are|ur|u r) (so ugly|so fat|disgusting|pathetic|worthless|a freak|a joke)",
      'hate (your|ur) guts',
      'make (your|ur) life hell',
      "(you're|you are|ur) not (invited|wanted|welcome)",
      '(kick|block|remove) (him|her|them) (from|out of) the (chat|group|gc)',
    ],
    finds: ['nobody likes u', 'you are so ugly', 'kick her out of the group'],
    leaves: ['Nobody likes Mondays', 'The pig is fat and pink', 'You are invited'],
  },
  {
    ...{ id: 'hate-names', version: 1, category: 'hate', severity: 2, owner },
    phrases: [
      '(paki|pakis|nigger|niggers|chinky|chinkies|wog|wogs|kike|kikes|gyppo|gyppos|pikey|pikeys)',
      '(faggot|faggots|tranny|trannies|spastic|spastics|mong|mongs|retard|retards|retarded)',
    ],
    finds: ['He called him a PAKI', 'you retard'],
    leaves: ['Pakistan won the toss', 'The fire-retardant curtains are up', 'Mongolia is in Asia'],
  },
  {
    ...{ id: 'hate-calls', version: 1, category: 'hate', severity: 2, owner },
    phrases: [
      'go back (to|where) (your|ur|their|you|u) (country|own country|came from|come from)',
      '(dirty|filthy|stinking) (jew|jews|muslim|muslims|arab|arabs|gypsy|gypsies|immigrant|immigrants|foreigner|foreigners|black|blacks|gay|gays)',
      '(gas|kill|deport|burn|shoot|hang) (all the|the|all) (jews|muslims|gays|blacks|whites|immigrants|foreigners|gypsies|trans)',
      'heil hitler',
      'white (power|genocide)',
      '(your|ur) (kind|people) (are|is) (not welcome|not wanted|vermin|scum|animals)',
    ],
    finds: ['go back to your own country', 'filthy immigrants'],
    leaves: ['We go back to school on Monday', 'The dirty plates are in the sink'],
  },
  {
    ...{ id: 'extreme-cause', version: 1, category: 'radicalisation', severity: 2, owner },
    phrases: [
      '(join|joining|joined) (isis|the caliphate|the jihad|the struggle|the boogaloo)',
      '(race|holy) war',
      '(death|kill|behead) (to|the) (infidels|kuffar|unbelievers|west|traitors|crusaders)',
      'great replacement',
      'day of the rope',
      '(school shooters|shooters) (are|were) (heroes|right|saints)',
      '(make|build|making|building) (a|pipe|nail) (bomb|bombs)',
      'women deserve (it|to be raped|to die)',
    ],
    finds: ['brothers joining the caliphate', 'how to build a bomb'],
    leaves: ['Join the choir', 'We replaced the great hall’s lights'],
  },
  {
    ...{ id: 'drugs-and-weapons', version: 1, category: 'drugs', severity: 2, owner },
    phrases: [
      '(sell|selling|sells|buy|buying|deal|dealing|dealer|got|want|need|smoke|smoking) (weed|ket|ketamine|mdma|coke|spice|xans|xanax|zoots|bud|thc|thc vapes|pills)',
      '(bag|bags|gram|grams|eighth) of (weed|coke|ket|bud)',
      'county lines',
      '(carry|carrying|carries|got|buy|selling|hide|hiding) (a|my|his|the) (knife|blade|shank|zombie knife|machete|gun|strap)',
      '(drop|dropping|deliver|delivering|hold|holding) (this|the|a) (package|packet|bag) for (me|us|him|them)',
      'trap (house|phone|line)',
    ],
    finds: ['got weed if u want', 'he is carrying a blade'],
    leaves: ['We need pencils', 'The razor has a blade'],
  },
  {
    ...{ id: 'sextortion', version: 1, category: 'scam', severity: 3, owner },
    phrases: [
      '(post|share|send|leak|upload|publish) (your|ur|the|it|them|this) (pics|pictures|photos|video|nudes|to everyone|to all|online|to your friends|to your contacts|to your school)',
      '(pay|send) (me|us|now) or (i|we|ill|everyone)',
      'everyone will see (your|ur|the|it|them|this)',
      'or (it|they|this|everything) (goes|gets|will be) (online|out|to everyone|to your|to ur|sent|posted|shared|on)',
      '(recorded|filmed) you (through|with|on|via) (your|ur) (camera|webcam)',
    ],
    finds: ['or it goes to your mum', 'pay me or i tell them', 'I will send it to your friends'],
    leaves: ['Send the forms to the office', 'Everyone will see us on stage'],
  },
  {
    ...{ id: 'money', version: 1, category: 'scam', severity: 2, owner },
    phrases: [
      '(use|borrow|need|rent) (your|ur) (bank account|bank card|bank details)',
      '(front and back|photo|picture|pic) of (the|your|ur|mums|her|his) card',
      '(send|pay|need|buy|get) (bitcoin|btc|crypto|gift cards|gift vouchers|steam cards|itunes cards|v-bucks cards)',
      '(gift|steam|itunes|apple|amazon) (card|cards) (code|codes|urgently)',
      '(easy|quick|fast|free) (money|cash|robux|v-bucks)',
      '(account|mailbox|password) (will be|has been) (suspended|closed|locked|deleted|disabled)',
      '(verify|confirm) (your|ur) (account|password|identity|bank)',
    ],
    finds: ['can i use ur bank account', 'Your account has been suspended'],
    leaves: ['The bank holiday is on Monday', 'The library will be closed'],
  },
];

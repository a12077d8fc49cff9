/** Intimate pictures: asked for, sent on, traded, made, and used to force somebody. */
import { rulesFor } from './make.ts';
import { denied } from './negated.ts';
import { ofALesson, ofAwareness, ofSport } from './occasions.ts';
import { quotation } from './reported.ts';

const EARNEST = [ofALesson, ofAwareness, quotation];
/** Pictures that everybody may see. */
const SHOWN =
  '(dog|cat|puppy|kitten|worksheet|homework|notes|answers|poster|trip|cake|outfit|shoes|question|whiteboard|timetable|recipe|beach|baby|baby photo|art|painting|model|kit|trainers|menu|page|slides|haircut|prom dress|meme|memes)';

export const NUDES = rulesFor(
  'nudes',
  [],
  [
    {
      id: 'asks',
      severity: 3,
      alone: true,
      about: 'Somebody asks for an intimate picture.',
      says: [
        '(send|show|give|want|wants|get|gimme|let me see|can i see|lemme see|take|see) ~2 (me|us|him|a|one|your|you)? ~2 (nude|nudes|naked|topless|boobs|in your bra|your bra|in your underwear|in underwear|your underwear|undressed|your body|your bum|without clothes|without your clothes|with no clothes|with nothing on|in the shower|in the bath)',
        '(send|show|take|post|picture|pictures|photo|photos|one|selfie|video|give) ~4 (without|with no|take off|off with|lift|lower|remove) (your|a|any|the|you)? ~1 {clothing}',
        '(without|take off|pull down|lift up|lift|off|lower) (your|you) {clothing} ~5 (picture|photo|cam|camera|video|for me|send|just us|mirror|trust)',
        '(one|a|any|some|more|send) (nude|nudes)',
        '(strip|undress|touch yourself) (for me|for us|on|in front)',
      ],
      butNot: [SHOWN, '(asks|asked|asking|ask|pressured|pressures) (you|someone|them|somebody|anyone|a child|your child) (to|for)'],
      weigh: [...EARNEST, denied],
      finds: ['he keeps telling me to send nudes', 'show us a selfie in your underwear', 'just one nude pls i wont show anyone', 's3nd nud3s'],
      leaves: ['send me a picture of your dog without its jumper', 'What do you do if somebody asks you to send nudes? Lesson 3'],
    },
    {
      id: 'coaxes',
      severity: 2,
      about: 'Somebody is coaxed into a picture.',
      says: [
        '(just|only|come on|please) ~1 (one|one more|1|a quick one|a little one|top half|the top half|a bit|a small one)',
        '(will|would|promise|swear) ~2 (not|delete|never) ~1 (show|save|screenshot|share|keep|screen shot|tell anyone|send it|post it|delete) ~3',
        '(delete|deletes|disappear|disappears|deleted|gone) (it|them|this)? ~1 (straight after|after|straight away|right after|in ten seconds|by itself|in a second|immediately)',
        'if you (loved|love|really loved|cared|trusted|trust|really liked|liked|really love) (me|us|him)',
        '(everyone|everybody|all the girls|all girls|all the boys|all the year|girls|they all|all couples) ~3 (does it|do it|have done|has done|done one|did it|doing it|sends them|send them|are doing)',
        '(sent|showed|send|show) (you|u) mine',
        '(you|u|why do you|do you) (not)? trust me',
        '(your turn|ur turn|now you|now yours|where is mine|i am waiting|owe me one|you owe me)',
        '(not a baby|be a baby|do not be shy|stop being shy|being a baby|frigid|boring|make it weird|not that deep|do not be boring|scared are you)',
        '(naughty|cheeky|sexy|spicy|special|private|hot|dirty|proper|good|better) (picture|pictures|photo|photos|selfie|video|videos|one|ones|snap|snaps|content)',
      ],
      butNot: [SHOWN],
      weigh: EARNEST,
      finds: ['promise i will not screenshot', 'all the girls have done one, do not be shy'],
      leaves: ['please one more paragraph of the essay'],
    },
    {
      id: 'blackmail',
      severity: 3,
      alone: true,
      isNeverMuted: true,
      about: 'Pictures are held over somebody.',
      says: [
        '(send|pay|give|do|give me|come|get|transfer|more|money|gift cards|pounds|vouchers|bitcoin|one more|reply|another|now) ~9 (or|unless|before|otherwise|else|until) ~4 (share|post|send|leak|show|expose|upload|release|everyone|followers|go to|goes to|press send|publish|your pictures|your photos|your video|it goes)',
        '(all)? your (followers|contacts|friends and family|family and friends|whole school) ~3 (will|going to) ~1 (see|get|know|receive|have)',
        '(i|we) (have|got|saved|recorded|screen recorded|screenshotted|kept|still have|still got|have got) ~3 (your|our|of you) ~3 (video|picture|pictures|photos|photo|call|nudes|cam|camera|recording) ~~9 (pay|followers|contacts|pounds|hours|midnight|money|gift|everyone sees)',
        '(break up|leave me|dump me|block me|ignore me|tell anyone|say no|do not reply|if you leave) ~5 (i will|i am going to|am going to|and see|see what goes) ~3 (post|share|leak|show|everyone|group|pictures|photos|online)',
        '(post|share|send|leak|show|expose|upload|release) (it|them|your pictures|your photos|the video|the pictures|the photo|your nudes|the one|the ones|what you sent|everything) ~8 (unless|if you|pay|money|pounds|until you|gift cards|you have)',
        '(screen recorded|recorded) (our|your) (call|chat|video|cam)',
      ],
      butNot: ['(homework|coursework|trip|consent form|minutes|agenda|parentpay|invoice|class photo|team sheet|results|newsletter)'],
      weigh: EARNEST,
      finds: [
        'transfer the money before noon or i leak them to your class',
        "if u break up w me i'll post the pictures",
        'we recorded your cam, your whole school will see',
      ],
      leaves: ['send me your homework before everyone else, I will post the class photos'],
    },
    {
      id: 'goes-round',
      severity: 3,
      alone: true,
      about: 'An intimate picture is going round.',
      says: [
        '(sharing|shared|shares|sending|sent|sends|showing|showed|passing|passed|airdropped|airdropping|leaked|leaking|posted|posting|selling|trading|swapping|traded|swapped|trade|swap|got|has|have|seen|saw|see|found|showing|spread|spreading|screenshotted|saved) ~4 (nudes|a nude|naked picture|naked photo|naked video|naked pictures|naked photos|private picture|private pictures|intimate picture|intimate pictures|dick picture|topless picture|topless photo|sex tape|underwear picture|of her naked|of him naked|of me naked|in her bra|in her underwear|topless)',
        '(her|his|your|their|girls|someones) (nudes|naked picture|naked pictures|sex tape|private pictures|intimate pictures|naked photos) ~6',
        '(swap|swaps|swapping|trade|trades|trading|sell|sells|selling|added to|add|give two|pound for) ~5 (of girls|girls pictures|girls photos|pictures of girls|photos of girls|the folder|nudes|girls in our year|for hers|for his)',
        '(folder|drive|album|chat|page|group|account|collection) (of|with|full of) ~3 (girls|nudes|pictures of girls|bodies|girls in|exposed|leaks|girls from)',
      ],
      weigh: [...EARNEST, denied],
      finds: ['half the bus has got a nudes folder, they leaked a topless photo', 'they were passing round a sex tape'],
      leaves: ["compare the painter's naked figures in your essay", 'Sexting and the law: what happens when nudes are shared, assembly slides'],
    },
    {
      id: 'seen-by-all',
      severity: 2,
      about: 'A picture or video has been shown round; what it is stays unsaid.',
      says: [
        '(everyone|everybody|whole year|half the year|whole school|all the boys|all year|whole form|his mates|the group|the boys|the lads|people|ppl|all of them) ~3 (seen|saw|has|have|got|see|sees|looking at|laughing at|screenshotted|saved|passing) ~2 (it|it now|them|the picture|the video|that picture|that video|your|her|my|me|what i sent|what you sent)',
        '(will not|would not|refuses to|wont|never|did not|said you|said he|told me he|promised to|promised he would) ~1 (delete|deleted|get rid of) (it|them|the|my|that)',
        '{i} (sent|send|showed|gave) (him|her|someone|them|a guy|a boy|it|something|one|this guy|a picture|some pictures|a video) ~8 (regret|stupid|mistake|and now|now he|now she|now they|should not|help|delete|trusted|disappears|screenshot)',
        '(something|a picture|picture|a photo|a video|pictures|photos) i (should not have|should not|regret|wish i had not|was not meant to|did not mean to)',
        '(showing|shows|showed|passing|sending|sharing) (it|them|my|her|his|people|everyone|the|round) ~3 (at|to|round|around|people|everyone|the whole|boys|lads)',
        '(my|her|his) (picture|photo|face|body|video|pictures|photos|head) ~5 (app|ai|a i|fake|site|website|body|edited|is on|on a|folder|account|not me|somebody else)',
        '(found|seen|saw|there is|theres|made) ~2 (one|picture|video|photo|something) of (me|her|him|miss *|mrs *|us|my friend|my daughter) ~6',
      ],
      butNot: [SHOWN],
      weigh: [...EARNEST, ofSport],
      finds: [
        'he promised he would get rid of it, he refuses to delete it',
        'he is showing it to people on the bus',
        "i found one of me, my face on somebody else's body",
      ],
      leaves: ['everyone has seen the worksheet', 'my photo is on the museum website for the history project'],
    },
    {
      id: 'made',
      severity: 2,
      alone: true,
      about: 'A picture is made with a machine or taken in secret.',
      says: [
        '(ai|a i|app|fake|faked|deepfake|deep fake|photoshop|photoshopped|edited|edit|generator|filter|bot|site|website|generated) ~6 (naked|no clothes|undress|undressed|undresses|nude|nudes|without clothes|clothes off|takes clothes|bikini|body|topless|face on|her face|his face|my face|girls)',
        '(naked|nude|nudes|undress|undressed|clothes off|no clothes|bikini) ~6 (ai|app|fake|deepfake|edited|generator|generated|site|bot)',
        '(changing room|changing rooms|toilet|toilets|cubicle|shower|showers|getting changed|get changed|bathroom) ~7 (photo|photos|picture|pictures|phone|filmed|filming|video|camera|recorded|light|recording)',
        '(photo|photos|picture|pictures|phone|filmed|filming|video|videos|camera|recorded|recording|snapped) ~7 (changing room|changing rooms|toilet|toilets|cubicle|shower|showers|getting changed|get changed|in the bath|bathroom|in her bathroom|under her skirt|up her skirt|up skirt|upskirt|under the door|in bed)',
        '(upskirt|upskirting|up skirt|downblouse)',
      ],
      weigh: EARNEST,
      finds: ['they used an app to make fake pictures of her with no clothes', 'someone filmed him in the changing rooms'],
      leaves: [
        'Assembly slides on AI fakes: what to do if an app makes nude pictures',
        'phone found in the toilets, please collect from the trip desk in the museum',
      ],
    },
  ],
);

/** Drugs and weapons: sold, taken, carried; county lines and debts; alcohol; what others notice. */
import { rulesFor } from './make.ts';
import { denied } from './negated.ts';
import { ofAGame, ofALesson, ofAwareness, ofSport } from './occasions.ts';
import { quotation } from './reported.ts';

const EARNEST = [ofALesson, ofAwareness, ofAGame];
/** What cooks, gardeners, doctors, actors and campers do with the same words. */
const HARMLESS =
  '(medical|nurse|inhaler|hay fever|adhd|epipen|prescription|prescribed|doctor|diabetes|antibiotics|dose|pharmacy|allotment|garden|gardening|greenhouse|cake|cakes|brownies|cook|cooking|food tech|bake|kitchen knives|props|prop|toy|plastic|halloween|costume|scouts|dofe|camping|fishing|dt|craft|lino|art|butter|cutlery|picnic|bbq|sports day|rounders|cricket|baseball|tennis|table tennis|diet coke|coke zero|cans of coke|speed limit|speed camera|acid rain|amino acid|hydrochloric|citric|vape detector|vape detectors|policy|confiscated|lollies|lolly|ice cream|smoothie|smoothies|squash|cupcakes)';

export const DRUGS = rulesFor(
  'drugs',
  [],
  [
    {
      id: 'sells',
      severity: 2,
      alone: true,
      about: 'Drugs, vapes or alcohol are offered or wanted.',
      says: [
        '(selling|got|sell|sells|shotting|flogging|who wants|anyone want|anyone wants|want|wants|need|needs|after|can get|get|sort|supply|dealing|buy|bring|shifting|score|pick up) ~3 (weed|cannabis|bud|zoot|zoots|spliff|spliffs|ket|ketamine|mandy|mdma|coke|cocaine|crack|heroin|xanax|xans|benzos|shrooms|edibles|gummies|thc|spice|nos|haze|cali|ammi|vapes|elf bars|geek bars|snus|pills|pregabalin|valium|carts|elf bar|geek bar|thc vape|disposables|bud) ~6 (each|for sale|tenner|quid|pounds|cash|hmu|message me|direct message|for saturday|for friday|for the party|tonight|a g|per|bike sheds|toilets|cheap|half price|for you|if you|hit me|link|off you|for me|me|$)',
        '(weed|cannabis|bud|zoots|ket|ketamine|mandy|mdma|pills|coke|xanax|xans|edibles|gummies|thc|nos|haze|vapes|elf bars|geek bars|snus|carts|vodka|disposables|shrooms) ~4 (for sale|each|tenner|a g|per g|quid|pounds|half price|in stock|back in stock|message me|hmu|cash only|going cheap|20|10|two for)',
        '(back in stock|fresh stock|new stock|restocked) ~4 (message me|hmu|plug|hit me|link|weed|prices|delivery)',
        '(plug|dealer|shotter) ~5 (message|hmu|stock|number|weed|sorted|selling|got|best|for)',
        '(mango|blue razz|raz|strawberry|berry|watermelon|ice|grape|mint|cola|cherry) ~5 (tenner|each|puff|puffs|disposable|disposables|vape|a tenner|hit) ~4',
      ],
      butNot: [HARMLESS],
      weigh: [...EARNEST, denied, quotation],
      finds: ['got vapes for sale, tenner each, bike sheds', 'who wants pills for saturday', 'anyone want mandy for the party'],
      leaves: [
        'Tomato plants from the greenhouse, cash in the tin',
        'Revision quiz on cannabis and the brain',
        'brownies for sale, fifty pence each, vape free zone policy',
      ],
    },
    {
      id: 'uses',
      severity: 1,
      about: 'Somebody takes drugs, vapes or drinks.',
      says: [
        '(smoked|smoke|smokes|smoking|vape|vaped|vaping|took|taking|take|tried|try|trying|pop|popped|sniff|sniffed|sniffing|snorted|drop|dropped|dropping|drank|drink|drinking|hitting|hit|puff|bun|bunning|had|did|share|shared|sharing|necked) ~3 ({drug}|{alcohol}|sleepers|her sleepers|tablets|something strong)',
        '(so|proper|bare|too|still|off my|off your|off his|got) (high|stoned|baked|lean|waved|off it|mash up|mashed|wasted|hammered|drunk|buzzing|spaced out|face|head|floating)',
        '(vape|vapes|vaping|vaped|spliff|zoot|bong|grinder|rizla|baggy|baggies|tiny bags|little bags|snap bags)',
        '(smell|smells|smelled|smelt|stinks|reeks|eyes|pupils|cloud) ~4 (weed|cannabis|glazed|red|strawberry|pinpoint|huge|smoke)',
        '(get|getting|buy|buys|buying|chip in|fake id|id that|served|serve|offy|off licence) ~5 ({alcohol}|bottle|id|served|drinks|us)',
        '(before|in|at) (school|maths|english|science|lesson|break|lunch|form|registration|p1|p2|p3|p4|p5) ~4 (high|stoned|puff|puffs|vape|zoot|drink|swig)',
      ],
      butNot: [HARMLESS],
      weigh: [...EARNEST, ofSport],
      finds: ['we got proper stoned by the river', 'we had a zoot behind the shops'],
      leaves: ['The nurse keeps his tablets for ADHD', 'Smoking and vaping: what the lungs look like, biology homework'],
    },
    {
      id: 'carries-for-others',
      severity: 3,
      alone: true,
      about: 'A child carries, holds or sells for others, for money or a debt.',
      says: [
        '(drop|drop off|deliver|carry|carrying|hold|holding|look after|looking after|run|running|stash|move|take|took|pick up|hide|bring) ~3 (package|packages|parcel|packet|line|lines|bag|food|stuff) ~9 (easy|cash|in your hand|another town|no questions|earn|50|100|150|200|300|500|pounds|quid|my guy|up north|debt)',
        '(easy|quick|fast|good) (money|cash|paper|p|hundred|100|200|50|job|bread|earner) ~~9 (drop|train|town|bag|package|carry|hold|deliver|no questions|older|mate|phone|trip|tell|secret|hours|saturday|weekend|parcel|account|country|link|message)',
        '(going|go|gone|went|come|coming|been|sent|send|sends|stuck|staying) ~1 (cunch|the bando|a bando|trap house)',
        '(gone|been|sent|stuck) country (since|for|again)',
        '(run|running|runs|ran) (the|his|their|that) (line|trap|phone|plug|deal line)',
        '(owe|owes|owed|owing|debt|pay back) ~7 (the stuff|stuff i|package|police took|feds took|olders|the line|robbed|gear|drugs|work it off|got robbed)',
        '(shift|sell|move|flip|get rid of) ~4 (keep one|you keep|one free|half|for me|for him|for them|cut)',
        '(olders|older boys|older lads|elders|youngers|the boys from|man in the car) ~6 (work|money|earn|food|owe|bag|hold|phone|want|took|drop|trainers|paid|eat|run)',
      ],
      butNot: [
        '(sponsored|charity|paper round|babysitting|dog walking|car wash|trip|ski|parentpay|library|book|books|stage|props|instrument|violin|tuba|minecraft|fortnite|robux|football|baking|bake|washing up|lunch money|borrow|lent)',
      ],
      weigh: [...EARNEST, denied, quotation],
      finds: ['easy money, just drop a bag off in another town on saturday', 'they robbed me, now i owe for the gear', 'been gone country since friday'],
      leaves: [
        'Easy money lesson: how county lines recruits, assembly slides',
        'I owe you a fiver for lunch',
        'my aunt lives in the country, we are going to run a line of tents',
      ],
    },
    {
      id: 'lured',
      severity: 2,
      about: 'Somebody is offered a way to earn, a favour, a trip.',
      says: [
        '(want|wants|wanna|like|need|fancy|know anyone who wants|know anyone that wants|trying|who is trying|looks like someone who wants) ~2 (to)? {earn} ~4',
        '(earn|get paid|gets paid|got paid|pay you|pays|paid|make you|make easy) (easy|about|like|up to|over|around)? (50|100|150|200|250|300|400|500|1000|a grand|fifty|hundred|racks|bands) ~4 (hour|hours|day|night|trip|week|hand|just|for|each|cash|easy|quick|$)',
        '(just|only|all you do is|all you have to do is|you just) ~1 (hold|carry|drop|sit|watch|take|get the train|hand over|meet|stay|keep|lend|borrow) ~6',
        '(no questions|no stress|no risk|nobody will know|never get caught|police do not|police never|feds do not|you are only|too young to|under 18) ~4',
        '(my guy|my man|my boy|older mate|older cousin|this guy i know|a guy i know|man i know|someone i know|my mate|he|my cousin) ~3 (needs someone|needs a|wants someone|is looking for|pays|looks after|sorts|will sort|sorted|hooks)',
        '(going|go|come|coming|you) ~1 (country|ot|out there|up country|trapping|trap) ~3',
        '(work it off|working it off|pay it off|owe them|owes them|owe him|hold this|hold it for|hold something) ~4',
        '(trainers|phone|watch|chain|tracksuit|coat|bike|meal|food|chicken|takeaway|doughnuts|sweets) ~6 (for free|bought|brought|gave|buys|from the olders|sort you|earn|from a man|from them|off them|from him)',
      ],
      weigh: [...EARNEST, ofSport],
      finds: ['wanna make some money? my guy needs someone on saturday', 'get paid 150 for two hours, you just hold a bag'],
      leaves: ['Make 50 cakes for the class in two hours', 'the school assembly about how gangs offer easy money'],
    },
    {
      id: 'weapon-carried',
      severity: 3,
      alone: true,
      isNeverMuted: true,
      about: 'Somebody carries or brings a weapon.',
      says: [
        '(has|had|got|have|brought|bring|brings|bringing|carry|carries|carrying|keep|keeps|showed|shown|hiding|hid|took|takes|saw|seen|find|found|holding|with) ~2 (a|an|his|her|my|the|this|some|one of them)? ~1 {weapon} ~4 (bag|school|pocket|sock|locker|blazer|waistband|coat|bus|pencil case|trousers|jacket|rucksack|on him|on her|on me|toilets|changing|everyone|us|tomorrow|class|him|into)',
        '(knife|blade|shank|machete|zombie knife|flick knife|one of those folding|one of them folding|folding one|folding ones|kitchen one|big one from the kitchen) ~6 (bag|pocket|sock|locker|blazer|waistband|coat|pencil case|rucksack|school|trousers|on him)',
        '(do not|never|can not|not) (leave|go|walk|step) ~4 without (my|a|his|the) ~1 (blade|knife|shank|machete) ~4',
        '(sell|selling|buy|buying|get me|ordered|ordering) ~3 (machete|zombie knife|flick knife|shank|knuckleduster|taser|rambo|butterfly knife|pepper spray|bb gun|acid|crossbow)',
      ],
      butNot: [HARMLESS],
      weigh: [...EARNEST, denied, quotation],
      finds: ['he has got a blade in his sock', 'i seen a knife in her bag on the bus', 'I dont leave the house without my blade'],
      leaves: [
        'Bring the bread knife for the picnic in your bag',
        'bring your cricket bat in your bag to school',
        'he had a toy gun in his pocket for the play',
      ],
    },
    {
      id: 'noticed',
      severity: 2,
      about: 'Signs of exploitation that somebody notices.',
      says: [
        '(two|second|2|three|another|burner|extra|new) (phones|phone|phone that)',
        '(new|expensive|designer|brand new|gold) (trainers|phone|coat|watch|clothes|bike|chain|jacket|earphones|headphones|tracksuit|things) ~8 (not|never|who|where|from|money|afford|bought|job|since|ask)',
        '(he|she|they|son|daughter|brother) ~3 (has|got|comes home with|came home with|came back with|had) ~3 (cash|money|notes|wad|hundreds|loads of money|so much money|200|300|400|500)',
        '(not|never|has not) ~1 (come|been|come back|returned|been home|came) (back|home)? ~2 since',
        '(missing|gone|disappears|disappeared|vanishes|away|out|comes in|back) ~4 (weekend|weekends|all night|days|4am|3am|2am|overnight|until|nights)',
        '(taxi|taxis|train ticket|train tickets|ticket|tickets|car|cars|van|bmw|men|man) ~5 (picks him up|picks her up|pick him up|waiting outside|waits outside|outside our|outside the|dropping|dropped him|sit outside|sits outside|corner|paid|hastings|every day|do not know)',
        '(he|she|boy|man|lads) ~3 (gives|giving|offers|offering|hands out|handing out) ~4 (year 7s|year sevens|kids|sweets|vapes|doughnuts|cigarettes|chicken|younger)',
        '(bags|empty|weighing scales|scales|foil|clingfilm|initials|names and numbers|list of initials|tiny bags|wraps) ~6 (drawer|coat|found|room|pocket|locker|lost property|numbers|bedroom)',
      ],
      weigh: [...EARNEST, ofSport],
      finds: [
        'He has two phones and new trainers I never bought',
        'she has not come home since friday',
        'a car is waiting outside our house for him every day',
      ],
      leaves: ['my phone is missing since the trip to the museum with the history class', 'two phones handed in at the cup final'],
    },
  ],
);

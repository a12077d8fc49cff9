/** Concepts that patterns name: words that do the same in a sentence. `_` stands for a space. Lower case, text speak spelt out. */
const WRITTEN = {
  // who
  i: 'i we',
  he: 'he she they',
  him: 'him her them',
  his: 'his her their',
  child: 'boy girl kid lad child pupil student daughter son brother sister cousin niece nephew grandson granddaughter friend classmate bairn wean',
  friend: 'friend mate bestie best_friend girlfriend boyfriend cousin brother sister classmate',
  parent:
    'mum dad mother father stepdad stepmum stepfather stepmother step-dad parents parent mam da ma carer uncle auntie aunt nan nana grandad grandma gran granny',
  partner: 'boyfriend girlfriend ex bf man partner husband wife',
  adultInSchool: 'sir miss teacher teachers head headteacher tutor safeguarding dsl matron mr mrs ms staff office police',
  anyone: 'anyone someone nobody everyone no_one people others',
  stranger: 'man guy bloke woman lady stranger men lads guys older_boy older_man older_guy older_boys somebody someone person',
  // will
  will: 'will would am_going_to is_going_to are_going_to going_to want_to shall swear_i_will about_to',
  must: 'must have_to need_to should better got_to ought_to had_better',
  please: 'please just come_on go_on',
  // violence
  kill: 'kill stab shoot murder shank strangle drown execute behead poison slit chef ched gut hang',
  hurt: 'kill stab shoot murder shank strangle drown hurt batter beat punch smash slap hit kick burn choke break bang knock deck lamp jump rush leather hammer destroy end finish slice cut wreck stamp attack clap dash spark harm beat_up knock_out',
  struck:
    'hit hits hitting punch punches punched punching slap slaps slapped slapping kick kicks kicked kicking beat beats beaten beating batter batters battered belt belts belted strangled strangles choked chokes choking grabbed grabs dragged drags smacked smacks smack burned burnt threw shoved pushed pinned hurts hurting thumped whacked',
  bodyPart: 'face head teeth jaw nose legs leg arm arms neck skull throat kneecaps ribs back eyes fingers bones skin',
  weapon:
    'knife knives blade blades machete gun guns pistol strap bat hammer acid shank zombie_knife rambo taser knuckleduster crossbow hatchet axe screwdriver petrol razor cleaver kitchen_knife weapon pocket_knife flick_knife',
  explosive: 'bomb bombs explosive explosives grenade detonator pipe_bomb',
  place: 'school college classroom assembly hall canteen playground mosque synagogue church station building reception place gates',
  // time and place of a meeting
  soon: 'today tonight tomorrow now monday tuesday wednesday thursday friday saturday sunday lunch break after_school home_time weekend later soon',
  spot: 'park gate gates alley bus_stop bridge canal field astro toilets bike_sheds sheds car_park shops station corner woods underpass cages back bins flat flats garages lane',
  alone: 'alone by_yourself on_your_own just_us just_you just_me just_the_two_of_us in_private privately without_anyone with_nobody just_you_and_me one_to_one',
  // talk
  tell: 'tell told telling say said saying mention show grass snitch speak talk',
  said: 'said says told telling tells saying claims reckons was_like goes shouted screamed wrote texted messaged posted threatened called asked',
  secret: 'secret private between_us just_between_us our_secret our_little_secret our_thing hush_hush quiet to_yourself confidential',
  app: 'snapchat snap whatsapp telegram instagram discord signal kik tiktok wickr wizz omegle viber messenger facetime facebook private_chat other_app another_app private_account direct_message',
  // feelings
  scared: 'scared frightened terrified afraid petrified worried_sick panicking dread',
  worried: 'worried concerned scared frightened anxious uneasy troubled alarmed uncomfortable',
  despairing: 'hopeless worthless pointless empty numb broken trapped a_burden useless unbearable invisible exhausted',
  // pictures
  picture: 'picture pictures photo photos video videos selfie selfies snap snaps image images clip shot shots screenshot screenshots nude nudes one it',
  intimate:
    'nude nudes naked topless underwear bra undressed intimate private_picture private_pictures boobs dick_picture dick_pictures sexts without_clothes no_clothes',
  clothing: 'top shirt clothes hoodie dress skirt bra underwear pyjamas pants knickers trousers bikini kit uniform jumper towel',
  send: 'send show share post forward swap trade give leak upload spread airdrop',
  // goods
  money: 'money cash pounds quid paper paypal bank tenner fiver p grand wage bands racks',
  earn: 'earn earning make making get_paid quick_money easy_money fast_money',
  drug: 'weed cannabis bud zoot spliff joint ket ketamine mandy mdma pills coke cocaine crack heroin speed acid xanax xans benzos lean shrooms edibles gummies thc spice nos balloons haze cali green ammi vape vapes elf_bar elf_bars geek_bar snus pregabalin valium diazepam pods carts cart',
  alcohol: 'vodka gin bottle beers cans booze whisky alcohol cider',
  sale: 'sale selling sell sells sold deal dealing flog shift shotting shot shots stock restock',
  // unkindness
  insult:
    'ugly fat stupid dumb pathetic disgusting gross weird weirdo freak loser tramp rat pig cow dog whale slag slut sket hoe bitch clown creep retard spaz minger skank nonce moist wasteman beg neek dickhead prick twat wanker idiot moron thick scruffy smelly stinky rank annoying embarrassing waste_of_space waste_of_oxygen nobody nothing joke lanky fatty four_eyes gimp muppet munter butters rubbish trash scum worthless useless',
  // identity
  group:
    'muslims muslim islam jews jew jewish blacks black_people black whites white_people asians asian indians pakistanis africans arabs mexicans immigrants immigrant migrants refugees refugee foreigners gypsies gypsy travellers traveller roma romanians poles polish gays gay gay_people lesbians lesbian trans trans_people transgender queers women woman girls females disabled disabled_people autistic autistic_people christians hindus sikhs chinese somalis albanians ukrainians catholics protestants boat_people asylum_seekers poor_people homosexuals transsexuals trannies non-binary blind_people deaf_people down_syndrome',
  contempt:
    'disgusting disgusted repugnant repulsive revolting despicable vile filthy filth dirty vermin scum trash garbage rubbish animals rats pigs dogs monkeys apes parasites parasite pest pests cockroaches insects disease cancer plague evil inferior subhuman worthless worst stupid dumb dumbest idiots ignorant lazy thieves criminals terrorists liars perverts freaks freak savages unnatural abnormal sick hate hatred despise detest loathe stink stinks smell ruin ruining ruins destroying invading infest infested bastards assholes shit shitty fuck fucking bitch bitches cunts horrible awful unbearable pathetic useless nothing lesser mistake problem threat dangerous violent burden poison rotten leeches backward retarded retards mental creepy weirdos gross',
  people: 'people kids boys girls men women children folk lot ones pupils students families',
  // lessons and texts
  lesson:
    'essay homework gcse worksheet chapter poem novel scene shakespeare macbeth romeo juliet quiz revision coursework paragraph textbook quote quotes quotation monologue script rehearsal character characters author poet source sources exam exams mocks syllabus history geography biology chemistry physics psychology sociology english_lit literature drama assembly pshe rse lesson lessons debate motion presentation project museum documentary article book lyrics topic slides plot protagonist metaphor theme themes steinbeck dickens inspector holocaust',
  game: 'fortnite minecraft roblox fifa xbox ps5 ps4 playstation nintendo mario zelda cod warzone gta game games gaming lobby respawn spawn boss level levels sniper headshot server servers creeper zombies npc raid clan quest squad ranked valorant controller mod mods pokemon chess werewolf mafia dnd lobby boss_fight killstreak',
  sport:
    'match goal goals league fixture fixtures team tournament cup final penalty training striker keeper netball football rugby cricket hockey basketball sparring boxing club race relay season defence midfield referee ref scored',
  awareness:
    'awareness training workshop policy newsletter helpline childline samaritans campaign charity drop-in session_for webinar e-learning inset risk_assessment leaflet poster posters assembly slides lesson kcsie prevent county_lines online_safety e-safety dear_parents parents_and_carers guidance',
} as const;

export type Concept = keyof typeof WRITTEN;

/** The words of a concept, with single spaces. */
export function wordsOf(concept: Concept): readonly string[] {
  return WRITTEN[concept].split(' ').map((word) => word.replace(/[_-]/g, ' '));
}

export function isConcept(name: string): name is Concept {
  return name in WRITTEN;
}

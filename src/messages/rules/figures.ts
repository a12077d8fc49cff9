/** Figures of speech: deadly words that threaten nobody. */
import { anyOf } from './any-of.ts';
import type { Weigh } from './make.ts';

const SPOKEN = anyOf(
  'kill (?:for (?:a|some)|time|two birds|the lights?|the mood|it on|the process|the task)|killing (?:me|it)|killed (?:it|that|me with)',
  'dying (?:to|for|of (?:laughter|boredom|heat|cold|embarrassment|thirst|hunger))',
  'die (?:of|from|laughing) (?:laughter|boredom|embarrassment|heat|cold|cringe|laughing|shame)',
  'dead (?:line|funny|good|excited|easy|tired|on my feet)|drop dead gorgeous|knock (?:them|em|it) (?:dead|out of the park)|break a leg',
  'shoot (?:me|you|us|them) (?:an?|over|through|your)|bomb(?:ed)? (?:the|my|that) (?:test|exam|quiz)|hit me up',
  'hit the (?:books|gym|shops)|beat (?:you|him|her|them|us) (?:at|in|to|by|home|there|on)',
  'smash(?:ed|ing)? (?:it|that|this|my|your|the) (?:exam|exams|test|presentation|mock|solo|audition|grade|performance)|murder a',
  'could murder|slay|to die for|die on (?:this|that) hill',
);
const TRIFLE =
  /\bif (?:you|he|she|they|i|we) (?:do not |ever )?(?:spoil|spoils|forget|forgets|eat|eats|ate|finish|lose|sing|snore|bring|wear|miss|win|fail|put|play|steal|pick|start|post that)\b|\b(?:spoil|spoiler|spoilers|ending|episode|last (?:slice|biscuit|cookie|one of the)|my crisps|snacks?|charger|tiktok dance|playlist|if (?:this|that|it) (?:printer|bus|lesson|song))\b/;
/** `my mum will kill me`: a telling-off, not a deed. */
const TOLD_OFF =
  /\b(?:mum|dad|mother|father|nan|parents|sir|miss|coach|boss|teacher|mr \w+|mrs \w+|ms \w+|sister|brother|she|he|they) (?:will|would|is going to|are going to|going to|might|is|are|could) (?:so |actually |literally |absolutely )?(?:kill|murder|killing|slaughter|skin|strangle)(?: me| us| you)?\b/;

export const figureOfSpeech: Weigh = ({ sentence }) => (SPOKEN.test(sentence) || TOLD_OFF.test(sentence) ? 'It is a figure of speech.' : '');

/** Great anger about a trifle. */
export const overATrifle: Weigh = ({ sentence }) => (TRIFLE.test(sentence) ? 'It is about a trifle.' : '');

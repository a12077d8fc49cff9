/** Words against hate hold the hate they speak against; people also use hard words for themselves. */
import { anyOf } from './any-of.ts';
import type { Weigh } from './make.ts';

const AGAINST = anyOf(
  '(?:is|are|was|it|that|this|so) (?:\\w+ )?(?:wrong|racist|sexist|homophobic|transphobic|islamophobic|antisemitic|ableist|xenophobic|bigoted|hateful|unacceptable|offensive|ignorant|hate speech|not ok|not okay|not true|not funny|a lie|a stereotype|disgusting thing to say|horrible thing to say)',
  '(?:racist|sexist|homophobic|transphobic|bigoted|hateful|offensive|vile) (?:to|comment|comments|joke|jokes|thing|things|people|idiot|messages?|remarks?|slurs?)',
  'how (?:can|could|dare) (?:you|people|anyone|someone|they|he|she)',
  'why (?:do|would|does|are|is) (?:you|people|anyone|someone|everyone|some)',
  'it is (?:disgusting|horrible|awful|sad|shameful|vile|shocking) (?:that|when|how)',
  '(?:people|anyone|they|some|somebody|someone|he|she) (?:says?|said|thinks?|claims?|believes?)',
  '(?:stop|quit) (?:saying|calling|using|treating|it)|(?:should|must|can) not (?:say|call|use|treat|be allowed to say)',
  '(?:you|people|anyone|anybody|those|everyone|someone|idiots|bigots) (?:who|that) (?:say|says|think|thinks|believe|believes|hate|hates|call|calls|claim|claims)',
  'calling (?:\\w+ ){0,3}\\w+|(?:how|so|such) (?:\\w+ )?(?:hateful)|call(?:ing)? out',
  '(?:saying|claiming|thinking|writing|suggesting|posted|tweeted|said|says|wrote|arguing) (?:that|something like|things like|stuff like|me|them|him|her)',
  'phrases? like|words? like|statements? like|sentences? like|nobody should|no one should|stand up (?:to|for|against)|speak up',
  'speak out|report(?:ed|ing)? (?:him|her|them|it|this|that|someone)',
  '(?:these|all|many|other|those|some) people (?:saying|thinking|claiming|calling|posting)',
  '(?:hurts?|upsets?|annoys?|angers?|shocks?|saddens?|sickens?|heartbreaking|sad|awful|terrible|horrible|tired of|sick of) (?:me )?(?:to|of|when|that|hearing|seeing) (?:see|hear|hearing|seeing|read|people|they|someone)?',
  'stereotypes?|prejudice|discrimination|tolerance|respect|proud to be|pride|equality|disagree|victims? of|imagine (?:thinking|saying)',
  'i used to',
);

export const counterSpeech: Weigh = ({ sentence, message }) =>
  AGAINST.test(sentence) || (message.words.length < 40 && AGAINST.test(message.plain)) ? 'It speaks against this.' : '';

const OURSELVES =
  /\b(?:i am|we are|as) (?:a |an |so |very |proud(?:ly)? |openly |your |just |all )*(?:gay|lesbian|trans|queer|bi|bisexual|black|muslim|jewish|asian|disabled|autistic|immigrants?|roma|gypsy|traveller|girl|woman)\b|\b(?:my|our) (?:fellow|own) \w+/;
export const ofOurselves: Weigh = ({ sentence }) => (OURSELVES.test(sentence) ? 'The writer may mean the writer.' : '');

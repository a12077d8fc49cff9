/** Spellings that only their neighbours make clear: `ur so mean` and `ur mum`, `ill get you` and `feel ill`, `id` and `school id`. */

interface Meant {
  words: readonly string[];
  endsSentence: boolean;
}

const AFTER_YOU_ARE = new Set(
  'a an the so such not just going all too really very always never still gonna literally actually dead ugly fat gay dumb stupid thick weird wrong right welcome joking lying coming getting being making on in nothing next special cute fit pretty beautiful funny annoying pathetic disgusting worthless useless finished done'.split(
    ' ',
  ),
);
const BEFORE_ILL = new Set(
  'am is was are were feel feeling feels felt fell be been being seriously mentally get gets getting got very so really become it quite terminally'.split(' '),
);
const BEFORE_ID = new Set('my your his her our their the an a school photo student fake valid new user apple meeting zoom no with this that'.split(' '));

const UNCLEAR = new Set(['your', 'ill', 'id']);

/** The same tokens, the unclear ones settled. */
export function inContext<T extends Meant>(tokens: readonly T[]): T[] {
  return tokens.map((token, at) => {
    const [word] = token.words;
    if (token.words.length !== 1 || word === undefined || !UNCLEAR.has(word)) return token;
    const before = tokens[at - 1]?.words ?? [];
    const next = token.endsSentence ? '' : (tokens[at + 1]?.words[0] ?? '');
    const meant = settled(word, before[before.length - 1] ?? '', next);
    return meant === undefined ? token : { ...token, words: meant };
  });
}

function settled(word: string, before: string, next: string): readonly string[] | undefined {
  if (word === 'your') return AFTER_YOU_ARE.has(next) ? ['you', 'are'] : undefined;
  if (next === '') return undefined;
  if (word === 'ill') return BEFORE_ILL.has(before) ? undefined : ['i', 'will'];
  return BEFORE_ID.has(before) ? undefined : ['i', 'would'];
}

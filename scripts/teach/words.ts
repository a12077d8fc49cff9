/**
 * Prints what `teach.py` learns from, a JSON line a message: `npx tsx scripts/teach/words.ts [--sets FOLDER] > FILE`. Words stand as the scorer
 * means them, so that nobody has to read text speak twice.
 */
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { prepare } from '../../src/messages/scoring/prepare.ts';
import { COUNTS, examplesIn, isEveryOther } from '../train/examples.ts';

const TOP = resolve(import.meta.dirname, '../..');
const { values } = parseArgs({ options: { sets: { type: 'string' } } });

const sets = values.sets === undefined ? [] : [...examplesIn(values.sets)].filter(([name]) => name in COUNTS);
for (const [source, list] of [...examplesIn(join(TOP, 'training')), ...sets]) {
  list.forEach(({ message, flag, category, severity }, line) => {
    const words = prepare(message)
      .sentences.map((sentence) => `${sentence.words.map(({ word }) => word).join(' ')}${sentence.isQuestion ? '?' : '.'}`)
      .join(' ');
    const written = `${message.subject === '' ? '' : `${message.subject}. `}${message.text}`;
    const { from, to } = message;
    const counts = COUNTS[source] ?? 1;
    console.log(
      JSON.stringify({ source, isEveryOther: source in COUNTS && isEveryOther(source, line), counts, words, written, from, to, flag, category, severity }),
    );
  });
}

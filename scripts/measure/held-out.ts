/** Models that have not seen what they are measured on: trained without an author, a source, or a kind of case. */

import { CATEGORIES, type Category, type MessageToScore, type Verdict } from '../../src/messages/message.ts';
import { USUAL_MONITORING } from '../../src/messages/monitoring.ts';
import { type Model, modelFrom } from '../../src/messages/scoring/model.ts';
import { score } from '../../src/messages/scoring/score.ts';
import { textOfWeights } from '../../src/messages/scoring/weights-text.ts';
import type { Example } from '../train/examples.ts';
import { type Seen, trainedOn } from '../train/trained.ts';
import type { Vocabulary } from '../train/vocabulary.ts';

/** What was said of an example by somebody who had not seen it. */
export interface Judged {
  example: Example;
  verdict: Verdict;
  rules: Verdict;
  /** How sure the model was, 0 to 1, and of what. */
  sure: number;
  heard: Category;
}

/** No mute and no rule of a school's: as every school begins. */
const SETTINGS = { monitoring: USUAL_MONITORING, now: '' };

/** Judges examples by a model trained on what was seen of others. @param nameless as if nobody knew who writes to whom */
export function judged(examples: readonly Example[], model: Model, nameless: boolean): Judged[] {
  return examples.map((example) => {
    const message: MessageToScore = nameless ? { ...example.message, from: '', to: '' } : example.message;
    let [sure, about]: [number, Category] = [0, 'bullying'];
    const listening: Model = {
      ...model,
      listen: (prepared, hits) => {
        const heard = model.listen(prepared, hits);
        sure = heard.flag;
        about = CATEGORIES.reduce((most, each) => (heard.categories[each] > heard.categories[most] ? each : most), about);
        return heard;
      },
    };
    const verdict = score(message, { ...SETTINGS, model: listening });
    return { example, verdict, rules: score(message, { ...SETTINGS, model: null }), sure, heard: about };
  });
}

export function modelWithout(seen: readonly Seen[], vocabulary: Vocabulary, isLeftOut: (example: Example) => boolean): Model {
  return modelFrom(
    textOfWeights(
      trainedOn(
        seen.filter(({ example }) => !isLeftOut(example)),
        vocabulary,
      ),
    ),
  );
}

/** A model that has not seen what it is measured on, and what it says. */
import type { MessageToScore, Verdict } from '../../src/messages/message.ts';
import { USUAL_MONITORING } from '../../src/messages/monitoring.ts';
import { type Model, modelFrom } from '../../src/messages/scoring/model.ts';
import { score } from '../../src/messages/scoring/score.ts';
import { textOfWeights, type Weights } from '../../src/messages/scoring/weights-text.ts';
import type { Example } from '../train/examples.ts';
import { type Seen, trainedOn } from '../train/trained.ts';

/** What was said of an example by somebody who had not seen it. */
export interface Judged {
  example: Example;
  verdict: Verdict;
  rules: Verdict;
  /** How sure the model was, 0 to 1. */
  sure: number;
}

/** No mute and no rule of a school's: as every school begins. */
const SETTINGS = { monitoring: USUAL_MONITORING, now: '' };

/** Judges examples by a model trained on what was seen of others. @param nameless as if nobody knew who writes to whom */
export function judged(examples: readonly Example[], model: Model, nameless: boolean): Judged[] {
  return examples.map((example) => {
    const message: MessageToScore = nameless ? { ...example.message, from: '', to: '' } : example.message;
    let sure = 0;
    const listening: Model = {
      ...model,
      listen: (prepared, hits) => {
        const heard = model.listen(prepared, hits);
        sure = heard.flag;
        return heard;
      },
    };
    const verdict = score(message, { ...SETTINGS, model: listening });
    return { example, verdict, rules: score(message, { ...SETTINGS, model: null }), sure };
  });
}

/** The model that learns from what was seen. @param taught by no others either: see `trainedOn` */
export function modelOf(seen: readonly Seen[], taught: Weights): Model {
  return modelFrom(textOfWeights(trainedOn(seen, taught)));
}

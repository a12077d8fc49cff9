import { messageOf } from '../../records/patience.script.ts';
import type { Monitoring } from '../monitoring.ts';
import type { Model } from '../scoring/model.ts';
import { SCORER, score } from '../scoring/score.ts';
import { weights } from '../scoring/weights.page.ts';
import type { Scorer } from './reader.ts';

/** The scorer with both its voices; with the rules alone when the second cannot be had just now, and its version says so. */
export function scorerFor(monitoring: Monitoring, now: string): Scorer {
  const model = modelOrNone();
  return {
    version: model === null ? `${SCORER}, rules alone` : `${SCORER}, model ${model.version}`,
    isRulesAlone: model === null,
    verdict: (message) => score(message, { model, monitoring, now }),
  };
}

function modelOrNone(): Model | null {
  try {
    return weights();
  } catch (error) {
    console.warn(`messages are scored by the rules alone: ${messageOf(error)}`);
    return null;
  }
}

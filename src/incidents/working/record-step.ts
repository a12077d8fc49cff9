import { Refusal } from '../../school/refusal.ts';
import type { Visit } from '../../school/visit.ts';
import type { CaseRow } from '../case.ts';
import { answerKept, protocolsFor, stepsShown } from '../protocols/all.ts';
import { mayAnswer } from '../protocols/answers.ts';
import { protocolFacts } from '../protocols/asks.ts';
import type { Step } from '../protocols/protocol.ts';
import { momentOf } from './moment.ts';
import { type CaseAnswer, type CasePress, caseEvent, changedMeanwhile, workOn } from './work-on.ts';

export interface RecordStep extends CasePress {
  protocol: string;
  step: string;
  /** `do`: `done` or `not done`; `yes-no`: `yes` or `no`; `choice`: the value of one; `text`: the words. */
  answer: string;
  /** What belongs to it; for `not done` the reason, which must be given. */
  note: string;
  /** Needed where the step asks for one (B4, B10, B17). */
  witness: string;
  /** When it was done: ISO 8601; '' for now. */
  at: string;
  /** The answer the person saw; '' when there was none. */
  was: string;
}

/** Records a step of a protocol. Answering again adds to the history and edits nothing. */
export function recordStep(request: RecordStep, visit: Visit): CaseAnswer {
  const { protocol, step, answer, note, witness, was } = request;
  const at = momentOf(request.at, visit.now, `${step}-at`);
  return workOn(request, visit, (row) => {
    checkAnswer(askedStep(row, protocol, step), request);
    const standing = row.facts.answers[`${protocol}.${step}`] ?? '';
    if (standing !== answerKept(protocol, step, was)) throw changedMeanwhile('Somebody has answered this meanwhile.', step);
    return { events: [caseEvent('case step recorded', row.reference, { protocol, step, answer, note, witness, at })] };
  });
}

/** @throws Refusal when the case does not ask for it */
function askedStep(row: CaseRow, protocolId: string, stepId: string): Step {
  const facts = protocolFacts(row);
  const found = protocolsFor(facts).find(({ protocol }) => protocol.id === protocolId);
  const step = found && stepsShown(found.protocol, facts).find(({ id }) => id === stepId);
  if (!step) throw changedMeanwhile('This step does not belong to the case, or not any more.', stepId);
  return step;
}

function checkAnswer(step: Step, { answer, note, witness }: RecordStep): void {
  if (!mayAnswer(step, answer)) throw new Refusal('answer-missing', step.kind === 'text' ? 'Write an answer' : 'Choose an answer', step.id);
  if (answer === 'not done' && note.trim() === '') throw new Refusal('reason-missing', 'Say why it was not done', `${step.id}-note`);
  if (step.witness && witness.trim() === '') throw new Refusal('witness-missing', 'Name the witness who was there', `${step.id}-witness`);
}

import type { RecordedEvent } from '../../records/journal.ts';
import { ukTime } from '../../school/uk-time.ts';
import type { CaseRow } from '../case.ts';
import { is } from '../events.ts';
import { protocolOf, protocolsFor, stepOf, stepsLeft, stepsShown } from '../protocols/all.ts';
import { answersTo } from '../protocols/answers.ts';
import { protocolFacts } from '../protocols/asks.ts';
import type { Protocol, Step } from '../protocols/protocol.ts';
import { sourceWords } from '../protocols/sources.ts';
import type { ShownProtocol, ShownStep } from './case-file.ts';

type NameOf = (email: string) => string;

/** The protocols that belong to a case and those that may be begun, each with its steps and what was answered. */
export function shownProtocols(row: CaseRow, history: readonly RecordedEvent[], nameOf: NameOf): ShownProtocol[] {
  const facts = protocolFacts(row);
  return protocolsFor(facts).map(({ protocol, fit }) => {
    const { id, title, row: requirement, about, source } = protocol;
    const steps = stepsShown(protocol, facts).map((step) => shownStep(protocol, step, history, nameOf));
    return { id, title, row: requirement, about, source: sourceWords(source), fits: fit, steps, left: stepsLeft(protocol, facts).length };
  });
}

function shownStep(protocol: Protocol, step: Step, history: readonly RecordedEvent[], nameOf: NameOf): ShownStep {
  const recorded = history.filter((event) => is(event, 'case step recorded') && event.payload.protocol === protocol.id && event.payload.step === step.id);
  const last = recorded[recorded.length - 1];
  const { answer = '', note = '', witness = '', at = '' } = last && is(last, 'case step recorded') ? last.payload : {};
  return {
    ...{ id: step.id, ask: step.ask, kind: step.kind, help: step.help ?? '', choices: [...answersTo(step)] },
    ...{ witnessed: step.witness === true, optional: step.optional === true, repeats: step.repeats === true, stopWords: stopWordsFor(step, answer) },
    ...{ source: step.source ? sourceWords(step.source) : '', answer, answerWords: answerWords(step, answer), note, witness, at: ukTime(at) },
    ...{ who: last ? nameOf(last.actor) : '', times: recorded.length },
  };
}

function stopWordsFor({ stops, stopWords = '' }: Step, answer: string): string {
  return answer !== '' && answer === stops ? stopWords : '';
}

/** What was asked and what was answered, for the timeline. */
export function stepWords(protocolId: string, stepId: string, answer: string): [what: string, answered: string] {
  const step = stepOf(protocolId, stepId);
  return step ? [`${protocolOf(protocolId)?.title}: ${step.ask}`, answerWords(step, answer)] : [`${protocolId}: ${stepId}`, answer];
}

function answerWords(step: Step, answer: string): string {
  return answersTo(step).find(({ value }) => value === answer)?.text ?? answer;
}

import { canonical } from '../../records/canonical.ts';
import { hashOf } from '../../records/hash.ts';
import { AFTER } from './after.ts';
import { BULLYING_RECORD } from './bullying-record.ts';
import { CRITICAL_INCIDENT } from './critical-incident.ts';
import { DATA_LOSS } from './data-loss.ts';
import { FIRST_RESPONSE } from './first-response.ts';
import { HARM_THRESHOLD } from './harm-threshold.ts';
import { ILLEGAL } from './illegal.ts';
import { INVESTIGATION } from './investigation.ts';
import { NOT_ILLEGAL } from './not-illegal.ts';
import { NUDES } from './nudes.ts';
import type { Protocol, ProtocolFacts, Step } from './protocol.ts';
import { SAFETY_BUTTON } from './safety-button.ts';
import { SEARCH } from './search.ts';
import { STAFF_VICTIM } from './staff-victim.ts';
import { UNLAWFUL_MAIL } from './unlawful-mail.ts';

/** Characters of a hash that tell one text from another. */
const MARK = 12;

/** Every protocol, in the order in which a case page shows those that fit. */
export const PROTOCOLS: readonly Protocol[] = [
  FIRST_RESPONSE,
  SAFETY_BUTTON,
  NUDES,
  HARM_THRESHOLD,
  DATA_LOSS,
  UNLAWFUL_MAIL,
  ILLEGAL,
  NOT_ILLEGAL,
  STAFF_VICTIM,
  INVESTIGATION,
  SEARCH,
  BULLYING_RECORD,
  CRITICAL_INCIDENT,
  AFTER,
];

export interface FittingProtocol {
  protocol: Protocol;
  fit: 'applies' | 'offered';
}

/** The protocols that belong to a case, and after them those a person may begin. One that was begun always belongs to it. */
export function protocolsFor(facts: ProtocolFacts): FittingProtocol[] {
  const fitting = PROTOCOLS.flatMap((protocol): FittingProtocol[] => {
    const fit = isBegun(protocol, facts) ? 'applies' : protocol.fits(facts);
    return fit === 'no' ? [] : [{ protocol, fit }];
  });
  return [...fitting.filter(({ fit }) => fit === 'applies'), ...fitting.filter(({ fit }) => fit === 'offered')];
}

/** Whether any of its steps was recorded. */
function isBegun(protocol: Protocol, { answers }: Pick<ProtocolFacts, 'answers'>): boolean {
  return protocol.steps.some((step) => answerOf(protocol, step, { answers }) !== '');
}

/** The steps to show as the answers stand, up to one whose answer ends the protocol. */
export function stepsShown(protocol: Protocol, facts: ProtocolFacts): Step[] {
  const shown: Step[] = [];
  for (const step of protocol.steps) {
    if (step.when && !step.when(facts)) continue;
    shown.push(step);
    if (isHaltedBy(step, protocol, facts)) break;
  }
  return shown;
}

/** Steps that must be recorded and are not: closing waits for none else. */
export function stepsLeft(protocol: Protocol, facts: ProtocolFacts): Step[] {
  return stepsShown(protocol, facts).filter((step) => step.optional !== true && answerOf(protocol, step, facts) === '');
}

/** What was answered last; '' when nothing was. */
function answerOf(protocol: Protocol, step: Step, { answers }: Pick<ProtocolFacts, 'answers'>): string {
  return answers[`${protocol.id}.${step.id}`] ?? '';
}

export function protocolOf(id: string): Protocol | undefined {
  return PROTOCOLS.find((protocol) => protocol.id === id);
}

/** A step by its protocol's id and its own; undefined when this version knows none. */
export function stepOf(protocol: string, step: string): Step | undefined {
  return protocolOf(protocol)?.steps.find(({ id }) => id === step);
}

/**
 * What a case's row keeps of an answer. A choice stays as it is, for the rules; of words only that there are some, and a mark by which they
 * are told from others: rows hold no story and no names, and a cell holds only so much.
 */
export function answerKept(protocol: string, step: string, answer: string): string {
  const asked = stepOf(protocol, step);
  const isChoice = answer === '' || (asked !== undefined && asked.kind !== 'text');
  return isChoice ? answer : `words ${hashOf(canonical(answer)).slice(0, MARK)}`;
}

function isHaltedBy(step: Step, protocol: Protocol, facts: ProtocolFacts): boolean {
  return step.stops !== undefined && answerOf(protocol, step, facts) === step.stops;
}

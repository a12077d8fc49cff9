import type { CaseRow } from '../case.ts';
import { protocolsFor, stepsLeft } from '../protocols/all.ts';
import { protocolFacts } from '../protocols/asks.ts';

/** Something a case lacks before it may be closed. */
export interface ClosingGap {
  /** In a sentence. */
  what: string;
  /** The part of the case's page where it is done; `steps` names the protocol. */
  where: 'classification' | 'tasks' | 'steps' | 'questions';
  protocol: string;
}

/** What a case still lacks before it may be closed (B13), the first to be done first. Empty when nothing is. */
export function closingGaps(row: CaseRow): ClosingGap[] {
  const gap = (where: ClosingGap['where'], what: string, protocol = ''): ClosingGap => ({ what, where, protocol });
  const unclassified = row.severity === '' ? [gap('classification', 'Say what type of incident it is and how serious.')] : [];
  const tasks = row.tasks.filter(({ required }) => required).map(({ what }) => gap('tasks', `Settle this task: ${what}`));
  const facts = protocolFacts(row);
  const protocols = protocolsFor(facts).flatMap(({ protocol, fit }) => {
    const left = fit === 'applies' ? stepsLeft(protocol, facts).length : 0;
    return left === 0 ? [] : [gap('steps', `Finish “${protocol.title}”: ${left === 1 ? 'one step is' : `${left} steps are`} open.`, protocol.id)];
  });
  const question = row.questioned ? [gap('questions', 'Answer the reviewer’s question.')] : [];
  return [...unclassified, ...tasks, ...protocols, ...question];
}

/** Whether it must be said if parents or carers were told: the worry is about a pupil, or a pupil is in it. */
export function asksAboutParents({ facts }: Pick<CaseRow, 'facts'>): boolean {
  return facts.about === 'pupil' || facts.people.some(({ kind }) => kind === 'pupil');
}

import type { Involvement } from '../../src/incidents/concern.ts';
import { protocolOf, protocolsFor, stepsShown } from '../../src/incidents/protocols/all.ts';
import { protocolFacts } from '../../src/incidents/protocols/asks.ts';
import type { Protocol, ProtocolFacts } from '../../src/incidents/protocols/protocol.ts';
import { aCaseRow, involved } from './concerns.ts';

/** What a test of protocols says of a case: everything else is usual. */
export interface ProtocolCase {
  types?: string[];
  answers?: Record<string, string>;
  people?: Involvement[];
  about?: 'pupil' | 'staff' | 'data' | 'head' | 'low-level';
}

export function facts({ types = [], answers = {}, people = [], about = 'pupil' }: ProtocolCase = {}): ProtocolFacts {
  const row = aCaseRow({ types }, { people, about });
  return protocolFacts({ ...row, facts: { ...row.facts, answers } });
}

function protocol(id: string): Protocol {
  const found = protocolOf(id);
  if (!found) throw new Error(`there is no protocol ${id}`);
  return found;
}

export const shown = (id: string, standing: ProtocolFacts) => stepsShown(protocol(id), standing).map((step) => step.id);
export const standingOf = (id: string, standing: ProtocolFacts) => protocolsFor(standing).find((each) => each.protocol.id === id)?.fit ?? 'no';

export const pupil = involved('affected', 'child@q.example');
export const accused = involved('alleged', 'other@q.example');
export const teacher = involved('alleged', 'teacher@q.example', { kind: 'staff', year: null });
export const harmedTeacher = involved('affected', 'teacher@q.example', { kind: 'staff', year: null });

import { Refusal } from '../../school/refusal.ts';
import type { Visit } from '../../school/visit.ts';
import { type CaseAnswer, type CasePress, caseEvent, caseFor, workOn } from './work-on.ts';

export interface LinkCases extends CasePress {
  /** The other case's reference. */
  to: string;
}

/** Says that two cases belong together; both of them say so from then on. The other one may be closed. */
export function linkCases(request: LinkCases, visit: Visit): CaseAnswer {
  const to = request.to.trim().toUpperCase();
  return workOn(request, visit, ({ reference, linked }, view) => {
    if (to === reference) throw new Refusal('same-case', 'Enter the reference of the other case', 'to');
    caseFor(view, to, visit.me, visit.school);
    if (linked.includes(to)) return { events: [] };
    return { events: [caseEvent('case linked', reference, { to }), caseEvent('case linked', to, { to: reference })] };
  });
}

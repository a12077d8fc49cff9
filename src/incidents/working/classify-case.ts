import { Refusal } from '../../school/refusal.ts';
import type { Visit } from '../../school/visit.ts';
import type { Severity } from '../concern.ts';
import { proposeSeverity } from '../severity.ts';
import { typeOf } from '../types.ts';
import { asSeenBy, type CaseAnswer, type CasePress, caseEvent, changedMeanwhile, workOn } from './work-on.ts';

export interface ClassifyCase extends CasePress {
  /** Ids of types, at least one. */
  types: string[];
  severity: Severity;
  /** Why this severity: must be given when it is not the proposed one. */
  why: string;
  /** What the person saw when they chose. */
  was: { types: string[]; severity: Severity | '' };
}

/** Says what kind of incident it is and how serious; what is to be done follows from it (B3). A person sets the severity (rulings). */
export function classifyCase(request: ClassifyCase, visit: Visit): CaseAnswer {
  const { severity, why, was } = request;
  const types = [...new Set(request.types)];
  if (types.length === 0) throw new Refusal('type-missing', 'Choose at least one type', 'types');
  if (types.some((id) => !typeOf(id))) throw new Refusal('type-unknown', 'Choose types from the list', 'types');
  return workOn(request, visit, (row, view) => {
    if (row.severity !== was.severity || row.types.join() !== was.types.join()) throw changedMeanwhile('Somebody has classified this case meanwhile.', 'types');
    const proposed = proposeSeverity({ ...asSeenBy(row, view, visit), types }).severity;
    if (severity !== proposed && why.trim() === '')
      throw new Refusal('reason-missing', `The rules would say "${proposed}". Say why you set "${severity}"`, 'why');
    return { events: [caseEvent('case classified', row.reference, { types, severity, proposed, why })] };
  });
}

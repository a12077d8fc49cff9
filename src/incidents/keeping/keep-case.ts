import { erasureTable } from '../../records/erasures.ts';
import type { NewEvent } from '../../records/journal.ts';
import type { RecordsView } from '../../records/records.ts';
import { addDays, ukDay } from '../../school/calendar.ts';
import { Refusal } from '../../school/refusal.ts';
import type { Visit } from '../../school/visit.ts';
import { type CaseRow, caseTable } from '../case.ts';
import { type CaseAnswer, type CasePress, caseEvent, caseFor } from '../working/work-on.ts';
import { dayIn, textIn } from './inputs.ts';

/** A press about how long a case is kept. Closed cases take these too: they say nothing about what happened. */
export interface KeepPress extends CasePress {
  why: string;
}

export interface KeepOn extends KeepPress {
  /** The day it is looked at again, as typed. */
  until: string;
}

/**
 * Keeps a closed case on until a day, once its retention was reviewed (B21, rule 15).
 * @throws Refusal `still-open`, or naming the input that is wrong
 */
export function keepOn(request: KeepOn, visit: Visit): CaseAnswer {
  const why = reasonIn(request);
  const until = dayIn(request.until, 'until', { from: addDays(ukDay(visit.now), 1) });
  return aboutKeeping(request, visit, ({ reference, state }) => {
    if (state !== 'closed') throw new Refusal('still-open', 'This case is open, and open cases are kept. Close it first.');
    return [caseEvent('case kept on', reference, { until, why })];
  });
}

/** Holds a case: whatever the periods say, it is not erased until somebody releases it (rule 15: "hold when told"). */
export function holdCase(request: KeepPress, visit: Visit): CaseAnswer {
  const why = reasonIn(request);
  return aboutKeeping(request, visit, ({ reference, held }, view) => {
    if (view.find(erasureTable, reference)?.state === 'approved')
      throw new Refusal('being-erased', 'Two people have decided to erase this case, and it is being erased now.');
    return held ? [] : [caseEvent('case held', reference, { why })];
  });
}

/** Takes the hold away: the periods count again. */
export function releaseCase(request: KeepPress, visit: Visit): CaseAnswer {
  const why = reasonIn(request);
  return aboutKeeping(request, visit, ({ reference, held }) => (held ? [caseEvent('case released', reference, { why })] : []));
}

/** @throws Refusal when nothing was written: whoever reads it in twenty years must know why */
export function reasonIn({ why }: { why: string }): string {
  return textIn(why, 'why', 'Write why');
}

function aboutKeeping({ key, reference }: CasePress, { me, school, records }: Visit, decide: (row: CaseRow, view: RecordsView) => NewEvent[]): CaseAnswer {
  return records.decide({ key, actor: me.email, reads: [caseTable, erasureTable] }, (view) => ({
    events: decide(caseFor(view, reference, me, school), view),
    answer: { reference },
  }));
}

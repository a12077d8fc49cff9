import { type AskErasure, approveErasure, askErasure, type DecideErasure, type ErasureRules, refuseErasure } from '../../history/ask-erasure.ts';
import { canonical } from '../../records/canonical.ts';
import { erasureTable } from '../../records/erasures.ts';
import { hashOf } from '../../records/hash.ts';
import { type OutgoingMail, sentTable } from '../../records/outbox.ts';
import type { RecordsView } from '../../records/records.ts';
import { Refusal } from '../../school/refusal.ts';
import type { School } from '../../school/school.ts';
import type { Visit } from '../../school/visit.ts';
import { type CaseRow, caseTable, readersFor } from '../case.ts';
import { LANE_IDS } from '../concern.ts';
import { concernedIn } from '../lanes.ts';
import { flagsNotedIn } from '../mail/evidence.ts';
import { caseFor } from '../working/work-on.ts';
import { copiesElsewhere, type Elsewhere, filesOf, leftoverEvent, leftoverTable, mailsOf } from './leftovers.ts';
import { requestTable } from './requests.ts';
import { transferTable } from './transfers.ts';

/** Who may erase a case, and when (B21): a reader asks, and a reader, the headteacher, the DSL or the chair approves whom it does not name. */
const RULES: ErasureRules = {
  reads: [caseTable],
  alsoErases: flagsNotedIn,
  mayAsk: (view, reference, { me, school }) => {
    const row = caseFor(view, reference, me, school);
    if (row.state !== 'closed') throw new Refusal('still-open', 'This case is open: an open case is not erased. Close it first.');
    if (row.held) throw new Refusal('held', 'This case is on hold: it is not erased until somebody releases it.');
  },
  mayDecide: (view, reference, { me, school }) => {
    const row = view.find(caseTable, reference);
    // In the words for a case that is not there.
    if (!row || !decidersFor(row, school).includes(me.email)) caseFor(view, reference, me, school);
  },
  notices: (view, references, { me, school }) => {
    const rows = references.flatMap((reference) => view.find(caseTable, reference) ?? []);
    return askedToDecide(
      rows.flatMap((row) => decidersFor(row, school)),
      me.email,
      'keeping',
      school,
    );
  },
};

export const askCaseErasure: (request: AskErasure, visit: Visit) => { reference: string } = askErasure(RULES);
export const refuseCaseErasure: (request: AskErasure, visit: Visit) => { reference: string } = refuseErasure(RULES);

/**
 * The second person's approval. Before it is recorded, what the case leaves behind is: files that go with it, desks that showed it, copies for
 * a person to delete. Afterwards nobody could say.
 */
export function approveCaseErasure(request: DecideErasure, visit: Visit): { reference: string } {
  nameLeftovers(request, visit);
  return approveErasure(RULES)(request, visit);
}

/** Who may approve the erasure of a case, or refuse it; that it is somebody else than who asked is looked at when it is pressed. */
export function decidersFor(row: Pick<CaseRow, 'lane' | 'named' | 'readers'>, school: School): string[] {
  const kept = [...row.named, ...concernedIn(row.lane, school)];
  const seniors = [school.head, school.dsl, school.chair].filter((email) => !kept.includes(email));
  return [...new Set([...readersFor(row, school), ...seniors])];
}

/** Where else a case lies: what is needed to say so. */
export function elsewhereOf(reference: string, view: RecordsView, { records }: Pick<Visit, 'records'>): Elsewhere {
  const transfers = view.rows(transferTable).filter(({ cases }) => cases.includes(reference));
  const requests = view.rows(requestTable).filter(({ cases }) => cases.includes(reference));
  const history = records.history(reference);
  const flags = flagsNotedIn(history);
  const noted = flags.length === 0 ? [] : [...records.histories(flags).values()].flat();
  return {
    history,
    mails: [...new Set([...mailsOf(history), ...mailsOf(noted)])],
    sent: view.rows(sentTable),
    packs: [
      ...transfers.map(({ subject }) => ({ what: 'A pupil’s file that went to another school', subject })),
      ...requests.map(({ subject }) => ({ what: 'An answer to somebody who asked what is recorded about them', subject })),
    ],
  };
}

/** Tables that `elsewhereOf` looks at. */
export const ELSEWHERE = [sentTable, transferTable, requestTable] as const;

function nameLeftovers({ key, reference }: DecideErasure, visit: Visit): void {
  const { me, school, records } = visit;
  const view = records.view([caseTable, erasureTable, ...ELSEWHERE]);
  const asked = view.find(erasureTable, reference);
  if (asked?.state !== 'asked' || asked.askedBy === me.email) return;
  RULES.mayDecide(view, reference, visit);
  const row = view.find(caseTable, reference);
  if (!row) return;
  const elsewhere = elsewhereOf(reference, view, visit);
  const lanes = LANE_IDS.filter((lane) => row.lane === lane || row.formerLanes.includes(lane));
  // Whoever approves it without reading it does not learn from the mails in which lane it was.
  const readers = readersFor(row, school);
  records.decide({ key: `leftovers-${hashOf(canonical(key)).slice(0, 40)}`, actor: me.email, writes: [leftoverTable] }, () => ({
    events: [
      leftoverEvent('leftovers named', reference, {
        files: filesOf(elsewhere.history),
        lanes,
        items: copiesElsewhere(elsewhere),
        readers,
        mails: [...elsewhere.mails],
      }),
    ],
    answer: null,
  }));
}

/** The mail to those who may decide: it says where, and nothing of what. @param page that has it */
export function askedToDecide(deciders: readonly string[], asker: string, page: string, { address, dslTelephone }: School): OutgoingMail[] {
  const to = [...new Set(deciders)].filter((email) => email !== asker);
  if (to.length === 0) return [];
  const body = [
    'Somebody has asked for something that a second person must approve or refuse. Open it here, signed in with your school account and no other:',
    '',
    `${address}?page=${page}`,
    '',
    `If the page does not open, telephone the designated safeguarding lead on ${dslTelephone}.`,
  ];
  return [{ to, subject: 'Handrail: something is waiting for your decision', body: body.join('\n') }];
}

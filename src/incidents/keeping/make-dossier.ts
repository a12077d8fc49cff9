import type { RecordedEvent } from '../../records/journal.ts';
import type { RecordsView } from '../../records/records.ts';
import type { RollEntry } from '../../school/roll.ts';
import { ukTime } from '../../school/uk-time.ts';
import type { Visit } from '../../school/visit.ts';
import { caseTable, mayRead } from '../case.ts';
import type { Involvement } from '../concern.ts';
import { finder } from './black-out.ts';
import { besides, dossierCase, everNamed, inHeaders, namedOn } from './dossier.ts';
import type { Named } from './names.ts';
import { type MarkedCase, marked } from './redaction.ts';
import { casesOf, isSame, type Sought } from './see-chronology.ts';

/** Whose names are blacked out: everybody's but the person's own, or those of other children and their families. */
export type Hidden = 'everybody else' | 'other children';

export interface Dossier {
  /** By when it happened, else by when it was received. */
  cases: (MarkedCase & { role: string })[];
  /** When the person raised a concern that does not name them, `dd/MM/yyyy HH:mm`: who raised it is about them, the rest is not. */
  raised: string[];
}

/**
 * What this reader may read about somebody, with others' names marked (B21). Cases that name the reader are not among them. Three calls,
 * however many cases.
 */
export function dossierOf(sought: Sought, hidden: Hidden, view: RecordsView, visit: Visit): Dossier {
  const { me, school, records, roll } = visit;
  const found = casesOf(sought, view, visit);
  const moment = ({ row }: (typeof found)[number]) => row.happened ?? row.received;
  found.sort((a, b) => (moment(a) < moment(b) ? -1 : Number(moment(a) > moment(b))));
  const histories: Map<string, RecordedEvent[]> = found.length === 0 ? new Map() : records.histories(found.map(({ row }) => row.reference));
  const historyOf = (reference: string) => histories.get(reference) ?? [];

  const involved = found.flatMap(({ row }) => everNamed(historyOf(row.reference)));
  const own: Named[] = [sought, ...involved.filter((person) => isSame(person, sought)), ...roll.filter(({ email }) => email === sought.email).map(namedOn)];
  const isOwn = (person: Named) => own.some((each) => isSame(each, person));
  const isHidden = hidden === 'everybody else' ? () => true : isOfAnotherChild(sought, roll);
  const kindOf = (email: string) => roll.find((entry) => entry.email === email)?.kind ?? '';
  const inMails = found.flatMap(({ row }) => inHeaders(historyOf(row.reference))).filter(({ email }) => isHidden({ email, kind: kindOf(email) }));
  const others: Named[] = [
    ...involved.filter(isHidden),
    ...inMails,
    ...(hidden === 'everybody else' ? found.flatMap(({ row }) => besides(historyOf(row.reference))) : []),
  ];
  const find = finder({
    own,
    others: others.filter((person) => !isOwn(person)),
    distant: roll
      .filter((entry) => isHidden({ email: entry.email, kind: entry.kind }))
      .map(namedOn)
      .filter((person) => !isOwn(person)),
  });
  const cases = marked(
    found.map((each) => dossierCase(each, historyOf(each.row.reference))),
    find,
  );
  const named = new Set(found.map(({ row }) => row));
  const reported = view.rows(caseTable).filter((row) => sought.email !== '' && row.reporter === sought.email && !named.has(row) && mayRead(row, me, school));
  return {
    cases: cases.map((each, index) => ({ ...each, role: found[index]?.role ?? 'other' })),
    raised: reported.map(({ received }) => ukTime(received)).sort(),
  };
}

/** Children and parents, but not the pupil's own; somebody from outside may be a child of another school. */
function isOfAnotherChild({ email }: Sought, roll: readonly RollEntry[]): (person: Pick<Involvement, 'email' | 'kind'>) => boolean {
  const parents = new Set(roll.filter(({ children }) => children.includes(email)).map((entry) => entry.email));
  return (person) => (person.kind === 'pupil' || person.kind === 'parent' || person.kind === '') && !parents.has(person.email);
}

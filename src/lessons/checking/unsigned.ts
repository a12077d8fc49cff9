import { membersOf } from '../../agreements/asking/members.ts';
import { standingKey } from '../../agreements/events.ts';
import { type AgreementRow, agreementTable } from '../../agreements/published.ts';
import { isInForce } from '../../agreements/standing.ts';
import { type StandingRow, standingTable, stateNow } from '../../agreements/standings.ts';
import type { RecordsView } from '../../records/records.ts';
import { fullName, type RollEntry } from '../../school/roll.ts';
import type { School } from '../../school/school.ts';

export const AGREEMENT_TABLES = [agreementTable, standingTable] as const;

/**
 * Who has not signed what they have to sign, or somebody for them (D4). A pupil's own agreements count, their class's among them; the parents'
 * counts for a pupil who signs none. Somebody for whom there is none has not signed where others have one.
 * @param day UK day on which it must be in force
 * @returns a function: names of those who have not; null when there is nothing to sign for any of them
 */
export function unsignedOn(
  day: string,
  view: RecordsView,
  school: Pick<School, 'technicians' | 'roleAccount'>,
): (people: readonly RollEntry[]) => string[] | null {
  const standings = view.rows(standingTable);
  const signedUnder = new Set(standings.filter(({ state }) => isInForce(state)).map(({ agreementId }) => agreementId));
  // A text that nobody is asked to sign yet is only being looked at.
  const agreements = view.rows(agreementTable).filter(({ id, retired, asks }) => !retired && (asks || signedUnder.has(id)));
  return (people) => {
    const members = agreements.map((agreement) => ({ agreement, are: new Set(membersOf(agreement, people, school, day).map(({ person }) => person)) }));
    const wantedOf = ({ email }: RollEntry) => {
      const all = members.filter(({ are }) => are.has(email)).map(({ agreement }) => agreement);
      const own = all.filter(({ audience }) => audience !== 'parent');
      return own.length > 0 ? own : all;
    };
    const wanted = people.map((person) => ({ person, agreements: wantedOf(person) }));
    if (wanted.every((each) => each.agreements.length === 0)) return null;
    const holds = (agreement: AgreementRow, { email }: RollEntry) =>
      isHeld(view.find(standingTable, standingKey({ agreementId: agreement.id, person: email })), agreement, day);
    const open = wanted.filter((each) => each.agreements.length === 0 || !each.agreements.every((agreement) => holds(agreement, each.person)));
    return open.map(({ person }) => fullName(person));
  };
}

function isHeld(row: StandingRow | undefined, agreement: AgreementRow, day: string): boolean {
  return row !== undefined && isInForce(stateNow(row, agreement)) && (row.accessEnds === null || row.accessEnds >= day);
}

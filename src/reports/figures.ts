import type { CaseRow } from '../incidents/case.ts';
import type { FilterRow } from '../incidents/filtering/filter-change.ts';
import { AGENCIES, AGENCY_IDS } from '../incidents/tasks/agencies.ts';
import { CATEGORIES, countsFor, OTHER_RECORDS, typeOf, typesIn } from '../incidents/types.ts';
import { OUTCOMES } from '../incidents/working/outcomes.ts';
import { type IsoDate, ukDay } from '../school/calendar.ts';
import type { Period } from './periods.ts';
import { placeOf } from './places.ts';
import { BANDS, bandOf, between, inWords, median } from './times.ts';

/** One table of counts, in the order in which its lines are shown. */
export interface CountTable {
  id: TableId;
  /**
   * `parts`: each case of the whole is in exactly one line, and there is a line for everything it could be. `named parts`: the same, but there
   * are lines only for what there was. `each`: each line is counted by itself, and a case may be in several or none. `alone`: not of cases.
   */
  kind: 'parts' | 'named parts' | 'each' | 'alone';
  /** How many cases it is about. */
  whole: number;
  lines: { label: string; count: number }[];
}

export const TABLES = {
  category: 'By category',
  type: 'By type',
  severity: 'By severity',
  place: 'By place',
  month: 'By month',
  opening: 'Time until somebody opened it',
  'first action': 'Time until something was first done',
  state: 'Open and closed',
  outcome: 'How closed cases ended',
  records: 'Counted for the school’s other records',
  agencies: 'Referred to',
  work: 'How cases were worked on',
  repeat: 'Named again',
  filter: 'The filter',
} as const;
export type TableId = keyof typeof TABLES;

/** The figures of a period (B16). */
export interface Figures {
  total: number;
  tables: CountTable[];
  /** Single numbers that are about one case each, or about tasks: never in versions that hide small counts. */
  measures: { label: string; value: string }[];
}

/** What a report is made of: the cases that its version may count, and every change of the filter. */
export interface Counted {
  cases: readonly CaseRow[];
  filter: readonly FilterRow[];
}

/** Whether something was received in a period. What is entered late counts where it was entered: a report that was given stays true. */
function isIn({ from, to }: Pick<Period, 'from' | 'to'>): (moment: string) => boolean {
  return (moment) => {
    const day = ukDay(moment);
    return from <= day && day <= to;
  };
}

/**
 * Counts what was received in a period.
 * @param now ISO 8601, UTC: for what is overdue
 */
export function figuresOf(counted: Counted, period: Pick<Period, 'from' | 'to'>, now: string): Figures {
  const wasThen = isIn(period);
  const rows = counted.cases.filter(({ received }) => wasThen(received));
  const changes = counted.filter.filter(({ askedAt }) => wasThen(askedAt));
  const whole = rows.length;
  const parts = (id: TableId, labels: readonly string[], labelOf: (row: CaseRow) => string): CountTable => ({
    ...{ id, kind: 'parts', whole },
    lines: labels.map((label) => ({ label, count: rows.filter((row) => labelOf(row) === label).length })),
  });
  const each = (id: TableId, lines: readonly (readonly [label: string, counts: (row: CaseRow) => boolean])[]): CountTable => ({
    ...{ id, kind: 'each', whole },
    lines: lines.map(([label, counts]) => ({ label, count: rows.filter(counts).length })),
  });
  return {
    total: whole,
    measures: measuresOf(rows, now),
    tables: [
      parts('category', [...Object.values(CATEGORIES), UNCLASSIFIED], categoryOf),
      typeTable(rows),
      parts('severity', ['High', 'Medium', 'Low', 'Not set yet'], severityOf),
      namedParts('place', rows.map(placeOf)),
      parts('month', monthsOf(period), monthOf),
      parts('opening', BANDS, ({ received, opened }) => bandOf(between(received, opened))),
      parts('first action', BANDS, ({ received, firstAction }) => bandOf(between(received, firstAction))),
      parts('state', ['Open', 'Closed'], ({ state }) => (state === 'closed' ? 'Closed' : 'Open')),
      namedParts('outcome', rows.flatMap(outcomeOf)),
      each(
        'records',
        (['bullying', 'prejudice'] as const).map((record) => [OTHER_RECORDS[record], ({ types }) => countsFor(types).includes(record)]),
      ),
      each(
        'agencies',
        AGENCY_IDS.map((agency) => [AGENCIES[agency], ({ referred }) => referred.includes(agency)]),
      ),
      each('work', [
        ['Cases with a task that was done late', ({ late }) => late > 0],
        ['Cases looked at in a review round', ({ reviewed }) => reviewed !== null],
      ]),
      { id: 'repeat', kind: 'alone', whole, lines: [{ label: 'Pupils affected or alleged in more than one of these cases', count: pupilsNamedAgain(rows) }] },
      { id: 'filter', kind: 'alone', whole, lines: filterLines(changes) },
    ],
  };
}

const UNCLASSIFIED = 'Not classified';

/** The category of its main type, the first: a case counts once (rulings: one main category). */
function categoryOf({ types }: Pick<CaseRow, 'types'>): string {
  const [main] = typesIn(types);
  return main ? CATEGORIES[main.category] : UNCLASSIFIED;
}

/** A case counts under each of its types. */
function typeTable(rows: readonly CaseRow[]): CountTable {
  const counts = countsOf(rows.flatMap(({ types }) => [...new Set(types.map((id) => typeOf(id)?.title ?? id))]));
  return { id: 'type', kind: 'each', whole: rows.length, lines: mostFirst(counts) };
}

function severityOf({ severity }: Pick<CaseRow, 'severity'>): string {
  return severity === '' ? 'Not set yet' : `${severity.charAt(0).toUpperCase()}${severity.slice(1)}`;
}

function outcomeOf({ state, outcome }: Pick<CaseRow, 'state' | 'outcome'>): string[] {
  return state === 'closed' ? [(OUTCOMES as Readonly<Record<string, string>>)[outcome] ?? outcome] : [];
}

function namedParts(id: TableId, labels: readonly string[]): CountTable {
  return { id, kind: 'named parts', whole: labels.length, lines: mostFirst(countsOf(labels)) };
}

function countsOf(labels: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  return counts;
}

/** Of equal ones in the order of their letters, so that it says nothing about which came first. */
function mostFirst(counts: ReadonlyMap<string, number>): CountTable['lines'] {
  const lines = [...counts].map(([label, count]) => ({ label, count }));
  return lines.sort((one, other) => other.count - one.count || (one.label < other.label ? -1 : 1));
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

function monthName(month: string): string {
  return `${MONTHS[Number(month.slice(5)) - 1]} ${month.slice(0, 4)}`;
}

function monthOf({ received }: Pick<CaseRow, 'received'>): string {
  return monthName(ukDay(received).slice(0, 7));
}

function monthsOf({ from, to }: { from: IsoDate; to: IsoDate }): string[] {
  const months: string[] = [];
  let [year = 0, month = 0] = from.split('-').map(Number);
  for (let next = from.slice(0, 7); next <= to.slice(0, 7); next = `${year}-${String(month).padStart(2, '0')}`) {
    months.push(monthName(next));
    month = (month % 12) + 1;
    if (month === 1) year += 1;
  }
  return months;
}

/** Each by itself: what is asked of the filter is no concern, and is counted besides. */
function filterLines(changes: readonly FilterRow[]): CountTable['lines'] {
  const line = (label: string, counts: (row: FilterRow) => boolean) => ({ label, count: changes.filter(counts).length });
  return [
    line('Failures reported', ({ kind }) => kind === 'failure'),
    line('Requests to open an address', ({ kind }) => kind === 'unblock'),
    line('Requests to block an address', ({ kind }) => kind === 'block'),
    line('Requests refused', ({ state }) => state === 'refused'),
  ];
}

/** How many, never who. Those who are not on the list of people cannot be told apart. */
function pupilsNamedAgain(rows: readonly CaseRow[]): number {
  const cases = countsOf(
    rows.flatMap(({ facts }) => {
      const pupils = facts.people.filter(({ email, role, kind }) => email !== '' && kind === 'pupil' && (role === 'affected' || role === 'alleged'));
      return [...new Set(pupils.map(({ email }) => email))];
    }),
  );
  return [...cases.values()].filter((count) => count > 1).length;
}

function measuresOf(rows: readonly CaseRow[], now: string): Figures['measures'] {
  const stretches = [
    ['until somebody opened it', rows.flatMap(({ received, opened }) => between(received, opened) ?? [])],
    ['until something was first done', rows.flatMap(({ received, firstAction }) => between(received, firstAction) ?? [])],
    ['until it was closed', rows.flatMap(({ received, closed }) => between(received, closed) ?? [])],
  ] as const;
  const times = stretches.flatMap(([until, all]) => {
    const middle = median(all);
    if (middle === null) return [];
    return [
      { label: `Median time ${until}`, value: inWords(middle) },
      { label: `Longest time ${until}`, value: inWords(Math.max(...all)) },
    ];
  });
  const overdue = rows.flatMap(({ tasks }) => tasks).filter(({ due }) => due !== '' && due < now).length;
  return [
    ...times,
    { label: 'Tasks settled after their time', value: String(rows.reduce((sum, { late }) => sum + late, 0)) },
    { label: 'Tasks overdue now', value: String(overdue) },
  ];
}

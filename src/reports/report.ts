import { type Counted, type CountTable, type Figures, figuresOf, TABLES, type TableId } from './figures.ts';
import { hiddenAmong } from './hide.ts';
import type { Period } from './periods.ts';

/** A count as it is given to people; null for one that is hidden. */
export type Shown = number | null;

export interface ShownLine {
  label: string;
  count: Shown;
}

export interface ShownTable {
  id: TableId;
  title: string;
  /** None: the table as a whole is hidden, or there was nothing. */
  lines: ShownLine[];
}

/** What a report says, without who made it for whom. */
export interface ReportFigures {
  /** Cases counted. */
  total: Shown;
  measures: Figures['measures'];
  tables: ShownTable[];
}

/** Every number there is. Only a place that comes up often is named: what somebody typed once may be somebody's home. */
export function fullFigures(counted: Counted, period: Pick<Period, 'from' | 'to'>, now: string, smallest: number): ReportFigures {
  const { total, measures, tables } = figuresOf(counted, period, now);
  const lines = (table: CountTable) => (table.id === 'place' ? merged(table, smallest) : table.lines);
  return { total, measures, tables: tables.map((table) => ({ id: table.id, title: TABLES[table.id], lines: lines(table) })) };
}

/**
 * Tables of the versions that hide small counts. Not among them: types, because which of them count for which record ties them to other
 * tables; the time until a case was opened, which is tied to when something was first done.
 */
const PROTECTED: ReadonlySet<TableId> = new Set<TableId>([
  ...(['category', 'severity', 'place', 'month', 'first action', 'state', 'outcome', 'records', 'agencies', 'work', 'repeat', 'filter'] as const),
]);

/**
 * The figures of one term with small counts hidden, also against subtraction (B16; `hiddenAmong`). Its tables share nothing but their whole,
 * so one tells nothing about another.
 * @param smallest the smallest count that may be shown
 */
export function protectedFigures(counted: Counted, term: Pick<Period, 'from' | 'to'>, now: string, smallest: number): ReportFigures {
  const { total, tables } = figuresOf(counted, term, now);
  const kept = tables.filter(({ id }) => PROTECTED.has(id));
  if (total < smallest) return { total: null, measures: [], tables: [] };
  // How closed cases ended would say how many are closed.
  const closedIsHidden = kept.some((table) => table.id === 'state' && protectedLines(table, smallest).some(({ count }) => count === null));
  const lines = (table: CountTable) => (table.id === 'outcome' && closedIsHidden ? [] : protectedLines(table, smallest));
  return { total, measures: [], tables: kept.map((table) => ({ id: table.id, title: TABLES[table.id], lines: lines(table) })) };
}

function protectedLines(table: CountTable, smallest: number): ShownLine[] {
  const { kind, whole, lines } = table;
  const counts = lines.map(({ count }) => count);
  const shown = (isHidden: (count: number, index: number) => boolean): ShownLine[] =>
    lines.map(({ label, count }, index) => ({ label, count: isHidden(count, index) ? null : count }));
  if (kind === 'each') return shown((count) => hiddenAmong([count, whole - count], smallest).includes(true));
  if (kind === 'alone') return shown((count) => count < smallest);
  const hidden = hiddenAmong(counts, smallest);
  if (kind === 'parts') return shown((_, index) => hidden[index] === true);
  return merged(table, Math.min(...counts.filter((_, index) => !hidden[index])));
}

/** Everything that was less often, or that would give it away. */
const OTHERS: Readonly<Partial<Record<TableId, string>>> = { place: 'Elsewhere', outcome: 'In another way' };

/** Lines of `named parts` that count so many at least, and all others together. */
function merged({ id, lines }: CountTable, least: number): CountTable['lines'] {
  return withOthers(
    id,
    lines.filter(({ count }) => count >= least),
    sum(lines.map(({ count }) => count)),
  );
}

/** @param whole what the lines and the others come to */
function withOthers(id: TableId, lines: CountTable['lines'], whole: number): CountTable['lines'] {
  const others = whole - sum(lines.map(({ count }) => count));
  return others === 0 ? lines : [...lines, { label: OTHERS[id] ?? 'Others', count: others }];
}

/**
 * Several terms together with small counts hidden: the sums of what each of them shows, and nothing else. A count that is hidden in a term
 * is hidden in the sum, and a term with too few cases is left out: who lays a year beside its terms learns nothing.
 * @returns also the names of the terms that were left out
 */
export function protectedYear(counted: Counted, terms: readonly Period[], now: string, smallest: number): { figures: ReportFigures; leftOut: string[] } {
  const each = terms.map((term) => ({ name: term.name, figures: protectedFigures(counted, term, now, smallest) }));
  // Whoever was named in two terms may have been named again in neither: that is counted anew, and nothing adds up to it.
  const again = linesOf(protectedFigures(counted, spanOf(terms), now, smallest).tables, 'repeat');
  const shown = each.map(({ figures }) => figures).filter(({ total }) => total !== null);
  const [first] = shown;
  const tables = (first?.tables ?? []).map(({ id, title }) => ({
    ...{ id, title },
    lines:
      id === 'repeat'
        ? again
        : summed(
            id,
            shown.map((term) => linesOf(term.tables, id)),
          ),
  }));
  const total = first ? sum(shown.map((term) => term.total ?? 0)) : null;
  return { figures: { total, measures: [], tables }, leftOut: each.filter(({ figures }) => figures.total === null).map(({ name }) => name) };
}

function spanOf(terms: readonly Period[]): Pick<Period, 'from' | 'to'> {
  return { from: terms[0]?.from ?? '', to: terms[terms.length - 1]?.to ?? '' };
}

function linesOf(tables: readonly ShownTable[], id: TableId): ShownLine[] {
  return tables.find((table) => table.id === id)?.lines ?? [];
}

function summed(id: TableId, terms: readonly (readonly ShownLine[])[]): ShownLine[] {
  if (terms.some((lines) => lines.length === 0)) return [];
  const labels = [...new Set(terms.flatMap((lines) => lines.map(({ label }) => label)))];
  const countsOf = (label: string) => terms.flatMap((lines) => lines.filter((line) => line.label === label).map(({ count }) => count));
  if (OTHERS[id] === undefined) return labels.map((label) => ({ label, count: sumIfShown(countsOf(label)) }));
  // A place that one term does not name is among the others there; what is named is never hidden.
  const named = labels.filter((label) => label !== OTHERS[id] && countsOf(label).length === terms.length);
  const lines = named.map((label) => ({ label, count: sumIfShown(countsOf(label)) ?? 0 }));
  return withOthers(id, lines, sumIfShown(terms.flatMap((term) => term.map(({ count }) => count))) ?? 0);
}

function sumIfShown(counts: readonly Shown[]): Shown {
  return counts.some((count) => count === null) ? null : sum(counts.map((count) => count ?? 0));
}

function sum(counts: readonly number[]): number {
  return counts.reduce((before, count) => before + count, 0);
}

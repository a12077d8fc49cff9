import { isoDayFrom } from './days.ts';

/**
 * The roll: who is in the school, as the office's own system exports it. It says who is a pupil and in which class, and whose
 * name goes with an address. It does not say who may read what: that is in the settings.
 */

export const KINDS = ['staff', 'supply', 'pupil', 'parent', 'governor', 'volunteer', 'visitor'] as const;
export type Kind = (typeof KINDS)[number];

/** Works for the school or governs it. */
export function belongsToStaff(kind: Kind | undefined): boolean {
  return kind === 'staff' || kind === 'supply' || kind === 'governor';
}

/** The words that school systems use for each. */
const WORDS: Record<Kind, readonly string[]> = {
  staff: ['staff', 'teacher', 'employee'],
  supply: ['supply', 'trainee', 'agency'],
  pupil: ['pupil', 'student', 'learner', 'child'],
  parent: ['parent', 'carer', 'guardian', 'contact'],
  governor: ['governor', 'trustee', 'clerk'],
  volunteer: ['volunteer', 'helper'],
  visitor: ['visitor', 'guest', 'contractor'],
};

const KIND_CALLED = new Map(KINDS.flatMap((kind) => WORDS[kind].map((word) => [word, kind] as const)));

export interface RollEntry {
  email: string;
  givenName: string;
  familyName: string;
  kind: Kind;
  /** `3B`; empty for adults without a class. */
  className: string;
  jobTitle: string;
  /** Addresses of a parent's children. */
  children: string[];
  /** As the file says: `R`, `3`, `Year 10`; '' when it says nothing (see `yearGroupOf`). */
  year: string;
  /** Whom the school asks when somebody does not do what they were asked to; '' when the file does not say. */
  lineManager: string;
  /** ISO day on which somebody leaves or a guest's access ends; ''. */
  leaves: string;
}

/** A line of the list of people, and where it is from. */
export interface Listed {
  entry: RollEntry;
  /** '' for the imported file, else the keys of its sources (`sources.ts`). */
  source: string;
}

/** A row that could not be used: its number in the file (the header is row 1) and what is wrong with it. */
export interface RollFault {
  row: number;
  message: string;
}

/** What a list says of somebody, and `source`: which of the places that people are taken from this line is from. */
type Column = keyof RollEntry | 'source';

/** The columns a roll file may have, by our name, with the headings school systems use. Only the first four are needed. */
const COLUMNS: Record<Column, { needed: boolean; headings: string[] }> = {
  email: { needed: true, headings: ['email', 'e-mail', 'email address', 'school email'] },
  givenName: { needed: true, headings: ['given name', 'first name', 'forename', 'preferred forename'] },
  familyName: { needed: true, headings: ['family name', 'last name', 'surname', 'legal surname'] },
  kind: { needed: true, headings: ['role', 'kind', 'type', 'person type'] },
  className: { needed: false, headings: ['class', 'reg group', 'registration group', 'form'] },
  jobTitle: { needed: false, headings: ['job title', 'post', 'position'] },
  children: { needed: false, headings: ['parent of', 'children', 'child'] },
  year: { needed: false, headings: ['year', 'year group', 'nc year'] },
  lineManager: { needed: false, headings: ['line manager', 'manager', 'reports to'] },
  leaves: { needed: false, headings: ['leaves', 'leaving date', 'access ends', 'end date'] },
  source: { needed: false, headings: ['source'] },
};
/** How the source of the imported file's own lines reads. */
const FILE = 'file';

/**
 * Reads a roll from the cells of a CSV file or sheet.
 * @returns what could be read, and what could not with the reason: a bad row never stops the good ones
 */
export function readRoll(cells: readonly (readonly string[])[]): { entries: RollEntry[]; faults: RollFault[] } {
  const { listed, faults } = readList(cells);
  return { entries: listed.map(({ entry }) => entry), faults };
}

/** The same, with where each line is from. */
export function readList(cells: readonly (readonly string[])[]): { listed: Listed[]; faults: RollFault[] } {
  const [header, ...rows] = cells;
  if (!header || header.every((cell) => cell.trim() === '')) return { listed: [], faults: [{ row: 1, message: 'The file is empty' }] };

  const places = placesOf(header);
  const missing = (Object.keys(COLUMNS) as Column[]).filter((column) => COLUMNS[column].needed && places[column] === undefined);
  if (missing.length > 0) {
    const wanted = missing.map((column) => `"${COLUMNS[column].headings[0]}"`).join(', ');
    return { listed: [], faults: [{ row: 1, message: `There is no column headed ${wanted}. The first row must name the columns` }] };
  }

  const listed = new Map<string, Listed>();
  const faults: RollFault[] = [];
  rows.forEach((cellsOfRow, index) => {
    const row = index + 2;
    if (cellsOfRow.every((cell) => cell.trim() === '')) return;
    const cell = (column: Column) => (cellsOfRow[places[column] ?? -1] ?? '').trim();
    const entry = entryFrom(cell);
    if (typeof entry === 'string') faults.push({ row, message: entry });
    else if (listed.has(entry.email)) faults.push({ row, message: `${entry.email} is already in the file: the first row counts` });
    else listed.set(entry.email, { entry, source: cell('source') === FILE ? '' : cell('source') });
  });
  return { listed: [...listed.values()], faults };
}

/** The sheet's heading row and one row a person, in the order `readList` understands. */
export function writeList(listed: readonly Listed[]): string[][] {
  const header = Object.values(COLUMNS).map(({ headings }) => headings[0] as string);
  return [
    header,
    ...listed.map(({ entry, source }) => [
      entry.email,
      entry.givenName,
      entry.familyName,
      entry.kind,
      entry.className,
      entry.jobTitle,
      entry.children.join(' '),
      entry.year,
      entry.lineManager,
      entry.leaves,
      source === '' ? FILE : source,
    ]),
  ];
}

/** Whether the day on which somebody leaves has passed; on the day itself they are still there. */
export function hasLeft({ leaves }: Pick<RollEntry, 'leaves'>, today: string): boolean {
  return leaves !== '' && leaves < today;
}

export function fullName(entry: Pick<RollEntry, 'givenName' | 'familyName'>): string {
  return `${entry.givenName} ${entry.familyName}`.trim();
}

/** The name that goes with an address; the address itself when the list does not know it. */
export function nameOn(roll: readonly RollEntry[], email: string): string {
  const entry = roll.find((each) => each.email === email);
  return entry ? fullName(entry) : email;
}

/** Initials and class, all that a desk shows of a person: `A.K. 3B`. */
export function initialsOf(entry: Pick<RollEntry, 'givenName' | 'familyName' | 'className'>): string {
  const initials = [entry.givenName, entry.familyName].filter((name) => name !== '').map((name) => `${Array.from(name)[0]?.toUpperCase()}.`);
  return `${initials.join('')} ${entry.className}`.trim();
}

/**
 * People whose name has a word that starts with each word of the text.
 * @example searchRoll(entries, 'ka pri') // Priya Kapoor
 */
export function searchRoll(entries: readonly RollEntry[], text: string, limit = 8): RollEntry[] {
  const wanted = wordsOf(text);
  if (wanted.join('').length < 2) return [];
  return entries.filter((entry) => wanted.every((word) => wordsOf(fullName(entry)).some((part) => part.startsWith(word)))).slice(0, limit);
}

/** The words of a name, without accents, capitals, hyphens and apostrophes. */
export function wordsOf(text: string): string[] {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .split(/[\s'’-]+/)
    .filter((word) => word !== '');
}

function placesOf(header: readonly string[]): Partial<Record<Column, number>> {
  const places: Partial<Record<Column, number>> = {};
  header.forEach((heading, place) => {
    const name = heading
      .replace(/^\ufeff/, '')
      .trim()
      .toLowerCase();
    for (const [column, { headings }] of Object.entries(COLUMNS)) {
      if (headings.includes(name)) places[column as Column] ??= place;
    }
  });
  return places;
}

/** An entry, or a sentence that says why the row is none. */
function entryFrom(cell: (column: Column) => string): RollEntry | string {
  const email = cell('email').toLowerCase();
  if (!/^[^\s@]+@[^\s@]+$/.test(email)) return `"${cell('email')}" is not an e-mail address`;
  const kind = KIND_CALLED.get(cell('kind').toLowerCase());
  if (!kind) return `The role "${cell('kind')}" is not one of ${KINDS.join(', ')}`;
  if (cell('givenName') === '' && cell('familyName') === '') return 'The name is missing';
  return {
    email,
    givenName: cell('givenName'),
    familyName: cell('familyName'),
    kind,
    className: cell('className'),
    jobTitle: cell('jobTitle'),
    children: cell('children')
      .toLowerCase()
      .split(/[\s,;]+/)
      .filter((child) => child !== ''),
    year: cell('year'),
    lineManager: cell('lineManager').toLowerCase(),
    leaves: isoDayFrom(cell('leaves')) ?? '',
  };
}

/**
 * A pupil's year: 0 for Reception and nursery, 1 to 13.
 * @returns null when neither the file's own column nor the class's name says, or when a mixed class's name leaves it open
 * @example yearGroupOf({ year: '', className: '3A' }) // 3
 */
export function yearGroupOf(entry: Pick<RollEntry, 'year' | 'className'>): number | null {
  const [year, ...others] = yearGroupsOf(entry);
  return year === undefined || others.length > 0 ? null : year;
}

/**
 * The years a pupil may be in: one from the file's own column, else those that the class's name gives.
 * @returns none when nothing says
 * @example yearGroupsOf({ year: '', className: '3/4 Elm' }) // [3, 4]
 */
export function yearGroupsOf({ year, className }: Pick<RollEntry, 'year' | 'className'>): number[] {
  const own = yearsIn(year);
  return own.length > 0 ? own : yearsIn(className);
}

/** The years at the start of a text. `Robins` is no Reception: an initial stands alone or before one other letter. */
function yearsIn(text: string): number[] {
  const [first, number] = /^\s*(?:(?:years?|yrs?|y)?\s*(\d{1,2})(?!\d)|(?:reception|nursery|eyfs|fs?[12]|fs|[rn])(?![a-z]{2}))/i.exec(text) ?? [];
  if (first === undefined || Number(number ?? 0) > 13) return [];
  let last = Number(number ?? 0);
  const years = [last];
  let rest = text.slice(first.length);
  for (;;) {
    const [next, following] = /^\s*(?:[/&+-]|and)\s*(?:years?|yrs?|y)?\s*(\d{1,2})(?!\d)/i.exec(rest) ?? [];
    // Classes mix neighbours: in `7-2` the 2 is the set.
    if (next === undefined || Number(following) !== last + 1) return years;
    last += 1;
    years.push(last);
    rest = rest.slice(next.length);
  }
}

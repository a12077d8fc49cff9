import type { School } from '../../school/school.ts';
import type { CaseRow } from '../case.ts';
import type { Lane } from '../concern.ts';

type Row = Pick<CaseRow, 'lane' | 'named'>;

/** One place on the way up: what it is called, and who holds it. */
interface Place {
  title: string;
  holders: string[];
}

/** Nobody in school is left: everybody who could do it is named in the case. */
const OUTSIDE = 'somebody outside the school: ask the LADO';

/** Who works the case: the first place of its lane, or the next one up, whom it does not name (rulings: never the person concerned). */
export function lead(row: Row, school: School): string {
  return firstFree(placesFor(row.lane, school), row);
}

/** The headteacher, or the chair of governors in what the head is concerned in. */
export function head(row: Row, school: School): string {
  return firstFree(row.lane === 'head' ? [chairOf(school)] : [headOf(school), chairOf(school)], row);
}

function placesFor(lane: Lane, school: School): Place[] {
  const dsl = [
    { title: 'DSL', holders: [school.dsl] },
    { title: 'deputy DSL', holders: school.deputies },
  ];
  const up = [headOf(school), chairOf(school)];
  if (lane === 'head') return [chairOf(school)];
  if (lane === 'data') return [{ title: 'headteacher and data protection lead', holders: bothFor(school) }, ...up];
  // A head who is the DSL as well is the one concerned.
  if (lane === 'dsl-concern') return school.head === school.dsl ? [chairOf(school)] : up;
  if (lane === 'staff' || lane === 'low-level') return up;
  if (lane === 'misuse') return [{ title: 'online-safety coordinator', holders: [school.coordinator] }, ...dsl, ...up];
  return [...dsl, ...up];
}

/** Only when neither is named can both do it. */
function bothFor({ head: first, dataLead }: School): string[] {
  return dataLead === '' || dataLead === first ? [] : [first, dataLead];
}

function headOf(school: School): Place {
  return { title: 'headteacher', holders: [school.head] };
}

function chairOf(school: School): Place {
  return { title: 'chair of governors', holders: [school.chair] };
}

/** A place with several people in it is free while one of them is; the pair of head and data lead only when both are. */
function firstFree(places: readonly Place[], { named }: Row): string {
  const isFree = ({ title, holders }: Place) => {
    const left = holders.filter((holder) => holder !== '' && !named.includes(holder));
    return title.includes(' and ') ? left.length === 2 : left.length > 0;
  };
  return places.find(isFree)?.title ?? OUTSIDE;
}

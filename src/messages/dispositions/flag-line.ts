import { caseTable } from '../../incidents/case.ts';
import type { State } from '../../incidents/concern.ts';
import { erasureWords } from '../../incidents/keeping/see-keeping.ts';
import { erasureTable, isErasing } from '../../records/erasures.ts';
import type { RecordsView } from '../../records/records.ts';
import { nameOn } from '../../school/roll.ts';
import { ukTime } from '../../school/uk-time.ts';
import type { Visit } from '../../school/visit.ts';
import type { Disposition, FlagRoute, FlagRow } from '../flag.ts';
import type { Category, MessageSeverity } from '../message.ts';
import { CATEGORY_WORDS } from '../words.ts';

export interface FlagLine {
  flag: string;
  category: Category;
  /** What it may be about, in words. */
  about: string;
  severity: Exclude<MessageSeverity, 0>;
  route: FlagRoute;
  /** dd/MM/yyyy HH:mm: when the message came. */
  received: string;
  /** '' without a case. */
  reference: string;
  /** '' without a case. */
  caseState: State | '';
  disposition: Disposition;
  /** Who settled it and when: `Priya Nair, 07/09/2026 09:00`; '' while it waits. */
  settled: string;
  /** Somebody may ask for it to be erased: it is settled, without a case, and nobody has asked yet. */
  mayBeErased: boolean;
  /** How its erasure stands, in words; '' when nobody has asked for it. */
  erasure: string;
  /** Its erasure is asked for or approved: what was said of it stays. */
  isErasing: boolean;
  /** The words it stands on most, with a little around them; '' when somebody sent it on without any. */
  words: string;
}

/** A message that somebody brought and in which nothing was found is about nothing that Handrail could name. */
function aboutWords({ category, rules }: Pick<FlagRow, 'category' | 'rules'>): string {
  return rules.length === 0 ? 'Nothing found in it' : CATEGORY_WORDS[category];
}

/** A flagged message as the lists of the records have it: nothing of what it said. */
export function flagLine(row: FlagRow, view: RecordsView, roll: Visit['roll']): Omit<FlagLine, 'words'> {
  const { flag, category, severity, route, received, reference, disposition, disposedBy, disposedAt } = row;
  const erasure = view.find(erasureTable, flag);
  return {
    ...{ flag, category, about: aboutWords(row), severity: severity as FlagLine['severity'], route, reference, disposition },
    received: ukTime(received),
    ...{ mayBeErased: mayBeErased(row, view), erasure: erasure ? erasureWords(erasure) : '', isErasing: isErasing(erasure) },
    caseState: reference === '' ? '' : (view.find(caseTable, reference)?.state ?? ''),
    settled: disposedAt === null ? '' : `${nameOn(roll, disposedBy)}, ${ukTime(disposedAt)}`,
  };
}

export function isWaiting({ disposition }: Pick<FlagRow, 'disposition'>): boolean {
  return disposition === '';
}

/** Whether somebody who sees it may ask for it to be erased. */
export function mayBeErased(row: FlagRow, view: RecordsView): boolean {
  return row.reference === '' && !isWaiting(row) && !isErasing(view.find(erasureTable, row.flag));
}

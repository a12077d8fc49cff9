import { is } from '../../incidents/events.ts';
import { UNPROVEN } from '../../incidents/mail/shown-message.ts';
import type { RecordedEvent } from '../../records/journal.ts';
import { ukTime } from '../../school/uk-time.ts';
import type { Visit } from '../../school/visit.ts';
import { type AttachmentNamed, type Evidence, type FlagEvents, flagTable, isFlag } from '../flag.ts';
import type { Reason } from '../message.ts';
import { monitoringFrom, monitoringTable } from '../monitoring.ts';
import { type FlagLine, flagLine } from './flag-line.ts';
import { FLAG_TABLES, noSuchFlag, seesFlag } from './flags-seen.ts';
import { ruleWords } from './rule-words.ts';

/** Why it was flagged, as it is shown. */
export interface ShownReason extends Pick<Reason, 'category' | 'severity' | 'words' | 'against'> {
  /** What the rule looks for. */
  rule: string;
  version: number;
}

/** A flagged message with what is kept of it: text alone, attachments by name (C3, rule 8). */
export interface OpenFlag {
  line: Omit<FlagLine, 'words'>;
  /** Addresses and words as the message claims them. */
  message: Pick<Evidence, 'from' | 'to' | 'cc' | 'subject' | 'text'>;
  /** The text is what the case says of it, sender and date included. */
  isInCase: boolean;
  /** dd/MM/yyyy HH:mm as the message says; '' when it says nothing. */
  date: string;
  attachments: AttachmentNamed[];
  /** That it is not proven who sent it; '' where nothing speaks against it. */
  proof: string;
  reasons: ShownReason[];
  /** Version of rules and model. */
  scorer: string;
}

/** @throws Refusal `no-such-flag`, whether there is none or one that this person may not see */
export function seeFlag({ flag }: { flag: string }, visit: Visit): OpenFlag {
  const view = visit.records.view([...FLAG_TABLES, monitoringTable]);
  const row = view.find(flagTable, flag);
  if (!row || !seesFlag(row, view, visit)) throw noSuchFlag();
  const history = visit.records.history(row.reference === '' ? flag : row.reference);
  const flagged = history.find((event): event is Flagged => isFlag(event, 'message flagged') && event.payload.flag === flag);
  if (!flagged) throw noSuchFlag();
  const { own } = monitoringFrom(view.rows(monitoringTable));
  const { evidence, reasons, scorer } = flagged.payload;
  const { from, to, cc, subject, date, attachments } = evidence;
  return {
    line: flagLine(row, view, visit.roll),
    message: { from, to, cc, subject, text: textOf(flagged, history) },
    proof: evidence.isUnproven ? UNPROVEN : '',
    ...{ date: ukTime(date), attachments, scorer, isInCase: evidence.text === '' },
    reasons: reasons.map(({ rule, version, category, severity, words, against }) => ({
      ...{ rule: ruleWords(rule, own), version, category, severity, words, against },
    })),
  };
}

type Flagged = RecordedEvent & { payload: FlagEvents['message flagged'] };

/** What the message said. With a case, the case has it: the flag follows upon what was recorded there of the same message. */
function textOf({ payload, sequence }: Flagged, history: readonly RecordedEvent[]): string {
  if (payload.evidence.text !== '') return payload.evidence.text;
  const said = history.filter((event) => event.sequence < sequence && (is(event, 'concern raised') || is(event, 'concern added to')));
  const last = said[said.length - 1];
  if (!last) return '';
  return is(last, 'concern raised') ? last.payload.story : is(last, 'concern added to') ? last.payload.text : '';
}

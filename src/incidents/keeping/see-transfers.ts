import { daysBetween, ukDate, ukDay } from '../../school/calendar.ts';
import type { Memory } from '../../school/settings.script.ts';
import { ukTime } from '../../school/uk-time.ts';
import type { Visit } from '../../school/visit.ts';
import { caseTable } from '../case.ts';
import { incidentSettings } from '../incident-settings.script.ts';
import type { IncidentSettings } from '../settings.ts';
import { stampOf } from './given.ts';
import { type Dossier, dossierOf } from './make-dossier.ts';
import { daysInWords } from './see-requests.ts';
import { isOpen, transferFor } from './transfer-file.ts';
import { type TransferRow, transferTable } from './transfers.ts';

/** A transfer as a page shows it. Days are `dd/MM/yyyy`. */
export interface TransferLine {
  subject: string;
  name: string;
  school: string;
  contact: string;
  known: string;
  due: string;
  state: 'to be sent' | 'waiting for the receipt' | 'received' | 'stopped';
  /** In words: `in 2 days`, `1 day late`; '' once it was sent. */
  when: string;
  isLate: boolean;
  packMade: string;
  sent: string;
  how: string;
  toWhom: string;
  prevent: string;
  received: string;
  receivedBy: string;
  chased: number;
  lastChased: string;
  stopped: string;
}

export interface Transfers {
  open: TransferLine[];
  over: TransferLine[];
  counted: IncidentSettings['transferDays'];
}

/** Every transfer: those to be sent first, the next due at the top (B21, rule 5). */
export function seeTransfers(_: Record<string, never>, { records, now }: Visit, memory: Memory): Transfers {
  const rows = [...records.view([transferTable]).rows(transferTable)].sort(
    (a, b) => Number(a.sent !== null) - Number(b.sent !== null) || (a.due < b.due ? -1 : Number(a.due > b.due)),
  );
  const lines = (open: boolean) => rows.filter((row) => isOpen(row) === open).map((row) => transferLine(row, now));
  return { open: lines(true), over: lines(false).reverse(), counted: incidentSettings(memory).transferDays };
}

export interface OpenTransfer extends Dossier {
  transfer: TransferLine;
  isOpen: boolean;
  /** Cases that were referred to Prevent: the next school may have to know before the file arrives (rule 18). */
  toPrevent: string[];
  /** Goes back with what was checked. */
  stamp: string;
}

/**
 * One transfer with everything that this reader may read about the pupil, other children's names marked (B21).
 * @throws Refusal `no-such-transfer`
 */
export function openTransfer({ subject }: { subject: string }, visit: Visit): OpenTransfer {
  const view = visit.records.view([transferTable, caseTable]);
  const row = transferFor(view.find(transferTable, subject));
  const dossier = dossierOf({ email: row.pupil, name: row.name }, 'other children', view, visit);
  const toPrevent = dossier.cases.map(({ reference }) => reference).filter((reference) => view.find(caseTable, reference)?.referred.includes('prevent'));
  return { ...dossier, transfer: transferLine(row, visit.now), isOpen: isOpen(row), toPrevent, stamp: stampOf(dossier.cases) };
}

function transferLine(row: TransferRow, now: string): TransferLine {
  const { subject, name, school, contact, how, toWhom, prevent, receivedBy, chased, stopped } = row;
  const day = (each: string | null) => (each === null ? '' : ukDate(each));
  const left = daysBetween(ukDay(now), row.due);
  const isToBeSent = isOpen(row) && row.sent === null;
  return {
    ...{ subject, name, school, contact, how, toWhom, prevent, receivedBy, chased, stopped },
    ...{ known: ukDate(row.known), due: ukDate(row.due), sent: day(row.sent), received: day(row.received) },
    state: stopped !== '' ? 'stopped' : row.received !== null ? 'received' : row.sent !== null ? 'waiting for the receipt' : 'to be sent',
    when: isToBeSent ? daysInWords(left) : '',
    isLate: isToBeSent && left < 0,
    packMade: ukTime(row.packMade ?? ''),
    lastChased: ukTime(row.lastChased ?? ''),
  };
}

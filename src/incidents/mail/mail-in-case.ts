import type { CaseRow } from '../case.ts';
import type { FurtherMail, MailFacts, SentOn } from './evidence.ts';
import { graver, sentOnAs, withFurther } from './mail-facts.ts';

/** A further message may point to danger, and to a type that nobody has thought of; what a person has said the case is stays as it is. */
export function withWhatItBrings(row: CaseRow, further: FurtherMail): CaseRow {
  const { facts, severity, types } = row;
  const isNewType = severity === '' && further.typeHint !== '' && !types.includes(further.typeHint);
  const after = { ...row, types: isNewType ? [...types, further.typeHint] : types, facts: { ...facts, danger: facts.danger || further.danger } };
  return withMail(after, facts.mail && withFurther(facts.mail, further));
}

/** One that must be acted on today is opened within the set time, whoever has opened the case before it came (rule 3). */
export function withMessage(row: CaseRow, severity: MailFacts['severity'], at: string): CaseRow {
  const unseenSince = severity === 3 ? (row.unseenSince ?? at) : row.unseenSince;
  return withMail({ ...row, unseenSince }, graver(row.facts.mail, severity, row.severity !== ''));
}

/** The first person who sends on what a rule found is its reporter, the others see how far it is as well (B1). */
export function sentOnBy(row: CaseRow, sentOn: SentOn): CaseRow {
  const { mail } = row.facts;
  if (mail === undefined) return row;
  const reporter = row.reporter || sentOn.email;
  const byPupil = row.reporter === '' && sentOn.email !== '' ? sentOn.isPupil : row.facts.byPupil;
  return withMail({ ...row, reporter, facts: { ...row.facts, byPupil } }, sentOnAs(mail, sentOn, reporter === sentOn.email));
}

/** A row that knows this of the message it began with; as it was when it began with none. */
export function withMail(row: CaseRow, mail: MailFacts | undefined): CaseRow {
  return mail === undefined ? row : { ...row, facts: { ...row.facts, mail } };
}

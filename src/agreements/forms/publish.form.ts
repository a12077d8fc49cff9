import { aloneAmongBeats } from '../../records/lock.script.ts';
import { addDays, schoolDayFrom, ukDay } from '../../school/calendar.ts';
import { ensureFile, letAnswer } from '../../school/files.drive.ts';
import { Refusal } from '../../school/refusal.ts';
import type { Memory } from '../../school/settings.script.ts';
import type { IdempotencyKey, Visit } from '../../school/visit.ts';
import { type AgreementText, type AgreementVersion, type VersionFacts, versionOf } from '../agreement.ts';
import { settingsIn } from '../asking/agreement-settings.script.ts';
import { roundStarted } from '../asking/round.ts';
import { roundTable } from '../asking/rounds.ts';
import { roundIdFor } from '../asking/start-round.ts';
import { type FormKind, formsFor } from '../audience.ts';
import { type AgreementEvents, agreementSubject, type PublishedForm } from '../events.ts';
import { agreementTable, type FormRow, formTable } from '../published.ts';
import { buildForm, prefilledAddress } from './agreement.form.ts';
import { collectFrom } from './collect.form.ts';
import { formHash } from './form-hash.form.ts';
import { formPlan } from './form-plan.ts';
import { answerersOf, formKey, reopenForms } from './form-problems.form.ts';
import { formById } from './read-answers.form.ts';

export interface PublishAgreement {
  /** Of the press; left out where publishing follows from something else. */
  key?: IdempotencyKey;
  id: string;
  text: AgreementText;
  facts: VersionFacts;
  /** '' unless it is a class's own. */
  className: string;
  /** ISO day by which everybody signs again after a material change; the usual number of days from now when left out. */
  signAgainBy?: string;
}

/** A heartbeat that is under way comes to its end meanwhile, milliseconds. */
const PATIENCE_MS = 60_000;
/** It becomes a part of keys of files and records. */
const ID = /^[A-Za-z0-9][A-Za-z0-9-]{0,39}$/;

/** How each kind of form is told apart in the role account's Drive. */
const FOR_WHOM: Record<FormKind, string> = {
  account: 'with a school account',
  open: 'without an account',
  promises: 'parents of young pupils',
  family: 'families',
};

/**
 * Puts a text into use as the next version of an agreement: makes its forms, opens them to those who are to answer, records it, and
 * closes the forms before, whose answers are recorded first. After a material change of an agreement that people are asked for, the same
 * decision starts the round that asks everybody again (A13). A text that is in use already keeps its forms, unless they say something
 * else. Until it is recorded nothing has changed for anybody, whatever fails; the next press goes on with the same files.
 * @throws Refusal when there is nothing to agree to, the day to sign again by has passed, or those who are to answer could not
 */
export function publishAgreement(request: PublishAgreement, visit: Visit, memory: Memory): { version: number } {
  if (!ID.test(request.id)) throw new RangeError('An agreement’s id has up to 40 letters, digits and hyphens');
  // Two presses at once would build in the same files.
  return whileNoBeat(() => (request.key === undefined ? null : answeredBefore(request.key, visit)) ?? publishAlone(request, visit, memory));
}

/**
 * Takes an agreement out of use: its forms are closed, after what they have got was recorded; nobody is asked any more. What was signed stays.
 * @throws Refusal when there is no such agreement in use
 */
export function retireAgreement({ key, id }: { key: IdempotencyKey; id: string }, visit: Visit, memory: Memory): { retired: string } {
  return whileNoBeat(() => {
    const forms = visit.records
      .view([formTable])
      .rows(formTable)
      .filter((form) => form.agreementId === id && form.inUse);
    collectFrom(forms, visit, memory);
    const retired = visit.records.decide({ key, actor: visit.me.email, reads: [agreementTable], writes: [formTable] }, (view) => {
      const agreement = view.find(agreementTable, id);
      if (!agreement || agreement.retired) throw new Refusal('no-such-agreement', 'This agreement is not in use any more. Reload the page.');
      const payload: AgreementEvents['agreement retired'] = { agreementId: id, forms: forms.map(({ formId }) => formId) };
      return { events: [{ action: 'agreement retired', subject: agreementSubject(id), payload }], answer: { retired: id } };
    });
    closeForms(forms);
    return retired;
  });
}

function publishAlone({ key, id, text, facts, className, signAgainBy }: PublishAgreement, visit: Visit, memory: Memory): { version: number } {
  const { me, school, records, now } = visit;
  const view = records.view([agreementTable, formTable]);
  const standing = view.find(agreementTable, id);
  const before = view.rows(formTable).filter((form) => form.agreementId === id && form.inUse);
  const agreement = versionOf(id, (standing?.version ?? 0) + 1, text);
  const isSame = standing?.sha256 === agreement.sha256;
  const hasAllForms = formsFor(agreement).every((kind) => before.some((form) => form.kind === kind));
  if (standing && isSame && hasAllForms && reopenForms(before, school)) return { version: standing.version };

  // The same text needs no new signature, whatever became of its forms.
  const change = standing === undefined ? 'material' : isSame ? 'minor' : facts.change;
  const isAskedAgain = standing?.asks && change === 'material';
  const due = isAskedAgain ? dayToSignBy(signAgainBy, visit, memory) : null;
  const forms = formsFor(agreement).map((kind) => makeForm(kind, agreement, visit, memory));
  collectFrom(before, visit, memory);
  const payload: AgreementEvents['agreement published'] = {
    ...{ agreement, facts: { ...facts, change }, forms, className },
    replaces: before.map(({ formId }) => formId),
  };
  const pressKey = key ?? `publish-${id}-${agreement.version}-${agreement.sha256.slice(0, 16)}`;
  const round = due === null ? [] : [roundStarted({ roundId: roundIdFor(pressKey, now), why: 'new version', agreements: [id], due })];
  const published = records.decide({ key: pressKey, actor: me.email, reads: [agreementTable], writes: [formTable, roundTable] }, (latest) => {
    if ((latest.find(agreementTable, id)?.version ?? 0) >= agreement.version)
      throw new Refusal('published-meanwhile', 'Somebody else has published a new version of this agreement. Reload the page.');
    return { events: [{ action: 'agreement published', subject: agreementSubject(id), payload }, ...round], answer: { version: agreement.version } };
  });
  closeForms(before);
  return published;
}

/** Makes, or goes on making, one form of a version. Who may answer comes first: what the domain forbids is known before anything is built. */
function makeForm(kind: FormKind, agreement: AgreementVersion, { school }: Visit, { files }: Memory): PublishedForm {
  const key = formKey({ agreementId: agreement.id, version: agreement.version, kind });
  const name = `${agreement.title} (version ${agreement.version}, ${FOR_WHOM[kind]})`;
  const formId = ensureFile({ key, name, kind: 'form', ...(files['folder'] ? { folder: files['folder'] } : {}) }, files[key]);
  letAnswer(formId, answerersOf(kind, school), school.roleAccount);
  const form = FormApp.openById(formId);
  const items = buildForm(form, formPlan(agreement, kind));
  form.setPublished(true);
  return {
    ...{ formId, kind, address: form.getPublishedUrl(), items, hash: formHash(form), prefill: prefilledAddress(form, items) },
    permissions: kind === 'family' ? agreement.permissions.map(({ id }) => id) : [],
  };
}

/** Whatever fails here, the heartbeat does it when it reads the form for the last time. */
function closeForms(forms: readonly FormRow[]): void {
  for (const { formId } of forms) formById(formId)?.setAcceptingResponses(false);
}

/** Decides nothing, and so gives what was answered to the same press before, if it was. */
function answeredBefore(key: IdempotencyKey, { me, records }: Visit): { version: number } | null {
  return records.decide<{ version: number } | null>({ key, actor: me.email }, () => ({ events: [], answer: null }));
}

function dayToSignBy(wanted: string | undefined, { school, now }: Visit, memory: Memory): string {
  const today = ukDay(now);
  if (wanted === undefined) return schoolDayFrom(addDays(today, settingsIn(memory).dueAfterDays), school);
  if (!/^\d{4}-\d\d-\d\d$/.test(wanted) || wanted < today)
    throw new Refusal('sign-again-by', 'Enter the day by which everybody should have signed again, today or later', 'signAgainBy');
  return wanted;
}

function whileNoBeat<T>(work: () => T): T {
  const done = aloneAmongBeats(() => ({ value: work() }), PATIENCE_MS);
  if (done === null) throw new Refusal('busy', 'Handrail is at work on the same things just now. Wait a minute, then press the button again.');
  return done.value;
}

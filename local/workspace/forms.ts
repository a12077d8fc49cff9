import type { FormData, FormItemData, FormResponseData, SpreadsheetData } from './data.ts';
import { addressOf } from './drive/addresses.ts';
import { MIME } from './drive.ts';
import { admissionTo, type Refusal } from './forms/admission.ts';
import { isEmpty, problemWith, REQUIRED_MESSAGE } from './forms/answers.ts';
import { addResponseSheet, type ResponseRow, updateHeader, writeResponse } from './forms/destination.ts';
import { writeAnswers } from './forms/fields.ts';
import { newForm, newPublishedId } from './forms/new-form.ts';
import { type Answers, isQuestion, pathThrough } from './forms/sections.ts';
import { isEmailAddress } from './forms/text-rules.ts';
import type { Workspace } from './workspace.ts';

/** A person may not answer, or may not change their answer. */
export class FormRefused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.message);
    this.name = 'FormRefused';
  }
}

/** The answers do not do: what is wrong, by item id; `email` for the address. */
export class AnswersRefused extends Error {
  constructor(readonly problems: Record<string, string>) {
    super('Some answers need another look');
    this.name = 'AnswersRefused';
  }
}

export interface Submission {
  form: FormData;
  response: FormResponseData;
  /** Its row in the linked spreadsheet, if there is one. */
  row: ResponseRow | null;
}

/** What a person sends. */
export interface SentAnswers {
  answers: Answers;
  /** For a form that asks for an address to be typed. */
  typedEmail?: string;
  /** The same key sent again is the same response, not a second one. */
  submissionKey?: string;
}

/** From here on a form made by a script or the API starts unpublished (docs/workspace/forms/api/guides/api-changes-to-google-forms.md). */
const UNPUBLISHED_SINCE = Date.UTC(2026, 6, 1);

/** Google Forms: the forms themselves, who may answer, what an answer must be, where it goes. */
export class Forms {
  /** Called after a person's response, or their change of one, was kept: form-submit triggers hang here. Scripts' own fire nothing. */
  readonly onSubmit: ((submission: Submission) => void)[] = [];

  constructor(private readonly workspace: Workspace) {}

  /** A form named `name` in `owner`'s Drive. Its title stays empty until set, as FormApp really does. */
  create(owner: string, name: string, published = this.workspace.clock.now() < UNPUBLISHED_SINCE): FormData {
    const file = this.workspace.drive.create({ name, mimeType: MIME.form }, owner);
    const form = newForm(file.id, newPublishedId(this.workspace), published);
    this.workspace.data.forms[form.id] = form;
    return form;
  }

  /** The form, whoever asks; undefined when there is none or it lies in the bin. */
  find(id: string): FormData | undefined {
    return this.workspace.drive.find(id)?.trashed ? undefined : this.workspace.data.forms[id];
  }

  /** The form, when `who` may edit it: only editors see a form from within. */
  findFor(who: string, id: string): FormData | undefined {
    return this.workspace.drive.mayWrite(who, id) ? this.find(id) : undefined;
  }

  findPublished(publishedId: string): FormData | undefined {
    const form = Object.values(this.workspace.data.forms).find((each) => each.publishedId === publishedId);
    return form && this.find(form.id);
  }

  /** The form that writes its responses to this spreadsheet, or to this tab of it. */
  writingTo(spreadsheetId: string, sheetId?: number): FormData | undefined {
    return Object.values(this.workspace.data.forms).find(
      ({ destination }) => destination?.spreadsheetId === spreadsheetId && (sheetId === undefined || destination.sheetId === sheetId),
    );
  }

  /** What people see at the top: the title, or the file's name while there is none. */
  titleOf(form: FormData): string {
    return form.title || (this.workspace.drive.find(form.id)?.name ?? '');
  }

  /** Publishing opens the form, unpublishing closes it (docs/apps-script/reference/forms/form.md `setPublished`). */
  setPublished(form: FormData, published: boolean): void {
    form.published = published;
    form.acceptingResponses = published;
  }

  // ---- addresses ----

  editUrl(form: FormData): string {
    return addressOf({ id: form.id, mimeType: MIME.form });
  }

  publishedUrl(form: FormData): string {
    return `https://docs.google.com/forms/d/e/${form.publishedId}/viewform`;
  }

  prefilledUrl(form: FormData, answers: Answers): string {
    return `${this.publishedUrl(form)}?${new URLSearchParams([['usp', 'pp_url'], ...writeAnswers(form, answers)])}`;
  }

  editResponseUrl(form: FormData, response: FormResponseData): string {
    return `${this.publishedUrl(form)}?edit2=${response.editKey}`;
  }

  responseWithKey(form: FormData, editKey: string): FormResponseData | undefined {
    return form.responses.find((response) => response.editKey === editKey);
  }

  // ---- items ----

  addItem(form: FormData, item: Omit<FormItemData, 'id' | 'title' | 'helpText' | 'required'> & Partial<FormItemData>): FormItemData {
    // Spread out like Google's: an odd factor meets every id below 2^31 once.
    const id = Math.imul(form.nextItemId, 0x9e3779b1) & 0x7fffffff;
    form.nextItemId += 1;
    const added: FormItemData = { title: '', helpText: '', required: false, ...item, id };
    form.items.push(added);
    this.itemsChanged(form);
    return added;
  }

  /** Deletes an item; choices and page breaks that led to it go on to the next page. */
  deleteItem(form: FormData, id: number): void {
    form.items = form.items.filter((item) => item.id !== id);
    for (const item of form.items) for (const place of [item, ...(item.choices ?? [])]) if (place.goTo === id) place.goTo = 'CONTINUE';
    this.itemsChanged(form);
  }

  /** To be called when a question was added, renamed or removed: the linked spreadsheet's header follows. */
  itemsChanged(form: FormData): void {
    const spreadsheet = this.destinationOf(form);
    if (spreadsheet) updateHeader(this.workspace.sheets, form, spreadsheet);
  }

  // ---- answering ----

  /** Why the visitor ('' when not signed in) may not answer now, or null. */
  refusalFor(form: FormData, visitor: string): Refusal | null {
    return admissionTo(this.workspace, form, visitor);
  }

  /** What is wrong with these answers, by item id, on the way that a person giving them would take. Empty when all is well. */
  problemsWith(form: FormData, sent: SentAnswers): Record<string, string> {
    const path = pathThrough(form, sent.answers);
    return this.problemsOn(
      form,
      path.sections.flatMap((section) => section.items),
      sent,
    );
  }

  /** The same for these items alone, and for the address. */
  problemsOn(form: FormData, items: readonly FormItemData[], { answers, typedEmail = '' }: SentAnswers): Record<string, string> {
    const problems: Record<string, string> = {};
    if (form.emailCollection === 'RESPONDER_INPUT' && !isEmailAddress(typedEmail)) {
      problems['email'] = typedEmail === '' ? REQUIRED_MESSAGE : 'Must be a valid email address';
    }
    for (const item of items) {
      const problem = isQuestion(item) ? problemWith(item, answers[item.id]) : null;
      if (problem !== null) problems[item.id] = problem;
    }
    return problems;
  }

  /**
   * Keeps a person's response: only the answers on their way through the form, their address if the form collects it.
   * @throws FormRefused when they may not answer, AnswersRefused when an answer will not do
   */
  submit(form: FormData, visitor: string, sent: SentAnswers): FormResponseData {
    const repeated = sent.submissionKey && form.responses.find((each) => each.submissionKey === sent.submissionKey);
    if (repeated) return repeated;
    const refusal = this.refusalFor(form, visitor);
    if (refusal) throw new FormRefused(refusal);
    const answers = this.checked(form, sent);
    const response = this.keep(form, answers, visitor, this.emailFor(form, visitor, sent));
    if (sent.submissionKey) response.submissionKey = sent.submissionKey;
    this.announce(form, response);
    return response;
  }

  /**
   * Changes a kept response: whoever has its link may, while the form allows edits, and the address becomes theirs
   * (docs/apps-script/reference/forms/form-response.md `getEditResponseUrl`).
   * @throws FormRefused, AnswersRefused
   */
  edit(form: FormData, response: FormResponseData, visitor: string, sent: SentAnswers): FormResponseData {
    const refusal = this.editRefusalFor(form, visitor);
    if (refusal) throw new FormRefused(refusal);
    response.answers = this.checked(form, sent);
    response.account = visitor;
    Object.assign(response, this.emailFor(form, visitor, sent));
    response.submittedTime = this.workspace.clock.now();
    response.editedTimes.push(response.submittedTime);
    this.announce(form, response);
    return response;
  }

  /** Why the visitor may not change a response whose link they have, or null. Having answered once already is no reason. */
  editRefusalFor(form: FormData, visitor: string): Refusal | null {
    if (!form.allowResponseEdits) return { reason: 'edits-off', message: 'Responses to this form cannot be changed once they are sent.' };
    const refusal = this.refusalFor(form, visitor);
    return refusal?.reason === 'already-answered' ? null : refusal;
  }

  /** Keeps a response made by a script: no trigger fires, and nobody's address goes with it. */
  submitFromScript(form: FormData, answers: Answers): FormResponseData {
    const response = this.keep(form, answers, '', { respondentEmail: '', emailVerified: false });
    this.writeRow(form, response);
    return response;
  }

  deleteResponse(form: FormData, id: string): void {
    form.responses = form.responses.filter((response) => response.id !== id);
  }

  /** Links the form to a spreadsheet: a new tab takes every response so far and all to come. */
  setDestination(form: FormData, spreadsheet: SpreadsheetData): void {
    this.removeDestination(form);
    addResponseSheet(this.workspace.sheets, form, spreadsheet);
  }

  /** Unlinks the form; what was written stays. */
  removeDestination(form: FormData): void {
    const spreadsheet = this.destinationOf(form);
    if (spreadsheet?.formId === form.id) delete spreadsheet.formId;
    delete form.destination;
  }

  private destinationOf(form: FormData): SpreadsheetData | undefined {
    return form.destination && this.workspace.data.spreadsheets[form.destination.spreadsheetId];
  }

  private checked(form: FormData, sent: SentAnswers): Answers {
    const problems = this.problemsWith(form, sent);
    if (Object.keys(problems).length > 0) throw new AnswersRefused(problems);
    const { sections, complete } = pathThrough(form, sent.answers);
    if (!complete) throw new AnswersRefused({ path: 'These answers lead back to a page already filled in' });
    const kept: Answers = {};
    for (const item of sections.flatMap((section) => section.items)) {
      const answer = sent.answers[item.id];
      if (answer !== undefined && !isEmpty(answer)) kept[item.id] = answer;
    }
    return kept;
  }

  private emailFor(form: FormData, visitor: string, sent: SentAnswers): Pick<FormResponseData, 'respondentEmail' | 'emailVerified'> {
    if (form.emailCollection === 'VERIFIED') return { respondentEmail: visitor, emailVerified: true };
    return { respondentEmail: form.emailCollection === 'RESPONDER_INPUT' ? (sent.typedEmail ?? '') : '', emailVerified: false };
  }

  private keep(form: FormData, answers: Answers, account: string, email: Pick<FormResponseData, 'respondentEmail' | 'emailVerified'>): FormResponseData {
    const now = this.workspace.clock.now();
    const response: FormResponseData = {
      id: this.workspace.newId(48),
      editKey: `2_${this.workspace.newId(48)}`,
      account,
      ...email,
      createdTime: now,
      submittedTime: now,
      editedTimes: [],
      answers,
    };
    form.responses.push(response);
    return response;
  }

  private announce(form: FormData, response: FormResponseData): void {
    const row = this.writeRow(form, response);
    for (const listener of this.onSubmit) listener({ form, response, row });
  }

  private writeRow(form: FormData, response: FormResponseData): ResponseRow | null {
    const spreadsheet = this.destinationOf(form);
    return spreadsheet ? writeResponse(this.workspace.sheets, form, response, spreadsheet) : null;
  }
}

import { execute, type RunResult } from '../../local/apps-script/engine.ts';
import type { Fault } from '../../local/apps-script/faults.ts';
import { factsOf, rememberSources, sourcesRead } from '../../local/apps-script/syntax.ts';
import { moveClock } from '../../local/apps-script/triggers.ts';
import { callServer } from '../../local/apps-script/web-app.ts';
import { builtFiles, deployHandrail, type Installed, installHandrail, startHandrail } from '../../local/school/install.ts';
import { people, quillhaven } from '../../local/school/quillhaven.ts';
import type { FormData } from '../../local/workspace/data.ts';
import { AnswersRefused } from '../../local/workspace/forms.ts';
import { contentOf, headerIn } from '../../local/workspace/mail/parse.ts';
import { Workspace } from '../../local/workspace/workspace.ts';
import type { Answer } from '../../src/pages/answer.ts';
import { JOURNAL_SHEET, journalReader } from '../../src/records/journal-rows.ts';
import { verify } from '../../src/records/verify.ts';
import { type FormAnswer, walkThrough } from './form-walk.ts';
import { madeOnce } from './made-once.ts';

/** Monday 7 September 2026, nine in the morning in London. */
const MONDAY = Date.UTC(2026, 8, 7, 8);

let installed: { workspace: Workspace; facts: Installed } | null = null;

/** Quillhaven Primary with Handrail set up: the shipped bundle in the local Workspace. Each call gives a school of its own. */
export function aSchool(): SchoolUnderTest {
  installed ??= installedSchool();
  return new SchoolUnderTest(installed.workspace.cloneWhenTouched(), installed.facts);
}

/** The built office's text is read once a run of the tests: that takes longer than a whole set-up. */
function readOfficeOnce(): void {
  rememberSources(
    madeOnce('sources', () => {
      for (const { type, source } of builtFiles('office')) if (type === 'SERVER_JS') factsOf(source);
      return sourcesRead();
    }),
  );
}

function installedSchool(): { workspace: Workspace; facts: Installed } {
  readOfficeOnce();
  const { data, facts } = madeOnce('school', () => {
    const workspace = quillhaven(MONDAY);
    return { facts: installHandrail(workspace), data: workspace.data };
  });
  return { workspace: new Workspace(data), facts };
}

/** Quillhaven Primary as the set-up page first finds it: the office is deployed and `start` was run, and nothing else. */
export function aStartedSchool(): SchoolUnderTest {
  readOfficeOnce();
  const workspace = quillhaven(MONDAY);
  const facts = deployHandrail(workspace);
  startHandrail(workspace, facts);
  return new SchoolUnderTest(workspace, facts);
}

export interface DoorResult<Value> {
  answer: Answer<Value>;
  /** What Apps Script reports of the run: calls, modelled time, quota. */
  run: RunResult | undefined;
}

/** A school and what a test may do in it: always as somebody, always through the front door. */
export class SchoolUnderTest {
  readonly people = people;

  constructor(
    readonly workspace: Workspace,
    readonly handrail: Installed,
  ) {}

  clone(): SchoolUnderTest {
    return new SchoolUnderTest(this.workspace.clone(), this.handrail);
  }

  /** The same, quickly. This one must only be what others start from. */
  another(): SchoolUnderTest {
    return new SchoolUnderTest(this.workspace.cloneWhenTouched(), this.handrail);
  }

  as(email: string) {
    return {
      /** Calls a door as a page does. */
      call: <Value = unknown>(fn: string, input: unknown = {}): Answer<Value> => this.door<Value>(email, fn, input).answer,
      /** Calls a door and gives its value; a refusal fails the test with the page's own words. */
      get: <Value = unknown>(fn: string, input: unknown = {}): Value => {
        const answer = this.door<Value>(email, fn, input).answer;
        if (!answer.ok) throw new Error(`${fn} as ${email}: ${answer.message}`);
        return answer.value;
      },
      /** Everything this person can read: files, mail, and every door that answers them, as one text. */
      everythingInSight: (): string => this.everythingInSightOf(email),
    };
  }

  /** Calls a door; with `faults`, something goes wrong in the run. */
  door<Value>(email: string, fn: string, input: unknown, faults: Fault[] = []): DoorResult<Value> {
    const answer = callServer(this.workspace, { deploymentId: this.handrail.deploymentId, visitor: email, fn, args: [input], faults });
    return { answer: answer.ok ? (answer.value as Answer<Value>) : { ok: false, code: 'script', message: answer.message }, run: answer.result };
  }

  /** One heartbeat, right now. */
  beat(faults: Fault[] = []): RunResult {
    return execute(this.workspace, { scriptId: this.handrail.officeId, kind: 'trigger', active: '', effective: people.office, fn: 'clock.beat', faults });
  }

  /** Time passes and triggers fire. */
  pass(minutes: number): void {
    moveClock(this.workspace, this.workspace.clock.now() + minutes * 60_000);
  }

  /** Answers the staff agreement's form as a person does: yes to every part, then name, job title and signature. */
  sign(email: string, fullName: string, jobTitle = 'Teacher'): string {
    const form = this.staffForm();
    const answers: Record<number, string | string[]> = {};
    for (const item of form.items) {
      if (item.type === 'MULTIPLE_CHOICE') answers[item.id] = item.choices?.[0]?.value ?? '';
      if (item.title === 'Full name' || item.title === 'Signature') answers[item.id] = fullName;
      if (item.title === 'Job title') answers[item.id] = jobTitle;
    }
    return this.workspace.forms.submit(form, email, { answers }).id;
  }

  /**
   * Answers a form as a person does who goes from page to page: their choices lead on, and what is not on their way is not asked.
   * @param email of the person; whoever has no account of their own answers as nobody
   * @param answers by the question's title, or by `Page / Question` where only that page's is meant: text, several ticks, or a grid's rows
   * @returns the response's id
   * @throws when a question on the way must be answered and is not, when there is an answer to a question that is not asked, and when the
   *   form refuses the person or an answer
   */
  answerForm(formId: string, email: string, answers: Readonly<Record<string, FormAnswer>>): string {
    const form = this.workspace.forms.find(formId);
    if (!form) throw new Error(`there is no form ${formId}`);
    const visitor = this.workspace.people.find(email)?.hasAccount ? email : '';
    const walk = walkThrough(form, answers);
    try {
      return this.workspace.forms.submit(form, visitor, { answers: walk, typedEmail: email }).id;
    } catch (error) {
      if (!(error instanceof AnswersRefused)) throw error;
      const title = (id: string) => form.items.find((item) => String(item.id) === id)?.title ?? id;
      throw new Error(
        Object.entries(error.problems)
          .map(([id, problem]) => `${title(id)}: ${problem}`)
          .join('; '),
      );
    }
  }

  /** The form of the staff agreement that is in use: the newest that takes answers. */
  staffForm(): FormData {
    const open = Object.values(this.workspace.data.forms).filter(
      (form) => form.published && form.acceptingResponses && this.workspace.drive.find(form.id)?.owner === people.office,
    );
    const newest = open.at(-1);
    if (!newest) throw new Error('no form takes answers');
    return newest;
  }

  /** The mails in somebody's inbox that Handrail sent. */
  mailTo(email: string): { subject: string; text: string }[] {
    return Object.values(this.workspace.mail.mailbox(email).data.messages)
      .filter((message) => headerIn(message, 'From').includes(people.office))
      .map((message) => ({ subject: headerIn(message, 'Subject'), text: contentOf(message).text }));
  }

  /** `unbroken`, or where the journal's chain breaks. */
  history(): string {
    const [headings = [], ...rows] = this.sheet('records', JOURNAL_SHEET);
    const read = journalReader(headings);
    const result = verify(rows.filter((row) => (row[0] ?? '') !== '').map(read));
    return result.ok ? 'unbroken' : JSON.stringify(result);
  }

  /** The id of a kept file, as the office's script remembers it. */
  fileId(key: string): string {
    const id = this.workspace.data.scripts[this.handrail.officeId]?.properties.script[`file:${key}`];
    if (!id) throw new Error(`Handrail keeps no file ${key}`);
    return id;
  }

  /** A sheet's texts as they stand, by the first row that has something in its first cell. */
  sheet(key: string, name: string): string[][] {
    const sheet = this.workspace.data.spreadsheets[this.fileId(key)]?.sheets.find((each) => each.name === name);
    if (!sheet) throw new Error(`${key} has no sheet ${name}`);
    return sheet.rows.map((row) => (row ?? []).map((cell) => (cell?.v === null || cell === null || cell === undefined ? '' : String(cell.v))));
  }

  /** The lines of a desk, below its links, headings and hidden row. */
  desk(lane: string): string[][] {
    return this.sheet(`desk-${lane}`, 'Desk')
      .slice(3)
      .filter((row) => (row[0] ?? '') !== '');
  }

  /** Types into a cell of a Sheet as a person does; refused as Google refuses. Row and column are from 1. */
  type(email: string, key: string, name: string, row: number, column: number, text: string): void {
    const sheet = this.workspace.data.spreadsheets[this.fileId(key)]?.sheets.find((each) => each.name === name);
    if (!sheet) throw new Error(`${key} has no sheet ${name}`);
    this.workspace.sheets.typeInto(email, this.fileId(key), sheet.id, row - 1, column - 1, text);
  }

  private everythingInSightOf(email: string): string {
    const seen: unknown[] = [];
    for (const file of Object.values(this.workspace.data.files)) {
      if (!this.workspace.drive.mayRead(email, file.id)) continue;
      seen.push(file.name, this.workspace.data.spreadsheets[file.id]?.sheets, this.workspace.data.forms[file.id], file.content);
      seen.push(this.workspace.documents.textOf(file));
    }
    seen.push(this.workspace.data.mailboxes[email]);
    // Looking opens cases and takes time: it happens in another copy of the school.
    const there = this.clone();
    const look = <Value>(fn: string, input: unknown = {}): Answer<Value> => {
      there.workspace.clock.pass(30_000);
      const answer = there.as(email).call<Value>(fn, input);
      if (!answer.ok && answer.code === 'busy') throw new Error(`${fn} was not answered: nothing is shown by that`);
      return answer;
    };
    seen.push(look('listFlags'), look('readMonitoring'), look('listLessons'), look('seeOneToOnes', { pupil: '' }));
    for (const row of this.sheet('records', 'Lessons').slice(1)) seen.push(look('seeLesson', { reference: row[0] ?? '' }));
    for (const [flag = ''] of this.sheet('records', 'Flags')) seen.push(look('seeFlag', { flag }));
    const references = this.sheet('records', 'Cases').map((row) => row[0] ?? '');
    for (const fn of ['home', 'listCases', 'seeAgreements', 'seeWaiting', 'beginConcern']) seen.push(look(fn));
    for (const state of ['closed', 'handed over']) seen.push(look('listCases', { state }));
    seen.push(look('seeKeeping', { reference: '' }), look('seeRequests'), look('seeTransfers'), look('seeChronology', { person: people.pupil }));
    for (const reference of references) {
      seen.push(look('findCases', { text: reference }));
      const answer = look<{ files: { id: string }[] }>('openCase', { reference });
      // A refusal repeats the reference that was asked for: that tells nothing.
      if (!answer.ok) continue;
      seen.push(answer, ...answer.value.files.map(({ id }) => look('readFile', { reference, file: id })));
    }
    return JSON.stringify(seen);
  }
}

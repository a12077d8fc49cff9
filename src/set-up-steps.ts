import { BUILT_IN } from './agreements/built-in/index.ts';
import { copiesFolder, copiesSharing } from './agreements/copies/file-copies.drive.ts';
import { formsAreWhole } from './agreements/forms/form-problems.form.ts';
import { publishAgreement } from './agreements/forms/publish.form.ts';
import { agreementTable, formTable } from './agreements/published.ts';
import { publishRegister, REGISTER_KEY } from './agreements/register/register.sheet.ts';
import { registerListing } from './agreements/register/register.ts';
import { signatureTable } from './agreements/signatures.ts';
import { standingTable } from './agreements/standings.ts';
import { TextsSigned } from './agreements/texts.ts';
import { attachmentsFolder } from './incidents/attachments.drive.ts';
import { caseTable } from './incidents/case.ts';
import { LANE_IDS, LANES, type Lane } from './incidents/concern.ts';
import { deskListing } from './incidents/desk/desk.ts';
import { deskFile, deskSharing, hadCaseAboutNewcomer, makeDesk } from './incidents/desk/renew-desk.ts';
import { GRIDS_KEY, gridsAreLaidOut, gridsSharing, layOutGrids } from './incidents/grids/grids.sheet.ts';
import { incidentSettings } from './incidents/incident-settings.script.ts';
import { filtersStep } from './messages/gmail/filters-step.ts';
import { mailboxStep } from './messages/triage/mailbox-step.ts';
import { officeRecords } from './office-records.ts';
import { RecordsError } from './records/errors.ts';
import { forgetBeat, lastBeat } from './records/heart.script.ts';
import { heartHasStopped } from './records/heart.ts';
import { readListing } from './records/listing.sheet.ts';
import { wantedAgain } from './records/outbox.ts';
import { now } from './records/surroundings.script.ts';
import { everyRightIsGiven } from './school/account.script.ts';
import { ukDay } from './school/calendar.ts';
import { ensureFile, findFile, isSharedExactly, type KeptFile, type Sharing, shareExactly, takeAway } from './school/files.drive.ts';
import { Refusal } from './school/refusal.ts';
import { readRollSheet, rollWhenNeeded } from './school/roll.sheet.ts';
import type { RollEntry } from './school/roll.ts';
import { type School, schoolFrom } from './school/school.ts';
import type { SetUpStep, StepState } from './school/set-up.ts';
import { type Memory, newReference, readMemory } from './school/settings.script.ts';
import type { Visit } from './school/visit.ts';
import { ensureHeartbeat, heartbeatStands, removeHeartbeat } from './triggers.script.ts';

export const FOLDER: KeptFile = { key: 'folder', name: 'Handrail', kind: 'folder' };
export const PEOPLE: KeptFile = { key: 'people', name: 'Handrail people', kind: 'spreadsheet' };
const RECORDS: KeptFile = { key: 'records', name: 'Handrail records', kind: 'spreadsheet' };
const NOBODY: Sharing = { role: 'reader', emails: [] };

/** Everything Handrail needs, in the order in which it must be made. */
export function stepsFor(memory: Memory): SetUpStep[] {
  const school = schoolFrom(memory.school);
  const folder = memory.files[FOLDER.key];
  const visit = () => setUpVisit(school);
  const areRecordsWhole = () => memory.files[RECORDS.key] !== undefined && recordsAreWhole(memory);
  return [
    rightsStep,
    folderStep(memory),
    recordsStep(memory),
    mailStep(memory),
    mailboxStep(visit, areRecordsWhole),
    filtersStep(visit, areRecordsWhole),
    ...(memory.files[PEOPLE.key] === undefined ? [] : [peopleStep(school, memory)]),
    ...LANE_IDS.map((lane) => deskStep(lane, school, memory)),
    gridsStep(school, memory, folder),
    registerStep(school, memory, folder),
    ...(memory.files[copiesFolder(memory.files).key] === undefined ? [] : [copiesStep(school, memory)]),
    ...(memory.files[attachmentsFolder(memory.files).key] === undefined ? [] : [attachmentsStep(memory)]),
    agreementStep(school, memory),
    heartbeatStep,
  ];
}

/**
 * Takes away at once what somebody may no longer open, and gives what they may: of the Sheets that are there.
 * Taking comes first for all: an address that Google will not share with must not leave anybody in.
 */
export function shareAgain(school: School, memory: Memory): void {
  const { files } = memory;
  const settings = incidentSettings(memory);
  const visit = setUpVisit(school);
  const desks = LANE_IDS.map((lane) => ({ file: deskFile(lane, files), sharing: deskSharing(lane, school, settings), lane }));
  const register = { file: { key: REGISTER_KEY }, sharing: registerSharing(school), lane: null };
  const copies = { file: copiesFolder(files), sharing: copiesSharing(school), lane: null };
  const grids = { file: { key: GRIDS_KEY }, sharing: gridsSharing(school), lane: null };
  const standing = [...desks, grids, register, copies].flatMap((each) => {
    const found = files[each.file.key] === undefined ? null : findFile(each.file, files[each.file.key]);
    return found ? [{ ...each, id: found.id }] : [];
  });
  for (const { id, sharing } of standing) takeAway(id, sharing);
  for (const { id, sharing, lane } of standing) {
    if (lane !== null && hadCaseAboutNewcomer(lane, id, visit)) makeDesk(lane, visit, memory);
    else shareExactly(id, sharing);
  }
}

function registerSharing(school: School): Sharing {
  return { role: 'reader', emails: school.approvers };
}

/** Google asks for rights in the script editor alone, so this page can only say so. */
const rightsStep: SetUpStep = {
  id: 'rights',
  title: 'Google’s permission',
  what: 'What the role account allowed Handrail to do when "start" was run in the script editor.',
  look: () => (everyRightIsGiven() ? 'there' : 'to be mended'),
  make: () => {
    if (!everyRightIsGiven())
      throw new Refusal(
        'rights-missing',
        'Google has not been allowed everything that Handrail needs. Open the script editor as the role account, run "start" and allow all of it. Then come back to this page.',
      );
  },
};

/** A trigger may stand there and not run: Google switches off one that has lost its rights. */
const heartbeatStep: SetUpStep = {
  id: 'heartbeat',
  title: 'Heartbeat',
  what: 'A trigger that runs every five minutes: mails, forms, desks.',
  look: () => (heartbeatStands() === 'there' && hasStopped() ? 'to be mended' : heartbeatStands()),
  make: () => {
    if (hasStopped()) {
      removeHeartbeat();
      forgetBeat();
    }
    ensureHeartbeat();
  },
};

function hasStopped(): boolean {
  const last = lastBeat();
  return last !== null && heartHasStopped(last, new Date(now()));
}

function deskStep(lane: Lane, school: School, memory: Memory): SetUpStep {
  const file = deskFile(lane, memory.files);
  const settings = incidentSettings(memory);
  const sharing = deskSharing(lane, school, settings);
  return {
    id: file.key,
    title: `Desk: ${LANES[lane].title}`,
    what: `A locked Sheet about ${LANES[lane].about}, shared with ${sharing.emails.join(', ')} and nobody else.`,
    look: () => lookAtFile(file, memory, sharing, (id) => readListing(id, deskListing({ lane, school, settings, roll: [] })).sheetId !== null),
    make: () => makeDesk(lane, setUpVisit(school), memory),
  };
}

function gridsStep(school: School, memory: Memory, folder: string | undefined): SetUpStep {
  const file: KeptFile = { key: GRIDS_KEY, name: 'Handrail grids', kind: 'spreadsheet', ...(folder ? { folder } : {}) };
  const sharing = gridsSharing(school);
  return {
    id: file.key,
    title: 'Grids of sanctions and actions',
    what: `A Sheet of what is done after what, for ${sharing.emails.join(' and ')} to make the school’s own.`,
    look: () => lookAtFile(file, memory, sharing, gridsAreLaidOut),
    make: () => {
      const id = ensureFile(file, memory.files[file.key]);
      layOutGrids(id);
      shareExactly(id, sharing);
    },
  };
}

function registerStep(school: School, memory: Memory, folder: string | undefined): SetUpStep {
  const file: KeptFile = { key: REGISTER_KEY, name: 'Register of agreements', kind: 'spreadsheet', ...(folder ? { folder } : {}) };
  const sharing = registerSharing(school);
  return {
    id: file.key,
    title: 'Register of agreements',
    what: `A Sheet of who signed what, to look at for ${sharing.emails.join(', ')}.`,
    look: () => lookAtFile(file, memory, sharing, (id) => readListing(id, registerListing(school)).sheetId !== null),
    make: () => {
      const id = ensureFile(file, memory.files[file.key]);
      publishRegister(setUpVisit(school), { [REGISTER_KEY]: id });
      shareExactly(id, sharing);
    },
  };
}

/** Made with the first copy: before that there is nothing to look at. */
function copiesStep(school: School, memory: Memory): SetUpStep {
  const file = copiesFolder(memory.files);
  const sharing = copiesSharing(school);
  return {
    id: file.key,
    title: 'Copies of signed agreements',
    what: `The folder "${file.name}" with a PDF of each, to look at for ${sharing.emails.join(', ') || 'nobody: enter who the office is in part 1'}.`,
    look: () => lookAtFile(file, memory, sharing, () => true),
    make: () => shareExactly(ensureFile(file, memory.files[file.key]), sharing),
  };
}

/** Made with the first draft. What lies in it leaves it through a door alone. */
function attachmentsStep(memory: Memory): SetUpStep {
  const file = attachmentsFolder(memory.files);
  return {
    id: file.key,
    title: file.name,
    what: 'The folder with documents of concerns and with what people have begun to write. Nobody but the role account can open it.',
    look: () => lookAtFile(file, memory, NOBODY, () => true),
    make: () => shareExactly(ensureFile(file, memory.files[file.key]), NOBODY),
  };
}

/** The journal and its views. They are never made a second time: a lost file is restored, not replaced. */
function recordsStep(memory: Memory): SetUpStep {
  const known = memory.files[RECORDS.key];
  return {
    id: RECORDS.key,
    title: RECORDS.name,
    what: 'The history of everything, in a spreadsheet that nobody but the role account can open.',
    look: () => {
      if (known === undefined) return 'missing';
      const standing = findFile(RECORDS, known);
      return standing && !standing.trashed && isSharedExactly(standing.id, NOBODY) && recordsAreWhole(memory) ? 'there' : 'to be mended';
    },
    make: () => shareExactly(officeRecords(memory).ensure().fileId, NOBODY),
  };
}

function recordsAreWhole(memory: Memory): boolean {
  try {
    // A decision that decides nothing reads everything that writing needs, and changes nothing.
    const nothing = { key: 'look-at-the-records', actor: 'set-up', reads: [caseTable, agreementTable, formTable, signatureTable, standingTable] };
    officeRecords(memory).decide(nothing, () => ({ events: [], answer: null }));
    return true;
  } catch (error) {
    if (error instanceof RecordsError) return false;
    throw error;
  }
}

/** Google may refuse mails while the mailbox cannot send: what was refused is sent again when somebody says so. */
function mailStep(memory: Memory): SetUpStep {
  const refused = () =>
    officeRecords(memory)
      .outbox.waiting()
      .filter(({ state }) => state === 'refused');
  return {
    id: 'mails',
    title: 'Mails',
    what: 'Urgent mails that Google refused wait to be sent again. Check first that the role account can send mail from its own mailbox.',
    look: () =>
      memory.files[RECORDS.key] === undefined || !recordsAreWhole(memory) ? 'missing' : refused().every(({ mayWait }) => mayWait) ? 'there' : 'to be mended',
    make: () => officeRecords(memory).outbox.note(refused().map(wantedAgain), []),
  };
}

/** The list of people comes from a file that a person chooses: it can be kept to the role account here, not made. */
function peopleStep(school: School, memory: Memory): SetUpStep {
  return {
    id: PEOPLE.key,
    title: PEOPLE.name,
    what: 'The list of people, in a spreadsheet that nobody but the role account can open.',
    look: () => lookAtFile(PEOPLE, memory, NOBODY, (id) => namesThePosts(id, school)),
    make: () => {
      const standing = findFile(PEOPLE, memory.files[PEOPLE.key]);
      if (!standing) throw new Refusal('roll-damaged', 'The list of people was deleted: import it again, in part 2 of this page.', 'csv');
      shareExactly(ensureFile(PEOPLE, standing.id), NOBODY);
      const [first] = postsNotOn(readRollSheet(standing.id), school);
      if (first !== undefined)
        throw new Refusal(
          'post-not-listed',
          `${first} holds a post but is not on the list of people. Correct the address in part 1, or put it into the list and import it again.`,
          'csv',
        );
    },
  };
}

/** Whether the list can be read and holds everybody with a post. */
function namesThePosts(id: string, school: School): boolean {
  try {
    return postsNotOn(readRollSheet(id), school).length === 0;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

/** A concern keeps away from the head, the DSL and the others by their addresses: under another one on the list it would go to them. */
function postsNotOn(roll: readonly RollEntry[], school: School): string[] {
  const listed = new Set(roll.map((entry) => entry.email));
  return [school.head, school.dsl, ...school.deputies, school.chair].filter((email) => !listed.has(email));
}

function agreementStep(school: School, memory: Memory): SetUpStep {
  const view = () => setUpVisit(school).records.view([agreementTable, formTable]);
  return {
    id: 'agreement-staff',
    title: 'Staff agreement',
    what: 'A Google Form with a staff agreement in plain words. You can put your own in its place on the agreements page.',
    look: () => {
      if (memory.files[RECORDS.key] === undefined || !recordsAreWhole(memory)) return 'missing';
      const found = view();
      const agreement = found.find(agreementTable, 'staff');
      return agreement ? (formsAreWhole(agreement, found.rows(formTable), school) ? 'there' : 'to be mended') : 'missing';
    },
    make: () => {
      const visit = setUpVisit(school);
      const standing = view().find(agreementTable, 'staff');
      const text = standing ? new TextsSigned(visit.records).of({ agreementId: 'staff', version: standing.version }) : BUILT_IN.staff;
      const { effective, approvedBy } = standing ?? { effective: ukDay(visit.now), approvedBy: '' };
      publishAgreement({ id: 'staff', text, facts: { change: 'material', effective, approvedBy }, className: '' }, visit, memory);
    },
  };
}

function folderStep(memory: Memory): SetUpStep {
  return {
    id: FOLDER.key,
    title: FOLDER.name,
    what: 'A folder in the role account’s Drive. Nobody else can open it.',
    look: () => lookAtFile(FOLDER, memory, NOBODY, () => true),
    make: () => shareExactly(ensureFile(FOLDER, memory.files[FOLDER.key]), NOBODY),
  };
}

function lookAtFile(file: KeptFile, memory: Memory, sharing: Sharing, isWhole: (id: string) => boolean): StepState {
  const found = findFile(file, memory.files[file.key]);
  if (!found) return 'missing';
  return !found.trashed && isSharedExactly(found.id, sharing) && isWhole(found.id) ? 'there' : 'to be mended';
}

/** The role account at work on the set-up page. */
function setUpVisit(school: School): Visit {
  const memory = readMemory();
  const me: Visit['me'] = { email: school.roleAccount, name: 'Handrail', kind: 'staff', posts: [] };
  const roll = rollWhenNeeded(memory.files[PEOPLE.key]);
  return {
    ...{ me, school, now: now(), records: officeRecords(memory), rest: memory.rest, newReference },
    get roll() {
      return roll();
    },
  };
}

import { staffAgreement } from './agreements/built-in.ts';
import { textSigned } from './agreements/countersign.ts';
import { formIsWhole, publishAgreement } from './agreements/publish.form.ts';
import { publishRegister, REGISTER_KEY } from './agreements/register.sheet.ts';
import { agreementTable, registerListing, signatureTable } from './agreements/register.ts';
import { BUILD } from './build.ts';
import { caseTable } from './incidents/case.ts';
import { LANES, type Lane } from './incidents/concern.ts';
import { deskListing } from './incidents/desk.ts';
import { deskKey, settleDesk } from './incidents/desks.sheet.ts';
import { readersOf } from './incidents/lanes.ts';
import { officeRecords } from './office-records.ts';
import { RecordsError } from './records/errors.ts';
import { readListing } from './records/listing.sheet.ts';
import { now } from './records/surroundings.script.ts';
import { askForEveryRight, checkRunsAs, runsAs, visitor } from './school/account.script.ts';
import { rowsOfCsv } from './school/csv.script.ts';
import { ensureFile, findFile, isSharedExactly, type KeptFile, type Sharing, shareExactly } from './school/files.drive.ts';
import { Refusal } from './school/refusal.ts';
import { readRollSheet, writeRollSheet } from './school/roll.sheet.ts';
import { type RollFault, readRoll } from './school/roll.ts';
import { addressesIn, type Gap, gapsIn, type School, type SchoolDraft, schoolFrom } from './school/school.ts';
import { linesOf, type SetUpStep, type StepLine, type StepState } from './school/set-up.ts';
import { type Memory, newReference, readMemory, saveSchool } from './school/settings.script.ts';
import type { Visit } from './school/visit.ts';
import { ensureHeartbeat, heartbeatStands } from './triggers.script.ts';

const FOLDER: KeptFile = { key: 'folder', name: 'Handrail', kind: 'folder' };
const PEOPLE: KeptFile = { key: 'people', name: 'Handrail people', kind: 'spreadsheet' };

/**
 * Run once in the script editor by the role account: Google asks for the rights there, and nowhere else. In the web app anybody could
 * call it, and it would run as whoever deployed that: so it must be that account itself that asks.
 */
export function start(): string {
  const roleAccount = runsAs();
  if (visitor() !== roleAccount) throw new Refusal('not-yours', 'Only the role account itself may start Handrail, in the script editor.');
  askForEveryRight();
  const { school } = readMemory();
  if (school.roleAccount !== undefined) checkRunsAs(school);
  saveSchool({ ...school, roleAccount, domain: roleAccount.split('@')[1] ?? '' });
  const words = `Handrail belongs to ${roleAccount} now. Open the web app signed in as this account: the set-up page goes on from here.`;
  console.log(words);
  return words;
}

export interface SetUpState {
  school: SchoolDraft;
  gaps: Gap[];
  people: number;
  /** Empty until nothing is missing in the settings. */
  steps: StepLine[];
  build: string;
}

/** What is set, what is missing, and what has been made. */
export function readSetUp(_: Record<string, never>, memory: Memory): SetUpState {
  const gaps = gapsIn(memory.school);
  const people = memory.files[PEOPLE.key] === undefined ? 0 : readRollSheet(memory.files[PEOPLE.key]).length;
  return { school: memory.school, gaps, people, steps: gaps.length === 0 ? linesOf(stepsFor(memory)) : [], build: BUILD };
}

/** The settings as typed: lists of addresses in one box each. */
export interface SaveSettings {
  name: string;
  address: string;
  dslTelephone: string;
  head: string;
  dsl: string;
  deputies: string;
  chair: string;
  approvers: string;
  technicians: string;
}

/** Keeps the settings as far as they go, so that nothing typed is lost, and says what is missing. */
export function saveSettings(typed: SaveSettings, memory: Memory): { gaps: Gap[] } {
  const one = (text: string) => text.trim().toLowerCase();
  const school: SchoolDraft = {
    ...memory.school,
    name: typed.name.trim(),
    address: typed.address.trim(),
    dslTelephone: typed.dslTelephone.trim(),
    head: one(typed.head),
    dsl: one(typed.dsl),
    chair: one(typed.chair),
    deputies: addressesIn(typed.deputies),
    approvers: addressesIn(typed.approvers),
    technicians: addressesIn(typed.technicians),
  };
  saveSchool(school);
  return { gaps: gapsIn(school) };
}

/** Takes the roll from a CSV file's text. Rows that cannot be read are named; the others are taken. */
export function importRoll({ csv }: { csv: string }, memory: Memory): { people: number; faults: RollFault[] } {
  if (csv.trim() === '') throw new Refusal('roll-empty', 'Choose the file with the list of people first', 'csv');
  const { entries, faults } = readRoll(rowsOfCsv(csv));
  if (entries.length === 0)
    throw new Refusal('roll-unreadable', `Nobody could be read from the file. ${faults[0] ? `Row ${faults[0].row}: ${faults[0].message}.` : ''}`, 'csv');
  const folder = ensureFile(FOLDER, memory.files[FOLDER.key]);
  writeRollSheet(ensureFile({ ...PEOPLE, folder }, memory.files[PEOPLE.key]), entries);
  return { people: entries.length, faults };
}

/** Makes or mends one step. Pages call it step after step, so that each is well within a run's time. */
export function makeStep({ id }: { id: string }, memory: Memory): { state: StepState } {
  const step = stepsFor(memory).find((each) => each.id === id);
  if (!step) throw new Refusal('no-such-step', 'Reload the page: its steps have changed');
  step.make();
  return { state: 'there' };
}

/** Everything Handrail needs, in the order in which it must be made. */
function stepsFor(memory: Memory): SetUpStep[] {
  const school = schoolFrom(memory.school);
  const folder = memory.files[FOLDER.key];
  return [
    fileStep(FOLDER, memory, 'A folder in the role account’s Drive. Nobody else can open it.'),
    recordsStep(memory),
    ...(Object.keys(LANES) as Lane[]).map((lane) => deskStep(lane, school, memory, folder)),
    registerStep(school, memory, folder),
    agreementStep(school, memory),
    { id: 'heartbeat', title: 'Heartbeat', what: 'A trigger that runs every five minutes: mails, forms, desks.', look: heartbeatStands, make: ensureHeartbeat },
  ];
}

function deskStep(lane: Lane, school: School, memory: Memory, folder: string | undefined): SetUpStep {
  const file: KeptFile = { key: deskKey(lane), name: LANES[lane].title, kind: 'spreadsheet', ...(folder ? { folder } : {}) };
  const sharing: Sharing = { role: 'writer', emails: readersOf(lane, school) };
  return {
    id: file.key,
    title: `Desk: ${LANES[lane].title}`,
    what: `A locked Sheet about ${LANES[lane].about}, shared with ${sharing.emails.join(', ')} and nobody else.`,
    look: () => lookAtSheet(file, memory, sharing, (id) => readListing(id, deskListing(lane, school, [])).sheetId !== null),
    make: () => {
      const id = ensureFile(file, memory.files[file.key]);
      settleDesk(lane, id, setUpVisit(school));
      shareExactly(id, sharing);
    },
  };
}

function registerStep(school: School, memory: Memory, folder: string | undefined): SetUpStep {
  const file: KeptFile = { key: REGISTER_KEY, name: 'Register of agreements', kind: 'spreadsheet', ...(folder ? { folder } : {}) };
  const sharing: Sharing = { role: 'reader', emails: school.approvers };
  return {
    id: file.key,
    title: 'Register of agreements',
    what: `A Sheet of who signed what, to look at for ${sharing.emails.join(', ')}.`,
    look: () => lookAtSheet(file, memory, sharing, (id) => readListing(id, registerListing(school)).sheetId !== null),
    make: () => {
      const id = ensureFile(file, memory.files[file.key]);
      publishRegister(setUpVisit(school), { [REGISTER_KEY]: id });
      shareExactly(id, sharing);
    },
  };
}

/** The journal and its views. They are never made a second time: a lost file is restored, not replaced. */
function recordsStep(memory: Memory): SetUpStep {
  return {
    id: 'records',
    title: 'Handrail records',
    what: 'The history of everything, in a spreadsheet that nobody but the role account can open.',
    look: () => {
      if (memory.files['records'] === undefined) return 'missing';
      try {
        officeRecords(memory).view([caseTable, agreementTable, signatureTable]);
        return 'there';
      } catch (error) {
        if (error instanceof RecordsError) return 'to be mended';
        throw error;
      }
    },
    make: () => void officeRecords(memory).ensure(),
  };
}

function agreementStep(school: School, memory: Memory): SetUpStep {
  const standing = () => setUpVisit(school).records.view([agreementTable]).find(agreementTable, 'staff');
  return {
    id: 'agreement-staff',
    title: 'Staff agreement',
    what: 'A Google Form with a staff agreement in plain words. You can put your own in its place on the agreements page.',
    look: () => {
      if (memory.files['records'] === undefined) return 'missing';
      const agreement = standing();
      return agreement ? (formIsWhole(agreement) ? 'there' : 'to be mended') : 'missing';
    },
    make: () => {
      const visit = setUpVisit(school);
      const agreement = standing();
      publishAgreement(
        'staff',
        agreement ? textSigned({ agreementId: 'staff', version: agreement.version }, visit.records.history('agreements')) : staffAgreement,
        visit,
        memory.files,
      );
    },
  };
}

function fileStep(file: KeptFile, memory: Memory, what: string): SetUpStep {
  return {
    id: file.key,
    title: file.name,
    what,
    look: () => {
      const found = findFile(file, memory.files[file.key]);
      return found ? (found.trashed ? 'to be mended' : 'there') : 'missing';
    },
    make: () => void ensureFile(file, memory.files[file.key]),
  };
}

function lookAtSheet(file: KeptFile, memory: Memory, sharing: Sharing, isWhole: (id: string) => boolean): StepState {
  const found = findFile(file, memory.files[file.key]);
  if (!found) return 'missing';
  return !found.trashed && isSharedExactly(found.id, sharing) && isWhole(found.id) ? 'there' : 'to be mended';
}

/** The role account at work on the set-up page. */
function setUpVisit(school: School): Visit {
  const memory = readMemory();
  const me: Visit['me'] = { email: school.roleAccount, name: 'Handrail', kind: 'staff', posts: [] };
  return { me, school, now: now(), records: officeRecords(memory), roll: readRollSheet(memory.files[PEOPLE.key]), newReference };
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import vm from 'node:vm';
import { expect, test } from '@jest/globals';
import { authorize } from '../../local/apps-script/authorization.ts';
import { execute } from '../../local/apps-script/engine.ts';
import type { Fault } from '../../local/apps-script/faults.ts';
import { clientFunctions } from '../../local/apps-script/web-app/functions.ts';
import { callServer, visitWebApp } from '../../local/apps-script/web-app.ts';
import { builtFiles, push } from '../../local/school/install.ts';
import { people } from '../../local/school/staff.ts';
import { CATEGORIES } from '../../src/messages/message.ts';
import type { Answer } from '../../src/pages/answer.ts';
import { ACCOUNT } from '../support/concerns.ts';
import { aSchool, type SchoolUnderTest } from '../support/school.ts';

/** Who comes to the doors. */
const VISITORS = {
  teacher: people.teacher,
  assistant: people.teachingAssistant,
  pupil: people.pupil,
  dsl: people.dsl,
  deputy: people.deputy,
  head: people.head,
  chair: people.chair,
  approver: people.networkManager,
  technician: people.technician,
  clerk: people.clerk,
  coordinator: people.computingLead,
  /** Approves agreements as well. */
  dataLead: people.businessManager,
  senior: people.secondDeputy,
  /** An account of the domain that is not on the roll yet. */
  newcomer: 'new.starter@quillhaven.example',
  role: people.office,
  parent: people.parent,
  nobody: '',
} as const;
type Visitor = keyof typeof VISITORS;

/** Who is let in: `in`; refused by the door: `-`; turned away by Google before the script runs: `x`. */
const COLUMNS = 'teacher assistant pupil dsl deputy head chair approver technician clerk coordinator dataLead senior newcomer role parent nobody'.split(
  ' ',
) as Visitor[];
/** Doors that let the same people in: who they are, column by column, and the doors' names. */
const DOORS: [who: string, columns: string, doors: string][] = [
  //  tea ass pup dsl dep hea cha app tec cle coo dat sen new rol par nob
  [
    'everybody in the school',
    'in  in  in  in  in  in  in  in  in  in  in  in  in  in  in  x   x',
    'doGet home beginConcern raiseConcern saveDraft readDraft forgetDraft uploadFile removeUpload seeMyConcern addToConcern readCopy copyAsPdf ' +
      'seeLessonRules',
  ],
  [
    'staff',
    'in  in  -   in  in  in  in  in  in  in  in  in  in  -   -   x   x',
    'findPeople seeFiltering askFilterChange withdrawFilterChange myTeam seeOneToOnes askOneToOne endOneToOne ' +
      'openLesson recordLesson finishLesson listLessons seeLesson',
  ],
  [
    'readers of a lane',
    '-   -   -   in  in  in  in  -   -   -   in  in  -   -   -   x   x',
    'listCases openCase addNote changeState changeOwner findCases classifyCase changePeople readGrids chooseGridRow recordStep settleTask addTask ' +
      'recordDecision shareInformation addFile readFile handOver linkCases closeCase addAddendum seeChronology chronologyAsPdf seeKeeping keepOn ' +
      'holdCase releaseCase askErasure approveErasure refuseErasure settleLeftover answerQuestion makeReferralPack seeHouseRules settleHouseRule ' +
      'listFlags seeFlag disposeFlag askFlagErasure approveFlagErasure refuseFlagErasure',
  ],
  [
    'those who answer who asks',
    '-   -   -   in  -   in  -   -   -   -   -   in  -   -   -   x   x',
    'seeRequests recordRequest openRequest extendRequest answerRequest makeAccessPdf',
  ],
  [
    'those who send files on',
    '-   -   -   in  in  in  -   -   -   -   -   -   -   -   -   x   x',
    'seeTransfers startTransfer openTransfer sendTransfer chaseTransfer receiveTransfer stopTransfer makeTransferPdf',
  ],
  ['reviewers', '-   -   -   -   -   in  in  -   -   -   -   -   in  -   -   x   x', 'seeReview signReview askQuestion'],
  ['senior leaders', '-   -   -   -   -   in  -   -   -   -   -   -   in  -   -   x   x', 'decideOneToOne'],
  ['those who approve changes of the filter', '-   -   -   in  -   in  -   -   -   -   -   -   in  -   -   x   x', 'decideFilterChange'],
  ['those who see the filter’s log', '-   -   -   in  in  in  -   -   in  -   in  -   in  -   -   x   x', 'carryOutFilterChange'],
  [
    'the DSL and the head',
    '-   -   -   in  -   in  -   -   -   -   -   -   -   -   -   x   x',
    'readIncidentSettings saveIncidentSettings setMode decideJournal recordTold muteRule endMute addOwnRule removeOwnRule setThresholds setNumbers ' +
      'setHouseRules',
  ],
  ['those who set live lessons', '-   -   -   in  in  in  -   -   -   -   in  -   in  -   -   x   x', 'readLessonSettings setLessonSetting'],
  ['those who see how mail is monitored', '-   -   -   in  -   in  -   -   in  -   -   -   -   -   -   x   x', 'readMonitoring seeMailRules mendMailFilters'],
  [
    'the office, approvers and the head',
    '-   -   -   -   -   in  -   in  -   -   -   in  -   -   -   x   x',
    'seeAgreements findStandings openAgreement checkForms readAgreementText readAgreementDoc publishAgreement publishBuiltIn retireAgreement ' +
      'seeUnsettled settleAnswer recordConsent seeDifference askForRightText findPupils seePerson askAgain withdrawStanding closeStanding ' +
      'extendAccess planRound startRound confirmLeavers readAgreementSettings saveAgreementSettings',
  ],
  ['approvers', '-   -   -   -   -   -   -   in  -   -   -   in  -   -   -   x   x', 'seeWaiting countersign sendBack'],
  [
    'those who teach the class, and keepers of the register',
    '-   -   -   -   -   in  -   in  -   -   -   in  -   -   -   x   x',
    'openClass publishClassAgreement witnessSignatures undoWitness shareWithParents',
  ],
  ['those who keep policies, or own one', '-   -   -   -   -   in  -   in  -   in  -   in  -   -   -   x   x', 'seePolicies'],
  ['those who keep policies', '-   -   -   -   -   in  -   in  -   in  -   in  -   -   -   x   x', 'savePolicy reviewPolicy archivePolicy'],
  ['those who may verify the history', '-   -   -   in  in  in  in  -   in  -   in  in  -   -   in  x   x', 'verifyHistory'],
  ['those who read reports', '-   -   -   in  in  in  in  -   -   in  -   -   in  -   -   x   x', 'seeReport reportAsPdf'],
  [
    'the role account',
    '-   -   -   -   -   -   -   -   -   -   -   -   -   -   in  x   x',
    'start readSetUp saveSettings importRoll saveSources makeListsAnew makeStep',
  ],
];
const MATRIX: Record<string, string> = Object.fromEntries(DOORS.flatMap(([, columns, doors]) => doors.split(' ').map((door) => [door, columns])));

/** Built beside the pages, and none: the scorer's weights. */
const WEIGHTS = 'model';

/** Doors of the add-ons: each runs as whoever opens it, with that person's own rights. */
const SIDEBAR =
  'calendarHomepage chooseClass makeSafe openedEvent openedMessage postRules removeRules reportMessage showClass showLesson undoMakeSafe whoWasThere'.split(
    ' ',
  );
const CLASSROOM = ['attachRules', 'doGet', 'lookAtClass', 'lookAtPost'];

/** What somebody who may use the door could send: none of it names anything that is there. */
const REQUESTS: Record<string, Record<string, unknown>> = {
  seeLessonRules: { className: 'Class 3A' },
  raiseConcern: {
    ...{ ...ACCOUNT, key: 'press-0001-of-raise', story: 'Something happened.', happened: '2026-09-07T07:00:00.000Z' },
    people: [{ email: people.pupil, name: '', role: 'affected' }],
  },
  seeChronology: { person: people.pupil },
  chronologyAsPdf: { person: people.pupil },
  seeKeeping: { reference: '' },
  keepOn: { key: 'press-0001-of-keep', reference: 'C-AAAAAA', until: '07/09/2030', why: 'An inquiry goes on' },
  holdCase: { key: 'press-0001-of-hold', reference: 'C-AAAAAA', why: 'The police asked' },
  releaseCase: { key: 'press-0001-of-release', reference: 'C-AAAAAA', why: 'It is over' },
  askErasure: { key: 'press-0001-of-erase', reference: 'C-AAAAAA', why: 'Its time is over' },
  approveErasure: { key: 'press-0001-of-erased', reference: 'C-AAAAAA' },
  refuseErasure: { key: 'press-0001-of-refused', reference: 'C-AAAAAA', why: 'Still needed' },
  settleLeftover: { key: 'press-0001-of-leftover', reference: 'C-AAAAAA', id: '1' },
  recordRequest: { key: 'press-0001-of-request', person: people.pupil, askedBy: 'Her mother', received: '01/09/2026' },
  openRequest: { subject: 'subject-access-AAAAAA' },
  extendRequest: { key: 'press-0001-of-extend', subject: 'subject-access-AAAAAA', until: '01/11/2026', why: 'Very many cases' },
  answerRequest: { key: 'press-0001-of-answered', subject: 'subject-access-AAAAAA', on: '07/09/2026', how: 'By hand' },
  makeAccessPdf: { key: 'press-0001-of-access', subject: 'subject-access-AAAAAA', lifted: ['a'], added: ['b'], leftOut: ['c'], stamp: 'none' },
  startTransfer: { key: 'press-0001-of-transfer', pupil: people.pupil, school: 'Larkrise Primary', contact: 'Their DSL', known: '01/09/2026' },
  openTransfer: { subject: 'transfer-AAAAAA' },
  sendTransfer: { key: 'press-0001-of-sent', subject: 'transfer-AAAAAA', on: '07/09/2026', how: 'By hand', toWhom: 'Their DSL', prevent: '' },
  chaseTransfer: { key: 'press-0001-of-chased', subject: 'transfer-AAAAAA', note: 'By telephone' },
  receiveTransfer: { key: 'press-0001-of-receipt', subject: 'transfer-AAAAAA', on: '07/09/2026', who: 'Their DSL' },
  stopTransfer: { key: 'press-0001-of-stopped', subject: 'transfer-AAAAAA', why: 'She stays' },
  makeTransferPdf: { key: 'press-0001-of-pack', subject: 'transfer-AAAAAA', lifted: ['a'], added: ['b'], leftOut: ['c'], stamp: 'none' },
  saveDraft: {
    ...{ what: '', draft: '', was: 0, key: 'press-0001-of-draft' },
    text: {
      ...{ story: 'Something', happened: '', where: '', device: '', url: '', about: 'pupil', typeHint: '', danger: false, done: '', told: 'no' },
      ...{ nameless: false, people: [{ email: people.pupil, name: '', role: 'affected' }] },
    },
  },
  readDraft: { what: 'C-AAAAAA' },
  forgetDraft: { what: 'C-AAAAAA' },
  uploadFile: { what: '', draft: 'no-such-draft', key: 'press-0001-of-upload', name: 'notes.txt', data: 'aGVsbG8=', typeHint: '', story: '' },
  removeUpload: { what: '', draft: 'no-such-draft', file: 'no-such-file' },
  seeMyConcern: { reference: 'C-AAAAAA' },
  addToConcern: { key: 'press-0001-of-addition', reference: 'C-AAAAAA', text: 'More', draft: '', files: [] },
  findPeople: { text: 'khan' },
  openCase: { reference: 'C-AAAAAA' },
  addNote: { key: 'press-0001-of-note', reference: 'C-AAAAAA', text: 'A note' },
  changeState: { key: 'press-0001-of-state', reference: 'C-AAAAAA', from: 'new', to: 'open' },
  listCases: { text: 'khan', state: 'open', severity: 'high', owner: 'nobody', type: 'bullying', overdue: true, from: 0 },
  findCases: { text: 'khan' },
  changeOwner: { key: 'press-0001-of-owner', reference: 'C-AAAAAA', from: '', to: people.dsl },
  classifyCase: {
    ...{ key: 'press-0001-of-classify', reference: 'C-AAAAAA', types: ['no-such-type'], severity: 'low', why: 'One message' },
    was: { types: [], severity: '' },
  },
  changePeople: {
    ...{ key: 'press-0001-of-people', reference: 'C-AAAAAA', why: 'Found out', version: 1, sure: true },
    people: [{ email: people.pupil, name: '', role: 'witness', sex: 'female', outsider: false }],
  },
  chooseGridRow: { key: 'press-0001-of-grid', reference: 'C-AAAAAA', grid: 'rk-pupils', row: '3' },
  recordStep: {
    ...{ key: 'press-0001-of-step', reference: 'C-AAAAAA', protocol: 'nudes', step: 'who', answer: 'The DSL', note: '', witness: '' },
    ...{ at: '', was: '' },
  },
  settleTask: { key: 'press-0001-of-task', reference: 'C-AAAAAA', id: 'refer-police', how: 'done', note: '', at: '' },
  addTask: { key: 'press-0001-of-adding', reference: 'C-AAAAAA', what: 'Telephone home', who: 'DSL', due: '09/09/2026', required: true },
  recordDecision: {
    ...{ key: 'press-0001-of-decision', reference: 'C-AAAAAA', agency: 'police', referred: false, why: 'No crime', at: '', spokeTo: '' },
    ...{ theirReference: '', tasks: ['refer-police'] },
  },
  shareInformation: {
    ...{ key: 'press-0001-of-sharing', reference: 'C-AAAAAA', shared: true, withWhom: 'The GP', what: 'That we are worried', why: 'Health', at: '' },
  },
  addFile: { key: 'press-0001-of-file', reference: 'C-AAAAAA', name: 'notes.txt', data: 'aGVsbG8=' },
  readFile: { reference: 'C-AAAAAA', file: 'no-such-file' },
  handOver: { key: 'press-0001-of-handing', reference: 'C-AAAAAA', from: 'dsl', to: 'staff', why: 'About a teacher' },
  linkCases: { key: 'press-0001-of-link', reference: 'C-AAAAAA', to: 'C-BBBBBB' },
  closeCase: {
    ...{ key: 'press-0001-of-closing', reference: 'C-AAAAAA', outcome: 'supported', summary: 'Talked', second: { email: people.head, name: '' } },
    ...{ version: 1, parentsTold: { told: true, at: '', byWhom: 'DSL', whyNot: '' }, lessons: '', policyChange: '' },
  },
  addAddendum: { key: 'press-0001-of-addendum', reference: 'C-AAAAAA', text: 'More was found' },
  signReview: { key: 'press-0001-of-review', cases: ['C-AAAAAA'], signature: 'Ruth Adeyemi', note: '' },
  askQuestion: { key: 'press-0001-of-question', reference: 'C-AAAAAA', text: 'Why was it closed?' },
  answerQuestion: { key: 'press-0001-of-answer', reference: 'C-AAAAAA', text: 'It was a mistake.' },
  askFilterChange: { key: 'press-0001-of-filter', kind: 'unblock', address: 'maps.example', why: 'Geography', forWhom: '4A', until: '08/09/2026' },
  decideFilterChange: { key: 'press-0001-of-decision', reference: 'F-AAAAAA', approve: true, note: '', until: '08/09/2026' },
  carryOutFilterChange: { key: 'press-0001-of-carry', reference: 'F-AAAAAA', what: 'done', note: '' },
  withdrawFilterChange: { key: 'press-0001-of-withdrawn', reference: 'F-AAAAAA', note: '' },
  openLesson: { facts: null, reference: '', className: '9Z', what: '', start: '', end: '' },
  recordLesson: {
    ...{ key: 'press-0001-of-lesson', facts: null, reference: 'L-AAAAAA', className: '', what: 'Fractions', note: '' },
    ...{ start: '2026-09-07T09:00:00.000Z', end: '2026-09-07T10:00:00.000Z', ticks: ['consideration-4'] },
  },
  finishLesson: {
    ...{ key: 'press-0001-of-finish', reference: 'L-AAAAAA', was: '', asPlanned: true, note: '', concern: '' },
    attendance: [{ name: 'Amira Khan', kind: 'signed in', minutes: 40 }],
  },
  listLessons: { className: '3A', teacher: people.teacher, week: '07/09/2026', which: 'not finished', from: 0 },
  seeLesson: { reference: 'L-AAAAAA' },
  seeOneToOnes: { pupil: people.pupil },
  askOneToOne: {
    ...{ key: 'press-0001-of-one', pupil: people.pupil, why: 'Reading aloud', from: '08/09/2026', until: '30/09/2026' },
    inEarshot: 'Nadia Khan',
  },
  decideOneToOne: {
    ...{ key: 'press-0001-of-deciding', reference: 'O-AAAAAA', approve: true, note: '', from: '08/09/2026', until: '30/09/2026' },
    inEarshot: 'Nadia Khan',
  },
  endOneToOne: { key: 'press-0001-of-ending', reference: 'O-AAAAAA', note: 'Enough' },
  setLessonSetting: { key: 'press-0001-of-lessons', why: 'Our policy', version: '', setting: 'mostAWeek', most: '2' },
  listFlags: { state: 'waiting', category: 'threat', severity: 3, route: 'rule', rule: 'no-such-rule', from: 0 },
  seeFlag: { flag: 'M-AAAAAA' },
  disposeFlag: { key: 'press-0001-of-dispose', flag: 'M-AAAAAA', disposition: 'real', was: '' },
  askFlagErasure: { key: 'press-0001-of-flag-erase', flags: ['M-AAAAAA'], why: 'Its time is over' },
  approveFlagErasure: { key: 'press-0001-of-flag-erased', flags: ['M-AAAAAA'] },
  refuseFlagErasure: { key: 'press-0001-of-flag-kept', flags: ['M-AAAAAA'], why: 'Still needed' },
  setMode: { key: 'press-0001-of-mode', why: 'To begin', version: '', mode: 'sieve' },
  decideJournal: {
    ...{ key: 'press-0001-of-journal', why: 'Words find little', version: '', dpia: 'DPIA 7', decidedBy: 'Ruth Adeyemi, headteacher' },
    ...{ decidedOn: '07/09/2026', until: '01/09/2027', units: 'Pupils', told: 'Parents, by letter' },
  },
  recordTold: { key: 'press-0001-of-told', version: '', group: 'pupils', on: '07/09/2026', how: 'In class', of: 'sieve' },
  muteRule: { key: 'press-0001-of-mute', why: 'Never right', version: '', rule: 'no-such-rule', until: '01/10/2026' },
  endMute: { key: 'press-0001-of-unmute', why: 'It is mended', version: '', rule: 'no-such-rule' },
  addOwnRule: { key: 'press-0001-of-own', why: 'Pupils are mocked there', version: '', phrases: 'quillhaven spotted', category: 'bullying', severity: 2 },
  removeOwnRule: { key: 'press-0001-of-remove', why: 'It is gone', version: '', id: 'no-such' },
  setThresholds: {
    ...{ key: 'press-0001-of-thresholds', why: 'Too many', version: '' },
    thresholds: Object.fromEntries(CATEGORIES.map((category) => [category, 'later'])),
  },
  setNumbers: { key: 'press-0001-of-numbers', why: 'Fewer mails', version: '', hour: '2', day: '6', floor: '30', keepHarmlessDays: '14' },
  setHouseRules: { key: 'press-0001-of-house', why: 'Our policy', version: '', visibleRecipients: '15', permittedDomains: 'example.org' },
  saveIncidentSettings: {
    ...{ urgentMinutes: 30, pupilYears: 25, adultYears: 10, accessMonths: 1, smallCount: 5, digestDay: 1 },
    ...{ allowNameless: false, deskViewOnly: false, dutyToReport: false },
    ...{ peopleOnDesk: 'initials', reviewEvery: 'half term', transferDays: 'school days' },
  },
  countersign: { key: 'press-0001-of-approve', responseIds: ['no-such-signature'], accessEnds: '', seenInPerson: false },
  sendBack: { key: 'press-0001-of-back', responseIds: ['no-such-signature'], reason: 'The name is missing' },
  settleAnswer: { key: 'press-0001-of-settle', responseId: 'no-such-signature', children: [{ person: people.pupil, notOurs: '' }] },
  recordConsent: {
    ...{ key: 'press-0001-of-consent', child: people.pupil, since: '07/09/2026', how: 'By telephone' },
    consents: [{ permission: 'no-such-permission', value: 'no', was: '' }],
  },
  seeDifference: { key: 'press-0001-of-difference', responseId: 'no-such-signature', note: 'A slip' },
  askForRightText: { key: 'press-0001-of-right', responseIds: ['no-such-signature'], reason: 'The form had been changed' },
  findPupils: { text: 'khan' },
  seePerson: { person: 'nobody@quillhaven.example' },
  askAgain: { key: 'press-0001-of-again', standing: 'no|such', from: 'declined', why: 'They asked for it' },
  withdrawStanding: { key: 'press-0001-of-withdraw', standing: 'no|such', from: 'signed', since: '07/09/2026', why: 'By letter' },
  closeStanding: { key: 'press-0001-of-close', standing: 'no|such', from: 'asked', why: 'Has left' },
  extendAccess: { key: 'press-0001-of-extend', standing: 'no|such', from: 'approved', was: '2026-09-10', until: '17/09/2026' },
  readCopy: { signature: 'no-such-signature' },
  copyAsPdf: { signature: 'no-such-signature' },
  findStandings: { text: 'khan', agreementId: 'no-such-agreement', group: '', state: 'overdue', from: 0 },
  openAgreement: { id: 'no-such-agreement' },
  checkForms: { id: 'no-such-agreement' },
  readAgreementText: { text: 'Nothing that is an agreement' },
  readAgreementDoc: { address: 'https://docs.google.com/document/d/no-such-document-at-all/edit' },
  publishAgreement: {
    ...{ key: 'press-0001-of-publish', id: 'no-such-agreement', change: 'minor', effective: '', approvedBy: '', signAgainBy: '' },
    agreement: {
      ...{ title: 'Ours', audience: 'staff', alsoFor: ['governor'], introduction: '' },
      sections: [{ heading: 'Screens', asks: 'agree', clauses: ['I lock my screen.'] }],
      ...{ permissions: [{ id: 'web', question: 'Pictures on the website?' }], signatureFields: ['Signature'] },
    },
  },
  publishBuiltIn: { key: 'press-0001-of-built-in', audience: 'staff' },
  retireAgreement: { key: 'press-0001-of-retire', id: 'no-such-agreement' },
  planRound: { why: 'year', agreements: ['no-such-agreement'], due: '2026-09-21' },
  startRound: { key: 'press-0001-of-round', why: 'year', agreements: ['no-such-agreement'], due: '2026-09-21' },
  confirmLeavers: { key: 'press-0001-of-leavers' },
  saveAgreementSettings: {
    ...{ dueAfterDays: 14, remindAfterDays: [3, 7], lineManagerAfterDays: 17, headAfterDays: 24, mostMails: 5 },
    ...{ starterDays: 5, guestReminderDays: 3, mailsADay: 1_000, pupilsToldBy: 'class teacher' },
  },
  savePolicy: {
    ...{ key: 'press-0001-of-policy', id: '', was: 0, title: 'Online safety', version: '', approvedOn: '', approvedBy: '', owner: '' },
    ...{ everyMonths: 12, reviewOn: '', address: '', notes: '' },
  },
  reviewPolicy: {
    ...{ key: 'press-0001-of-review', id: 'no-such-policy', was: 1, approvedOn: '07/09/2026' },
    ...{ approvedBy: '', version: '', reviewOn: '' },
  },
  archivePolicy: { key: 'press-0001-of-archive', id: 'no-such-policy', was: 1, archived: true },
  settleHouseRule: { key: 'press-0001-of-house', id: 'H-AAAAAA' },
  makeReferralPack: {
    ...{ key: 'press-0001-of-pack', reference: 'C-AAAAAA', agency: 'police', withWhom: 'An officer', why: 'They asked' },
    ...{ parts: ['account'], hidden: [] },
  },
  seeReport: { version: 'governors', from: '2025-09-01', to: '2026-08-31' },
  reportAsPdf: { version: 'governors', from: '2025-09-01', to: '2026-08-31' },
  openClass: { className: '9Z' },
  publishClassAgreement: { className: '9Z', ownRules: ['We share.'], version: 0, change: '' },
  witnessSignatures: { key: 'press-0001-of-witness', className: '9Z', version: 1, pupils: [people.pupil] },
  undoWitness: { key: 'press-0001-of-undo', className: '9Z', pupil: people.pupil, reason: 'Away that day' },
  shareWithParents: { className: '9Z', version: 1 },
  verifyHistory: { from: { head: { sequence: 1, hash: 'a1' }, erased: [1], approved: [1] }, witness: `1:${'a1'.repeat(32)}` },
  saveSettings: {
    ...{ name: 'Q', address: '', dslTelephone: '', head: '', dsl: '', deputies: '', chair: '', approvers: '', technicians: '' },
    ...{ office: '', clerk: '', nation: 'scotland', closures: '', coordinator: '', dataLead: '', slt: '', witness: '' },
  },
  importRoll: { csv: 'Email\n' },
  saveSources: { sources: [{ from: 'group', name: 'no such group', kind: 'staff', className: '' }] },
  makeListsAnew: { begin: false },
  makeStep: { id: 'no-such-step' },
};
const TAKES_NOTHING = [
  'seeRequests',
  'seeTransfers',
  'home',
  'seeReview',
  'seeFiltering',
  'seeHouseRules',
  'beginConcern',
  'seeAgreements',
  'seeWaiting',
  'seeUnsettled',
  'myTeam',
  'readAgreementSettings',
  'readIncidentSettings',
  'readMonitoring',
  'readLessonSettings',
  'seeMailRules',
  'mendMailFilters',
  'seePolicies',
  'readSetUp',
  'readGrids',
];

function aSchoolWithANewcomer(): SchoolUnderTest {
  const school = aSchool();
  school.workspace.people.add({ email: VISITORS.newcomer, givenName: 'New', familyName: 'Starter' });
  return school;
}

/** Everything that a call could have changed. */
function everything({ workspace }: SchoolUnderTest): string {
  const { files, spreadsheets, forms, mailboxes, scripts } = workspace.data;
  return JSON.stringify([files, spreadsheets, forms, mailboxes, Object.values(scripts).map(({ properties, triggers }) => [properties, triggers])]);
}

function admission(school: SchoolUnderTest, door: string, visitor: string): 'in' | '-' | 'x' {
  const { deploymentId } = school.handrail;
  if (door === 'doGet') return visitWebApp(school.workspace, { deploymentId, visitor }).kind === 'html' ? 'in' : 'x';
  const answer = callServer(school.workspace, { deploymentId, visitor, fn: door, args: [REQUESTS[door] ?? {}] });
  if (!answer.result) return 'x';
  if (!answer.ok) return '-';
  const value = answer.value as Answer<unknown> | string;
  return typeof value === 'string' || value.ok || value.code !== 'not-yours' ? 'in' : '-';
}

test('a browser can call exactly the doors that office.ts lists, and the add-ons’', () => {
  const exported = [...readFileSync(join(import.meta.dirname, '../../src/office.ts'), 'utf8').matchAll(/^export const (\w+)/gm)].map((match) => match[1] ?? '');
  const doors = exported.filter((name) => name !== 'clock').sort();
  expect(clientFunctions(builtFiles('office')).sort()).toEqual(doors);
  expect(Object.keys(MATRIX).sort()).toEqual(doors);
  expect([...TAKES_NOTHING, ...Object.keys(REQUESTS), 'doGet', 'start'].sort()).toEqual(doors);
  expect(clientFunctions(builtFiles('sidebar')).sort()).toEqual(SIDEBAR);
  expect(clientFunctions(builtFiles('classroom')).sort()).toEqual(CLASSROOM);
});

test.each([
  ['office', [...Object.keys(MATRIX), 'clock', 'handrail_']],
  ['sidebar', [...SIDEBAR, 'handrail_']],
  ['classroom', [...CLASSROOM, 'handrail_']],
] as const)('the %s bundle leaves nothing else among the globals', (name, globals) => {
  const code = builtFiles(name).find((file) => file.type === 'SERVER_JS')?.source ?? '';
  const sandbox = vm.createContext({});
  vm.runInContext(code, sandbox);
  expect(Object.keys(sandbox).sort()).toEqual([...globals].sort());
});

test.each(['clock', 'clock.beat', 'beat', 'handrail_', 'handrail_.raiseConcern', 'raiseConcern.call', 'eval', 'constructor', '__proto__', 'toString'])(
  'a browser cannot call %s',
  (fn) => {
    const school = aSchool();
    const before = everything(school);
    const answer = callServer(school.workspace, { deploymentId: school.handrail.deploymentId, visitor: people.office, fn, args: [{}] });
    expect(answer).toEqual({ ok: false, message: `Script function not found: ${fn}` });
    expect(everything(school)).toBe(before);
  },
);

test.each(Object.entries(MATRIX))('%s lets in whom it should and nobody else, and changes nothing for those it refuses', (door, row) => {
  const start = aSchoolWithANewcomer();
  const cells = row.split(/\s+/);
  const refusing = start.another();
  const before = everything(refusing);
  // Those who are let in may change what the next one finds: each has a school of their own.
  const found = COLUMNS.map((visitor, place) => admission(cells[place] === 'in' ? start.another() : refusing, door, VISITORS[visitor]));
  expect(Object.fromEntries(found.map((how, place) => [COLUMNS[place], how]))).toEqual(Object.fromEntries(cells.map((cell, place) => [COLUMNS[place], cell])));
  expect(everything(refusing)).toBe(before);
});

test('somebody of another domain who reaches the script all the same is told to sign in with the school account', () => {
  const school = aSchool();
  const run = execute(school.workspace, {
    ...{ scriptId: school.handrail.officeId, kind: 'web app', active: '', effective: people.office },
    ...{ fn: 'raiseConcern', args: [REQUESTS['raiseConcern']] },
  });
  expect(run.value).toMatchObject({ ok: false, code: 'not-signed-in', message: expect.stringContaining('@quillhaven.example') });
  expect(run.value).toMatchObject({ message: expect.stringContaining('01632 960 123') });
});

test('a refusal says whom the page is for and which account is signed in', () => {
  expect(aSchool().as(people.teacher).call('listCases')).toMatchObject({
    ok: false,
    code: 'not-yours',
    message: `This page is for those who see to concerns. You are signed in as ${people.teacher}.`,
  });
});

// ---- start, and copies of the script ----

test('before start, nobody who comes to the web app can make Handrail theirs', () => {
  const { workspace } = aSchool();
  const officeId = push(workspace, 'A new Handrail', builtFiles('office'));
  authorize(workspace, officeId, people.office);
  const { versionNumber } = workspace.scripts.createVersion(people.office, officeId, '');
  const { deploymentId } = workspace.scripts.deploy(people.office, officeId, versionNumber, '');
  for (const visitor of [people.teacher, people.pupil, people.technician]) {
    const answer = callServer(workspace, { deploymentId, visitor, fn: 'start', args: [] });
    expect(answer).toMatchObject({ ok: false, message: expect.stringContaining('in the script editor') });
  }
  expect(workspace.data.scripts[officeId]?.properties.script).toEqual({});
});

test('deployed by somebody else, the script runs as them and does nothing, whichever door is tried and whoever tries it', () => {
  const school = aSchoolWithANewcomer();
  const { workspace, handrail } = school;
  workspace.drive.sharing.share(people.office, handrail.officeId, { type: 'user', role: 'writer', emailAddress: people.technician }, { notify: false });
  authorize(workspace, handrail.officeId, people.technician);
  const { versionNumber } = workspace.scripts.createVersion(people.technician, handrail.officeId, '');
  const { deploymentId } = workspace.scripts.deploy(people.technician, handrail.officeId, versionNumber, '');
  const before = everything(school);
  for (const visitor of [people.technician, people.office, people.dsl, people.networkManager, people.teacher]) {
    for (const fn of Object.keys(MATRIX).filter((door) => door !== 'doGet')) {
      const answer = callServer(workspace, { deploymentId, visitor, fn, args: [REQUESTS[fn] ?? {}] });
      const refusal = answer.ok ? (answer.value as { ok: boolean; code?: string }) : { ok: false, code: answer.message };
      expect([fn, visitor, refusal.ok]).toEqual([fn, visitor, false]);
      expect(refusal.code).toMatch(/^wrong-account$|belongs to safeguarding@|^Only the role account itself/);
    }
  }
  const beat = execute(workspace, { scriptId: handrail.officeId, kind: 'trigger', active: '', effective: people.technician, fn: 'clock.beat' });
  expect(beat).toMatchObject({ ok: false, error: { message: expect.stringContaining('belongs to safeguarding@') } });
  expect(everything(school)).toBe(before);
});

// ---- malformed and hostile input ----

const deep = JSON.parse(`${'['.repeat(400)}${']'.repeat(400)}`) as unknown;
const HOSTILE: [string, unknown][] = [
  ['null', null],
  ['nothing', undefined],
  ['a number', 7],
  ['a huge number', 1e308],
  ['yes', true],
  ['an empty list', []],
  ['a list of null', [null]],
  ['a list of an empty object', [{}]],
  ['an empty object', {}],
  ['names of the language’s own', JSON.parse('{"__proto__": {"ok": true}, "constructor": {"prototype": {}}, "toString": 1, "length": 3}')],
  ['four hundred lists inside one another', deep],
  ['three million characters', 'x'.repeat(3_000_000)],
];

/** Each kind of nonsense is tried at every so many places of a request. */
const PLACES_A_KIND = 12;

/** Every place in a request, from the whole to its innermost fields. */
function placesIn(value: unknown, place: string[] = []): string[][] {
  if (value === null || typeof value !== 'object') return [place];
  return [place, ...Object.entries(value).flatMap(([name, inner]) => placesIn(inner, [...place, name]))];
}

function withAt(value: unknown, [name, ...rest]: string[], put: unknown): unknown {
  if (name === undefined) return put;
  if (Array.isArray(value)) return value.map((item, index) => (String(index) === name ? withAt(item, rest, put) : item));
  const whole = value as Record<string, unknown>;
  return { ...whole, [name]: withAt(whole[name], rest, put) };
}

function at(value: unknown, place: string[]): unknown {
  return place.reduce<unknown>((inner, name) => (inner as Record<string, unknown>)[name], value);
}

/** Whether a value is as good as the one it takes the place of, by its kind. */
function isFair(put: unknown, instead: unknown): boolean {
  if (Array.isArray(instead)) return Array.isArray(put) && put.length === 0;
  // Which numbers make sense is for the use case to say.
  if (typeof instead === 'number') return typeof put === 'number';
  return typeof instead === 'boolean' && (typeof put === 'boolean' || put === null);
}

/** Doors of which every field may be left out. */
const ALL_OPTIONAL = new Set(['listCases', 'listFlags', 'listLessons']);
function isLikeNothing(put: unknown, place: readonly string[]): boolean {
  return put === undefined || (place.length === 0 && typeof put === 'object' && put !== null);
}

const INSIDE: Record<string, string> = {
  sendBack: people.networkManager,
  countersign: people.networkManager,
};
function whoMay(door: string): string {
  const column = COLUMNS.find((_, place) => MATRIX[door]?.split(/\s+/)[place] === 'in');
  return INSIDE[door] ?? VISITORS[column ?? 'nobody'];
}

test.each(Object.entries(REQUESTS))('%s answers whatever a page could never send with a sentence, and writes nothing', (door, request) => {
  const school = aSchool();
  const before = everything(school);
  placesIn(request).forEach((place, index) => {
    // The whole gets everything; inside, the kinds of nonsense take turns.
    const tried = place.length === 0 ? HOSTILE : HOSTILE.filter((_, kind) => kind % PLACES_A_KIND === index % PLACES_A_KIND);
    for (const [what, put] of tried) {
      if (isFair(put, at(request, place)) || (ALL_OPTIONAL.has(door) && isLikeNothing(put, place))) continue;
      // Not all within one minute: Google counts them.
      school.workspace.clock.pass(3_000);
      const answer = school.as(whoMay(door)).call(door, withAt(request, place, put));
      const where = `${place.join('.') || 'the whole'}: ${what}`;
      expect({ where, ok: answer.ok }).toEqual({ where, ok: false });
      if (answer.ok) continue;
      expect({ where, said: answer.message, code: answer.code }).toEqual({
        where,
        said: answer.message,
        code: expect.stringMatching(/^(unreadable|too-long|file-not-taken)$/),
      });
      expect(answer.message).not.toMatch(/\n|Error|undefined|function|\bat \S+:\d+|xxx/);
      expect(answer.message.length).toBeLessThan(400);
    }
  });
  expect(everything(school)).toBe(before);
});

test.each(TAKES_NOTHING)('%s takes no notice of anything that is sent', (door) => {
  const school = aSchool();
  const before = everything(school);
  const usual = school.as(whoMay(door)).call(door, {});
  expect(usual.ok).toBe(true);
  for (const [, put] of HOSTILE) {
    school.workspace.clock.pass(60_000);
    expect(timeless(school.as(whoMay(door)).call(door, put))).toBe(timeless(usual));
  }
  expect(everything(school)).toBe(before);
});

/** Without the time at which a page was counted. */
function timeless(answer: unknown): string {
  return JSON.stringify(answer).replace(/"counted":"[^"]*"/, '');
}

test('a field that a door does not know is left out, not kept', () => {
  const school = aSchool();
  school.as(people.teacher).get('raiseConcern', { ...REQUESTS['raiseConcern'], lane: 'head', extra: deep, reporter: { email: people.head } });
  const journal = JSON.stringify(school.sheet('records', 'Journal'));
  expect(journal).not.toContain('extra');
  expect(journal).not.toContain(people.head);
  expect(school.desk('dsl')).toHaveLength(1);
});

test.each(['__proto__', 'constructor', 'toString', "'; DROP TABLE", '=HYPERLINK("x")', '../../etc', '<img src=x>', '%00', 'C-AAAAAA\u0000'])(
  'a reference that is %j is a case there is not',
  (reference) => {
    expect(aSchool().as(people.dsl).call('openCase', { reference })).toMatchObject({ ok: false, code: 'no-such-case' });
  },
);

test.each(['set-up', 'home', 'nowhere', '__proto__', 'constructor', '<script>', ''])(
  'the address ?page=%s serves a page that holds nothing of the school',
  (page) => {
    const school = aSchool();
    school.as(people.teacher).get('raiseConcern', REQUESTS['raiseConcern']);
    const answer = visitWebApp(school.workspace, {
      deploymentId: school.handrail.deploymentId,
      visitor: people.pupil,
      query: `page=${encodeURIComponent(page)}`,
    });
    if (answer.kind !== 'html') throw new Error(answer.kind);
    expect(answer.html).not.toMatch(/quillhaven|Something happened/);
  },
);

test('somebody who comes when Google lets nothing more be read in this minute is asked to wait, in words', () => {
  const school = aSchool();
  const answers = Array.from({ length: 140 }, () => school.as(people.teacher).call('home'));
  const refusals = answers.flatMap((answer) => (answer.ok ? [] : [answer]));
  expect(refusals.length).toBeGreaterThan(0);
  for (const refusal of refusals) expect(refusal).toMatchObject({ code: 'busy', message: expect.stringMatching(/wait a minute and try again\. If a child/) });
  school.workspace.clock.pass(60_000);
  expect(school.as(people.teacher).call('home').ok).toBe(true);
});

test('only somebody who presses a button is told that what they typed is still there', () => {
  const nothingWorks = Array.from({ length: 60 }, (_, index): Fault => ({ at: index + 1, kind: 'fails before' }));
  const said = (fn: string, input: unknown) => {
    const { answer } = aSchool().door(people.dsl, fn, input, nothingWorks);
    return answer.ok ? '' : answer.message;
  };
  for (const fn of ['raiseConcern', 'setMode']) expect(said(fn, REQUESTS[fn])).toMatch(/what you typed is still here/i);
  for (const fn of ['home', 'listFlags', 'openCase']) expect(said(fn, REQUESTS[fn] ?? {})).toMatch(/^(?!.*typed).*again/);
});

test('every page that is built is served at its own address: no link leads back to the first page', () => {
  const school = aSchool();
  const titleOf = (page: string) => {
    const answer = visitWebApp(school.workspace, { deploymentId: school.handrail.deploymentId, visitor: people.dsl, query: `page=${page}` });
    return answer.kind === 'html' ? answer.title : answer.kind;
  };
  const pages = builtFiles('office').flatMap(({ name, type }) => (type === 'HTML' && name !== 'home' && name !== WEIGHTS ? [name] : []));
  expect(pages.length).toBeGreaterThan(20);
  expect(pages.filter((page) => titleOf(page) === titleOf('home'))).toEqual([]);
});

import { versionOf } from '../../src/agreements/agreement.ts';
import type { AgreementEvents, NamedChild } from '../../src/agreements/events.ts';
import type { Attachment } from '../../src/incidents/concern.ts';
import type { CaseEvents } from '../../src/incidents/events.ts';
import type { FilterEvents } from '../../src/incidents/filtering/filter-change.ts';
import type { LeftoverEvents } from '../../src/incidents/keeping/leftovers.ts';
import type { AccessEvents } from '../../src/incidents/keeping/requests.ts';
import type { TransferEvents } from '../../src/incidents/keeping/transfers.ts';
import type { ReviewEvents } from '../../src/incidents/review/reviews.ts';
import type { LessonEvents, LessonRecorded } from '../../src/lessons/lesson.ts';
import type { LessonSettingsEvents } from '../../src/lessons/lesson-settings.ts';
import type { OneToOneEvents } from '../../src/lessons/one-to-one.ts';
import type { FlagEvents } from '../../src/messages/flag.ts';
import type { HouseEvents } from '../../src/messages/house/breaches.ts';
import type { MonitoringEvents } from '../../src/messages/monitoring.ts';
import type { AlertEvents } from '../../src/messages/triage/alerts.ts';
import type { Json } from '../../src/records/canonical.ts';
import type { ErasureEvents } from '../../src/records/erasures.ts';
import type { NewEvent } from '../../src/records/journal.ts';
import { involved, raised } from './concerns.ts';

/** One event of every action there is, in an order in which they can happen. An action that is missing here does not compile. */
export function everyEvent(): NewEvent[] {
  return [
    ...eventsOf(CASE, () => 'C-AAAAAA'),
    ...eventsOf(AGREEMENT, (action) => (action.startsWith('agreement p') ? 'agreement staff' : 'response-1')),
    ...eventsOf(FILTER, () => 'F-AAAAAA'),
    ...eventsOf(REVIEW, () => 'R-AAAAAA'),
    ...eventsOf(ACCESS, () => 'A-AAAAAA'),
    ...eventsOf(TRANSFER, () => 'T-AAAAAA'),
    ...eventsOf(LEFTOVER, () => 'leftovers-C-AAAAAA'),
    ...eventsOf(FLAG, () => 'C-AAAAAA'),
    ...eventsOf(HOUSE, () => 'H-AAAAAA'),
    ...eventsOf(ALERTS, (action) => (action === 'alerts given' ? 'C-AAAAAA' : 'alerts')),
    ...eventsOf(MONITORING, () => 'floor'),
    ...eventsOf(LESSON, () => 'L-AAAAAA'),
    ...eventsOf(ONE_TO_ONE, () => 'O-AAAAAA'),
    ...eventsOf(LESSON_SETTINGS, () => 'mostAWeek'),
    ...eventsOf(ERASURE, () => 'C-BBBBBB'),
    { action: 'history witnessed', subject: 'history', payload: { day: '2026-09-07', sequence: 3, hash: 'a1' } },
  ];
}

function eventsOf<Samples extends object>(samples: Samples, subject: (action: string) => string): NewEvent[] {
  return Object.entries(samples).map(([action, payload]) => ({ action, subject: subject(action), payload: payload as Json }));
}

const AT = '2026-09-07T08:00:00.000Z';
const WHY = 'Because';
const FILE: Attachment = { id: 'file-1', name: 'letter.pdf', mimeType: 'application/pdf', bytes: 100, sha256: 'a1' };

const CASE: CaseEvents = {
  'concern raised': raised({ people: [involved('affected', 'amira@q.example')], files: [FILE] }),
  'concern added to': { text: 'And then', files: [FILE] },
  'case opened': {},
  'case state changed': { from: 'open', to: 'waiting', where: 'page' },
  'case owner changed': { from: '', to: 'dsl@q.example', where: 'desk' },
  'case note added': { text: 'Rang home', where: 'desk' },
  'case classified': { types: ['bullying'], severity: 'medium', proposed: 'low', why: WHY },
  'case people changed': { people: [involved('affected', 'amira@q.example'), involved('witness', 'dsl@q.example')], why: WHY },
  'case step recorded': { protocol: 'first-response', step: 'device', answer: 'off', note: '', witness: '', at: AT },
  'case grid row chosen': { grid: 'rk-pupils', row: '3', incident: 'Sending messages', actions: [] },
  'case tasks changed': {
    given: [{ id: 'tell-head', what: 'Tell the headteacher', who: 'DSL', due: AT, why: WHY, source: 'rule 10', from: 'rule', agency: '', required: true }],
    withdrawn: [{ id: 'gone', why: WHY }],
  },
  'case task settled': { id: 'tell-head', what: 'Tell the headteacher', how: 'done', note: '', at: '2026-09-08T08:00:00.000Z' },
  'case decision recorded': { agency: 'police', referred: false, why: WHY, at: AT, spokeTo: '', theirReference: '' },
  'case information shared': { shared: true, withWhom: 'Police', what: 'All', why: WHY, at: AT, pack: FILE },
  'case file added': { file: FILE },
  'case handed over': { from: 'dsl', to: 'staff', why: WHY },
  'case escalated': { to: 'deputy@q.example' },
  'case linked': { to: 'C-BBBBBB' },
  'case told': { step: 'due', upTo: AT, to: ['dsl@q.example'] },
  'case desk made anew': { lane: 'dsl' },
  'case question asked': { text: 'Why?' },
  'case question answered': { text: WHY },
  'case closed': {
    ...{ outcome: 'resolved', summary: 'Done', second: { email: 'head@q.example', name: 'Head' }, lessons: '', policyChange: '' },
    parentsTold: { told: true, at: AT, byWhom: 'DSL', whyNot: '' },
  },
  'case addendum added': { text: 'One more thing' },
  'case held': { why: WHY },
  'case released': { why: WHY },
  'case kept on': { until: '2040-09-07', why: WHY },
};

const AGREEMENT_ID = 'parent';
const CHILD: NamedChild = { name: 'Amira', className: '3A', person: 'amira@q.example', permissions: { photos: true }, trustedAtSchool: '', trustedAtHome: '' };
const NAMED = { agreementId: AGREEMENT_ID, person: 'amira@q.example', name: 'Amira', group: '3A' };
const STANDINGS = [`${AGREEMENT_ID}|amira@q.example`];
const CONSENTS = [{ child: 'amira@q.example', permission: 'photos', value: true, by: 'parent@q.example' }];
const ANSWER = {
  ...{ responseId: 'response-1', formId: 'form-1', formKind: 'family', agreementId: AGREEMENT_ID, version: 1, sha256: 'a1', email: 'parent@q.example' },
  ...{ address: 'by the code we mailed', fullName: 'A Parent', signedAt: AT, answersHash: 'a1', standings: [NAMED] },
} satisfies Partial<AgreementEvents['agreement signed']>;

const AGREEMENT: AgreementEvents = {
  'agreement published': {
    agreement: versionOf(AGREEMENT_ID, 1, {
      ...{ title: 'Parents', audience: 'parent', alsoFor: [], introduction: '', permissions: [], signatureFields: [] },
      sections: [{ heading: 'We agree', asks: 'agree', clauses: ['To be kind'] }],
    }),
    facts: { change: 'material', effective: '2026-09-01', approvedBy: '' },
    forms: [{ formId: 'form-1', kind: 'family', address: 'https://q.example', items: { name: 1 }, hash: 'a1', prefill: '', permissions: [] }],
    ...{ replaces: ['form-0'], className: '' },
  },
  'round started': { roundId: 'round-1', why: 'first', agreements: [AGREEMENT_ID], due: '2026-09-21' },
  'people asked': { agreementId: AGREEMENT_ID, version: 1, roundId: 'round-1', before: null, due: '2026-09-21', people: [NAMED] },
  'people moved': { standings: [NAMED] },
  'round finished': { roundId: 'round-1' },
  'people told': { standings: STANDINGS, step: 0 },
  'no access told': { standings: STANDINGS },
  escalated: { standings: STANDINGS, to: 'head' },
  'access end told': { standings: STANDINGS, accessEnds: '2026-12-18' },
  'agreement signed': {
    ...ANSWER,
    role: '',
    signature: 'A Parent',
    formUnchanged: true,
    isApproved: true,
    countsFrom: 1,
    children: [CHILD],
    consents: CONSENTS,
    standings: [NAMED],
  },
  'answer settled': { responseId: 'response-1', version: 1, countsFrom: 1, signedAt: AT, children: [CHILD], consents: CONSENTS, standings: [NAMED] },
  'signature approved': {
    responseId: 'response-1',
    approver: 'head@q.example',
    approverName: 'Head',
    accessEnds: null,
    seenInPerson: true,
    standings: STANDINGS,
  },
  'signature sent back': { responseId: 'response-1', reason: WHY, due: '2026-09-21', standings: STANDINGS },
  'agreement declined': { ...ANSWER, responseId: 'response-2', reason: WHY, standings: [NAMED] },
  'answer differs': { responseId: 'response-1', how: 'edited' },
  'difference seen': { responseId: 'response-1', note: '' },
  'signed in person': {
    ...{ agreementId: AGREEMENT_ID, version: 1, sha256: 'a1', isApproved: false, countsFrom: 1, witness: 'teacher@q.example', witnessName: 'A Teacher' },
    people: [NAMED],
  },
  'agreement shared': { agreementId: AGREEMENT_ID, version: 1, parents: ['parent@q.example'] },
  'consent recorded': { consents: CONSENTS, since: '2026-09-07', how: 'telephone' },
  'standings withdrawn': { standings: STANDINGS, since: '2026-09-07', how: 'letter' },
  'access extended': { standings: STANDINGS, until: '2026-12-18' },
  'standings closed': { standings: STANDINGS, why: WHY },
  'copies filed': { copies: [{ responseId: 'response-1', fileId: 'file-2' }] },
  'agreement retired': { agreementId: AGREEMENT_ID, forms: ['form-1'] },
  'policy saved': {
    ...{ policyId: 'policy-1', title: 'Online safety', version: '1', approvedOn: '2026-09-01', approvedBy: 'Governors', owner: 'dsl@q.example' },
    ...{ everyMonths: 12, nextReview: '2027-09-01', address: '', notes: '', archived: false },
  },
  'policies reminded': { policies: [{ policyId: 'policy-1', reminder: '2027-08-01' }] },
};

const FILTER: FilterEvents = {
  'filter change asked': { kind: 'unblock', address: 'example.org', why: WHY, forWhom: '5B', until: '2026-09-11' },
  'filter change approved': { until: '2026-09-10', note: '' },
  'filter change refused': { note: '' },
  'filter change withdrawn': { note: '' },
  'filter change done': { note: '' },
  'filter change ended': {},
  'filter block restored': { note: '' },
  'filter change told': { day: '2026-09-11' },
};

const REVIEW: ReviewEvents = {
  'review told': { due: '2026-10-23', day: '2026-10-20' },
  'review signed': { cases: ['C-AAAAAA'], signature: 'Head', note: '' },
};

const ACCESS: AccessEvents = {
  'subject access asked': { person: 'amira@q.example', name: 'Amira', askedBy: 'A Parent', received: '2026-09-07', due: '2026-10-07' },
  'subject access extended': { until: '2026-11-07', why: WHY },
  'subject access part made': { cases: ['C-AAAAAA'], lifted: 0, added: 1, leftOut: 0 },
  'subject access answered': { on: '2026-10-01', how: 'post' },
};

const TRANSFER: TransferEvents = {
  'transfer started': { pupil: 'amira@q.example', name: 'Amira', school: 'Another', contact: '', known: '2026-09-07', due: '2026-09-14' },
  'transfer pack made': { cases: ['C-AAAAAA'], lifted: 0, added: 0, leftOut: 0 },
  'transfer sent': { on: '2026-09-08', how: 'by hand', toWhom: 'Their DSL', prevent: '' },
  'transfer chased': { note: '' },
  'transfer received': { on: '2026-09-09', who: 'Their DSL' },
  'transfer stopped': { why: WHY },
};

const LEFTOVER: LeftoverEvents = {
  'leftovers named': { files: ['file-1'], lanes: ['dsl'], items: [{ id: 'mail-1', what: 'A mail' }], readers: ['dsl@q.example'] },
  'leftover settled': { id: 'mail-1' },
  'leftovers removed': {},
  'leftovers of mail removed': { forGood: false },
};

const ERASURE: ErasureEvents = {
  'erasure asked': { events: [1, 2], why: WHY },
  'erasure refused': { why: WHY },
  'erasure approved': { events: [1, 2] },
  'erasure done': { events: [1, 2] },
};

const FLAG: FlagEvents = {
  'message flagged': {
    flag: 'M-AAAAAA',
    reference: 'C-AAAAAA',
    route: 'rule',
    category: 'threat',
    severity: 3,
    reasons: [{ rule: 'meet-me', what: 'Somebody is asked to meet.', version: 1, category: 'threat', severity: 3, words: 'after school', against: '' }],
    scorer: '1',
    evidence: {
      ...{ messageId: '<1@q.example>', gmailId: 'g1', threadId: 't1', from: 'amira@q.example', to: ['ben@q.example'], cc: [], date: AT, received: AT },
      ...{ subject: 'You', text: '', textHash: 'a1', attachments: [{ name: 'one.png', mimeType: 'image/png', bytes: 5 }] },
    },
    fingerprint: 'b1',
    lane: 'dsl',
    named: ['amira@q.example', 'ben@q.example'],
  },
  'message seen again': { flag: 'M-AAAAAA', gmailIds: ['g2'], to: ['cara@q.example'], named: ['cara@q.example'] },
  'message disposed': { flag: 'M-AAAAAA', disposition: 'real' },
};

const ALERTS: AlertEvents = { 'alerts given': { to: ['dsl@q.example'], held: ['deputy@q.example'] }, 'alerts gathered': { to: ['deputy@q.example'] } };

const MONITORING: MonitoringEvents = { 'monitoring set': { value: 30, why: WHY } };

const HOUSE: HouseEvents = {
  'house rule noticed': { rule: 'chain-letter', what: 'pass it on', from: 'amira@q.example', to: ['ben@q.example'], others: 2, sent: AT },
  'house rule seen': {},
};

const LESSON_RECORDED: LessonRecorded = {
  ...{ teacher: 'kim@q.example', what: 'Maths', start: AT, end: '2026-09-07T08:45:00.000Z', className: '3A', adults: ['sam@q.example'] },
  ...{ pupils: ['amira@q.example'], seriesId: 's1', eventId: 's1_1', code: 'abc-defg-hij', factsAt: AT, listVersion: 1 },
  ...{ checks: [{ check: 'second-adult', state: 'fine', by: 'sidebar' }], ticks: ['consideration-4'], verdict: 'not yet', note: '' },
};

const LESSON: LessonEvents = {
  'lesson recorded': LESSON_RECORDED,
  'lesson changed': { ...LESSON_RECORDED, verdict: 'ready' },
  'lesson reminded': { why: 'how did it go' },
  'lesson finished': { asPlanned: false, note: 'Somebody we do not know came in', concern: 'C-AAAAAA', attendance: [] },
};

const ONE_TO_ONE: OneToOneEvents = {
  'one-to-one asked': { adult: 'kim@q.example', pupil: 'amira@q.example', why: WHY, from: '2026-09-07', until: '2026-10-01', inEarshot: 'Nadia Khan' },
  'one-to-one approved': { from: '2026-09-07', until: '2026-09-30', inEarshot: 'Nadia Khan', note: '' },
  'one-to-one refused': { note: WHY },
  'one-to-one ended': { note: WHY },
};

const LESSON_SETTINGS: LessonSettingsEvents = { 'lesson setting set': { value: 2, why: WHY } };

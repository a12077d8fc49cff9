import {
  array,
  boolean,
  integer,
  literal,
  maxLength,
  maxValue,
  minValue,
  nullable,
  number,
  object,
  optional,
  picklist,
  pipe,
  regex,
  string,
  transform,
  union,
  unknown,
} from 'valibot';
import { AUDIENCES } from './agreements/audience.ts';
import { LONGEST_RULE, MOST_OWN_RULES } from './agreements/classes/class-agreement.ts';
import { REVIEW_MONTHS } from './agreements/policies/policy-dates.ts';
import { FILTERS } from './agreements/register/find-standings.ts';
import { STATES } from './agreements/standing.ts';
import { ABOUT, STATES as CASE_STATES, LANE_IDS, OPEN_STATES, ROLES, SEVERITIES, SEXES } from './incidents/concern.ts';
import { LARGEST_FILE, MOST_FILES } from './incidents/file-kinds.ts';
import { KINDS as FILTER_KINDS } from './incidents/filtering/filter-change.ts';
import { PACK_PART_IDS } from './incidents/sharing/pack-parts.ts';
import { AGENCY_IDS } from './incidents/tasks/agencies.ts';
import { OUTCOME_IDS } from './incidents/working/outcomes.ts';
import { VERSION_IDS } from './reports/versions.ts';
import { NATIONS } from './school/bank-holidays.ts';
import { KINDS } from './school/roll.ts';
import { day, key, line, many, text } from './school/shape-parts.ts';
import { SOURCE_KINDS } from './school/sources.ts';

/** What each door takes, with the longest that is kept; lengths in characters. Each is made when its door is used: a visit needs one. */

const reference = text(40);
const address = text(320);

/** For doors that need nothing: whatever comes is left alone. */
export const nothing = () =>
  pipe(
    unknown(),
    transform((): Record<string, never> => ({})),
  );

const people = pipe(array(object({ email: address, name: text(200), role: union([picklist(ROLES), literal('')]) })), maxLength(50));
/** A file in Drive, by its id. */
const fileId = text(100);
/** Not every page that sends has kept a draft. */
const fromDraft = { draft: optional(fileId, ''), files: optional(many(MOST_FILES, 100), []) };
const told = { story: text(100_000), happened: text(40), where: text(2_000), device: text(500), url: text(2_000), typeHint: text(60), danger: boolean() };
export const concern = () =>
  object({
    ...{
      key,
      ...told,
      ...fromDraft,
      about: picklist(ABOUT),
      done: text(10_000),
      toldDslInPerson: nullable(boolean()),
      people,
      nameless: optional(boolean(), false),
    },
  });
/** A new concern is '', an addition the reference of the concern. */
const what = union([pipe(string(), regex(/^C-[2-9A-Z]{6}$/)), literal('')]);
const revision = pipe(number(), integer(), minValue(0));
export const draft = () =>
  object({
    ...{ what, draft: fileId, was: revision, key },
    text: object({ ...told, about: union([picklist(ABOUT), literal('')]), done: text(10_000), told: picklist(['yes', 'no', '']), nameless: boolean(), people }),
  });
export const writing = () => object({ what });
export const upload = () =>
  object({
    what,
    draft: fileId,
    key,
    name: text(300),
    data: text(Math.ceil(LARGEST_FILE / 3) * 4),
    typeHint: text(60),
    story: text(100_000),
  });
export const uploadRemoved = () => object({ what, draft: fileId, file: fileId });
export const addition = () => object({ key, reference, text: text(100_000), draft: fileId, files: many(MOST_FILES, 100) });
export const search = () => object({ text: text(200) });

export const oneCase = () => object({ reference });
export const note = () => object({ key, reference, text: text(20_000) });
export const state = () => object({ key, reference, from: picklist(OPEN_STATES), to: picklist(OPEN_STATES) });
export const owner = () => object({ key, reference, from: address, to: address });
const press = { key, reference };
const words = text(20_000);
/** ISO 8601; '' for now. */
const at = text(40);
const severity = picklist(SEVERITIES);
const severityOrNone = picklist(['', ...SEVERITIES]);
const typeIds = pipe(array(text(60)), maxLength(20));
export const caseFilter = () =>
  object({
    text: optional(text(200)),
    state: optional(picklist(['', ...CASE_STATES, 'handed over'])),
    severity: optional(picklist(['', 'not set', ...SEVERITIES])),
    owner: optional(address),
    type: optional(text(60)),
    overdue: optional(boolean()),
    from: optional(pipe(number(), integer(), minValue(0), maxValue(1_000_000))),
  });
export const classified = () => object({ ...press, types: typeIds, severity, why: words, was: object({ types: typeIds, severity: severityOrNone }) });
const personNow = object({ email: address, name: text(200), role: picklist(['', ...ROLES]), sex: optional(picklist(SEXES)), outsider: boolean() });
const seen = pipe(number(), integer(), minValue(0));
export const peopleChanged = () => object({ ...press, people: pipe(array(personNow), maxLength(50)), why: words, version: seen, sure: boolean() });
export const stepAnswered = () => object({ ...press, protocol: text(60), step: text(60), answer: words, note: words, witness: line, at, was: words });
export const gridRow = () => object({ ...press, grid: text(60), row: text(10) });
export const taskSettled = () => object({ ...press, id: text(200), how: picklist(['done', 'not needed']), note: words, at });
export const taskAdded = () => object({ ...press, what: text(2_000), who: line, due: at, required: boolean() });
export const decision = () =>
  object({
    ...{ ...press, agency: picklist(AGENCY_IDS), referred: boolean(), why: words, at, spokeTo: line, theirReference: line },
    tasks: many(40, 200),
  });
export const shared = () => object({ ...press, shared: boolean(), withWhom: text(1_000), what: words, why: words, at });
export const referralPack = () =>
  object({
    ...{ ...press, agency: picklist(AGENCY_IDS), withWhom: text(1_000), why: words },
    ...{ parts: pipe(array(picklist(PACK_PART_IDS)), maxLength(PACK_PART_IDS.length)), hidden: many(50, 320) },
  });
export const caseFile = () => object({ ...press, name: text(300), data: text(Math.ceil(LARGEST_FILE / 3) * 4) });
export const oneFile = () => object({ reference, file: fileId });
export const handedOver = () => object({ ...press, from: picklist(LANE_IDS), to: picklist(LANE_IDS), why: words });
export const caseLinked = () => object({ ...press, to: reference });
export const closing = () =>
  object({
    ...{ ...press, outcome: picklist(OUTCOME_IDS), summary: words, second: object({ email: address, name: text(200) }), version: seen },
    ...{ parentsTold: object({ told: boolean(), at, byWhom: line, whyNot: words }), lessons: words, policyChange: words },
  });

export const reviewSigned = () => object({ key, cases: many(2_000, 40), signature: line, note: text(5_000) });
export const filterChange = () => object({ key, kind: picklist(FILTER_KINDS), address: text(2_000), why: text(5_000), forWhom: line, until: text(40) });
const filterPress = { key, reference, note: text(2_000) };
export const filterDecision = () => object({ ...filterPress, approve: boolean(), until: text(40) });
export const filterDone = () => object({ ...filterPress, what: picklist(['done', 'restored']) });
export const filterWithdrawn = () => object(filterPress);

export const incidentSettings = () =>
  object({
    ...{ urgentMinutes: number(), pupilYears: number(), adultYears: number(), accessMonths: number(), smallCount: number(), digestDay: number() },
    ...{ allowNameless: boolean(), deskViewOnly: boolean(), dutyToReport: boolean() },
    peopleOnDesk: picklist(['none', 'initials', 'names']),
    reviewEvery: picklist(['half term', 'term']),
    transferDays: picklist(['school days', 'working days']),
  });

export const approval = () => object({ key, responseIds: many(200, 200), accessEnds: day, seenInPerson: boolean() });
export const sendBack = () => object({ key, responseIds: many(200, 200), reason: text(2_000) });
export const answerSettled = () =>
  object({
    key,
    responseId: text(200),
    children: pipe(array(object({ person: address, notOurs: line })), maxLength(20)),
  });
export const differenceSeen = () => object({ key, responseId: text(200), note: text(1_000) });
const consentChosen = object({ permission: text(60), value: union([picklist(['yes', 'no']), literal('')]), was: text(800) });
export const consents = () => object({ key, child: address, consents: pipe(array(consentChosen), maxLength(60)), since: day, how: text(1_000) });
export const onePerson = () => object({ person: address });
const standing = { key, standing: text(700), from: picklist(STATES) };
export const standingChange = () => object({ ...standing, why: text(1_000) });
export const withdrawal = () => object({ ...standing, since: day, why: text(1_000) });
export const accessEnd = () => object({ ...standing, was: day, until: day });
export const standingSearch = () =>
  object({
    text: text(200),
    agreementId: text(100),
    group: line,
    state: union([picklist(FILTERS), literal('')]),
    from: pipe(number(), integer(), minValue(0), maxValue(1_000_000)),
  });
export const oneCopy = () => object({ signature: text(200) });
export const agreementText = () => object({ text: text(1_000_000) });
export const agreementDoc = () => object({ address: text(2_000) });
const agreementId = text(60);
export const oneAgreement = () => object({ id: agreementId });
export const agreementRetired = () => object({ key, id: agreementId });
export const builtInWanted = () => object({ key, audience: picklist(AUDIENCES) });
export const agreementWanted = () =>
  object({
    ...{ key, id: agreementId, change: picklist(['minor', 'material']), effective: day, approvedBy: line, signAgainBy: day },
    agreement: object({
      ...{ title: line, audience: picklist(AUDIENCES), alsoFor: pipe(array(picklist(AUDIENCES)), maxLength(AUDIENCES.length)), introduction: text(10_000) },
      sections: pipe(array(object({ heading: line, asks: picklist(['agree', 'acknowledge']), clauses: many(200, 6_000) })), maxLength(60)),
      permissions: pipe(array(object({ id: text(60), question: text(1_000) })), maxLength(30)),
      signatureFields: many(40, 300),
    }),
  });

const roundOf = { agreements: many(200, 60), due: text(20) };
export const roundPlan = () => object({ why: picklist(['first', 'year', 'new version']), ...roundOf });
export const round = () => object({ key, why: picklist(['first', 'year']), ...roundOf });
export const onlyKey = () => object({ key });
export const agreementSettings = () =>
  object({
    dueAfterDays: number(),
    remindAfterDays: pipe(array(number()), maxLength(20)),
    lineManagerAfterDays: number(),
    headAfterDays: number(),
    mostMails: number(),
    starterDays: number(),
    guestReminderDays: number(),
    mailsADay: number(),
    pupilsToldBy: picklist(['class teacher', 'mail']),
  });

const policy = { key, id: text(60), was: pipe(number(), integer(), minValue(0)) };
const policyApproval = { version: text(100), approvedOn: day, approvedBy: line, reviewOn: day };
export const policyTyped = () =>
  object({
    ...{ ...policy, ...policyApproval, title: line, owner: address, everyMonths: picklist([0, ...REVIEW_MONTHS]) },
    ...{ address: text(2_000), notes: text(5_000) },
  });
export const policyReviewed = () => object({ ...policy, ...policyApproval });
export const policyArchived = () => object({ ...policy, archived: boolean() });

const className = text(100);
const version = pipe(number(), integer());
export const oneClass = () => object({ className });
export const classRules = () =>
  object({
    ...{ className, ownRules: many(MOST_OWN_RULES, LONGEST_RULE), version },
    change: union([picklist(['minor', 'material']), literal('')]),
  });
export const classVersion = () => object({ className, version });
export const witnessed = () => object({ key, className, version, pupils: many(200, 320) });
export const witnessUndone = () => object({ key, className, pupil: address, reason: line });

const numbers = pipe(array(pipe(number(), integer(), minValue(1))), maxLength(100_000));
export const historyWalked = () =>
  object({
    from: nullable(object({ head: object({ sequence: pipe(number(), integer(), minValue(0)), hash: text(64) }), erased: numbers, approved: numbers })),
    witness: text(20_000),
  });

export const report = () => object({ version: union([picklist(VERSION_IDS), literal('')]), from: text(40), to: text(40) });

export const listsAnew = () => object({ begin: boolean() });

export const settings = () =>
  object({
    name: line,
    address: text(500),
    dslTelephone: line,
    head: address,
    dsl: address,
    deputies: text(3_000),
    chair: address,
    approvers: text(3_000),
    technicians: text(3_000),
    office: text(3_000),
    clerk: address,
    coordinator: address,
    dataLead: address,
    slt: text(3_000),
    witness: address,
    nation: picklist(NATIONS),
    closures: text(6_000),
  });
const source = object({ from: picklist(SOURCE_KINDS), name: text(200), kind: picklist(KINDS), className: text(60) });
export const peopleSources = () => object({ sources: pipe(array(source), maxLength(200)) });
export const rollFile = () => object({ csv: text(2_000_000) });
export const step = () => object({ id: text(60) });

/** Keeping, access and transfer (B14, B21). */
const reason = text(2_000);
const subject = text(60);
export const aPerson = () => object({ person: address });
export const caseOrNone = () => object({ reference });
export const keptOn = () => object({ key, reference, until: day, why: reason });
export const keptOrNot = () => object({ key, reference, why: reason });
export const decidedErasure = () => object({ key, reference });
export const houseRuleSeen = () => object({ key, id: text(40) });
export const leftoverSettled = () => object({ key, reference, id: text(20) });
export const accessAsked = () => object({ key, person: address, askedBy: line, received: day });
export const oneSubject = () => object({ subject });
export const accessExtended = () => object({ key, subject, until: day, why: reason });
export const accessAnswered = () => object({ key, subject, on: day, how: reason });
export const checkedByHand = () =>
  object({
    ...{ key, subject, lifted: many(5_000, 100), added: many(200, 200), leftOut: many(5_000, 60), stamp: text(64) },
  });
export const transferStarted = () => object({ key, pupil: address, school: line, contact: text(1_000), known: day });
export const transferSent = () => object({ key, subject, on: day, how: reason, toWhom: line, prevent: reason });
export const transferChased = () => object({ key, subject, note: reason });
export const transferReceived = () => object({ key, subject, on: day, who: line });
export const transferStopped = () => object({ key, subject, why: reason });

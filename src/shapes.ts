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
import { ABOUT, OPEN_STATES, ROLES } from './incidents/concern.ts';
import { IDEMPOTENCY_KEY } from './records/records.ts';
import { NATIONS } from './school/bank-holidays.ts';
import { KINDS } from './school/roll.ts';
import { SOURCE_KINDS } from './school/sources.ts';

/** What each door takes, with the longest that is kept; lengths in characters. */

const text = (most: number) => pipe(string(), maxLength(most));
const many = (most: number, each: number) => pipe(array(text(each)), maxLength(most));
const key = pipe(string(), regex(IDEMPOTENCY_KEY));
const reference = text(40);
const address = text(320);
const line = text(300);

/** For doors that need nothing: whatever comes is left alone. */
export const nothing = pipe(
  unknown(),
  transform((): Record<string, never> => ({})),
);

export const concern = object({
  key,
  story: text(100_000),
  happened: text(40),
  where: text(2_000),
  device: text(500),
  url: text(2_000),
  about: picklist(ABOUT),
  typeHint: text(60),
  danger: boolean(),
  done: text(10_000),
  toldDslInPerson: nullable(boolean()),
  people: pipe(array(object({ email: address, name: text(200), role: union([picklist(ROLES), literal('')]) })), maxLength(50)),
});
export const search = object({ text: text(200) });

export const oneCase = object({ reference });
export const note = object({ key, reference, text: text(20_000) });
export const state = object({ key, reference, from: picklist(OPEN_STATES), to: picklist(OPEN_STATES) });
export const owner = object({ key, reference, to: address });

/** A day as it was typed. */
const day = text(40);
export const approval = object({ key, responseIds: many(200, 200), accessEnds: day, seenInPerson: boolean() });
export const sendBack = object({ key, responseIds: many(200, 200), reason: text(2_000) });
export const answerSettled = object({
  key,
  responseId: text(200),
  children: pipe(array(object({ person: address, notOurs: line })), maxLength(20)),
});
export const differenceSeen = object({ key, responseId: text(200), note: text(1_000) });
const consentChosen = object({ permission: text(60), value: union([picklist(['yes', 'no']), literal('')]), was: text(800) });
export const consents = object({ key, child: address, consents: pipe(array(consentChosen), maxLength(60)), since: day, how: text(1_000) });
export const onePerson = object({ person: address });
const standing = { key, standing: text(700), from: picklist(STATES) };
export const standingChange = object({ ...standing, why: text(1_000) });
export const withdrawal = object({ ...standing, since: day, why: text(1_000) });
export const accessEnd = object({ ...standing, was: day, until: day });
export const standingSearch = object({
  text: text(200),
  agreementId: text(100),
  group: line,
  state: union([picklist(FILTERS), literal('')]),
  from: pipe(number(), integer(), minValue(0), maxValue(1_000_000)),
});
export const oneCopy = object({ signature: text(200) });
export const agreementText = object({ text: text(1_000_000) });
export const agreementDoc = object({ address: text(2_000) });
const agreementId = text(60);
export const oneAgreement = object({ id: agreementId });
export const agreementRetired = object({ key, id: agreementId });
export const builtInWanted = object({ key, audience: picklist(AUDIENCES) });
export const agreementWanted = object({
  ...{ key, id: agreementId, change: picklist(['minor', 'material']), effective: day, approvedBy: line, signAgainBy: day },
  agreement: object({
    ...{ title: line, audience: picklist(AUDIENCES), alsoFor: pipe(array(picklist(AUDIENCES)), maxLength(AUDIENCES.length)), introduction: text(10_000) },
    sections: pipe(array(object({ heading: line, asks: picklist(['agree', 'acknowledge']), clauses: many(200, 6_000) })), maxLength(60)),
    permissions: pipe(array(object({ id: text(60), question: text(1_000) })), maxLength(30)),
    signatureFields: many(40, 300),
  }),
});

const roundOf = { agreements: many(200, 60), due: text(20) };
export const roundPlan = object({ why: picklist(['first', 'year', 'new version']), ...roundOf });
export const round = object({ key, why: picklist(['first', 'year']), ...roundOf });
export const onlyKey = object({ key });
export const agreementSettings = object({
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
export const policyTyped = object({
  ...{ ...policy, ...policyApproval, title: line, owner: address, everyMonths: picklist([0, ...REVIEW_MONTHS]) },
  ...{ address: text(2_000), notes: text(5_000) },
});
export const policyReviewed = object({ ...policy, ...policyApproval });
export const policyArchived = object({ ...policy, archived: boolean() });

const className = text(100);
const version = pipe(number(), integer());
export const oneClass = object({ className });
export const classRules = object({
  ...{ className, ownRules: many(MOST_OWN_RULES, LONGEST_RULE), version },
  change: union([picklist(['minor', 'material']), literal('')]),
});
export const classVersion = object({ className, version });
export const witnessed = object({ key, className, version, pupils: many(200, 320) });
export const witnessUndone = object({ key, className, pupil: address, reason: line });

const numbers = pipe(array(pipe(number(), integer(), minValue(1))), maxLength(100_000));
export const historyWalked = object({
  from: nullable(object({ head: object({ sequence: pipe(number(), integer(), minValue(0)), hash: text(64) }), erased: numbers, approved: numbers })),
  witness: text(20_000),
});

export const settings = object({
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
export const peopleSources = object({ sources: pipe(array(source), maxLength(200)) });
export const rollFile = object({ csv: text(2_000_000) });
export const step = object({ id: text(60) });

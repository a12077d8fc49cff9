import { hashOf } from '../../records/hash.ts';
import type { NewEvent } from '../../records/journal.ts';
import type { RecordsView } from '../../records/records.ts';
import { type IsoDate, isoDayFrom, ukDate, ukDay } from '../../school/calendar.ts';
import { Refusal } from '../../school/refusal.ts';
import { belongsToStaff, hasLeft } from '../../school/roll.ts';
import type { IdempotencyKey, Visit } from '../../school/visit.ts';
import type { AgreementEvents } from '../events.ts';
import { type PolicyRow, policyTable } from './policies.ts';
import { addMonths, REVIEW_MONTHS } from './policy-dates.ts';

type Saved = AgreementEvents['policy saved'];

/** A policy as it was typed. */
export interface SavePolicy {
  key: IdempotencyKey;
  /** '' for one that is new. */
  id: string;
  /** The revision that was on the page; 0 for one that is new. */
  was: number;
  title: string;
  version: string;
  /** As it was typed; '' as long as it was not approved. */
  approvedOn: string;
  approvedBy: string;
  /** School account; '' for nobody. */
  owner: string;
  /** Months from one approval to the next review; 0: on `reviewOn`. */
  everyMonths: number;
  reviewOn: string;
  address: string;
  notes: string;
}

/** The governors have approved a policy again. */
export interface ReviewPolicy {
  key: IdempotencyKey;
  id: string;
  was: number;
  /** Days as they were typed; `reviewOn` only where the next review is on a day of its own. */
  approvedOn: string;
  approvedBy: string;
  version: string;
  reviewOn: string;
}

/** A policy goes out of use, or comes back into it. */
export interface ArchivePolicy {
  key: IdempotencyKey;
  id: string;
  was: number;
  archived: boolean;
}

/**
 * Puts a policy on the list or changes it (A14).
 * @returns its id
 * @throws Refusal naming the field, or that somebody else has changed it meanwhile
 */
export function savePolicy(request: SavePolicy, visit: Visit): { id: string } {
  const { key, id: asked, was } = request;
  const id = asked || `policy-${hashOf(key).slice(0, 12)}`;
  return visit.records.decide({ key, actor: visit.me.email, reads: [policyTable] }, (view) => {
    const standing = view.find(policyTable, id);
    if (asked !== '') checkUnchanged(standing, was);
    const policy = { ...checked(id, request, visit), archived: standing?.archived ?? false };
    if (!policy.archived) checkTitle(policy.title, id, view);
    return { events: [saved(policy)], answer: { id } };
  });
}

/**
 * Records that a policy was reviewed and approved again: its next review follows from that (A14).
 * @throws Refusal as `savePolicy`
 */
export function reviewPolicy(request: ReviewPolicy, visit: Visit): { id: string; nextReview: string } {
  const { key, id, was } = request;
  return visit.records.decide({ key, actor: visit.me.email, reads: [policyTable] }, (view) => {
    const standing = checkUnchanged(view.find(policyTable, id), was);
    const approvedOn = approvalDay(request.approvedOn, visit);
    if (approvedOn === null) throw new Refusal('no-such-day', 'Enter the day on which it was approved', 'approvedOn');
    if (standing.approvedOn !== null && approvedOn < standing.approvedOn)
      throw new Refusal('approved-before', `It was approved on ${ukDate(standing.approvedOn)} already. Enter the day of the new approval.`, 'approvedOn');
    const nextReview = nextReviewOf(standing.everyMonths, approvedOn, request.reviewOn);
    const { approvedBy, version } = request;
    const policy = { ...asSaved(standing), approvedOn, nextReview, approvedBy: approvedBy.trim(), version: version.trim() };
    return { events: [saved(policy)], answer: { id, nextReview: nextReview === null ? '' : ukDate(nextReview) } };
  });
}

/**
 * Takes a policy out of use, so that nobody is reminded of it, or back into use.
 * @throws Refusal as `savePolicy`
 */
export function archivePolicy({ key, id, was, archived }: ArchivePolicy, { me, records }: Visit): { id: string } {
  return records.decide({ key, actor: me.email, reads: [policyTable] }, (view) => {
    const standing = checkUnchanged(view.find(policyTable, id), was);
    if (!archived) checkTitle(standing.title, id, view);
    return { events: [saved({ ...asSaved(standing), archived })], answer: { id } };
  });
}

function saved(payload: Saved): NewEvent {
  return { action: 'policy saved', subject: payload.policyId, payload };
}

function asSaved({ id, title, version, approvedOn, approvedBy, owner, everyMonths, nextReview, address, notes, archived }: PolicyRow): Saved {
  return { policyId: id, title, version, approvedOn, approvedBy, owner, everyMonths, nextReview, address, notes, archived };
}

function checkUnchanged(standing: PolicyRow | undefined, was: number): PolicyRow {
  if (!standing || standing.revision !== was)
    throw new Refusal('changed-meanwhile', 'Somebody else has changed this policy meanwhile. Reload the page to see how.');
  return standing;
}

/** Two of the same name could not be told apart in a reminder. */
function checkTitle(title: string, id: string, view: RecordsView): void {
  const namesake = view.rows(policyTable).find((each) => each.id !== id && !each.archived && each.title.toLowerCase() === title.toLowerCase());
  if (namesake) throw new Refusal('title-taken', `“${namesake.title}” is on the list already. Change that one.`, 'title');
}

function checked(policyId: string, typed: SavePolicy, visit: Visit): Omit<Saved, 'archived'> {
  const title = typed.title.trim().replace(/\s+/g, ' ');
  if (title === '') throw new Refusal('title-missing', 'Enter the name of the policy', 'title');
  const approvedOn = approvalDay(typed.approvedOn, visit);
  return {
    ...{ policyId, title, version: typed.version.trim(), approvedOn, approvedBy: typed.approvedBy.trim(), owner: ownerFrom(typed.owner, visit) },
    ...{ everyMonths: typed.everyMonths, nextReview: nextReviewOf(typed.everyMonths, approvedOn, typed.reviewOn), address: addressFrom(typed.address) },
    notes: typed.notes.trim(),
  };
}

function approvalDay(typed: string, { now }: Pick<Visit, 'now'>): IsoDate | null {
  if (typed.trim() === '') return null;
  const day = isoDayFrom(typed);
  if (day === null) throw new Refusal('no-such-day', 'Enter the day on which it was approved like 21/09/2026', 'approvedOn');
  if (day > ukDay(now)) throw new Refusal('approved-ahead', 'The day on which it was approved cannot be in the future', 'approvedOn');
  return day;
}

/** @returns null as long as a policy that is reviewed so long after its approval was never approved */
function nextReviewOf(everyMonths: number, approvedOn: IsoDate | null, reviewOn: string): IsoDate | null {
  if (everyMonths !== 0) {
    if (!REVIEW_MONTHS.some((months) => months === everyMonths)) throw new RangeError(`${everyMonths} months are no time between reviews`);
    return approvedOn === null ? null : addMonths(approvedOn, everyMonths);
  }
  const day = isoDayFrom(reviewOn);
  if (day === null) throw new Refusal('no-such-day', 'Enter the day of the next review like 21/09/2027', 'reviewOn');
  if (approvedOn !== null && day <= approvedOn)
    throw new Refusal('review-before', 'The next review must be after the day on which it was approved', 'reviewOn');
  return day;
}

/** Whoever owns a policy gets mails with a link, so it must be somebody who can open it. */
function ownerFrom(typed: string, { roll, school, now }: Visit): string {
  const email = typed.trim().toLowerCase();
  if (email === '') return '';
  const entry = roll.find((each) => each.email === email);
  if (!entry || !belongsToStaff(entry.kind) || hasLeft(entry, ukDay(now)) || !email.endsWith(`@${school.domain}`))
    throw new Refusal('no-such-owner', 'Choose somebody of the staff or a governor with a school account', 'owner');
  return email;
}

/** The page makes a link of it. */
function addressFrom(typed: string): string {
  const address = typed.trim();
  if (address !== '' && !/^https?:\/\/[^\s"'<>]+$/i.test(address))
    throw new Refusal('no-address', 'Enter the whole address of the page or file: it starts with https://', 'address');
  return address;
}

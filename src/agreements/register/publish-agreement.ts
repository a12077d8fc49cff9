import { isoDayFrom, ukDay } from '../../school/calendar.ts';
import { Refusal } from '../../school/refusal.ts';
import type { Memory } from '../../school/settings.script.ts';
import type { IdempotencyKey, Visit } from '../../school/visit.ts';
import { type AgreementText, type VersionFacts, versionOf } from '../agreement.ts';
import type { Audience } from '../audience.ts';
import { BUILT_IN } from '../built-in/index.ts';
import { publishAgreement } from '../forms/publish.form.ts';
import { type AgreementRow, agreementTable } from '../published.ts';

export interface PutIntoUse {
  key: IdempotencyKey;
  /** The agreement that gets a new version; '' for one that is new. */
  id: string;
  agreement: AgreementText;
  change: VersionFacts['change'];
  /** Days as they were typed; '' for today, and for the usual number of days. */
  effective: string;
  approvedBy: string;
  signAgainBy: string;
}

/**
 * Puts a text into use: as a new agreement, or as the next version of one (A13). Nobody is asked before a round is started; a material
 * change of an agreement that people are asked for asks everybody affected again.
 * @throws Refusal naming the field, and as `publishAgreement`
 */
export function putIntoUse(request: PutIntoUse, visit: Visit, memory: Memory): { version: number } {
  const { key, id, agreement: text, change, effective, approvedBy, signAgainBy } = request;
  const agreements = visit.records.view([agreementTable]).rows(agreementTable);
  const standing = agreements.find((each) => each.id === id);
  if (id !== '' && standing?.className !== '') throw new Refusal('no-such-agreement', 'This agreement is not in use any more. Reload the page.', 'id');
  checkText(text, standing);
  const facts: VersionFacts = { change, effective: dayFrom(effective, 'effective') ?? ukDay(visit.now), approvedBy: approvedBy.trim() };
  const by = dayFrom(signAgainBy, 'signAgainBy');
  return publishAgreement(
    { key, id: id || newId(text.audience, agreements), text, facts, className: '', ...(by === null ? {} : { signAgainBy: by }) },
    visit,
    memory,
  );
}

/**
 * Puts the text that a school starts with into use for an audience that has none.
 * @throws Refusal when there is one already
 */
export function putBuiltInIntoUse({ key, audience }: { key: IdempotencyKey; audience: Audience }, visit: Visit, memory: Memory): { version: number } {
  const standing = visit.records.view([agreementTable]).find(agreementTable, audience);
  if (standing && !standing.retired && !isBuiltIn(standing))
    throw new Refusal('in-use', `“${standing.title}” is in use for this already. Change that agreement, or take it out of use first.`, 'audience');
  const facts: VersionFacts = { change: 'material', effective: ukDay(visit.now), approvedBy: '' };
  return publishAgreement({ key, id: audience, text: BUILT_IN[audience], facts, className: '' }, visit, memory);
}

/** The same press again, or a form to be mended. */
function isBuiltIn({ id, version, audience, sha256 }: AgreementRow): boolean {
  return versionOf(id, version, BUILT_IN[audience]).sha256 === sha256;
}

/** Of what is signed as a class's own there is one text for the whole school, which classes add their rules to (A7). */
function checkText(text: AgreementText, standing: AgreementRow | undefined): void {
  if ((text.audience === 'class' && text.alsoFor.length > 0) || text.alsoFor.includes('class'))
    throw new Refusal('class-alone', 'A class’s agreement cannot be for others as well. Put the others’ into use by itself.', 'alsoFor');
  if (standing && standing.audience !== text.audience)
    throw new Refusal('other-audience', `“${standing.title}” is for others. Put this text into use as a new agreement.`, 'audience');
}

/** The audience's name, with a number where there is one already: `staff`, `staff-2`. Ids of retired agreements are not used again. */
function newId(audience: Audience, agreements: readonly AgreementRow[]): string {
  if (audience === 'class') {
    if (agreements.some(({ id, retired }) => id === audience && !retired))
      throw new Refusal('class-once', 'There is a text for classes already, which each class adds its own rules to. Change that one.', 'audience');
    return audience;
  }
  const taken = new Set(agreements.map(({ id }) => id));
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? audience : `${audience}-${number}`;
    if (!taken.has(id)) return id;
  }
}

/** Null when nothing was typed. */
function dayFrom(typed: string, field: string): string | null {
  if (typed.trim() === '') return null;
  const day = isoDayFrom(typed);
  if (day === null) throw new Refusal('no-such-day', 'Enter a day like 21/09/2026', field);
  return day;
}

import { canonical } from '../../records/canonical.ts';
import { hashOf } from '../../records/hash.ts';
import type { RecordedEvent } from '../../records/journal.ts';
import type { OutgoingMail } from '../../records/outbox.ts';
import { Refusal } from '../../school/refusal.ts';
import type { School } from '../../school/school.ts';
import type { Visit } from '../../school/visit.ts';
import { type AgreementVersion, plainText } from '../agreement.ts';
import { type AgreementEvents, agreementSubject, is } from '../events.ts';
import { classAgreementId } from './class-agreement.ts';
import { classFor } from './class-people.ts';

/** Characters; an outbox entry holds a little more. */
const LONGEST_IN_MAIL = 18_000;

export interface ShareWithParents {
  className: string;
  /** The one that was on the page. */
  version: number;
}

/**
 * Sends the class's rules to each parent who has not had this version: a mail each, without a child's name and without another's address.
 * A repeat sends nothing twice, and a parent whose child joins later can be sent them then.
 * @returns how many parents have been sent this version by now
 * @throws Refusal as `classFor`, and when this version is not in use
 */
export function shareWithParents({ className, version }: ShareWithParents, visit: Visit): { sent: number } {
  const { me, school, records } = visit;
  const { name, parents } = classFor(className, visit);
  const id = classAgreementId(name);
  const past = records.history(agreementSubject(id));
  const [text] = past.flatMap((event) => (is(event, 'agreement published') ? [event.payload.agreement] : [])).slice(-1);
  if (!text || text.version !== version) throw new Refusal('changed-meanwhile', 'The rules of this class have been changed meanwhile. Reload the page.');
  const had = parentsSent(past, version);
  const waiting = parents.filter((parent) => !had.has(parent));
  if (waiting.length === 0) return { sent: parents.length };
  const payload: AgreementEvents['agreement shared'] = { agreementId: id, version, parents: waiting };
  // The key says who is sent what: two teachers of the class who press at the same moment are one.
  const key = `shared-${id}-${version}-${hashOf(canonical(waiting)).slice(0, 16)}`;
  return records.decide({ key, actor: me.email }, () => ({
    events: [{ action: 'agreement shared', subject: agreementSubject(id), payload }],
    mails: waiting.map((parent) => rulesMail(parent, text, name, school)),
    answer: { sent: parents.length },
  }));
}

/** Addresses that a version of a class's agreement was sent to. */
export function parentsSent(past: readonly RecordedEvent[], version: number): Set<string> {
  return new Set(past.flatMap((event) => (is(event, 'agreement shared') && event.payload.version === version ? event.payload.parents : [])));
}

function rulesMail(parent: string, agreement: AgreementVersion, className: string, school: School): OutgoingMail {
  const text = plainText(agreement);
  return {
    to: [parent],
    subject: `The online rules of ${className}`,
    body: [
      `At ${school.name} the pupils of ${className} have agreed on the rules below for going online. Please read them and talk about them at home.`,
      'There is nothing to sign or to answer.',
      '',
      text.length <= LONGEST_IN_MAIL ? text : 'The rules are too long for a mail: they hang in the classroom, and the school gives you a copy.',
      '',
      `Does something online worry you? Telephone the designated safeguarding lead: ${school.dslTelephone}.`,
    ].join('\n'),
    mayWait: true,
  };
}

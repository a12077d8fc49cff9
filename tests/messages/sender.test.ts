import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { originWords, shownMessages } from '../../src/incidents/mail/shown-message.ts';
import { myConcerns } from '../../src/incidents/reporting/my-concerns.ts';
import type { Headers } from '../../src/messages/triage/arrived-headers.ts';
import { isUnproven } from '../../src/messages/triage/arrived-sender.ts';
import { at } from '../support/clock.ts';
import { FilingOffice, type MailSaid, mail } from '../support/filing.ts';

/** What Google wrote of a mail; '' when it wrote nothing. */
function isUnprovenBy(results: string, ...from: string[]): boolean {
  const header: Headers = { first: (name) => (name === 'Authentication-Results' ? results : ''), all: () => [] };
  return isUnproven(header, from.length === 0 ? ['noah@quillhaven.example'] : from);
}

test.each([
  ['by DMARC', 'dmarc=pass (p=REJECT sp=REJECT dis=NONE) header.from=quillhaven.example'],
  ['by the domain’s own key', 'dkim=pass header.i=@quillhaven.example header.s=google header.b=AbC'],
  ['by the key that Google gives who has none', 'dkim=pass header.i=@quillhaven-example.20230601.gappssmtp.com header.s=20230601'],
  [
    'by a server of the domain',
    'spf=pass (google.com: domain of noah@quillhaven.example designates 192.0.2.1 as permitted sender) smtp.mailfrom=noah@quillhaven.example',
  ],
])('C3: a mail is from where it says when Google found so %s', (_, result) => {
  expect(isUnprovenBy(`mx.google.com; ${result}`)).toBe(false);
  expect(isUnprovenBy(`mx.google.com;\r\n       spf=none smtp.mailfrom=x@else.example;\r\n       ${result}`)).toBe(false);
  expect(isUnprovenBy(`mx.google.com; ${result}`, 'noah@else.example')).toBe(true);
  expect(isUnprovenBy(`mx.google.com; ${result.replace('=pass', '=fail')}`)).toBe(true);
  expect(isUnprovenBy(`mx.google.com; ${result}; dmarc=fail (p=NONE) header.from=quillhaven.example`)).toBe(true);
});

test.each([
  ['somebody else’s server and key', 'spf=pass smtp.mailfrom=k.doe@else.example; dkim=pass header.i=@else.example'],
  ['a name that only ends alike', 'dkim=pass header.i=@notquillhaven.example; spf=pass smtp.mailfrom=a@quillhaven.example.else.example'],
  ['a key of another school of Google’s', 'dkim=pass header.i=@else-example.20230601.gappssmtp.com'],
  [
    'what whoever forwarded it says to have found, also where its seal is whole',
    'arc=pass (i=1 spf=pass dkim=pass dmarc=pass fromdomain=quillhaven.example); spf=pass smtp.mailfrom=list@else.example',
  ],
  ['results of a seal that look like Google’s own', 'arc=pass header.from=quillhaven.example; dkim=pass header.i=@else.example'],
  ['words in a remark', 'spf=none (google.com: (dmarc=pass) dkim=pass header.i=@quillhaven.example) smtp.mailfrom=k@else.example'],
  ['words in a sender’s quoted name', 'spf=none smtp.mailfrom="; dmarc=pass header.from=quillhaven.example ;"@else.example'],
  ['nothing', ''],
])('C3: a mail that says it is from the school is not proven by %s', (_, results) => {
  expect(isUnprovenBy(`mx.google.com; ${results}`)).toBe(true);
});

test('C3: where Google wrote nothing nobody can tell, and what others wrote proves nothing and denies nothing', () => {
  expect(isUnprovenBy('')).toBe(false);
  expect(isUnprovenBy('mail.else.example; dmarc=fail header.from=quillhaven.example')).toBe(false);
});

test('C3: two senders in one mail are not proven by what was found of one', () => {
  expect(isUnprovenBy('mx.google.com; dmarc=pass header.from=quillhaven.example', 'noah@quillhaven.example', 'k@else.example')).toBe(true);
});

test('whatever stands in the results, reading them does not fail', () => {
  const piece = fc.constantFrom('(', ')', '"', '\\', ';', 'dmarc=pass', 'header.from=quillhaven.example', ' ', 'dkim=pass', 'header.i=', '@');
  fc.assert(fc.property(fc.array(piece), (pieces) => typeof isUnprovenBy(`mx.google.com; ${pieces.join('')}`) === 'boolean'));
});

const FORGED: MailSaid = {
  route: 'written to us',
  from: at('amira'),
  spelt: `Amira <${at('amira')}>`,
  to: [],
  text: 'Ben said he will hurt me',
  isUnproven: true,
};

test('C3: a mail under a pupil’s name that Google did not prove is filed, and does not make the pupil its reporter', () => {
  const office = new FilingOffice();
  office.file(mail(FORGED, '', 0));
  const { onlyCase } = office;
  expect(onlyCase.reporter).toBe('');
  expect(myConcerns(office.records.view(), { email: at('amira'), kind: 'pupil' })).toEqual([]);
  expect(originWords(onlyCase.facts.mail, office.raised(onlyCase.reference).reporter.name)).toBe(
    'in the name of Amira Khan (the sender’s address is not proven), written to the safeguarding mailbox',
  );
  expect(office.raised(onlyCase.reference).story).toMatch(
    /^Somebody wrote this to the safeguarding mailbox in the name of Amira Khan\. The sender’s address is not proven/,
  );
  expect(shownMessages(office.records.history(onlyCase.reference))).toMatchObject([{ proof: expect.stringContaining('not proven') }]);
  expect(onlyCase.tasks.map(({ id }) => id)).toContain('ask-writer');
  expect(onlyCase.tasks.map(({ id }) => id)).not.toContain('see-reporter');
});

test('C3: a mail of which Google said nothing, or which it proved, makes whoever wrote it its reporter', () => {
  const office = new FilingOffice();
  office.file(mail({ ...FORGED, isUnproven: false }, '', 0));
  expect(office.onlyCase.reporter).toBe(at('amira'));
  expect(office.raised(office.onlyCase.reference).story).not.toContain('proven');
  expect(shownMessages(office.records.history(office.onlyCase.reference))).toMatchObject([{ proof: '' }]);
  expect(office.onlyCase.tasks.map(({ id }) => id)).not.toContain('ask-writer');
});

test('C3: who sends on what is known, unproven, is heard and does not become its reporter, also without a word of theirs', () => {
  const office = new FilingOffice();
  const known = { from: at('ben'), text: 'i will get you', date: '2026-09-07T07:40:00.000Z' };
  const sentOn: MailSaid = { ...known, route: 'person', by: at('teacher'), isUnproven: true };
  office.file(mail(known));
  office.file(mail({ ...sentOn, remark: 'Please look' }), mail(sentOn));
  const { reporter, facts, reference } = office.onlyCase;
  expect([reporter, facts.mail?.reporters]).toEqual(['', []]);
  const added = office.records.history(reference).filter(({ action }) => action === 'concern added to');
  expect(added.map(({ payload }) => (payload as { text: string }).text)).toEqual([
    expect.stringMatching(/^Please look\n\nThe sender’s address is not proven/),
    expect.stringMatching(/^The sender’s address is not proven/),
  ]);
});

test('C3: a copy whose sender Google did not prove says so: whoever it names may not have written it', () => {
  const office = new FilingOffice();
  office.file(mail({ from: at('ben'), isUnproven: true }, 'threat', 3));
  expect(office.raised(office.onlyCase.reference).story).toContain('The sender’s address is not proven');
});

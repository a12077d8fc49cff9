import { describe, expect, test } from '@jest/globals';
import type { Item } from '../../src/agreements/asking/telling.ts';
import {
  accessEndMessage,
  digestMessage,
  escalationMessage,
  type Message,
  mailsFrom,
  noAccessMessage,
  type TellingPlace,
} from '../../src/agreements/asking/telling-mails.ts';
import type { Audience } from '../../src/agreements/audience.ts';
import { readingGrade } from '../../src/agreements/classes/reading-age.ts';
import type { AgreementRow, FormRow } from '../../src/agreements/published.ts';
import type { StandingRow } from '../../src/agreements/standings.ts';

/** US school grade. */
const READING_AGE_NINE = 4;
const ADDRESS = 'https://script.google.com/macros/s/x/exec';
const SCHOOL = { name: 'Quillhaven Primary', address: ADDRESS, domain: 'q.example', dslTelephone: '01632 960 123', chair: 'chair@q.example' };

function form(agreementId: string, kind: FormRow['kind'], inUse = true): FormRow {
  return {
    ...{
      formId: `form-${agreementId}-${kind}`,
      agreementId,
      version: 1,
      sha256: '',
      kind,
      address: `https://docs.google.com/${agreementId}-${kind}`,
      hash: '',
    },
    ...{ items: '{}', prefill: '', permissions: [], published: '2026-09-01T08:00:00.000Z', inUse, closed: null },
  };
}

const PLACE: TellingPlace = {
  school: SCHOOL,
  today: '2026-09-14',
  forms: [form('governor', 'open', false), form('governor', 'account'), form('governor', 'open'), form('parent', 'family'), form('ks1', 'promises')].map(
    (each, index) => ({ ...each, address: each.inUse ? each.address : `https://docs.google.com/old-${index}` }),
  ),
  personalLink: ({ address }, parent) => `${address}?code=${parent.length}`,
};

/** Something to be signed by somebody, of whom the name must not be said. */
function item(audience: Audience, person: string, step: number | null = 0, change: Partial<StandingRow> = {}): Item {
  const agreement: AgreementRow = {
    ...{ id: audience, version: 1, countsFrom: 1, title: `Agreement for ${audience}`, audience, alsoFor: [], className: '', sha256: '' },
    ...{ effective: '2026-09-01', approvedBy: '', published: '2026-09-01T08:00:00.000Z', asks: true, retired: false },
  };
  const row: StandingRow = {
    ...{ key: `${audience}|${person}`, agreementId: audience, person, name: 'Amira Khan', group: '3A', listed: true, state: 'asked', version: 1, round: '' },
    ...{ askedAt: null, due: '2026-09-25', told: 0, toldAt: null, noAccessToldAt: null, escalated: '', responseId: '', signedAt: null },
    ...{ approver: '', approvedAt: null, wasInForce: false, accessEnds: null, note: '' },
    ...change,
  };
  return { agreement, row, told: [], step };
}

function mailTo(to: string, ...messages: Message[]): string {
  const [mail, ...others] = mailsFrom(messages, SCHOOL);
  expect([mail?.to, others, mail?.mayWait]).toEqual([[to], [], true]);
  return `${mail?.subject}\n${mail?.body}`;
}

describe('A15: each reader’s mail', () => {
  test('a teacher: what, by when, where, and with which account', () => {
    const mail = mailTo('sam@q.example', digestMessage({ to: 'sam@q.example', items: [item('staff', 'sam@q.example')] }, PLACE));
    expect(mail.split('\n')[0]).toBe('Quillhaven Primary: please read and sign');
    for (const part of ['by 25/09/2026', `signed in as sam@q.example:\n${ADDRESS}\n`, '- Agreement for staff', 'a private window', '01632 960 123'])
      expect(mail).toContain(part);
  });

  test('a governor without an account of the school: the open form that is in use, and the address to give there', () => {
    const mail = mailTo('lucien@example.net', digestMessage({ to: 'lucien@example.net', items: [item('governor', 'lucien@example.net')] }, PLACE));
    for (const part of ['You need no school account', 'https://docs.google.com/governor-open\n', 'give this one: lucien@example.net'])
      expect(mail).toContain(part);
    for (const part of [ADDRESS, 'signed in', 'private window', 'old-0', 'governor-account']) expect(mail).not.toContain(part);
  });

  test('a parent of three: one mail, each agreement once with a link of their own, how often to answer, and no child', () => {
    const items = [
      item('parent', 'a@q.example'),
      item('parent', 'b@q.example'),
      item('parent', 'c@q.example'),
      item('ks1', 'b@q.example'),
      item('ks1', 'c@q.example'),
    ];
    const mail = mailTo('nadia@example.org', digestMessage({ to: 'nadia@example.org', items }, PLACE));
    expect(mail.split('\n')[0]).toBe('Quillhaven Primary: please read and answer');
    for (const part of [
      '- Agreement for parent (once for all your children)\n  https://docs.google.com/parent-family?code=17',
      '- Agreement for ks1 (once for each child: 2 times)\n  https://docs.google.com/ks1-promises?code=17',
      'You need no account, and a phone will do',
      'Please do not pass them on',
    ])
      expect(mail).toContain(part);
    for (const part of ['Khan', 'Amira', '3A', ADDRESS, 'signed in']) expect(mail).not.toContain(part);
  });

  test('a parent of one is not told how often', () => {
    const mail = mailTo('nadia@example.org', digestMessage({ to: 'nadia@example.org', items: [item('parent', 'a@q.example')] }, PLACE));
    expect(mail).toContain('- Agreement for parent\n');
  });

  test('where a form is missing, the office is named instead of an empty line', () => {
    const mail = mailTo('vera@example.net', digestMessage({ to: 'vera@example.net', items: [item('volunteer', 'vera@example.net')] }, PLACE));
    expect(mail).toContain('- Agreement for volunteer\n  Ask the school office for the form.');
  });

  test('a class teacher who has to sign as well: both in one mail, the class by its page, no pupil', () => {
    const items = [item('staff', 'sam@q.example'), item('ks2', 'a@q.example'), item('ks2', 'b@q.example'), item('ks2', 'c@q.example', 0, { group: '3B' })];
    const mail = mailTo('sam@q.example', digestMessage({ to: 'sam@q.example', items }, PLACE));
    for (const part of ['- Agreement for staff', `- 3A: ${ADDRESS}?page=class&class=3A`, `- 3B: ${ADDRESS}?page=class&class=3B`]) expect(mail).toContain(part);
    expect(mail.match(/page=class/g)).toHaveLength(2);
    expect(mail).not.toMatch(/Khan|Amira|a@q\.example/);
  });

  test('a pupil who is told by mail reads words of their own age', () => {
    const to = 'amira@q.example';
    const mail = mailTo(to, digestMessage({ to, items: [item('ks2', to)] }, PLACE));
    expect(mail).toContain(`Use your school account, ${to}:\n${ADDRESS}\n`);
    const words = mail.split('\n').filter((line) => line !== '' && !/https:|^-|^Quillhaven/.test(line));
    expect(readingGrade(words)).toBeLessThanOrEqual(READING_AGE_NINE);
  });

  test('a reminder says so, and after the last day it says that', () => {
    const late = item('staff', 'sam@q.example', 2, { due: '2026-09-11' });
    const mail = mailTo('sam@q.example', digestMessage({ to: 'sam@q.example', items: [late] }, PLACE));
    expect(mail.split('\n')[0]).toBe('Quillhaven Primary: reminder, please read and sign');
    expect(mail).toContain('now: the last day for it was 11/09/2026');
    const both = digestMessage({ to: 'sam@q.example', items: [late, item('technician', 'sam@q.example', 0)] }, PLACE);
    expect(both.about).toBe('please read and sign');
  });

  test('a line manager and the head: how many, and the page that says who; no names', () => {
    const rows = [item('staff', 'sam@q.example').row, item('technician', 'sam@q.example').row, item('staff', 'orla@q.example').row];
    const manager = mailTo('gwen@q.example', escalationMessage({ to: 'line manager', address: 'gwen@q.example', rows }, SCHOOL));
    expect(manager).toContain('2 people in your team have not signed');
    expect(manager).toContain(`signed in as gwen@q.example, to see who it is:\n${ADDRESS}?page=team`);
    const head = mailTo('ruth@q.example', escalationMessage({ to: 'head', address: 'ruth@q.example', rows: rows.slice(0, 2) }, SCHOOL));
    expect(head).toContain('One person has not signed');
    expect(head).toContain(`${ADDRESS}?page=agreements`);
    for (const mail of [manager, head]) expect(mail).not.toMatch(/Khan|sam@|orla@/);
  });

  test('the chair hears of the head by post, without a page they may not open', () => {
    const rows = [item('staff', 'ruth@q.example').row];
    const mail = mailTo('chair@q.example', escalationMessage({ to: 'head', address: 'chair@q.example', rows }, SCHOOL));
    expect(mail).toContain('The headteacher has not signed');
    expect(mail).not.toMatch(/page=|ruth@/);
  });

  test('A4, A12: whoever gives access hears of ends and of those who should have none, by number', () => {
    const to = 'dev@q.example';
    expect(mailTo(to, accessEndMessage(to, ['2026-09-18', '2026-09-16'], SCHOOL))).toContain('of 2 guests you approved ends, the first on 16/09/2026');
    expect(mailTo(to, noAccessMessage(to, { fresh: 1, all: 4, afterDays: 5 }, SCHOOL))).toContain('One person was asked to sign at least 5 days ago');
    expect(mailTo(to, noAccessMessage(to, { fresh: 2, all: 2, afterDays: 1 }, SCHOOL))).not.toContain('on the list');
  });

  test('everything for one reader is one mail, in parts that can be told apart', () => {
    const to = 'dev@q.example';
    const own = digestMessage({ to, items: [item('staff', to)] }, PLACE);
    const mail = mailTo(to, accessEndMessage(to, ['2026-09-18'], SCHOOL), own);
    expect(mail.split('\n')[0]).toBe('Quillhaven Primary: a guest’s access ends; please read and sign');
    expect(mail).toMatch(/\n1\. A guest’s access ends\n[\s\S]+\n2\. Please read and sign\n/);
    expect(mail.match(/Worried about a child/g)).toHaveLength(1);
  });
});

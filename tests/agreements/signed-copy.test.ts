import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parse } from 'node-html-parser';
import { type AgreementText, versionOf } from '../../src/agreements/agreement.ts';
import { copyHtml } from '../../src/agreements/copies/copy-html.ts';
import { type SignedCopy, signedCopy } from '../../src/agreements/copies/signed-copy.ts';
import type { AgreementEvents, NamedChild } from '../../src/agreements/events.ts';
import { SIGNATURE_STATES, type SignatureRow } from '../../src/agreements/signatures.ts';
import type { RecordedEvent } from '../../src/records/journal.ts';
import { onTheRoll } from '../support/roll.ts';

const TEXT: AgreementText = {
  ...{ title: 'Parent agreement', audience: 'parent', alsoFor: [], introduction: 'For parents.', signatureFields: [] },
  sections: [
    { heading: 'Online', asks: 'agree', clauses: ['I ask my child.', 'I look.'] },
    { heading: 'To know', asks: 'acknowledge', clauses: ['Use is monitored.'] },
  ],
  permissions: [
    { id: 'images', question: 'May pictures appear?' },
    { id: 'mail', question: 'May there be mail?' },
  ],
};
const VERSION = versionOf('parent', 2, TEXT);
const OFFICE = onTheRoll({ email: 'janet@q.example', givenName: 'Janet', familyName: 'Mullins' });

function row(change: Partial<SignatureRow> = {}): SignatureRow {
  return {
    ...{ responseId: 'R-1', agreementId: 'parent', version: 2, sha256: VERSION.sha256, formId: 'F', formKind: 'family', email: 'nadia@example.org' },
    ...{ address: 'by the code we mailed', fullName: 'Nadia Khan', role: 'Mother', signedAt: '2026-09-07T08:04:00.000Z', state: 'signed', children: '[]' },
    ...{ standings: [], approver: '', approvedAt: null, reason: '', answersHash: '', differs: '', copy: '' },
    ...change,
  };
}

function child(change: Partial<NamedChild> = {}): NamedChild {
  return { name: 'Amira Khan', className: '3A', person: 'amira@q.example', permissions: {}, trustedAtSchool: '', trustedAtHome: '', ...change };
}

function copyOf(change: Partial<SignatureRow> = {}, history: RecordedEvent[] = []): SignedCopy {
  return signedCopy({ row: row(change), text: VERSION, history }, 'Quillhaven Primary', [OFFICE]);
}

function event<Action extends keyof AgreementEvents>(action: Action, payload: Partial<AgreementEvents[Action]>, actor = OFFICE.email): RecordedEvent {
  return { sequence: 12, at: '2026-09-08T10:00:00.000Z', actor, action, subject: 'R-1', payload: payload as RecordedEvent['payload'] };
}

const factsIn = ({ facts }: SignedCopy) => Object.fromEntries(facts.map(({ label, value }) => [label, value]));

test('A11: every section and clause, numbered through, and what was only to be read says so', () => {
  expect(copyOf().sections).toEqual([
    { heading: 'Online', isAcknowledged: false, first: 1, clauses: ['I ask my child.', 'I look.'] },
    { heading: 'To know', isAcknowledged: true, first: 3, clauses: ['Use is monitored.'] },
  ]);
});

test('A8, A11: each child with a yes, a no, or no answer to each question; nothing is taken for a yes', () => {
  const children = [child({ permissions: { images: true, mail: false } }), child({ name: 'Yusuf Khan', permissions: {} })];
  expect(copyOf({ children: JSON.stringify(children) }).children.map(({ answers }) => answers.map(({ answer }) => answer))).toEqual([
    ['Yes', 'No'],
    ['No answer', 'No answer'],
  ]);
});

test.each([
  [{ person: 'amira@q.example' }, ''],
  [{ person: null }, 'The school has still to say who this is.'],
  [{ person: null, notOurs: 'Goes to another school' }, 'The school has no such pupil: this does not count.'],
])('A8: of a child that is %j the copy says %j, and never the office’s own words', (said, note) => {
  const copy = copyOf({ children: JSON.stringify([child(said)]), reason: 'Goes to another school' });
  expect(copy.children[0]?.note).toBe(note);
  expect(JSON.stringify(copy)).not.toContain('another school');
});

test('A5: the grown-ups a young child trusts stand in the copy', () => {
  const [first] = copyOf({ children: JSON.stringify([child({ trustedAtSchool: 'Miss Cartwright', trustedAtHome: 'Gran' })]) }).children;
  expect([first?.trustedAtSchool, first?.trustedAtHome]).toEqual(['Miss Cartwright', 'Gran']);
});

test('A11: what proves it: who, by which address and what that is worth, when, which text, which answer, what was typed, where it is recorded', () => {
  expect(factsIn(copyOf({}, [event('agreement signed', { signature: 'N. Khan' })]))).toEqual({
    'Signed by': 'Nadia Khan, Mother',
    'E-mail address': 'nadia@example.org (by the code we mailed)',
    'What that proves': 'The form came through the personal link that was mailed to this address.',
    Signed: '07/09/2026 09:04 (UK time)',
    Version: '2',
    'Fingerprint of the text (SHA-256)': VERSION.sha256,
    'Form response': 'R-1',
    'Signature as typed': 'N. Khan',
    Recorded: '08/09/2026 11:00, entry 12 of the school’s journal',
  });
});

test('A2, A4: who approved it and when, that they have seen the signer, and until when there is access', () => {
  const approval = { approverName: 'Dev Mistry', seenInPerson: true, accessEnds: '2026-12-18' };
  const facts = factsIn(copyOf({ formKind: 'account', state: 'approved' }, [event('signature approved', approval)]));
  expect(facts).toMatchObject({
    Account: expect.stringContaining('nadia@example.org'),
    Approved: 'by Dev Mistry, 08/09/2026 11:00, who has seen the signer in person',
    'Access approved until': '18/12/2026',
  });
});

test('A4: whoever gave no address has none in their copy, and nothing is said to be proved by it', () => {
  const facts = factsIn(copyOf({ formKind: 'open', email: '', address: 'typed' }));
  expect(facts['E-mail address']).toBe('none given');
  expect(facts['What that proves']).toBeUndefined();
});

test.each([
  ['answer settled', 'Children settled'],
  ['signature sent back', 'Sent back'],
] as const)('A11: after "%s" the copy says who did it and when', (action, label) => {
  expect(factsIn(copyOf({}, [event(action, {})]))[label]).toBe('by Janet Mullins, 08/09/2026 11:00');
});

test.each([
  ['edited', 'changed'],
  ['deleted, seen', 'deleted'],
])('A11: an answer that was %s in the form afterwards is said to be so', (differs, word) => {
  expect(factsIn(copyOf({ differs }))['Afterwards']).toBe(`The answer was ${word} in the form. This copy shows what was recorded when it came in.`);
});

test('A11: no copy passes for a valid signature that is none', () => {
  for (const state of SIGNATURE_STATES) {
    const { heading, note, reason } = copyOf({ state, reason: 'The name is missing' });
    const counts = state === 'signed' || state === 'approved';
    expect([state, /^Signed (and approved )?agreement$/.test(heading), note === '']).toEqual([state, counts, counts]);
    expect([state, reason]).toEqual([state, ['declined', 'sent back', 'set aside'].includes(state) ? 'The name is missing' : '']);
  }
  expect(factsIn(copyOf({ state: 'declined' }))).toMatchObject({ 'Declined by': 'Nadia Khan, Mother', Declined: '07/09/2026 09:04 (UK time)' });
});

describe('as HTML', () => {
  const line = fc.string({ unit: 'grapheme', maxLength: 60 });
  const hostile = fc.oneof(
    line,
    fc.constantFrom('<script>alert(1)</script>', '=IMPORTXML("https://example.org")', '"><img src=x onerror=y>', '&lt;b&gt;', '</body>'),
  );
  const copies: fc.Arbitrary<SignedCopy> = fc.record({
    ...{ school: hostile, title: hostile, heading: hostile, note: hostile, reason: hostile, introduction: hostile },
    sections: fc.array(
      fc.record({ heading: hostile, isAcknowledged: fc.boolean(), first: fc.integer({ min: 1, max: 90 }), clauses: fc.array(hostile, { maxLength: 3 }) }),
      { maxLength: 3 },
    ),
    children: fc.array(
      fc.record({
        ...{ name: hostile, className: hostile, note: hostile, trustedAtSchool: hostile, trustedAtHome: hostile },
        answers: fc.array(fc.record({ question: hostile, answer: fc.constantFrom('Yes', 'No', 'No answer') }), { maxLength: 2 }),
      }),
      { maxLength: 2 },
    ),
    facts: fc.array(fc.record({ label: hostile, value: hostile }), { maxLength: 3 }),
  });

  /** As a reader sees it: controls and halves of a pair cannot be shown. */
  const shown = (text: string) =>
    text
      .replace(/\r\n?/g, '\n')
      .replace(/[\t\v\f]/g, ' ')
      .replace(/(?!\n)[\p{Cc}\p{Cs}]/gu, '\ufffd')
      .replace(/\n/g, '');

  test('A11: whatever people wrote, all of it is there, none of it is markup, and the document is ASCII', () => {
    fc.assert(
      fc.property(copies, (copy) => {
        const html = copyHtml(copy);
        expect(html).toMatch(/^[\n\x20-\x7e]*$/);
        const page = parse(html);
        const tags = new Set(page.querySelectorAll('*').map(({ rawTagName }) => rawTagName));
        for (const tag of ['html', 'head', 'meta', 'title', 'body', 'p', 'h1', 'h2', 'b', 'br', 'table', 'tr', 'td']) tags.delete(tag);
        expect([...tags]).toEqual([]);
        const text = page.querySelector('body')?.text ?? '';
        const words = [
          ...[copy.school, copy.title, copy.heading, copy.note, copy.reason, copy.introduction],
          ...copy.sections.flatMap(({ heading, clauses }) => [heading, ...clauses]),
          ...copy.children.flatMap(({ name, className, note, trustedAtSchool, trustedAtHome }) => [name, className, note, trustedAtSchool, trustedAtHome]),
          ...copy.children.flatMap(({ answers }) => answers.map(({ question }) => question)),
          ...copy.facts.flatMap(({ label, value }) => [label, value]),
        ];
        for (const word of words) expect(text).toContain(shown(word));
      }),
    );
  });

  test('A11: lines end where they ended, and clauses keep their numbers from section to section', () => {
    const html = copyHtml({ ...copyOf(), introduction: 'One\r\ntwo\nthree' });
    expect(html).toContain('<p dir="auto">One<br>two<br>three</p>');
    for (const clause of ['1. I ask my child.', '2. I look.', '3. Use is monitored.']) expect(html).toContain(`<p dir="auto">${clause}</p>`);
    expect(html).toContain('To know (read and acknowledged)');
  });
});

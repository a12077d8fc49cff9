import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { caseTable } from '../../src/incidents/case.ts';
import { myConcerns } from '../../src/incidents/reporting/my-concerns.ts';
import { flagIdOf } from '../../src/messages/triage/conversation.ts';
import { encode } from '../../src/records/table.ts';
import { at } from '../support/clock.ts';
import { FilingOffice, mail, rolesIn } from '../support/filing.ts';

test('C3: the same message by two routes is one, however its Message-ID reads', () => {
  const office = new FilingOffice();
  const said = { text: 'i will get you', messageId: '<a@x>' };
  office.file(mail(said));
  const again = office.file(mail({ ...said, messageId: '<b@x>' }), mail({ ...said, messageId: '' }), mail(said));
  expect(again.map(({ outcome, severity }) => [outcome, severity])).toEqual(Array(3).fill(['known', 2]));
  expect(office.flags).toHaveLength(1);
});

test('C3: a sender who gives a second message the first one’s Message-ID does not hide it', () => {
  const office = new FilingOffice();
  office.file(mail({ text: 'see you', messageId: '<a@x>' }, 'bullying', 1));
  const [filed] = office.file(mail({ text: 'i will stab you', messageId: '<a@x>' }, 'threat', 3));
  expect(filed?.outcome).toBe('filed');
  expect(office.onlyCase.facts.mail?.severity).toBe(3);
});

test('C3: two mails without a date and without words are one only when their Message-IDs say so', () => {
  const office = new FilingOffice();
  office.file(
    mail({ text: '', date: '', messageId: '<a@x>' }),
    mail({ text: '', date: '', messageId: '<a@x>' }),
    mail({ text: '', date: '', messageId: '<b@x>' }),
  );
  expect(office.flags).toHaveLength(2);
});

test('C3: the same message of the mailbox is one, also when the next version of the office reads it otherwise', () => {
  const office = new FilingOffice();
  office.file(mail({ gmailId: 'g1', text: 'i will get you' }));
  office.file(mail({ gmailId: 'g1', text: 'I will get you!' }));
  const [filed] = office.file(mail({ gmailId: 'g1', text: 'I will get you!' }, 'threat', 3));
  expect(filed?.outcome).toBe('known');
  expect(office.flags).toHaveLength(1);
});

test.each([
  ['in Gmail’s thread', { thread: 'T' }],
  ['that answers it by Message-ID', { answers: ['<first@x>'] }],
])('C3: a reply %s joins the case of its conversation, and whoever wrote it is in it with the role they had', (_, reply) => {
  const office = new FilingOffice();
  office.file(mail({ thread: 'T', messageId: '<first@x>' }));
  office.file(mail({ ...reply, from: at('amira'), to: [at('ben')], text: 'leave me alone or i kill you' }, 'threat', 3));
  expect(rolesIn(office.onlyCase)).toEqual({ [at('ben')]: 'alleged', [at('amira')]: 'affected' });
  expect(office.flags.map(({ reference }) => reference)).toEqual(Array(2).fill(office.onlyCase.reference));
});

test('C3: somebody new in a conversation is named in its case from then on, in the same batch and in a later one', () => {
  const office = new FilingOffice();
  office.file(mail({ thread: 'T' }), mail({ thread: 'T', from: at('cara') }));
  expect(rolesIn(office.onlyCase)).toMatchObject({ [at('cara')]: 'alleged' });
  const stranger = { thread: 'T', from: 'nobody@example.org' };
  office.file(mail(stranger), mail(stranger));
  expect(office.onlyCase.facts.people).toHaveLength(4);
  expect(office.cases).toHaveLength(1);
});

test('C3: a message that was only noted joins the case that a later one of its conversation opens, with its words', () => {
  const office = new FilingOffice();
  office.file(mail({ thread: 'T', text: 'you are so annoying' }, 'bullying', 1));
  expect(office.cases).toEqual([]);
  office.file(mail({ thread: 'T' }, 'threat', 3));
  const { reference } = office.onlyCase;
  expect(office.flags.map((row) => row.reference)).toEqual([reference, reference]);
  expect(JSON.stringify(office.records.history(reference))).toContain('you are so annoying');
});

test('B13: a reply to a case that is closed opens a new one, and both say so', () => {
  const office = new FilingOffice();
  office.file(mail({ thread: 'T' }));
  const { reference } = office.onlyCase;
  const closed = {
    outcome: 'resolved',
    summary: '',
    second: { email: '', name: '' },
    parentsTold: { told: false, at: '', byWhom: '', whyNot: '' },
    lessons: '',
    policyChange: '',
  };
  office.records.ledger.record([{ action: 'case closed', subject: reference, payload: closed }], office.records.now);
  office.file(mail({ thread: 'T' }));
  const [first, second] = office.cases;
  expect([first?.linked, second?.linked]).toEqual([[second?.reference], [reference]]);
});

test('B5: a reply from the DSL does not join the case that the DSL reads', () => {
  const office = new FilingOffice();
  office.file(mail({ thread: 'T' }));
  office.file(mail({ thread: 'T', from: at('dsl') }, 'sexual', 2));
  expect(office.cases.map(({ lane }) => lane)).toEqual(['dsl', 'dsl-concern']);
});

test('C2: a person who sends a message on is its reporter and sees how far it is, whatever the scorer thinks of it', () => {
  const office = new FilingOffice();
  const [filed] = office.file(mail({ route: 'person', by: at('amira'), remark: 'he keeps doing this', from: 'x@example.org' }, '', 0));
  expect(filed).toMatchObject({ outcome: 'filed', severity: 2 });
  expect(myConcerns(office.records.view(), { email: at('amira'), kind: 'pupil' })).toEqual([
    { reference: office.onlyCase.reference, received: '07/09/2026 09:00', state: 'we have got it' },
  ]);
  const { story, reporter } = office.raised(office.onlyCase.reference);
  expect(story).toContain('Amira Khan sent this message on.');
  expect(story).toContain('he keeps doing this');
  expect(reporter.isPupil).toBe(true);
});

test.each([
  ['only noted', 1],
  ['a case', 2],
] as const)('C2: what a rule found and was %s gains whoever sends it on as its reporter, and is told once', (_, severity) => {
  const office = new FilingOffice();
  const said = { text: 'nobody likes you, leave', from: at('ben') };
  office.file(mail(said, 'bullying', severity));
  const report = mail({ ...said, route: 'person', by: at('amira'), remark: 'please help' }, 'bullying', 1);
  office.file(report);
  const other = mail({ ...said, route: 'person', by: at('cara') }, '', 0);
  office.file(other);
  // Reading both once more in another company changes nothing.
  const before = office.records.ledger.events.length;
  expect(office.file(other, report).map(({ outcome }) => outcome)).toEqual(['known', 'known']);
  expect(office.records.ledger.events).toHaveLength(before);
  for (const person of ['amira', 'cara']) expect(myConcerns(office.records.view(), { email: at(person), kind: 'pupil' })).toHaveLength(1);
  expect(JSON.stringify(office.records.history(office.onlyCase.reference))).toContain('please help');
});

test('C1: a case that a rule found says so: nobody reported it, and nobody asked not to be named', () => {
  const office = new FilingOffice();
  office.file(mail({ text: 'watch your back' }, 'threat', 3));
  const { story, reporter, danger, typeHint } = office.raised(office.onlyCase.reference);
  expect(story).toContain('Found by Handrail in the school’s mail: nobody reported it.');
  expect(story).toContain('watch your back');
  expect([reporter, danger, typeHint]).toEqual([{ email: '', name: '', isPupil: false }, true, 'threats']);
});

test('C3: no message is lost and none is filed twice, in whatever batches and however often they come', () => {
  const message = fc.record({ text: fc.constantFrom('a b', 'c d', 'e f', 'g h'), thread: fc.constantFrom('S', 'T'), gmail: fc.integer({ min: 1, max: 6 }) });
  const severity = fc.constantFrom(1 as const, 2 as const, 3 as const);
  fc.assert(
    fc.property(fc.array(fc.tuple(message, severity), { minLength: 1, maxLength: 12 }), fc.integer({ min: 1, max: 5 }), (said, size) => {
      const office = new FilingOffice();
      const all = said.map(([{ text, thread, gmail }, grave]) => mail({ text, thread, gmailId: `g${gmail}-${text}` }, 'threat', grave));
      for (let start = 0; start < all.length; start += size) office.file(...all.slice(start, start + size));
      const before = office.records.ledger.events.length;
      for (const each of [...all].reverse()) expect(office.file(each)[0]?.outcome).not.toBe('none');
      expect(office.records.ledger.events).toHaveLength(before);
      const distinct = new Set(said.map(([{ text }]) => text));
      expect(office.flags).toHaveLength(distinct.size);
      const [first] = all;
      if (first) expect(office.flags.map(({ flag }) => flag)).toContain(flagIdOf(first.arrived));
    }),
  );
});

test('C3: a gigantic thread in which hundreds write, and that hundreds send on, is one case that still fits its row', () => {
  const office = new FilingOffice();
  const strangers = Array.from({ length: 300 }, (_, index) =>
    mail({ thread: 'T', from: `stranger.number.${index}@example.org`, spelt: `${'Long Name '.repeat(30)}<stranger.number.${index}@example.org>` }),
  );
  const said = { text: 'the same words', from: 'x@example.org' };
  const reports = Array.from({ length: 300 }, (_, index) => mail({ ...said, route: 'person', by: `parent.number.${index}@example.org` }, '', 0));
  const all = [...strangers, mail({ ...said, thread: 'T' }), ...reports];
  for (let start = 0; start < all.length; start += 20) office.file(...all.slice(start, start + 20));
  const row = office.onlyCase;
  expect(encode(caseTable, row).every((cell) => cell.length < 45_000)).toBe(true);
  expect(office.flags).toHaveLength(301);
});

import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { mayRead, readersFor } from '../../src/incidents/case.ts';
import { CATEGORIES, type Category } from '../../src/messages/message.ts';
import { maySeeFlag } from '../../src/messages/triage/who-sees.ts';
import { ADULTS, at, SCHOOL } from '../support/clock.ts';
import { FilingOffice, type MailSaid, mail, rolesIn } from '../support/filing.ts';

const DSL_TEAM = [at('dsl'), at('first'), at('second')];

function filed(said: MailSaid, category: Category, severity: 2 | 3 = 2) {
  const office = new FilingOffice();
  office.file(mail(said, category, severity));
  const row = office.onlyCase;
  return { row, readers: readersFor(row, SCHOOL), roles: rolesIn(row), office };
}

test.each([
  ['bullying', 'alleged', 'affected'],
  ['hate', 'alleged', 'affected'],
  ['threat', 'alleged', 'affected'],
  ['sexual', 'alleged', 'affected'],
  ['nudes', 'alleged', 'affected'],
  ['scam', 'alleged', 'affected'],
  ['drugs', 'alleged', 'other'],
  ['radicalisation', 'other', 'affected'],
  ['self-harm', 'affected', undefined],
  ['disclosure', 'other', undefined],
] as const)('C1: in %s from one pupil to another the writer is %s and the reader %s, one role each, and the DSL team reads it', (category, writer, reader) => {
  const { roles, readers } = filed({}, category);
  expect(roles[at('ben')]).toBe(writer);
  expect(roles[at('amira')]).toBe(reader);
  expect(readers).toEqual(DSL_TEAM);
});

test.each<[string, MailSaid, Category, string[]]>([
  ['from the DSL', { from: at('dsl') }, 'sexual', [at('head')]],
  ['from the DSL under another capitalisation and a plus-address', { from: at('dsl+private') }, 'sexual', [at('head')]],
  ['from a deputy', { from: at('first') }, 'bullying', [at('head')]],
  ['from a deputy who tells of a child', { from: at('first'), to: [at('teacher')] }, 'disclosure', [at('head')]],
  ['from the headteacher', { from: at('head') }, 'sexual', [at('chair')]],
  ['from a teacher', { from: at('teacher') }, 'sexual', [at('head')]],
  ['a threat to the DSL', { to: [at('dsl')] }, 'threat', [at('head')]],
  ['a threat to a deputy at an alias that is not on the list', { to: [at('t.whitfield')] }, 'threat', [at('head')]],
  ['a threat to the headteacher', { to: [at('head')] }, 'threat', [at('chair')]],
  ['a disclosure to the DSL, who is not its subject', { to: [at('dsl')], text: 'Dear Mrs Nair,\nmy friend is being hurt at home.' }, 'disclosure', DSL_TEAM],
  ['a pupil who tells a teacher about nudes', { to: [at('teacher')] }, 'nudes', DSL_TEAM],
  ['naming the DSL with a title and the wrong sex', { text: 'my friend told mr nair and nothing happened' }, 'disclosure', [at('head')]],
  ['naming the DSL by family name alone', { text: 'It is Nair who does this to us.' }, 'disclosure', [at('head')]],
  ['naming the DSL by their address', { text: `ask ${at('dsl')} what happened` }, 'disclosure', [at('head')]],
  ['naming a deputy by the whole name', { text: 'i am scared of tom whitfield' }, 'disclosure', [at('head')]],
  ['naming the post of the DSL', { text: 'the safeguarding lead shouts at me' }, 'disclosure', [at('head')]],
  ['advising to tell the DSL', { text: 'You must tell the safeguarding lead about it' }, 'disclosure', DSL_TEAM],
  ['naming the DSL as the sender would spell it', { from: 'p.n@example.org', spelt: 'Priya Nair <p.n@example.org>' }, 'sexual', [at('head')]],
  ['from a private account made of the DSL’s name', { from: 'priya.nair@example.org' }, 'sexual', [at('head')]],
  ['with the DSL as the one who gets the answers', { besides: [at('dsl')] }, 'bullying', [at('head')]],
  ['saying what a teacher did', { text: 'Mr Okafor touched me after class' }, 'disclosure', [at('head')]],
  ['only mentioning a teacher', { text: 'it was in mr okafor lesson' }, 'disclosure', DSL_TEAM],
  ['saying what the headteacher did', { text: 'mrs adeyemi hit me' }, 'disclosure', [at('chair')]],
  ['naming DSL and headteacher', { text: 'mrs nair and mrs adeyemi know all about it' }, 'disclosure', [at('chair')]],
  ['about a pupil of the DSL’s family name', { text: 'Ravi Nair keeps hurting me' }, 'disclosure', DSL_TEAM],
])('B5: a message %s is read by those alone whom it does not concern', (_, said, category, expected) => {
  expect(filed(said, category).readers).toEqual(expected);
});

test('B5: a message that names everybody who could read it is read all the same, and by nobody who wrote it', () => {
  const { readers, row } = filed({ to: ADULTS, text: 'mrs nair mr whitfield ms pritchard mrs adeyemi mrs osborne' }, 'threat', 3);
  expect(readers.length).toBeGreaterThan(0);
  expect(row.named).not.toEqual(expect.arrayContaining(readers));
});

test('C3: a mail to ten thousand names its writer and nobody of the ten thousand', () => {
  const to = Array.from({ length: 10_000 }, (_, index) => `person${index}@q.example`);
  const { row } = filed({ to: [at('amira'), ...to] }, 'hate');
  expect(row.named).toEqual([at('ben')]);
});

test('B5: whoever wrote a message never reads its case nor sees its flag, and somebody always does, in whatever category', () => {
  const person = fc.constantFrom(...ADULTS, at('teacher'), at('amira'), at('ben'));
  const category = fc.constantFrom(...CATEGORIES);
  const asked = fc.record({ from: person, category, severity: fc.constantFrom(1 as const, 2 as const, 3 as const) });
  fc.assert(
    fc.property(asked, ({ from, category: what, severity }) => {
      const office = new FilingOffice();
      office.file(mail({ from }, what, severity));
      const [flag] = office.flags;
      if (!flag) throw new Error('nothing was filed');
      expect(maySeeFlag({ email: from }, flag, SCHOOL)).toBe(false);
      expect(ADULTS.some((email) => maySeeFlag({ email }, flag, SCHOOL))).toBe(true);
      for (const row of office.cases) expect(mayRead(row, { email: from }, SCHOOL)).toBe(false);
    }),
  );
});

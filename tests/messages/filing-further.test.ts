import { expect, test } from '@jest/globals';
import { escalations } from '../../src/incidents/clock/escalate.ts';
import { minutesLater } from '../../src/incidents/tasks/due.ts';
import { classifyCase } from '../../src/incidents/working/classify-case.ts';
import { openCase } from '../../src/incidents/working/see-case.ts';
import { settleTask } from '../../src/incidents/working/settle-task.ts';
import { at, SCHOOL } from '../support/clock.ts';
import { FilingOffice, type MailSaid, mail } from '../support/filing.ts';

/** An office in which the DSL has opened the case of a medium message, whose conversation goes on. */
function anOpenedCase(first: MailSaid = {}) {
  const office = new FilingOffice();
  office.file(mail({ thread: 'T', ...first }, 'bullying', 2));
  const dsl = () => ({ ...office.visit, me: { email: at('dsl'), name: 'Priya Nair', kind: 'staff' as const, posts: [] } });
  const { reference } = office.onlyCase;
  const open = () => openCase({ reference }, dsl());
  open();
  let presses = 0;
  const key = () => {
    presses += 1;
    return `press-${presses}`;
  };
  return {
    office,
    open,
    tasks: () => office.onlyCase.tasks.map(({ id }) => id),
    classify: () => classifyCase({ key: key(), reference, types: ['bullying'], severity: 'medium', why: 'Looked at', was: wasOf(office) }, dsl()),
    settle: (id: string) => settleTask({ key: key(), reference, id, how: 'done', note: '', at: '' }, dsl()),
    later: (minutes: number) => {
      office.records.now = minutesLater(office.records.now, minutes);
    },
    escalated: (minutes: number) => escalations(office.cases, SCHOOL, { urgentMinutes: 30 }, minutesLater(office.records.now, minutes)).events.length,
  };
}

function wasOf({ onlyCase: { types, severity } }: FilingOffice) {
  return { types: [...types], severity };
}

const FAREWELL = mail({ thread: 'T', from: at('ben'), to: [at('amira')], text: 'goodbye everyone' }, 'self-harm', 3);

test.each([
  ['nobody has classified yet', false],
  ['somebody has called medium', true],
])('A high message that joins a case which %s is urgent: rule 3’s clock runs until somebody opens the case again', (_, isClassified) => {
  const { office, open, classify, escalated, later } = anOpenedCase();
  if (isClassified) classify();
  later(60 * 24);
  expect(escalated(31)).toBe(0);
  office.file(FAREWELL);
  expect(escalated(29)).toBe(0);
  expect(escalated(31)).toBe(1);
  expect(open().justOpened).toBe(true);
  expect(escalated(31)).toBe(0);
});

test('Once a person has said how serious it is with the high message in it, that counts', () => {
  const { office, open, classify, escalated, later } = anOpenedCase();
  later(60);
  office.file(FAREWELL);
  open();
  classify();
  later(60);
  office.file(mail({ thread: 'T', text: 'you again' }, 'bullying', 2));
  expect(escalated(31)).toBe(0);
});

test('C1: a further message that points to danger brings what is done in danger, the page’s warning and its type', () => {
  const { office, open, tasks } = anOpenedCase();
  expect(open().danger).toBe(false);
  expect(tasks()).not.toContain('danger-999');
  office.file(FAREWELL);
  expect(tasks()).toEqual(expect.arrayContaining(['danger-999', 'see-writer', 'refer-social-care']));
  expect(open().danger).toBe(true);
  expect(office.onlyCase.types).toEqual(['bullying', 'self-harm-risk']);
});

test('What a person has said the case is stays as they said it when a further message joins', () => {
  const { office, classify, tasks } = anOpenedCase();
  classify();
  office.file(FAREWELL);
  expect(office.onlyCase.types).toEqual(['bullying']);
  expect(office.onlyCase.severity).toBe('medium');
  expect(tasks()).toContain('danger-999');
});

test('What was done about danger before is asked for once more when a further message points to it, once as long as it is open', () => {
  const { office, settle, tasks } = anOpenedCase();
  office.file(FAREWELL);
  settle('danger-999');
  settle('see-writer');
  expect(tasks()).not.toContain('danger-999');
  const again = () => tasks().filter((id) => /^(danger-999|see-writer) /.test(id));
  office.file(mail({ thread: 'T', text: 'this is really it, goodbye' }, 'self-harm', 3));
  expect(again()).toHaveLength(2);
  office.file(mail({ thread: 'T', text: 'goodbye, i mean it' }, 'self-harm', 3));
  expect(again()).toHaveLength(2);
  const [first = ''] = again();
  settle(first);
  expect(again()).toHaveLength(1);
});

test('C3: a further mail to the mailbox whose sender is not proven asks for whoever it is in the name of, each time anew', () => {
  const { office, settle, tasks, open } = anOpenedCase();
  const forged = (text: string) => mail({ thread: 'T', route: 'written to us', from: at('cara'), to: [], text, isUnproven: true }, 'bullying', 2);
  office.file(forged('it happens to me too'));
  expect(tasks()).toContain('ask-writer');
  settle('ask-writer');
  office.file(forged('please do something'));
  expect(tasks().filter((id) => id.startsWith('ask-writer '))).toHaveLength(1);
  // Who raised it is said as it was: only the further mail is in doubt.
  expect(open().origin).toBe('found by Handrail in the school’s mail; nobody reported it');
});

test('C2: a pupil who sends a message on that a rule had found is somebody to see', () => {
  const found = { from: 'x@example.org', to: [], text: 'nobody likes you', date: '2026-09-07T07:40:00.000Z' };
  const { office, tasks } = anOpenedCase(found);
  expect(tasks()).not.toContain('see-reporter');
  office.file(mail({ ...found, route: 'person', by: at('cara'), remark: 'this is horrible' }, '', 0));
  expect(office.onlyCase.reporter).toBe(at('cara'));
  expect(tasks()).toContain('see-reporter');
});

test('C2: a pupil who writes in a conversation that a teacher has reported is somebody to see; whoever is to be seen anyway is not asked for twice', () => {
  const { office, tasks } = anOpenedCase({ route: 'written to us', from: at('teacher'), to: [] });
  office.file(mail({ thread: 'T', route: 'written to us', from: at('cara'), to: [], text: 'it was me who told' }, '', 0));
  expect(tasks()).toContain('see-writer');
  const other = anOpenedCase();
  other.office.file(mail({ thread: 'T', from: at('amira'), to: [at('ben')], text: 'i cannot do this any more' }, 'self-harm', 2));
  expect(other.tasks()).toContain('see-child');
  expect(other.tasks()).not.toContain('see-writer');
});

test('C2: what a person sends on is as grave as it reads then, also when it was noted as harmless before', () => {
  const office = new FilingOffice();
  const said = { text: 'i will bring a knife tomorrow', from: 'x@example.org', to: [at('amira')] };
  office.file(mail(said, 'threat', 1));
  const report = mail({ ...said, route: 'person', by: at('teacher') }, 'threat', 3);
  expect(office.file(report)).toMatchObject([{ outcome: 'known', severity: 3 }]);
  expect(office.onlyCase.facts).toMatchObject({ danger: true, mail: { severity: 3 } });
});

test('C2: what a person sends on is as grave as it reads then, also when it is a case already', () => {
  const office = new FilingOffice();
  const said = { text: 'i will bring a knife tomorrow', from: 'x@example.org', to: [at('amira')] };
  office.file(mail(said, 'bullying', 2));
  const report = mail({ ...said, route: 'person', by: at('teacher') }, 'threat', 3);
  office.file(report);
  expect(office.onlyCase.facts).toMatchObject({ danger: true, mail: { severity: 3 } });
  expect(office.onlyCase.reporter).toBe(at('teacher'));
  const before = office.records.ledger.events.length;
  office.file(report);
  expect(office.records.ledger.events).toHaveLength(before);
});

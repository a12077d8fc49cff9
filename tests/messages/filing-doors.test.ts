import { expect, test } from '@jest/globals';
import type { Keeping } from '../../src/incidents/keeping/see-keeping.ts';
import type { MyConcern } from '../../src/incidents/reporting/my-concerns.ts';
import type { CaseFile } from '../../src/incidents/working/case-file.ts';
import type { OpenFlag } from '../../src/messages/dispositions/see-flag.ts';
import { allowDeleting, aMonitoredSchool, mailFrom } from '../support/mail.ts';
import { aSchool, type SchoolUnderTest } from '../support/school.ts';
import { newKey, Working } from '../support/working.ts';

/** Cases that come from mail, through the doors of the shipped bundle. */

const { people } = aSchool();
const { dsl, head, deputy, pupil, teacher } = people;
const STRANGER = 'k.doe@example.org';
const THREAT = 'I know where you live. I am going to kill you tomorrow after school, you are dead.';
const DESPAIR = 'i cant do this any more. i am going to kill myself tonight. goodbye';

let threatened: SchoolUnderTest | null = null;

/** A stranger has threatened a pupil, and the office has read it. */
function aThreatenedSchool(): SchoolUnderTest {
  if (threatened === null) {
    threatened = aMonitoredSchool('journal');
    threatened.workspace.mail.receive(mailFrom(STRANGER, pupil, THREAT, 'Watch out'));
    threatened.beat();
  }
  return threatened.clone();
}

/** Gmail keeps a mailbox's history for about a week: after that it is listed anew, from where it was last read. */
function loseHistory({ workspace, handrail }: SchoolUnderTest): void {
  const properties = workspace.data.scripts[handrail.officeId]?.properties.script ?? {};
  const state = JSON.parse(properties['mailbox'] ?? '{}') as object;
  properties['mailbox'] = JSON.stringify({ ...state, history: '1', readTo: '2026-09-07T08:00:00.000Z' });
  workspace.clock.pass(9 * 86_400_000);
}

function references(school: SchoolUnderTest): string[] {
  const [headings = [], ...rows] = school.sheet('records', 'Cases');
  expect(headings[0]).toBe('Reference');
  return rows.map((row) => row[0] ?? '').filter((reference) => reference !== '');
}

function onlyReference(school: SchoolUnderTest): string {
  const [reference, ...others] = references(school);
  if (reference === undefined || others.length > 0) throw new Error(`there are cases ${[reference, ...others].join(', ')}`);
  return reference;
}

function opened(school: SchoolUnderTest, who: string): CaseFile {
  return school.as(who).get<CaseFile>('openCase', { reference: onlyReference(school) });
}

test('C3: the case of a message shows its headers, its text once, its fingerprint, and the rule with its words; it says that nobody reported it', () => {
  const file = opened(aThreatenedSchool(), dsl);
  expect(file.story).toContain('Found by Handrail in the school’s mail: nobody reported it.');
  expect([file.reporter, file.origin]).toEqual(['', 'found by Handrail in the school’s mail; nobody reported it']);
  expect(file.messages).toMatchObject([{ from: STRANGER, to: pupil, subject: 'Watch out', text: '', textHash: expect.stringMatching(/^[0-9a-f]{64}$/) }]);
  const [message] = file.messages;
  expect(message?.reasons[0]).toMatchObject({ rule: expect.stringMatching(/^[A-Z][a-z]+ .* \([a-z.-]+, version \d+\)$/), words: expect.stringMatching(/\S/) });
  expect(file.story).toContain(THREAT);
});

test('C4: disturbing mail brings its path, its tasks and the proposal that it is serious', () => {
  const file = opened(aThreatenedSchool(), dsl);
  expect(file.protocols.filter(({ fits }) => fits === 'applies').map(({ id }) => id)).toContain('unlawful-mail');
  const tasks = file.tasks.map(({ id }) => id);
  expect(tasks).toEqual(expect.arrayContaining(['keep-message', 'danger-999', 'refer-police']));
  expect([file.classified, file.severity, file.proposed.severity]).toEqual([false, '', 'high']);
});

test('C1: despair is met with support: the child is seen today, no sanction is proposed', () => {
  const school = aMonitoredSchool('journal');
  school.workspace.mail.send(pupil, mailFrom(pupil, people.youngPupil, DESPAIR));
  school.beat();
  const file = opened(school, dsl);
  expect(file.isForSupport).toBe(true);
  expect(file.people.map(({ role }) => role)).toEqual(['affected']);
  expect(file.tasks.map(({ id }) => id)).toContain('see-child');
});

test('B5: mail from the DSL opens for the headteacher alone, and the DSL is told of nothing', () => {
  const school = aMonitoredSchool('journal');
  school.workspace.mail.send(dsl, mailFrom(dsl, pupil, THREAT));
  school.beat();
  const reference = onlyReference(school);
  for (const who of [dsl, deputy, teacher]) expect(school.as(who).call('openCase', { reference })).toMatchObject({ ok: false });
  expect(school.mailTo(dsl)).toEqual([]);
  expect(school.as(head).get<CaseFile>('openCase', { reference }).lane).toBe('Concerns about the DSL');
});

test('C2: whoever writes to the safeguarding mailbox sees how far their concern is, and nothing more', () => {
  const school = aMonitoredSchool();
  school.workspace.mail.send(teacher, mailFrom(teacher, people.office, 'Two of mine have stopped talking to each other.'));
  school.beat();
  const reference = onlyReference(school);
  expect(school.as(teacher).get<MyConcern>('seeMyConcern', { reference })).toMatchObject({ reference, state: 'received' });
  expect(school.as(teacher).call('openCase', { reference })).toMatchObject({ ok: false });
  expect(school.as(dsl).get<CaseFile>('openCase', { reference }).reporter).toBe('Sam Okafor');
});

test('C3: who writes to the mailbox from outside under a pupil’s address is not taken for the pupil: the mail is a case, and the pupil sees none of it', () => {
  const school = aMonitoredSchool();
  school.workspace.mail.receive(mailFrom(pupil, people.office, 'My uncle hits me and I am scared to go home.'));
  school.beat();
  const reference = onlyReference(school);
  expect(school.as(pupil).call('seeMyConcern', { reference })).toMatchObject({ ok: false, code: 'not-my-concern' });
  const file = school.as(dsl).get<CaseFile>('openCase', { reference });
  expect(file.origin).toContain('the sender’s address is not proven');
  expect(file.messages).toMatchObject([{ proof: expect.stringContaining('The sender’s address is not proven') }]);
  expect(file.tasks.map(({ id }) => id)).toContain('ask-writer');
  const [flag] = file.messages;
  expect(school.as(dsl).get<OpenFlag>('seeFlag', { flag: flag?.flag }).proof).toBe(flag?.proof);
});

test('C1: a pupil who answers a case’s message with a farewell makes that case urgent again: a mail at once, 999 to do, and it goes to the next person when nobody opens it', () => {
  const school = aMonitoredSchool('journal');
  const { workspace } = school;
  const first = mailFrom(STRANGER, pupil, 'You are a fat ugly pig and everyone hates you, nobody wants you here');
  workspace.mail.receive(`Message-ID: <first@example.org>\r\n${first.replace(/^Message-ID:.*\r?\n/im, '')}`);
  school.beat();
  const reference = onlyReference(school);
  school.as(dsl).get('openCase', { reference });
  workspace.clock.pass(3_600_000);
  const answer = mailFrom(pupil, STRANGER, DESPAIR, 'Re: Hi');
  workspace.mail.send(pupil, `In-Reply-To: <first@example.org>\r\n${answer}`);
  school.beat();
  expect(onlyReference(school)).toBe(reference);
  expect(school.mailTo(dsl).map(({ subject }) => subject)).toContain('Handrail: something urgent was added to a concern');
  const toHead = () => school.mailTo(head).length;
  const before = toHead();
  for (let beat = 0; beat < 8; beat += 1) {
    workspace.clock.pass(300_000);
    school.beat();
  }
  expect(toHead()).toBeGreaterThan(before);
  const file = school.as(deputy).get<CaseFile>('openCase', { reference });
  expect(file).toMatchObject({ danger: true, justOpened: true });
  expect(file.tasks.map(({ id }) => id)).toContain('danger-999');
});

test.each([
  ['for good', true],
  ['into the bin, which the page says', false],
] as const)('B21: an erased case takes the mailbox’s copy of its message with it, %s, and reading the mailbox anew brings nothing back', (_, mayDelete) => {
  const school = aThreatenedSchool();
  if (mayDelete) allowDeleting(school);
  const reference = onlyReference(school);
  new Working(school, dsl, reference)
    .press('classifyCase', { was: { types: ['threats'], severity: '' } })
    .finish()
    .close();
  const as = (who: string, door: string, input: object) => {
    school.workspace.clock.pass(10_000);
    return school.as(who).get(door, input);
  };
  const asked = as(dsl, 'seeKeeping', { reference }) as Keeping;
  expect(asked.asked?.copies.join()).toContain('in the safeguarding mailbox');
  as(dsl, 'askErasure', { key: newKey(), reference, why: 'Its time is over' });
  as(head, 'approveErasure', { key: newKey(), reference });
  for (let beat = 0; beat < 12 && references(school).length > 0; beat += 1) {
    school.workspace.clock.pass(300_000);
    school.beat();
  }
  school.workspace.clock.pass(300_000);
  school.beat();
  expect(references(school)).toEqual([]);
  expect(school.sheet('records', 'Journal').flat().join()).not.toContain('you are dead');
  const left = school.workspace.mail.mailbox(people.office).search(`from:${STRANGER} in:anywhere`);
  expect(left.map(({ labelIds }) => labelIds.includes('TRASH'))).toEqual(mayDelete ? [] : [true]);
  loseHistory(school);
  for (let beat = 0; beat < 3; beat += 1) school.beat();
  expect(references(school)).toEqual([]);
  const { leftovers } = as(dsl, 'seeKeeping', { reference: '' }) as Keeping;
  expect(JSON.stringify(leftovers).includes('in the bin of the safeguarding mailbox')).toBe(!mayDelete);
});

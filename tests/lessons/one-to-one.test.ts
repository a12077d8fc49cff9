import { describe, expect, test } from '@jest/globals';
import { roll } from '../../local/school/roll.ts';
import type { OneToOnes } from '../../src/lessons/one-to-ones/see-one-to-ones.ts';
import { aSchool, type SchoolUnderTest } from '../support/school.ts';

const { people } = aSchool();
const ASKED = { pupil: people.pupil as string, why: 'She reads aloud to nobody else yet', from: '09/09/2026', until: '30/10/2026', inEarshot: 'Nadia Khan' };
const DECIDED = { approve: true, note: '', from: '09/09/2026', until: '30/10/2026', inEarshot: 'Nadia Khan' };
let presses = 0;

function key(): string {
  presses += 1;
  return `press-of-one-to-one-${presses}`;
}

function ask(at: SchoolUnderTest, change: Partial<typeof ASKED> = {}, who: string = people.teacher): string {
  return at.as(who).get<{ reference: string }>('askOneToOne', { key: key(), ...ASKED, ...change }).reference;
}

function decide(at: SchoolUnderTest, reference: string, change: Partial<typeof DECIDED> = {}, who: string = people.head) {
  return at.as(who).call('decideOneToOne', { key: key(), reference, ...DECIDED, ...change });
}

function end(at: SchoolUnderTest, reference: string, who: string, note = 'She reads in her group now') {
  return at.as(who).call('endOneToOne', { key: key(), reference, note });
}

function seen(at: SchoolUnderTest, who: string): OneToOnes {
  return at.as(who).get<OneToOnes>('seeOneToOnes', { pupil: '' });
}

function lineOf(at: SchoolUnderTest, reference: string, who: string = people.head) {
  return seen(at, who).lines.find((line) => line.reference === reference);
}

/** Mails about one-to-ones in somebody's inbox, once the heart has beaten. */
function mails(at: SchoolUnderTest, who: string) {
  at.beat();
  return at.mailTo(who).filter(({ subject }) => subject.includes('one-to-one'));
}

function imported(at: SchoolUnderTest, change: (csv: string) => string): void {
  at.as(people.office).get('importRoll', { csv: change(roll(at.workspace)) });
}

test('D3: a teacher asks, a senior leader approves fewer days, both are mailed without a name, and the approval runs out by itself', () => {
  const school = aSchool();
  const reference = ask(school);
  expect(lineOf(school, reference, people.teacher)).toMatchObject({ standing: 'waits', pupil: 'Amira Khan', may: ['take back'] });
  expect(mails(school, people.head)).toHaveLength(1);
  expect(mails(school, people.secondDeputy)).toHaveLength(1);
  expect(mails(school, people.dsl)).toEqual([]);

  expect(decide(school, reference, { until: '16/10/2026', inEarshot: 'Lorna Beck', note: 'Until half term' })).toMatchObject({ ok: true });
  expect(lineOf(school, reference, people.teacher)).toMatchObject({
    ...{ standing: 'approved', from: '09/09/2026', until: '16/10/2026', inEarshot: 'Lorna Beck', note: 'Until half term', may: ['end'] },
    steps: [expect.stringMatching(/Sam Okafor asked for it$/), expect.stringMatching(/Ruth Adeyemi approved it$/)],
  });
  const told = [...mails(school, people.teacher), ...mails(school, people.head)];
  expect(told.map(({ subject }) => subject)).toEqual([
    'Handrail: your request for a one-to-one lesson has been decided',
    'Handrail: a one-to-one lesson waits for approval',
  ]);
  for (const { subject, text } of told) expect(`${subject} ${text}`).not.toMatch(/amira|khan|okafor|adeyemi|beck|reads/i);

  school.workspace.clock.moveTo(Date.UTC(2026, 9, 17, 8));
  expect(lineOf(school, reference, people.teacher)).toMatchObject({ standing: 'over', may: [] });
  expect(end(school, reference, people.teacher)).toMatchObject({ ok: false, code: 'over' });
  expect(school.history()).toBe('unbroken');
});

test('D3: a refusal gives its reason, and a decision is made once', () => {
  const school = aSchool();
  const reference = ask(school);
  expect(decide(school, reference, { approve: false, note: ' ' })).toMatchObject({ ok: false, field: 'note' });
  expect(decide(school, reference, { approve: false, note: 'In a group of three instead' })).toMatchObject({ ok: true });
  expect(decide(school, reference, {}, people.secondDeputy)).toMatchObject({ ok: false, code: 'changed-meanwhile' });
  expect(lineOf(school, reference)).toMatchObject({ standing: 'refused', note: 'In a group of three instead', may: [] });
});

test.each<[what: string, change: Partial<typeof ASKED>, field: string]>([
  ['no pupil', { pupil: '' }, 'pupil'],
  ['somebody who is no pupil', { pupil: people.teachingAssistant }, 'pupil'],
  ['a pupil who is not on the list', { pupil: 'nobody@quillhaven.example' }, 'pupil'],
  ['no reason', { why: '  ' }, 'why'],
  ['days that are over', { from: '06/09/2026' }, 'from'],
  ['no day', { from: 'next week' }, 'from'],
  ['days next year but one', { from: '08/09/2027', until: '09/09/2027' }, 'from'],
  ['a last day before the first', { until: '08/09/2026' }, 'until'],
  ['more than sixteen weeks', { until: '30/12/2026' }, 'until'],
  ['nobody within earshot', { inEarshot: '' }, 'inEarshot'],
  ['oneself within earshot', { inEarshot: 'Mr Sam Okafor' }, 'inEarshot'],
])('D3: asking with %s is refused at the field', (_, change, field) => {
  const school = aSchool();
  expect(school.as(people.teacher).call('askOneToOne', { key: key(), ...ASKED, ...change })).toMatchObject({ ok: false, field });
  expect(seen(school, people.head).lines).toEqual([]);
});

describe('D3: who approves', () => {
  test('nobody approves their own, and another senior leader does', () => {
    const school = aSchool();
    const reference = ask(school, {}, people.secondDeputy);
    expect(mails(school, people.secondDeputy)).toEqual([]);
    expect(lineOf(school, reference, people.secondDeputy)?.may).toEqual(['take back']);
    expect(decide(school, reference, {}, people.secondDeputy)).toMatchObject({ ok: false, code: 'own-request' });
    expect(decide(school, reference)).toMatchObject({ ok: true });
  });

  test('whoever is within earshot does not approve: three people know of it', () => {
    const school = aSchool();
    const reference = ask(school, { inEarshot: 'Mrs Ruth Adeyemi' });
    const own = { inEarshot: 'Mrs Ruth Adeyemi' };
    expect(decide(school, reference, own)).toMatchObject({ ok: false, code: 'own-earshot', field: 'inEarshot' });
    expect(decide(school, reference, own, people.secondDeputy)).toMatchObject({ ok: true });
  });

  test.each([people.dsl, people.deputy, people.computingLead, people.chair, people.technician, people.teacher, people.pupil])('%s may not', (who) => {
    const school = aSchool();
    expect(decide(school, ask(school), {}, who)).toMatchObject({ ok: false, code: 'not-yours' });
  });

  test('where nobody else could approve it, the request says so at once', () => {
    const school = aSchool();
    const { school: settings } = school.as(people.office).get<{ school: Record<string, string | string[]> }>('readSetUp');
    const lines = Object.fromEntries(Object.entries(settings).map(([field, value]) => [field, Array.isArray(value) ? value.join('\n') : value]));
    school.as(people.office).get('saveSettings', { ...lines, slt: '', closures: '' });
    const answer = school.as(people.head).call('askOneToOne', { key: key(), ...ASKED });
    expect(answer).toMatchObject({ ok: false, code: 'no-approver' });
  });
});

describe('D3: approval is given beforehand', () => {
  test('what waited past its first day is approved from today on', () => {
    const school = aSchool();
    const reference = ask(school);
    school.workspace.clock.moveTo(Date.UTC(2026, 8, 14, 8));
    expect(lineOf(school, reference)?.proposed).toEqual({ from: '14/09/2026', until: '30/10/2026' });
    expect(decide(school, reference)).toMatchObject({ ok: false, field: 'from' });
    expect(decide(school, reference, { from: '14/09/2026' })).toMatchObject({ ok: true });
  });

  test('what nobody decided in time falls away', () => {
    const school = aSchool();
    const reference = ask(school, { until: '11/09/2026' });
    school.workspace.clock.moveTo(Date.UTC(2026, 8, 12, 8));
    expect(lineOf(school, reference)).toMatchObject({ standing: 'not decided in time', may: [] });
    expect(decide(school, reference, { from: '12/09/2026', until: '12/09/2026' })).toMatchObject({ ok: false, code: 'too-late' });
  });

  test.each([
    ['earlier than asked for', { from: '08/09/2026' }, 'from'],
    ['longer than asked for', { until: '31/10/2026' }, 'until'],
  ])('days %s are refused: whoever approves may only shorten them', (_, change, field) => {
    const school = aSchool();
    expect(decide(school, ask(school), change)).toMatchObject({ ok: false, field });
  });
});

test('D3: requests for a pupil on the same days are shown together, each naming the other', () => {
  const school = aSchool();
  const first = ask(school);
  const elsewhere = ask(school, { pupil: people.youngPupil });
  const second = ask(school, { from: '26/10/2026', until: '13/11/2026' }, people.teachingAssistant);
  const after = ask(school, { from: '16/11/2026', until: '20/11/2026' });
  expect(seen(school, people.head).lines.map(({ reference }) => reference)).toEqual([first, second, after, elsewhere]);
  expect(lineOf(school, first)?.sameDays).toEqual([`Lorna Beck asks as well from 26/10/2026 to 13/11/2026 (${second}).`]);
  decide(school, first);
  expect(lineOf(school, second)?.sameDays).toEqual([`Sam Okafor has an approval from 09/09/2026 to 30/10/2026 (${first}).`]);
  expect(lineOf(school, after)?.sameDays).toEqual([]);
  expect(lineOf(school, second, people.teachingAssistant)?.sameDays).toEqual([]);
});

test.each<[who: string, words: RegExp, change: (csv: string) => string]>([
  ['pupil', /This pupil is not on the list/, (csv) => without(csv, people.pupil)],
  ['pupil', /Amira Khan leaves on 12\/10\/2026: it cannot last longer than that/, (csv) => leaving(csv, people.pupil, '12/10/2026')],
  ['adult', /Sam Okafor leaves on 12\/10\/2026/, (csv) => leaving(csv, people.teacher, '12/10/2026')],
  ['adult', /Whoever asked is not on the list/, (csv) => without(csv, people.teacher)],
])('D3: when the %s is gone before the last day, the request says so and is not approved until then (%s)', (_, words, change) => {
  const school = aSchool();
  const reference = ask(school);
  imported(school, change);
  expect(lineOf(school, reference)?.fault).toMatch(words);
  expect(decide(school, reference)).toMatchObject({ ok: false, code: 'not-possible', message: expect.stringMatching(words) });
  expect(decide(school, reference, { approve: false, note: 'Has left' })).toMatchObject({ ok: true });
});

/** The line's last cell says on which day somebody leaves. */
function leaving(csv: string, email: string, day: string): string {
  return csv.replace(new RegExp(`^(${email},.*,)\r`, 'm'), `$1${day}\r`);
}

function without(csv: string, email: string): string {
  return csv
    .split('\n')
    .filter((line) => !line.includes(email))
    .join('\n');
}

test('D3: the pupil’s name is for whoever asked, senior leaders and the DSL team', () => {
  const school = aSchool();
  ask(school);
  for (const who of [people.teacher, people.head, people.secondDeputy, people.dsl, people.deputy])
    expect(seen(school, who).lines.map(({ pupil }) => pupil)).toEqual(['Amira Khan']);
  for (const who of [people.secondTeacher, people.computingLead, people.chair, people.technician, people.businessManager])
    expect(seen(school, who)).toMatchObject({ lines: [], isWhole: false });
  expect(school.as(people.pupil).call('seeOneToOnes', { pupil: '' })).toMatchObject({ ok: false, code: 'not-yours' });
});

test('D3: the address may name the pupil, and nobody else', () => {
  const school = aSchool();
  const wanted = (pupil: string) => school.as(people.teacher).get<OneToOnes>('seeOneToOnes', { pupil }).wanted;
  expect(wanted(people.pupil)).toEqual({ email: people.pupil, name: 'Amira Khan', detail: '3A' });
  expect(wanted(people.head)).toBeNull();
  expect(wanted('<script>')).toBeNull();
});

test('D3: for a pupil who leaves it is approved up to their last day', () => {
  const school = aSchool();
  const reference = ask(school);
  imported(school, (csv) => leaving(csv, people.pupil, '12/10/2026'));
  expect(decide(school, reference, { until: '12/10/2026' })).toMatchObject({ ok: true });
  expect(lineOf(school, reference)?.fault).toBe('');
  expect(school.as(people.teacher).call('askOneToOne', { key: key(), ...ASKED })).toMatchObject({ ok: false, field: 'until' });
});

describe('D3: an approval ends early', () => {
  test('by the adult, by a senior leader or by the DSL team, with a reason; the adult is told of others', () => {
    for (const [who, told] of [
      [people.teacher, 1],
      [people.secondDeputy, 2],
      [people.dsl, 2],
    ] as const) {
      const school = aSchool();
      const reference = ask(school);
      decide(school, reference);
      expect(end(school, reference, who, '')).toMatchObject({ ok: false, field: 'note' });
      expect(end(school, reference, who)).toMatchObject({ ok: true });
      expect(lineOf(school, reference)).toMatchObject({ standing: 'ended', note: 'She reads in her group now', may: [] });
      expect(mails(school, people.teacher)).toHaveLength(told);
      expect(end(school, reference, who)).toMatchObject({ ok: false, code: 'changed-meanwhile' });
    }
  });

  test('by nobody else; and only whoever asked takes a request back', () => {
    const school = aSchool();
    const reference = ask(school);
    expect(end(school, reference, people.head)).toMatchObject({ ok: false, code: 'not-yours' });
    expect(end(school, reference, people.secondTeacher)).toMatchObject({ ok: false, code: 'no-such-request' });
    expect(end(school, 'O-AAAAAA', people.head)).toMatchObject({ ok: false, code: 'no-such-request' });
    expect(end(school, reference, people.teacher)).toMatchObject({ ok: true });
    expect(decide(school, reference)).toMatchObject({ ok: false, code: 'changed-meanwhile' });
  });
});

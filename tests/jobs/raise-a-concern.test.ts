import { expect, test } from '@jest/globals';
import type { Receipt } from '../../src/incidents/reporting/raise-concern.ts';
import { ACCOUNT } from '../support/concerns.ts';
import { deskLinesOf, typeOnDesk } from '../support/desk.ts';
import { faultSweep } from '../support/fault-sweep.ts';
import { aSchool, type SchoolUnderTest } from '../support/school.ts';

/** What a teacher sends from the report page. */
function concern(change: Record<string, unknown> = {}) {
  return {
    key: 'press-0001-of-the-button',
    story: 'She told me that somebody keeps writing to her.',
    ...ACCOUNT,
    people: [],
    ...change,
  };
}

function raise(school: SchoolUnderTest, by: string, change: Record<string, unknown> = {}): string {
  return school.as(by).get<Receipt>('raiseConcern', concern(change)).reference;
}

function about(email: string, role = 'alleged') {
  return { people: [{ email, name: '', role }] };
}

test('B1: a teacher raises a concern and gets a reference; the DSL gets a mail without name or story', () => {
  const school = aSchool();
  const { teacher, dsl, pupil } = school.people;
  const reference = raise(school, teacher, about(pupil, 'affected'));
  expect(reference).toMatch(/^C-[2-9A-Z]{6}$/);

  const [mail, ...others] = school.mailTo(dsl).filter(({ subject }) => subject.includes('concern'));
  expect(others).toEqual([]);
  expect(mail?.text).toContain(`page=case&reference=${reference}`);
  expect(mail?.text).not.toMatch(/Amira|Khan|writing to her/);
  expect(mail?.subject).not.toMatch(/Amira|Khan|C-/);
});

test('B1: the reporter sees its state and nothing else; a pupil may report too', () => {
  const school = aSchool();
  const reference = raise(school, school.people.pupil);
  const concerns = () => school.as(school.people.pupil).get<{ concerns: { reference: string; state: string }[] }>('home').concerns;
  expect(concerns()).toMatchObject([{ reference, state: 'we have got it' }]);
  school.as(school.people.dsl).get('changeState', { key: 'press-0002-x', reference, from: 'new', to: 'open' });
  expect(concerns()).toMatchObject([{ reference, state: 'somebody is looking at it' }]);
  expect(school.as(school.people.pupil).call('openCase', { reference })).toMatchObject({ ok: false, code: 'not-yours' });
});

test('B2: the desk shows the case with initials and class, not the story', () => {
  const school = aSchool();
  const reference = raise(school, school.people.teacher, about(school.people.pupil, 'affected'));
  expect(school.desk('dsl')).toHaveLength(1);
  expect(deskLinesOf(school)).toEqual([
    expect.objectContaining({
      ...{ Reference: reference, Received: expect.stringMatching(/^07\/09\/2026 09:\d\d$/), Happened: '', People: expect.stringMatching(/^A\.K\. \w+$/) },
      ...{ State: 'new', Owner: '', Severity: 'to be set', 'Age (days)': '0' },
    }),
  ]);
  expect(JSON.stringify(school.desk('dsl'))).not.toContain('writing to her');
});

test('B2: state, owner and note typed on the desk become history; anything else is refused or put back', () => {
  const school = aSchool();
  const { dsl, teacher } = school.people;
  const reference = raise(school, teacher);
  typeOnDesk(school, dsl, reference, 'State', 'open');
  typeOnDesk(school, dsl, reference, 'Owner', 'Priya Nair');
  typeOnDesk(school, dsl, reference, 'Note', 'Seen her at break');
  expect(() => typeOnDesk(school, dsl, reference, 'Reference', 'C-AAAAAA')).toThrow(/protected/);
  expect(() => typeOnDesk(school, dsl, reference, 'State', 'closed')).toThrow();
  school.pass(5);
  const file = school.as(dsl).get<{ state: string; owner: string; timeline: { what: string; who: string; said: string }[] }>('openCase', { reference });
  expect(file).toMatchObject({ state: 'open', owner: dsl });
  expect(file.timeline.map(({ what, said }) => [what, said])).toEqual([
    ['Concern raised', ''],
    ['State set to open on the desk', ''],
    ['Owner is now Priya Nair', ''],
    ['Note on the desk', 'Seen her at break'],
    ['Opened by those who have it', ''],
  ]);
  expect(file.timeline.slice(1).map(({ who }) => who)).toEqual(['Priya Nair', 'Priya Nair', 'Priya Nair', 'Priya Nair']);
  expect(deskLinesOf(school)).toMatchObject([{ State: 'open', Owner: 'Priya Nair', Note: 'Seen her at break' }]);
});

test('B2: a change on the case page appears on the desk; a change on the desk that was overtaken is put back', () => {
  const school = aSchool();
  const { dsl, teacher } = school.people;
  const reference = raise(school, teacher);
  typeOnDesk(school, dsl, reference, 'State', 'waiting');
  school.as(dsl).get('changeState', { key: 'press-0003-x', reference, from: 'new', to: 'open' });
  school.pass(5);
  expect(deskLinesOf(school)[0]).toMatchObject({ State: 'open' });
  expect(school.as(dsl).get<{ state: string }>('openCase', { reference }).state).toBe('open');
});

test('B5: a teacher who tries to open the desk is refused', () => {
  const school = aSchool();
  expect(school.workspace.drive.mayRead(school.people.teacher, school.fileId('desk-dsl'))).toBe(false);
  expect(() => school.workspace.sheets.open(school.people.teacher, school.fileId('desk-dsl'))).toThrow();
});

test('B5: a concern about the headteacher is nowhere the headteacher can look', () => {
  const school = aSchool();
  const { head, chair, teacher, dsl } = school.people;
  const reference = raise(school, teacher, about(head));
  school.pass(10);
  for (const other of [head, dsl, school.people.deputy]) expect(school.as(other).everythingInSight()).not.toContain(reference);
  expect(school.as(chair).everythingInSight()).toContain(reference);
  expect(school.mailTo(head)).toEqual([]);
});

test.each([
  ['a pupil', 'pupil', 'dsl', 'dsl'],
  ['a teacher', 'secondTeacher', 'head', 'staff'],
  ['the DSL', 'dsl', 'head', 'dsl-concern'],
  ['a deputy DSL', 'deputy', 'head', 'staff'],
  ['the headteacher', 'head', 'chair', 'head'],
  ['the chair of governors', 'chair', 'head', 'staff'],
] as const)('B5: a concern about %s (%s) goes to the %s', (_, who, reader, lane) => {
  const school = aSchool();
  const reference = raise(school, school.people.teacher, about(school.people[who]));
  expect(school.as(school.people[reader]).everythingInSight()).toContain(reference);
  expect(school.as(school.people[who]).everythingInSight()).not.toContain(reference);
  expect(school.desk(lane)[0]?.[0]).toBe(reference);
});

test('B5: somebody named as a witness who reads the desk loses sight of it: it lives on pages only', () => {
  const school = aSchool();
  const { deputy, dsl, teacher } = school.people;
  const reference = raise(school, teacher, about(deputy, 'witness'));
  school.pass(10);
  expect(school.desk('dsl')).toEqual([]);
  expect(school.as(deputy).everythingInSight()).not.toContain(reference);
  expect(school.as(dsl).get<{ onDesk: boolean }>('openCase', { reference }).onDesk).toBe(false);
  expect(school.mailTo(deputy)).toEqual([]);
});

test.each([
  ['Mrs Adeyemi', 'head', 'chair'],
  ['the headteacher', 'head', 'chair'],
  ['Priya Nair', 'dsl', 'head'],
] as const)('B5: a pupil, who cannot look names up, types "%s": the %s does not see it, the %s does', (name, who, reader) => {
  const school = aSchool();
  const reference = raise(school, school.people.pupil, { people: [{ email: '', name, role: 'alleged' }] });
  school.pass(10);
  expect(school.as(school.people[who]).everythingInSight()).not.toContain(reference);
  expect(school.as(school.people[reader]).everythingInSight()).toContain(reference);
  // Who was meant is for the reader to find out: the record says what was typed.
  expect(school.as(school.people[reader]).get<{ people: unknown[] }>('openCase', { reference }).people).toMatchObject([{ email: '', name }]);
});

test('B5: when everybody who could receive it is named, the reporter is told whom to telephone and nothing is recorded', () => {
  const school = aSchool();
  const { head, chair, teacher } = school.people;
  const people = [head, chair].map((email) => ({ email, name: '', role: 'alleged' }));
  expect(school.as(teacher).call('raiseConcern', concern({ people }))).toMatchObject({
    ok: false,
    code: 'lane-unstaffed',
    message: expect.stringContaining('LADO'),
  });
  expect(school.sheet('records', 'Cases')).toHaveLength(1);
});

test('B1: a second press of the button is the same concern', () => {
  const school = aSchool();
  expect(raise(school, school.people.teacher)).toBe(raise(school, school.people.teacher));
  expect(school.desk('dsl')).toHaveLength(1);
  expect(school.mailTo(school.people.dsl)).toHaveLength(1);
});

test.each([
  ['no story', { story: '  ' }, 'story'],
  ['a time that has not come yet', { happened: '2026-09-09T08:00:00.000Z' }, 'happened'],
  ['a time that is none', { happened: 'last week' }, 'happened'],
  ['no word on whether the DSL was told', { toldDslInPerson: null }, 'toldDslInPerson'],
  [
    'a person twice',
    {
      people: [
        { email: 'amira.khan@quillhaven.example', name: '', role: 'affected' },
        { email: 'amira.khan@quillhaven.example', name: '', role: 'witness' },
      ],
    },
    'person-1',
  ],
  ['a person without a role', { people: [{ email: '', name: 'A man at the gate', role: '' }] }, 'role-0'],
])('B2: %s is refused with a sentence at its input', (_, change, field) => {
  const school = aSchool();
  const answer = school.as(school.people.teacher).call('raiseConcern', concern(change));
  expect(answer).toMatchObject({ ok: false, field });
  expect(school.sheet('records', 'Journal')).toHaveLength(school.sheet('records', 'Journal').length);
  expect(school.desk('dsl')).toEqual([]);
});

test.each([
  ['a formula', '=IMPORTXML("https://example.org","//a")'],
  ['a sum', '+1+1'],
  ['a minus', '-2'],
  ['an at sign', '@import'],
  ['a tab', '\tindented'],
  ['an apostrophe', "'quoted"],
  ['emoji', '😟👩‍👧 she said 🏳️‍🌈'],
  ['right-to-left text', 'قالت لي شيئًا'],
  ['a null byte', 'a\u0000b'],
  ['sixty thousand characters', `${'word '.repeat(12_000)}end`],
  ['markup', '<script>alert(1)</script><img src=x onerror=alert(1)>'],
])('B2: %s is kept and shown as typed', (_, story) => {
  const school = aSchool();
  const reference = raise(school, school.people.teacher, {
    story,
    where: story.slice(0, 200),
    people: [{ email: '', name: story.slice(0, 40), role: 'other' }],
  });
  const file = school.as(school.people.dsl).get<{ story: string }>('openCase', { reference });
  expect(file.story).toBe(story);
  const formulas = Object.values(school.workspace.data.spreadsheets).flatMap((each) =>
    each.sheets.flatMap((sheet) => sheet.rows.flatMap((row) => (row ?? []).filter((cell) => cell?.f))),
  );
  expect(formulas).toEqual([]);
});

test('B1: whichever call fails, one concern, one mail, one line on the desk, one unbroken history', () => {
  faultSweep<SchoolUnderTest>({
    arrange: aSchool,
    clone: (school) => school.another(),
    operation: (school, faults) => {
      const { run } = school.door(school.people.teacher, 'raiseConcern', concern(), faults);
      if (!run) throw new Error('the door did not run');
      return run;
    },
    meanwhile: [
      (school) => void school.door(school.people.teacher, 'raiseConcern', concern()),
      (school) => void school.door(school.people.secondTeacher, 'raiseConcern', concern({ key: 'another-persons-press', story: 'Something else' })),
    ],
    recover: (school) => {
      school.as(school.people.teacher).get('raiseConcern', concern());
      school.pass(10);
    },
    invariant: (school, where) => {
      const mine = school
        .sheet('records', 'Cases')
        .slice(1)
        .filter((row) => row.includes(school.people.teacher));
      const others = school.sheet('records', 'Cases').slice(1).length - mine.length;
      const facts = {
        where,
        mine: mine.length,
        desk: school.desk('dsl').length - others,
        mails: school.mailTo(school.people.dsl).length - others,
        history: school.history(),
      };
      expect(facts).toEqual({ where, mine: 1, desk: 1, mails: 1, history: 'unbroken' });
    },
  });
});

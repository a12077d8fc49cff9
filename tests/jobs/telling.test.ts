import { describe, expect, test } from '@jest/globals';
import { people } from '../../local/school/staff.ts';
import { aPress, codeOf, familySigns, filledInBy, formInUse, payloadsOf, promises, putIntoUse, rowOf, signs, stateOf } from '../support/agreement-forms.ts';
import { ACCOUNT } from '../support/concerns.ts';
import type { SchoolUnderTest } from '../support/school.ts';
import { aSchoolOf, beatAt, changeSettings, daysFrom, diary, importList, type Line, moveTo, startRound } from '../support/telling.ts';

const at = (name: string) => `${name}@quillhaven.example`;
const NOOR = at('noor.khan');

const STAFF: Line[] = [
  { email: people.head, role: 'staff', job: 'Headteacher' },
  { email: people.secondDeputy, role: 'staff', job: 'Deputy Headteacher', manager: people.head },
  { email: people.teacher, role: 'staff', className: '3A', job: 'Teacher', manager: people.secondDeputy },
  { email: people.secondTeacher, role: 'staff', className: '1B', job: 'Teacher', manager: people.secondDeputy },
  { email: people.networkManager, role: 'staff', job: 'Network Manager' },
  { email: people.officeManager, role: 'staff', job: 'Office Manager' },
];
const FAMILIES: Line[] = [
  { email: people.pupil, role: 'pupil', className: '3A' },
  { email: NOOR, role: 'pupil', className: '3A' },
  { email: people.youngPupil, role: 'pupil', className: '1B' },
  { email: people.parent, role: 'parent', children: [people.pupil, NOOR, people.youngPupil] },
  { email: people.secondParent, role: 'parent', children: [people.pupil, NOOR, people.youngPupil] },
];
const EVERYBODY: Line[] = [...STAFF, ...FAMILIES, { email: people.governor, role: 'governor' }];

/** Words that would say who is meant. */
const NAMES = /Khan|Amira|Noor|Yusuf|Okafor|Lindqvist|Pritchard|Mistry|Adeyemi|Baptiste|amira|noor|yusuf/;

/** A mail without the reader's own address, which it may name. */
function textsTo(school: SchoolUnderTest, email: string): string[] {
  return school.mailTo(email).map(({ subject, text }) => `${subject}\n${text.replace(/\r\n/g, '\n')}`.split(email).join('YOU'));
}

/** Friday 11 September 2026 after school hours: people are asked by the beat that follows. */
function roundOnFriday(school: SchoolUnderTest, agreements: string[], due = '2026-09-25'): void {
  moveTo(school, '2026-09-11', '17:05');
  startRound(school, agreements, due);
  beatAt(school, '2026-09-11', '17:10');
}

describe('A15: a round, week by week', () => {
  test('started late on a Friday it is told on Monday morning; reminders after 3, 7 and 14 days; then the line manager, then the head; then nothing', () => {
    const school = aSchoolOf(STAFF);
    roundOnFriday(school, ['staff']);
    diary(school, [], ['2026-09-12', '2026-09-13'], ['08:02', '12:02']);
    beatAt(school, '2026-09-14', '07:57');
    const readers = [people.teacher, people.secondDeputy, people.head];
    expect(readers.flatMap((email) => school.mailTo(email))).toEqual([]);
    const notes = diary(school, readers, daysFrom('2026-09-14', '2026-10-23'));
    const told = ['2026-09-14 please read and sign', ...['2026-09-17', '2026-09-21', '2026-09-28'].map((day) => `${day} reminder, please read and sign`)];
    expect(notes).toEqual({
      [people.teacher]: told,
      [people.secondDeputy]: [...told, '2026-10-01 agreements not signed after all reminders'],
      // The head is the deputy's line manager, and then hears of all who are left; of themself the chair hears.
      [people.head]: [...told, ...['2026-10-01', '2026-10-08'].map((day) => `${day} agreements not signed after all reminders`)],
    });
    expect(textsTo(school, people.chair)).toEqual([expect.stringContaining('The headteacher has not signed')]);
    expect(school.history()).toBe('unbroken');
  });

  test('half term and weekends are quiet, and the reminders after them keep their distance', () => {
    const school = aSchoolOf(STAFF);
    moveTo(school, '2026-10-22', '09:00');
    startRound(school, ['staff'], '2026-11-06');
    const notes = diary(school, [people.teacher], daysFrom('2026-10-22', '2026-11-30'), ['09:02', '14:02']);
    // Half term is from 26 to 30 October, and the clocks go back on the 25th.
    expect(notes[people.teacher]).toEqual([
      '2026-10-22 please read and sign',
      ...['2026-11-02', '2026-11-06', '2026-11-13'].map((day) => `${day} reminder, please read and sign`),
    ]);
  });

  test('in winter time too nobody is told before eight', () => {
    const school = aSchoolOf(STAFF);
    moveTo(school, '2026-11-02', '17:30');
    startRound(school, ['staff'], '2026-11-20');
    beatAt(school, '2026-11-02', '17:35');
    beatAt(school, '2026-11-03', '07:55');
    expect(school.mailTo(people.teacher)).toEqual([]);
    beatAt(school, '2026-11-03', '08:00');
    expect(school.mailTo(people.teacher)).toHaveLength(1);
  });

  test('the cap on mails holds, whatever the schedule says', () => {
    const school = aSchoolOf(STAFF);
    changeSettings(school, { remindAfterDays: [1, 2, 3, 4, 5], mostMails: 3, lineManagerAfterDays: 30, headAfterDays: 60 });
    roundOnFriday(school, ['staff']);
    expect(diary(school, [people.teacher], daysFrom('2026-09-14', '2026-09-30'))[people.teacher]).toEqual([
      '2026-09-14 please read and sign',
      '2026-09-15 reminder, please read and sign',
      '2026-09-16 reminder, please read and sign',
    ]);
  });

  test('who signs meanwhile gets no more mails, and is not passed on', () => {
    const school = aSchoolOf(STAFF);
    roundOnFriday(school, ['staff']);
    diary(school, [people.teacher], daysFrom('2026-09-14', '2026-09-15'));
    signs(school, 'staff', people.teacher, 'Sam Okafor');
    diary(school, [], daysFrom('2026-09-16', '2026-10-09'));
    expect(textsTo(school, people.teacher).filter((text) => text.includes('read and sign'))).toHaveLength(1);
    // The page that the mail leads to knows who is left.
    expect(school.as(people.secondDeputy).get('myTeam')).toMatchObject({ late: [{ name: 'Hannah Lindqvist' }] });
    const [escalation = ''] = textsTo(school, people.secondDeputy).filter((text) => text.includes('after all reminders'));
    expect(escalation).toContain('One person in your team has not signed');
  });

  test('people who are asked in the middle of a day are told within the hour', () => {
    const school = aSchoolOf(STAFF);
    beatAt(school, '2026-09-14', '10:02');
    startRound(school, ['staff'], '2026-09-28');
    const notes = diary(school, [people.teacher], ['2026-09-14'], ['10:07', '10:32', '11:02']);
    expect(notes[people.teacher]).toHaveLength(1);
  });
});

describe('A15: one digest a person', () => {
  /** Everybody's agreements, told on Monday 14 September. */
  function toldOnMonday(): SchoolUnderTest {
    const school = aSchoolOf(EVERYBODY);
    putIntoUse(school, 'parent', 'ks1', 'ks2', 'governor');
    roundOnFriday(school, ['staff', 'parent', 'ks1', 'ks2', 'governor']);
    diary(school, [], ['2026-09-14'], ['08:02', '08:07', '09:02', '12:02']);
    return school;
  }

  test('a parent of three, a class teacher, a governor without an account: one mail each, naming no child and no colleague', () => {
    const school = toldOnMonday();
    for (const email of [people.parent, people.secondParent, people.teacher, people.governor]) {
      const texts = textsTo(school, email);
      expect({ email, mails: texts.length }).toEqual({ email, mails: 1 });
      expect(texts.join()).not.toMatch(NAMES);
    }
    expect(textsTo(school, people.teacher).join()).toMatch(/Staff agreement[\s\S]*page=class&class=3A/);
    expect(
      textsTo(school, people.parent)
        .join()
        .match(/docs\.google\.com/g),
    ).toHaveLength(2);
    expect(school.mailTo(people.pupil)).toEqual([]);
  });

  test('A8: the links in a parent’s mail open the forms with their own code, and their answer settles all their children', () => {
    const school = toldOnMonday();
    const [mail = ''] = textsTo(school, people.parent);
    const links = mail.match(/https:\/\/docs\.google\.com\S+/g) ?? [];
    const form = formInUse(school, 'parent', 'family');
    const link = links.find((each) => each.startsWith(school.workspace.forms.publishedUrl(form))) ?? '';
    const { Code: code = '', ...others } = filledInBy(form, link);
    expect([code, others]).toEqual([codeOf(school, people.parent), {}]);
    expect(codeOf(school, people.secondParent)).not.toBe(code);

    familySigns(school, { code, children: [{ name: 'Amira Khan' }, { name: 'Noor Khan' }, { name: 'Yusuf Khan' }] });
    promises(school, { name: 'Yusuf Khan' }, { code });
    beatAt(school, '2026-09-14', '13:02');
    expect([people.pupil, NOOR, people.youngPupil].map((child) => stateOf(school, 'parent', child))).toEqual(['signed', 'signed', 'signed']);
    const notes = diary(school, [people.parent, people.secondParent], daysFrom('2026-09-15', '2026-09-30'));
    expect(
      Object.values(notes)
        .flat()
        .filter((note) => note.includes('reminder')),
    ).toEqual([]);
  });

  test('a class of which some have signed is still one mail to its teacher; when all have, none', () => {
    const school = toldOnMonday();
    signs(school, 'staff', people.teacher, 'Sam Okafor');
    signs(school, 'ks2', people.pupil, 'Amira Khan');
    expect(diary(school, [people.teacher], daysFrom('2026-09-15', '2026-09-18'))[people.teacher]).toEqual(['2026-09-17 reminder, please read and sign']);
    signs(school, 'ks2', NOOR, 'Noor Khan');
    expect(diary(school, [people.teacher], daysFrom('2026-09-19', '2026-09-30'))[people.teacher]?.filter((note) => note.includes('sign'))).toEqual([]);
  });

  test('pupils are told themselves where the school wants that', () => {
    const school = aSchoolOf(EVERYBODY);
    changeSettings(school, { pupilsToldBy: 'mail' });
    putIntoUse(school, 'ks2');
    roundOnFriday(school, ['ks2']);
    beatAt(school, '2026-09-14');
    expect(school.mailTo(people.teacher)).toEqual([]);
    expect(textsTo(school, people.pupil)).toEqual([expect.stringContaining('Use your school account, YOU')]);
  });
});

describe('A15: the day’s share of mails', () => {
  const MANY: Line[] = Array.from({ length: 25 }, (_, index) => ({ email: at(`pat.number${index + 10}`), role: 'staff', job: 'Teacher' }));
  const RECIPIENTS = MANY.map(({ email }) => email);
  const times = ['08', '09', '10', '11', '12', '13', '14', '15', '16'].flatMap((hour) => [`${hour}:02`, `${hour}:07`]);

  test('with ten a day, 25 people are told in three school days, each once; a concern in the middle goes at once', () => {
    const school = aSchoolOf(MANY);
    changeSettings(school, { mailsADay: 10 });
    roundOnFriday(school, ['staff']);
    const counts = () => RECIPIENTS.reduce((sum, email) => sum + school.mailTo(email).length, 0);
    const day = (date: string) => {
      const before = counts();
      diary(school, [], [date], times);
      return counts() - before;
    };
    beatAt(school, '2026-09-14', '08:02');
    expect(counts()).toBe(10);
    school.as(people.teacher).get('raiseConcern', {
      ...{
        key: aPress(),
        story: 'Something happened.',
        ...ACCOUNT,
        happened: '2026-09-14T07:00:00.000Z',
      },
      people: [{ email: '', name: 'A child', role: 'affected' }],
    });
    expect(school.mailTo(people.dsl)).toHaveLength(1);
    expect([day('2026-09-14'), day('2026-09-15'), day('2026-09-16')]).toEqual([0, 10, 5]);
    expect(RECIPIENTS.map((email) => school.mailTo(email).length)).toEqual(RECIPIENTS.map(() => 1));
  });

  test('who signs before their turn comes is not told at all: no more is wanted than can go', () => {
    const school = aSchoolOf(MANY);
    changeSettings(school, { mailsADay: 10 });
    roundOnFriday(school, ['staff']);
    diary(school, [], ['2026-09-14'], times);
    expect(school.sheet('records', 'Outbox').slice(1)).toEqual([]);
    const untold = RECIPIENTS.filter((email) => school.mailTo(email).length === 0);
    const [quick = ''] = untold;
    signs(school, 'staff', quick, 'Pat Number');
    diary(school, [], daysFrom('2026-09-15', '2026-09-16'), times);
    expect(school.mailTo(quick).filter(({ subject }) => subject.includes('read and sign'))).toEqual([]);
    expect(untold.slice(1).every((email) => school.mailTo(email).length === 1)).toBe(true);
  });

  test('when nothing is left to tell, the beats of the hour do not look again', () => {
    const school = aSchoolOf(STAFF);
    beatAt(school, '2026-09-14', '09:02');
    const second = beatAt(school, '2026-09-14', '09:07').calls.length;
    const nextHour = beatAt(school, '2026-09-14', '10:02').calls.length;
    expect(nextHour - second).toBeGreaterThan(2);
    // What telling adds to a beat that looks and finds nothing: few calls, however many people there are.
    expect(nextHour - second).toBeLessThan(20);
  });
});

describe('A12: no access before signature', () => {
  test('a new starter is asked and told the next morning, and after five days those who give access hear of it, once, without a name', () => {
    const school = aSchoolOf(STAFF);
    const starter = at('nell.archer');
    for (const { email } of STAFF) signs(school, 'staff', email, 'Somebody');
    roundOnFriday(school, ['staff']);
    approveAll(school);
    importList(school, [...STAFF, { email: starter, role: 'staff', job: 'Teaching Assistant' }]);
    const readers = [starter, people.networkManager, people.businessManager];
    const notes = diary(school, readers, daysFrom('2026-09-12', '2026-09-25'), ['06:02', '08:02', '12:02']);
    expect(notes[starter]?.slice(0, 1)).toEqual(['2026-09-14 please read and sign']);
    const listed = (email: string) => notes[email]?.filter((note) => note.includes('no access'));
    // Asked on Saturday by the daily look at the list: five days later is Thursday.
    expect(listed(people.networkManager)).toEqual(['2026-09-17 no access before signature']);
    expect(listed(people.businessManager)).toEqual(['2026-09-17 no access before signature']);
    const [mail = ''] = textsTo(school, people.networkManager).filter((text) => text.includes('no access'));
    expect(mail).toContain('One person was asked to sign');
    expect(mail).not.toMatch(/Nell|Archer|nell/);
    expect(rowOf(school, 'Standings', `staff|${starter}`)['No access told at']).toMatch(/^2026-09-17/);

    // Another one makes another mail, and it counts both.
    importList(school, [...STAFF, { email: starter, role: 'staff' }, { email: at('omar.finch'), role: 'supply' }, { email: at('vic.lane'), role: 'staff' }]);
    const later = diary(school, [people.networkManager], daysFrom('2026-09-26', '2026-10-09'), ['06:02', '08:02']);
    expect(later[people.networkManager]?.filter((note) => note.includes('no access'))).toEqual(['2026-10-01 no access before signature']);
    expect(textsTo(school, people.networkManager).find((text) => text.includes('With them, 2 people'))).toBeDefined();
  });

  /** The two who may approve do so for each other and for everybody else. */
  function approveAll(school: SchoolUnderTest): void {
    for (const approver of [people.networkManager, people.businessManager]) {
      const { groups } = school.as(approver).get<{ groups: { lines: { responseId: string }[] }[] }>('seeWaiting');
      const responseIds = groups.flatMap(({ lines }) => lines.map(({ responseId }) => responseId));
      if (responseIds.length > 0) school.as(approver).get('countersign', { key: aPress(), responseIds, accessEnds: '', seenInPerson: false });
    }
  }
});

describe('A4: guests', () => {
  test('whoever let a supply teacher in is told three days before the access ends, once', () => {
    const school = aSchoolOf([...STAFF, { email: people.supply, role: 'supply' }]);
    putIntoUse(school, 'supply');
    roundOnFriday(school, ['supply']);
    const responseId = signs(school, 'supply', people.supply, 'Nadine Frost');
    beatAt(school, '2026-09-14', '08:02');
    school.as(people.networkManager).get('countersign', { key: aPress(), responseIds: [responseId], accessEnds: '25/09/2026', seenInPerson: true });
    const notes = diary(school, [people.networkManager], daysFrom('2026-09-15', '2026-09-30'), ['08:02', '12:02']);
    expect(notes[people.networkManager]?.filter((note) => note.includes('guest'))).toEqual(['2026-09-22 a guest’s access ends']);
    expect(textsTo(school, people.networkManager).join()).not.toMatch(/Frost|nadine/);
    expect(payloadsOf(school, 'access end told')).toHaveLength(1);
  });
});

import { describe, expect, test } from '@jest/globals';
import { people } from '../../local/school/staff.ts';
import type { Policies, PolicyLine } from '../../src/agreements/policies/see-policies.ts';
import { aPress, payloadsOf, recordsOf } from '../support/agreement-forms.ts';
import { faultSweep } from '../support/fault-sweep.ts';
import { aSchool, type SchoolUnderTest } from '../support/school.ts';
import { aSchoolOf, daysFrom, diary, importList, type Line, moveTo } from '../support/telling.ts';

const LIST: Line[] = [
  { email: people.head, role: 'staff' },
  { email: people.computingLead, role: 'staff', job: 'Computing Lead' },
  { email: people.officeManager, role: 'staff' },
];

const TYPED = {
  ...{
    id: '',
    was: 0,
    title: 'Online safety',
    version: '3',
    approvedOn: '23/11/2025',
    approvedBy: 'Full governing body',
    owner: people.computingLead as string,
  },
  ...{ everyMonths: 12, reviewOn: '', address: 'https://quillhaven.example/policies/online-safety', notes: '' },
};

function save(school: SchoolUnderTest, change: Partial<typeof TYPED> = {}, by: string = people.officeManager, key = aPress()) {
  return school.as(by).call<{ id: string }>('savePolicy', { key, ...TYPED, ...change });
}

function see(school: SchoolUnderTest, by: string = people.officeManager): Policies {
  return school.as(by).get<Policies>('seePolicies');
}

/** The one policy there is. */
function only(school: SchoolUnderTest): PolicyLine {
  const { policies } = see(school);
  const [line, ...others] = policies;
  if (!line || others.length > 0) throw new Error(`there are ${policies.length} policies`);
  return line;
}

function review(school: SchoolUnderTest, change: Record<string, unknown> = {}, by: string = people.officeManager) {
  const { id, revision } = only(school);
  const press = { key: aPress(), id, was: revision, approvedOn: '07/09/2026', approvedBy: 'Full governing body', version: '4', reviewOn: '' };
  return school.as(by).call<{ nextReview: string }>('reviewPolicy', { ...press, ...change });
}

describe('A14: the list of policies', () => {
  test('the office enters one; its next review follows from the governors’ approval', () => {
    const school = aSchool();
    expect(save(school)).toMatchObject({ ok: true });
    expect(only(school)).toMatchObject({
      ...{ title: 'Online safety', version: '3', approvedOn: '23/11/2025', approvedBy: 'Full governing body', everyMonths: 12 },
      ...{ nextReview: '23/11/2026', state: 'in date', owner: { email: people.computingLead, name: 'Imogen Tan' }, savedBy: 'Janet Mullins' },
    });
    expect(school.history()).toBe('unbroken');
  });

  test.each([
    ['every year', { everyMonths: 12 }, '23/11/2026'],
    ['every two years', { everyMonths: 24 }, '23/11/2027'],
    ['every three years', { everyMonths: 36 }, '23/11/2028'],
    ['on a day of its own', { everyMonths: 0, reviewOn: '1/2/2027' }, '01/02/2027'],
    ['never approved', { approvedOn: '', everyMonths: 24 }, ''],
    ['approved on 29 February', { approvedOn: '29/02/2024', everyMonths: 36 }, '28/02/2027'],
  ])('%s', (_, change, nextReview) => {
    const school = aSchool();
    save(school, change);
    expect(only(school).nextReview).toBe(nextReview);
  });

  test('what is to be reviewed first stands first, what was never approved before everything', () => {
    const school = aSchool();
    save(school, { title: 'Behaviour', approvedOn: '01/09/2026' });
    save(school, { title: 'Data protection', approvedOn: '01/09/2025', everyMonths: 12 });
    save(school, { title: 'Anti-bullying', approvedOn: '' });
    save(school, { title: 'Images', approvedOn: '15/09/2025', everyMonths: 12 });
    expect(see(school).policies.map(({ title, state }) => `${title}: ${state}`)).toEqual([
      'Anti-bullying: no date',
      'Data protection: overdue',
      'Images: due soon',
      'Behaviour: in date',
    ]);
  });

  test('one press records the approval and gives the new dates', () => {
    const school = aSchool();
    save(school);
    expect(review(school)).toMatchObject({ ok: true, value: { nextReview: '07/09/2027' } });
    expect(only(school)).toMatchObject({ approvedOn: '07/09/2026', nextReview: '07/09/2027', version: '4', revision: 2 });
    expect(payloadsOf(school, 'policy saved')).toHaveLength(2);
  });

  test('a second press is the same one', () => {
    const school = aSchool();
    const key = aPress();
    const [first, second] = [save(school, {}, people.officeManager, key), save(school, {}, people.officeManager, key)];
    expect(first.ok && second.ok && first.value.id === second.value.id).toBe(true);
    expect(see(school).policies).toHaveLength(1);
  });

  test('names of usual policies are offered as long as they are not on the list', () => {
    const school = aSchool();
    const before = see(school).usual;
    save(school, { title: 'online  SAFETY' });
    expect(before).toContain('Online safety');
    expect(see(school).usual).toEqual(before.filter((title) => title !== 'Online safety'));
  });

  test('a policy goes out of use and comes back, with all that was known of it', () => {
    const school = aSchool();
    save(school);
    const { id, revision } = only(school);
    school.as(people.officeManager).get('archivePolicy', { key: aPress(), id, was: revision, archived: true });
    expect(see(school)).toMatchObject({ policies: [], archived: [{ title: 'Online safety', nextReview: '23/11/2026' }] });
    school.as(people.officeManager).get('archivePolicy', { key: aPress(), id, was: revision + 1, archived: false });
    expect(only(school).nextReview).toBe('23/11/2026');
  });

  test.each([
    ['no name', { title: '  ' }, 'title'],
    ['a name that is on the list', { title: 'Data  PROTECTION' }, 'title'],
    ['an approval that is no day', { approvedOn: '31/02/2026' }, 'approvedOn'],
    ['an approval in the future', { approvedOn: '08/09/2026' }, 'approvedOn'],
    ['no day of its own', { everyMonths: 0, reviewOn: '' }, 'reviewOn'],
    ['a review before the approval', { everyMonths: 0, reviewOn: '22/11/2025' }, 'reviewOn'],
    ['an owner nobody knows', { owner: 'nobody@quillhaven.example' }, 'owner'],
    ['a pupil as owner', { owner: people.pupil }, 'owner'],
    ['an owner who could not open the page', { owner: people.governor }, 'owner'],
    ['an address that is a script', { address: 'javascript:alert(1)' }, 'address'],
    ['an address that could break out of its link', { address: 'https://x.example/"onmouseover="x' }, 'address'],
  ])('%s is refused at its input, and nothing is recorded', (_, change, field) => {
    const school = aSchool();
    save(school, { title: 'Data protection' });
    expect(save(school, change)).toMatchObject({ ok: false, field });
    expect(see(school).policies).toHaveLength(1);
  });

  test('what somebody else has changed meanwhile is not overwritten', () => {
    const school = aSchool();
    save(school);
    const { id, revision } = only(school);
    expect(save(school, { id, was: revision, notes: 'For parents too' }, people.head)).toMatchObject({ ok: true });
    expect(save(school, { id, was: revision, notes: 'Shorter' })).toMatchObject({ ok: false, code: 'changed-meanwhile' });
    expect(review(school, { was: revision })).toMatchObject({ ok: false, code: 'changed-meanwhile' });
    expect(only(school)).toMatchObject({ notes: 'For parents too', approvedOn: '23/11/2025' });
  });

  test.each([
    ['before the last approval', { approvedOn: '22/11/2025' }, 'approvedOn'],
    ['without a day', { approvedOn: '' }, 'approvedOn'],
    ['in the future', { approvedOn: '08/09/2026' }, 'approvedOn'],
  ])('an approval %s is refused', (_, change, field) => {
    const school = aSchool();
    save(school);
    expect(review(school, change)).toMatchObject({ ok: false, field });
    expect(only(school).revision).toBe(1);
  });

  test('a policy that is reviewed on a day of its own needs the next one', () => {
    const school = aSchool();
    save(school, { everyMonths: 0, reviewOn: '01/10/2026' });
    expect(review(school)).toMatchObject({ ok: false, field: 'reviewOn' });
    expect(review(school, { reviewOn: '01/10/2028' })).toMatchObject({ ok: true, value: { nextReview: '01/10/2028' } });
  });

  test('hostile words stay words', () => {
    const school = aSchool();
    const title = '=IMPORTXML("https://x.example","//a")<script>alert(1)</script>';
    save(school, { title, notes: '\u0000+1\r\n@cmd' });
    expect(only(school).title).toBe(title);
    expect(recordsOf(school, 'Policies')[0]?.['Title']).toBe(title);
  });
});

describe('A14: who may look and who may change', () => {
  const { head, networkManager, officeManager, clerk, computingLead, teacher, pupil, chair, dsl } = people;

  test.each([head, networkManager, officeManager, clerk])('%s sees all and may change it', (who) => {
    const school = aSchool();
    save(school);
    expect(see(school, who)).toMatchObject({ mayChange: true, policies: [{ title: 'Online safety' }] });
    expect(review(school, {}, who)).toMatchObject({ ok: true });
  });

  test('an owner sees their own and changes nothing', () => {
    const school = aSchool();
    save(school);
    save(school, { title: 'Behaviour', owner: head });
    expect(see(school, computingLead)).toMatchObject({ mayChange: false, usual: [], policies: [{ title: 'Online safety' }] });
    const [line] = see(school, computingLead).policies;
    const press = { key: aPress(), id: line?.id, was: line?.revision, approvedOn: '07/09/2026', approvedBy: '', version: '', reviewOn: '' };
    expect(school.as(computingLead).call('reviewPolicy', press)).toMatchObject({ ok: false, code: 'not-yours' });
  });

  test.each([teacher, pupil, chair, dsl])('%s learns nothing, and has no link on their first page', (who) => {
    const school = aSchool();
    save(school);
    expect(school.as(who).call('seePolicies')).toMatchObject({ ok: false, code: 'not-yours' });
    expect(links(school, who)).not.toContain('Policies and their reviews');
  });

  test('those who have something to do there find the page from their first one', () => {
    const school = aSchool();
    expect(links(school, computingLead)).not.toContain('Policies and their reviews');
    save(school);
    for (const who of [officeManager, clerk, computingLead]) expect(links(school, who)).toContain('Policies and their reviews');
  });

  function links(school: SchoolUnderTest, who: string): string[] {
    return school
      .as(who)
      .get<{ links: { text: string }[] }>('home')
      .links.map(({ text }) => text);
  }
});

describe('A14: reminders', () => {
  const READERS = [people.computingLead, people.clerk, people.head];

  test('owner and clerk are reminded 60 and 30 days before, on the day and monthly, on school days, until it is approved again', () => {
    const school = aSchoolOf(LIST);
    save(school, { approvedOn: '30/12/2025' });
    const notes = diary(school, READERS, daysFrom('2026-10-26', '2027-02-03').concat(daysFrom('2027-02-24', '2027-03-02')));
    // 60 days before the review is a Saturday, the day itself in the Christmas holiday.
    const days = ['2026-11-02', '2026-11-30', '2027-01-05', '2027-02-01', '2027-03-01'];
    const told = days.map((day) => `${day} a policy is to be reviewed`);
    expect(notes).toEqual({ [people.computingLead]: told, [people.clerk]: told, [people.head]: [] });
    const texts = school.mailTo(people.computingLead).map(({ text }) => text);
    expect(texts[0]).toContain('- Online safety: by 30/12/2026');
    expect(texts[2]).toContain('- Online safety: late since 30/12/2026');
    expect(texts[0]).toContain(`signed in as ${people.computingLead}`);

    moveTo(school, '2027-03-02', '12:00');
    expect(review(school, { approvedOn: '01/03/2027' })).toMatchObject({ ok: true, value: { nextReview: '01/03/2028' } });
    const later = diary(
      school,
      READERS,
      daysFrom('2027-03-03', '2027-05-10')
        .filter((day) => day.endsWith('0'))
        .concat('2027-12-30', '2028-01-04', '2028-01-31'),
    );
    expect(later[people.computingLead]).toEqual(['2028-01-04', '2028-01-31'].map((day) => `${day} a policy is to be reviewed`));
  });

  test('several policies are one mail', () => {
    const school = aSchoolOf(LIST);
    save(school, { approvedOn: '01/09/2025' });
    save(school, { title: 'Behaviour', approvedOn: '02/09/2024', owner: '' });
    const notes = diary(school, READERS, daysFrom('2026-09-08', '2026-09-10'));
    expect(notes).toEqual({
      [people.computingLead]: ['2026-09-08 a policy is to be reviewed'],
      [people.clerk]: ['2026-09-08 policies are to be reviewed'],
      [people.head]: ['2026-09-08 a policy is to be reviewed'],
    });
    expect(school.mailTo(people.clerk)[0]?.text.replace(/\r\n/g, '\n')).toContain(
      '- Behaviour: late since 02/09/2025\n- Online safety: late since 01/09/2026\n',
    );
  });

  test('an owner who has left gets nothing: the head does', () => {
    const school = aSchoolOf(LIST);
    save(school, { approvedOn: '01/09/2025' });
    importList(
      school,
      LIST.filter(({ email }) => email !== people.computingLead),
    );
    expect(diary(school, READERS, ['2026-09-08'])).toMatchObject({ [people.computingLead]: [], [people.head]: ['2026-09-08 a policy is to be reviewed'] });
  });

  test('a policy that is out of use is not spoken of', () => {
    const school = aSchoolOf(LIST);
    save(school, { approvedOn: '01/09/2025' });
    const { id, revision } = only(school);
    school.as(people.officeManager).get('archivePolicy', { key: aPress(), id, was: revision, archived: true });
    expect(diary(school, READERS, daysFrom('2026-09-08', '2026-09-10'))).toEqual({ [people.computingLead]: [], [people.clerk]: [], [people.head]: [] });
  });
});

const SAVE = { key: 'press-0001-of-the-policy', ...TYPED };

test.each([
  ['putting a policy on the list', 'savePolicy', () => ({ school: aSchool(), press: SAVE }), 1],
  [
    'approving it again',
    'reviewPolicy',
    () => {
      const school = aSchool();
      save(school);
      const { id, revision } = only(school);
      return { school, press: { key: SAVE.key, id, was: revision, approvedOn: '07/09/2026', approvedBy: '', version: '', reviewOn: '' } };
    },
    2,
  ],
] as const)('A14: whichever call of %s fails, pressing again gives one policy, one event and one unbroken history', (_, door, arranged, saves) => {
  const { school: before, press } = arranged();
  faultSweep<SchoolUnderTest>({
    arrange: () => before,
    clone: (school) => school.another(),
    operation: (school, faults) => {
      const { run } = school.door(people.officeManager, door, press, faults);
      if (!run) throw new Error('the door did not run');
      return run;
    },
    meanwhile: [(school) => void school.as(people.officeManager).call(door, press), (school) => void school.beat()],
    recover: (school) => {
      school.as(people.officeManager).get(door, press);
      school.beat();
    },
    invariant: (school, where) => {
      const facts = { policies: recordsOf(school, 'Policies').length, events: payloadsOf(school, 'policy saved').length, history: school.history() };
      expect({ where, ...facts }).toEqual({ where, policies: 1, events: saves, history: 'unbroken' });
    },
  });
});

import { describe, expect, test } from '@jest/globals';
import type { ClassView, ToSign } from '../../src/agreements/classes/see-class.ts';
import { faultSweep } from '../support/fault-sweep.ts';
import { aSchool, type SchoolUnderTest } from '../support/school.ts';

const CLASS = '3A';
const OWN = ['We ask before we film a friend.', 'We put the tablets away when the bell rings.'];

function opened(school: SchoolUnderTest, as: string = school.people.teacher): ClassView {
  return school.as(as).get<ClassView>('openClass', { className: CLASS });
}

function publish(school: SchoolUnderTest, change: Partial<{ ownRules: string[]; version: number; change: 'minor' | 'material' | '' }> = {}) {
  return school
    .as(school.people.teacher)
    .call<{ version: number }>('publishClassAgreement', { className: CLASS, ownRules: OWN, version: 0, change: '', ...change });
}

/** A school in which 3A's rules are in use and its pupils have been asked. */
function withRules(): SchoolUnderTest {
  const school = aSchool();
  expect(publish(school)).toMatchObject({ ok: true, value: { version: 1 } });
  school.pass(5);
  return school;
}

function ticked(view: ClassView, places: number[], key = 'press-0001-of-tick') {
  return { key, className: CLASS, version: view.version, pupils: places.map((place) => view.pupils[place]?.person ?? '') };
}

/** The class's own agreement, pupil by pupil. */
function signed(view: ClassView): boolean[] {
  return view.pupils.map(({ standings }) => standings.some(({ agreementId, isSigned }) => agreementId === view.agreementId && isSigned));
}

/** Events of one action in the journal, as its rows hold them. */
function events(school: SchoolUnderTest, action: string): string[][] {
  return school.sheet('records', 'Journal').filter((row) => row[3] === action);
}

/** Rows of a class's pupils in the records, by address. */
function standings(school: SchoolUnderTest): Map<string, Record<string, string>> {
  const [headings = [], ...rows] = school.sheet('records', 'Standings');
  const named = rows.map((row) => Object.fromEntries(headings.map((heading, place) => [heading, row[place] ?? ''])));
  return new Map(named.filter((row) => row['Agreement id'] === 'class-3a').map((row) => [row['Person'] ?? '', row]));
}

function mailsToParents(school: SchoolUnderTest): { to: string; subject: string; text: string }[] {
  const parents = school.workspace.people.all().filter(({ record }) => record?.role === 'parent');
  return parents.flatMap(({ email }) => school.mailTo(email).map((mail) => ({ to: email, ...mail })));
}

test('A7: a class starts with the school’s rules, adds its own and puts them into use; from then on its pupils are asked', () => {
  const school = aSchool();
  const before = opened(school);
  expect(before).toMatchObject({ className: CLASS, version: 0, schoolYear: '2026-27', school: 'Quillhaven Primary', toSign: [] });
  expect(before.rules.own).toEqual([]);
  expect(before.pupils).toHaveLength(30);

  expect(publish(school)).toMatchObject({ ok: true, value: { version: 1 } });
  const view = opened(school);
  expect(view).toMatchObject({ version: 1, published: '07/09/2026', rules: { schools: before.rules.schools, own: OWN }, isBehind: false });
  expect(view.toSign).toMatchObject([{ id: 'class-3a', formAddress: expect.stringMatching(/^https:\/\/docs\.google\.com\/forms\//) }]);
  school.pass(5);
  expect([...standings(school).values()].map((row) => [row['State'], row['Due'], row['Group']])).toEqual(
    Array.from({ length: 30 }, () => ['asked', '2026-09-21', CLASS]),
  );
  // Nobody of another class.
  expect([...standings(school).keys()].sort()).toEqual(view.pupils.map(({ person }) => person).sort());
});

test('A7: the names stand in the order of the register', () => {
  const names = opened(aSchool()).pupils.map(({ name }) => name.split(' ').slice(-1)[0] ?? '');
  expect(names).toEqual([...names].sort());
  expect(names).toContain('Khan');
});

test('A7: pressing twice, or with the same rules later, makes no second version', () => {
  const school = withRules();
  expect(publish(school)).toMatchObject({ value: { version: 1 } });
  expect(publish(school, { version: 1, change: 'material' })).toMatchObject({ value: { version: 1 } });
  expect(events(school, 'agreement published').filter((row) => row.join().includes('class-3a'))).toHaveLength(1);
});

test.each([
  ['an empty rule', { ownRules: [...OWN, ' '] }, 'rule-empty', 'ownRules.2'],
  ['the same rule twice', { ownRules: [...OWN, OWN[0] ?? ''] }, 'rule-doubled', 'ownRules.2'],
  ['a rule of 121 characters', { ownRules: ['x'.repeat(121)] }, 'too-long', 'ownRules.0'],
  ['six rules', { ownRules: ['a', 'b', 'c', 'd', 'e', 'f'] }, 'too-long', 'ownRules'],
  ['a change of which nobody said what it is', { ownRules: ['We share.'], version: 1 }, 'change-unsaid', 'change'],
])('A7: %s is refused, and the rules in use stay', (_, change, code, field) => {
  const school = withRules();
  expect(publish(school, change)).toMatchObject({ ok: false, code, field });
  expect(opened(school)).toMatchObject({ version: 1, rules: { own: OWN } });
});

test('A7: what a colleague changed meanwhile is not overwritten', () => {
  const school = withRules();
  expect(publish(school, { ownRules: ['We share.'], version: 1, change: 'material' })).toMatchObject({ value: { version: 2 } });
  const late = { className: CLASS, ownRules: ['We take turns.'], version: 1, change: 'minor' };
  expect(school.as(school.people.teachingAssistant).call('publishClassAgreement', late)).toMatchObject({ ok: false, code: 'changed-meanwhile' });
  expect(opened(school).rules.own).toEqual(['We share.']);
});

describe('A7: pupils who sign in front of their teacher', () => {
  test('many are ticked at once: each is signed, with the teacher as witness and the text they signed', () => {
    const school = withRules();
    const view = opened(school);
    expect(school.as(school.people.teacher).get('witnessSignatures', ticked(view, [0, 1, 5]))).toEqual({ signed: 3 });
    const after = opened(school);
    expect(signed(after).filter(Boolean)).toHaveLength(3);
    expect([0, 1, 5].map((place) => signed(after)[place])).toEqual([true, true, true]);
    expect(after.pupils[0]?.standings).toEqual([{ agreementId: 'class-3a', state: 'signed', isSigned: true, signed: '07/09/2026', inPerson: true }]);
    const row = standings(school).get(view.pupils[5]?.person ?? '');
    expect(row).toMatchObject({ State: 'signed', Version: '1', Note: 'Signed in front of Sam Okafor' });
    const [event = [], ...others] = events(school, 'signed in person');
    expect(others).toEqual([]);
    expect(event).toContain(school.people.teacher);
    expect(event.join()).toMatch(/"sha256":"[0-9a-f]{64}"/);
  });

  test('a second press records nothing twice, and whoever has signed keeps that signature', () => {
    const school = withRules();
    const view = opened(school);
    const first = ticked(view, [0, 1]);
    expect(school.as(school.people.teacher).get('witnessSignatures', first)).toEqual({ signed: 2 });
    expect(school.as(school.people.teacher).get('witnessSignatures', first)).toEqual({ signed: 2 });
    school.workspace.clock.pass(86_400_000);
    expect(school.as(school.people.teachingAssistant).get('witnessSignatures', ticked(view, [0, 1, 2], 'press-0002-of-tick'))).toEqual({ signed: 1 });
    expect(events(school, 'signed in person')).toHaveLength(2);
    expect(
      opened(school)
        .pupils.slice(0, 3)
        .map(({ standings: [standing] }) => standing?.signed),
    ).toEqual(['07/09/2026', '07/09/2026', '08/09/2026']);
    expect(standings(school).get(view.pupils[0]?.person ?? '')).toMatchObject({ Note: 'Signed in front of Sam Okafor' });
  });

  test.each([
    ['nobody', [], 'nobody-ticked'],
    ['a pupil of another class', ['someone.else@quillhaven.example'], 'not-in-class'],
  ])('ticking %s records nothing', (_, pupils, code) => {
    const school = withRules();
    const view = opened(school);
    const request = { ...ticked(view, []), pupils: [...(pupils.length > 0 ? [view.pupils[0]?.person ?? ''] : []), ...pupils] };
    expect(school.as(school.people.teacher).call('witnessSignatures', request)).toMatchObject({ ok: false, code });
    expect(signed(opened(school))).not.toContain(true);
  });

  test('what was signed on a sheet with other rules does not count for these', () => {
    const school = withRules();
    const view = opened(school);
    publish(school, { ownRules: ['We share.'], version: 1, change: 'material' });
    expect(school.as(school.people.teacher).call('witnessSignatures', ticked(view, [0]))).toMatchObject({ ok: false, code: 'changed-meanwhile' });
    expect(signed(opened(school))).not.toContain(true);
  });

  test('a wrong tick is taken back with a reason: both stay in the journal, and the pupil is asked again by the same day', () => {
    const school = withRules();
    const view = opened(school);
    const { person: pupil = '' } = view.pupils[0] ?? {};
    school.as(school.people.teacher).get('witnessSignatures', ticked(view, [0, 1]));
    const undo = { key: 'press-0001-of-undo', className: CLASS, pupil, reason: ' ' };
    expect(school.as(school.people.teacher).call('undoWitness', undo)).toMatchObject({ ok: false, code: 'reason-empty', field: 'undo-reason' });
    for (const _ of ['once', 'again']) school.as(school.people.teacher).get('undoWitness', { ...undo, reason: 'Away that day' });
    expect(signed(opened(school)).slice(0, 3)).toEqual([false, true, false]);
    expect(standings(school).get(pupil)).toMatchObject({ State: 'asked', Due: '2026-09-21', Note: 'Away that day' });
    expect(events(school, 'signed in person')).toHaveLength(1);
    expect(events(school, 'standings withdrawn')).toHaveLength(1);
    expect(school.as(school.people.teacher).call('undoWitness', { ...undo, key: 'press-0002-of-undo', reason: 'x' })).toMatchObject({ code: 'not-signed' });
    expect(school.as(school.people.teacher).get('witnessSignatures', ticked(view, [0], 'press-0003-of-tick'))).toEqual({ signed: 1 });
    expect(school.history()).toBe('unbroken');
  });
});

describe('A13: when the rules of a class change', () => {
  test('a spelling mistake is mended and nobody signs again', () => {
    const school = withRules();
    school.as(school.people.teacher).get('witnessSignatures', ticked(opened(school), [0, 1]));
    expect(publish(school, { ownRules: ['We ask before we film friends.'], version: 1, change: 'minor' })).toMatchObject({ value: { version: 2 } });
    school.pass(10);
    expect(signed(opened(school)).filter(Boolean)).toHaveLength(2);
  });

  test('when the class must agree again, everybody signs again; what they signed before stays in the journal', () => {
    const school = withRules();
    school.as(school.people.teacher).get('witnessSignatures', ticked(opened(school), [0, 1]));
    expect(publish(school, { ownRules: ['We share.'], version: 1, change: 'material' })).toMatchObject({ value: { version: 2 } });
    expect(signed(opened(school))).not.toContain(true);
    school.pass(10);
    expect(new Set([...standings(school).values()].map((row) => row['State']))).toEqual(new Set(['asked']));
    expect(school.as(school.people.teacher).get('witnessSignatures', ticked(opened(school), [0], 'press-0002-of-tick'))).toEqual({ signed: 1 });
    expect(events(school, 'signed in person')).toHaveLength(2);
  });
});

describe('A6, A7: pupils sign with their own accounts', () => {
  /** A pupil opens the form of an agreement and agrees to everything. */
  function sign(school: SchoolUnderTest, pupil: string, { formAddress = '' }: Partial<ToSign> = {}): void {
    const form = Object.values(school.workspace.data.forms).find(({ publishedId, id }) => formAddress.includes(publishedId ?? id));
    if (!form) throw new Error(`no form at ${formAddress}`);
    const questions = form.items.filter(({ type }) => type === 'MULTIPLE_CHOICE' || type === 'TEXT');
    const answers = questions.map(({ title, choices = [] }) => [title, choices[0]?.value ?? 'Amira Khan']);
    school.answerForm(form.id, pupil, Object.fromEntries(answers));
  }

  test('the page says which of the agreements asked of them each pupil has still to sign, so that one lesson does for all', () => {
    const school = withRules();
    const { networkManager, teacher, pupil, head } = school.people;
    for (const audience of ['ks1', 'ks2']) school.as(networkManager).get('publishBuiltIn', { key: `press-0001-${audience}`, audience });
    // Published, and not asked of anybody yet.
    expect(opened(school).toSign.map(({ id }) => id)).toEqual(['class-3a']);
    school.as(networkManager).get('startRound', { key: 'press-0001-of-round', why: 'first', agreements: ['ks1', 'ks2'], due: '2026-09-21' });
    school.pass(10);

    const view = opened(school);
    expect(view.toSign.map(({ id, formAddress }) => [id, formAddress !== ''])).toEqual([
      ['class-3a', true],
      ['ks2', true],
    ]);
    for (const { standings: both } of view.pupils)
      expect(both.map(({ agreementId, state }) => [agreementId, state])).toEqual([
        ['class-3a', 'asked'],
        ['ks2', 'asked'],
      ]);
    for (const each of view.toSign) sign(school, pupil, each);
    school.pass(10);
    const [amira] = opened(school).pupils.filter(({ person }) => person === pupil);
    expect(amira?.standings).toMatchObject([
      { agreementId: 'class-3a', state: 'signed', signed: '07/09/2026', inPerson: false },
      { agreementId: 'ks2', state: 'signed', signed: '07/09/2026', inPerson: false },
    ]);
    expect(signed(opened(school)).filter(Boolean)).toHaveLength(1);
    // What a pupil signed is not the teacher's to take back.
    const undo = { key: 'press-0001-of-undo', className: CLASS, pupil, reason: 'No' };
    expect(school.as(teacher).call('undoWitness', undo)).toMatchObject({ ok: false, code: 'signed-themself' });

    // For the youngest, parents sign at home, by a link of their own.
    const young = school.as(head).get<ClassView>('openClass', { className: '1A' });
    expect(young.toSign).toMatchObject([{ id: 'ks1', formAddress: '' }]);
    expect(young.version).toBe(0);
  });
});

test('A13: when the school gives all classes other rules, the page says so; putting the rules into use again brings them in and keeps the class’s own', () => {
  const school = withRules();
  const before = opened(school);
  const agreement = {
    ...{ title: 'Rules of our school', audience: 'class', alsoFor: [], introduction: '', permissions: [], signatureFields: [] },
    sections: [{ heading: 'We agree', asks: 'agree', clauses: ['We are kind.', 'We tell a grown-up.'] }],
  };
  const request = { key: 'press-0001-of-publish', id: '', change: 'material', effective: '', approvedBy: 'Governors', signAgainBy: '', agreement };
  school.as(school.people.networkManager).get('publishAgreement', request);
  expect(opened(school)).toMatchObject({ version: 1, isBehind: true, rules: before.rules, schoolsToday: ['We are kind.', 'We tell a grown-up.'] });
  expect(publish(school, { version: 1, change: 'material', ownRules: ['We are kind!'] })).toMatchObject({ ok: false, code: 'rule-doubled' });
  expect(publish(school, { version: 1, change: 'material' })).toMatchObject({ value: { version: 2 } });
  expect(opened(school)).toMatchObject({
    isBehind: false,
    title: 'Rules of our school: 3A',
    rules: { schools: ['We are kind.', 'We tell a grown-up.'], own: OWN },
  });
});

describe('A7: the rules are shared with parents', () => {
  const share = (school: SchoolUnderTest, version = 1) =>
    school.as(school.people.teacher).call<{ sent: number }>('shareWithParents', { className: CLASS, version });

  test('each parent gets one mail with all the rules, no child’s name and nobody else’s address', () => {
    const school = withRules();
    const view = opened(school);
    expect(view.parents.waiting).toBeGreaterThan(25);
    expect(share(school)).toMatchObject({ value: { sent: view.parents.waiting } });
    school.pass(10);
    const mails = mailsToParents(school);
    expect(mails).toHaveLength(view.parents.waiting);
    expect(new Set(mails.map(({ to }) => to)).size).toBe(mails.length);
    expect(mails.map(({ to }) => to)).toContain(school.people.parent);
    const children = school.workspace.people.all().filter(({ record }) => record?.role === 'pupil');
    for (const { to, subject, text } of mails) {
      for (const rule of [...view.rules.schools, ...OWN]) expect(text).toContain(rule);
      expect(`${subject}${text}`.replaceAll(to, '')).not.toContain('@');
      for (const { givenName, familyName } of children) expect(text).not.toContain(`${givenName} ${familyName}`);
    }
  });

  test('once a version: a second press sends nothing, other rules are sent again', () => {
    const school = withRules();
    const all = opened(school).parents.waiting;
    for (const _ of ['once', 'again']) expect(share(school)).toMatchObject({ value: { sent: all } });
    expect(opened(school).parents).toMatchObject({ sent: all, waiting: 0 });
    publish(school, { ownRules: ['We share.'], version: 1, change: 'minor' });
    expect(opened(school).parents).toMatchObject({ sent: 0, waiting: all });
    expect(share(school, 1)).toMatchObject({ ok: false, code: 'changed-meanwhile' });
    expect(share(school, 2)).toMatchObject({ value: { sent: all } });
    school.pass(10);
    expect(mailsToParents(school)).toHaveLength(2 * all);
  });

  test('before there are rules there is nothing to send', () => {
    const school = aSchool();
    expect(share(school, 0)).toMatchObject({ ok: false, code: 'changed-meanwhile' });
    school.pass(10);
    expect(mailsToParents(school)).toEqual([]);
  });
});

describe('A7: who opens the page of a class', () => {
  const CALLS: Record<string, Record<string, unknown>> = {
    openClass: {},
    publishClassAgreement: { ownRules: [], version: 0, change: '' },
    witnessSignatures: { key: 'press-0001-of-tick', version: 1, pupils: ['amira.khan@quillhaven.example'] },
    undoWitness: { key: 'press-0001-of-undo', pupil: 'amira.khan@quillhaven.example', reason: 'No' },
    shareWithParents: { version: 1 },
  };

  test.each(Object.entries(CALLS))(
    '%s: a teacher of another class, a deputy, a governor and a pupil learn nothing, not even whether there is such a class',
    (door, input) => {
      const school = withRules();
      const { secondTeacher, dsl, chair, pupil, technician, supply } = school.people;
      const before = school.sheet('records', 'Journal');
      for (const who of [secondTeacher, dsl, chair, pupil, technician, supply]) {
        const answers = [CLASS, '9Z', ''].map((className) => school.as(who).call(door, { ...input, className }));
        for (const answer of answers) expect(answer).toEqual({ ...answers[0], ok: false, code: 'not-yours' });
      }
      expect(school.sheet('records', 'Journal')).toEqual(before);
    },
  );

  test('its teacher, its assistant and those who keep the register see it; for them a class that is not there is none', () => {
    const school = withRules();
    const { teachingAssistant, networkManager, head } = school.people;
    for (const who of [teachingAssistant, networkManager, head]) expect(opened(school, who).pupils).toHaveLength(30);
    expect(school.as(head).call('openClass', { className: '9Z' })).toMatchObject({ ok: false, code: 'no-such-class' });
  });

  test('a teacher’s first page leads to their class', () => {
    const school = aSchool();
    const links = (who: string) => school.as(who).get<{ links: { text: string; address: string }[] }>('home').links;
    expect(links(school.people.teacher)).toContainEqual({ under: '', text: 'Your class 3A', address: expect.stringMatching(/\?page=class&class=3A$/) });
    for (const who of [school.people.pupil, school.people.dsl, school.people.chair]) expect(JSON.stringify(links(who))).not.toContain('page=class');
  });
});

// ---- whatever fails ----

/** What a call that crashed somewhere in the middle may never do. */
function facts(school: SchoolUnderTest, where: string) {
  return { where, history: school.history() };
}

test('A7: whichever call of putting rules into use fails, pressing again gives one version with one form, and pupils who are asked once', () => {
  faultSweep<SchoolUnderTest>({
    arrange: aSchool,
    clone: (school) => school.another(),
    // Building a form has a sweep of its own.
    tries: (call) => /^(Sheets|Drive|Lock|Properties|FormApp)\b|^Form\.setPublished/.test(call),
    operation: (school, faults) => {
      const { run } = school.door(school.people.teacher, 'publishClassAgreement', { className: CLASS, ownRules: OWN, version: 0, change: '' }, faults);
      if (!run) throw new Error('the door did not run');
      return run;
    },
    meanwhile: (school) => void school.beat(),
    recover: (school) => {
      expect(publish(school)).toMatchObject({ ok: true });
      school.beat();
    },
    invariant: (school, where) => {
      const view = opened(school);
      const forms = Object.values(school.workspace.data.forms).filter((form) => form.acceptingResponses && form.title.includes(CLASS));
      expect({ ...facts(school, where), version: view.version, own: view.rules.own, forms: forms.length, asked: standings(school).size }).toEqual({
        ...{ where, history: 'unbroken', version: 1, own: OWN, forms: 1, asked: 30 },
      });
      expect(events(school, 'round started')).toHaveLength(1);
    },
  });
});

test('A7: whichever call of recording signatures fails, pressing again gives each pupil one signature', () => {
  let view: ClassView | undefined;
  faultSweep<SchoolUnderTest>({
    arrange: () => {
      const school = withRules();
      view = opened(school);
      return school;
    },
    clone: (school) => school.another(),
    operation: (school, faults) => {
      if (!view) throw new Error('no class');
      const { run } = school.door(school.people.teacher, 'witnessSignatures', ticked(view, [0, 1, 2]), faults);
      if (!run) throw new Error('the door did not run');
      return run;
    },
    meanwhile: (school) => void school.beat(),
    recover: (school) => {
      if (!view) throw new Error('no class');
      expect(school.as(school.people.teacher).get('witnessSignatures', ticked(view, [0, 1, 2]))).toEqual({ signed: 3 });
    },
    invariant: (school, where) => {
      const names = [...standings(school).values()].filter((row) => row['State'] === 'signed');
      expect({ ...facts(school, where), signed: names.length, events: events(school, 'signed in person').length }).toEqual({
        ...{ where, history: 'unbroken', signed: 3, events: 1 },
      });
    },
  });
});

test('A7: whichever call of sharing fails, or if a colleague does it meanwhile, each parent gets one mail', () => {
  const request = { className: CLASS, version: 1 };
  let all = 0;
  faultSweep<SchoolUnderTest>({
    arrange: () => {
      const school = withRules();
      all = opened(school).parents.waiting;
      return school;
    },
    clone: (school) => school.another(),
    operation: (school, faults) => {
      const { run } = school.door(school.people.teacher, 'shareWithParents', request, faults);
      if (!run) throw new Error('the door did not run');
      return run;
    },
    meanwhile: [(school) => void school.beat(), (school) => void school.as(school.people.teachingAssistant).call('shareWithParents', request)],
    recover: (school) => {
      expect(school.as(school.people.teacher).get('shareWithParents', request)).toEqual({ sent: all });
      school.pass(10);
    },
    invariant: (school, where) => {
      expect({ ...facts(school, where), mails: mailsToParents(school).length, events: events(school, 'agreement shared').length }).toEqual({
        ...{ where, history: 'unbroken', mails: all, events: 1 },
      });
    },
  });
});

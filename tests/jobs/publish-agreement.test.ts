import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { type AgreementText, clausesOf, sectionsFrom } from '../../src/agreements/agreement.ts';
import { AUDIENCES, type Audience, formsFor } from '../../src/agreements/audience.ts';
import { BUILT_IN } from '../../src/agreements/built-in/index.ts';
import type { ReadAgreement } from '../../src/agreements/import/read-agreement.ts';
import { aPress, declines, familySigns, formInUse, payloadsOf, publishText, putIntoUse, recordsOf, signs, stateOf } from '../support/agreement-forms.ts';
import { faultSweep } from '../support/fault-sweep.ts';
import { aSchool, type SchoolUnderTest } from '../support/school.ts';

function ownText(change: Partial<AgreementText> = {}): AgreementText {
  return {
    ...{ title: 'Our staff agreement', audience: 'staff', alsoFor: [], introduction: 'For all of us.', permissions: [] },
    sections: sectionsFrom(['I lock my screen.', 'I keep my password to myself.', 'I tell the DSL about any worry.']),
    ...{ signatureFields: ['Signature', 'Date'], ...change },
  };
}

/** Every version that is on record, oldest first. */
function versions(school: SchoolUnderTest): string[] {
  return payloadsOf<{ agreement: { id: string; version: number }; facts: { change: string } }>(school, 'agreement published')
    .filter(({ agreement }) => agreement.id === 'staff')
    .map(({ agreement, facts }) => `${agreement.version} ${facts.change}`);
}

/** The forms in the role account's Drive, whether they are on record or not. */
function formFiles(school: SchoolUnderTest): string[] {
  return Object.keys(school.workspace.data.forms).filter((id) => school.workspace.drive.find(id)?.owner === school.people.office);
}

/** The forms of an agreement that are on record as in use, and whether they take answers. */
function inUse(school: SchoolUnderTest, id: string): string[] {
  return recordsOf(school, 'Forms')
    .filter((row) => row['Agreement id'] === id && row['In use'] === 'yes')
    .map((row) => `${row['Kind']} ${row['Version']}${school.workspace.forms.find(row['Form id'] ?? '')?.acceptingResponses ? '' : ' closed'}`);
}

function approve(school: SchoolUnderTest, responseId: string): void {
  school.as(school.people.networkManager).get('countersign', { key: aPress(), responseIds: [responseId], accessEnds: '', seenInPerson: false });
}

describe('putting a text into use', () => {
  test.each(AUDIENCES.filter((audience) => audience !== 'staff' && audience !== 'class'))(
    'A1 to A8: %s: forms that can be answered by those they are for, made well within a run',
    (audience) => {
      const school = aSchool();
      const { answer, run } = school.door(school.people.networkManager, 'publishBuiltIn', { key: aPress(), audience });
      expect(answer).toMatchObject({ ok: true, value: { version: 1 } });
      expect(run?.ms).toBeLessThan(120_000);
      expect(inUse(school, audience)).toEqual(formsFor(BUILT_IN[audience]).map((kind) => `${kind} 1`));
      for (const kind of formsFor(BUILT_IN[audience])) {
        const form = formInUse(school, audience, kind);
        const shown = JSON.stringify(form.items);
        for (const clause of clausesOf(BUILT_IN[audience])) expect(shown).toContain(clause);
        const refused = (visitor: string) => school.workspace.forms.refusalFor(form, visitor)?.reason ?? null;
        expect([refused(''), refused(school.people.pupil)]).toEqual([kind === 'account' ? 'sign-in' : null, null]);
        // Whoever answers sees no file, and no answers of others.
        expect(school.workspace.drive.mayRead(school.people.teacher, form.id)).toBe(false);
      }
      expect(school.as(school.people.networkManager).get('checkForms', { id: audience })).toEqual({ problems: [] });
    },
  );

  test('A10, A13: the school’s own agreement takes the place of the built-in one; both texts stay readable', () => {
    const school = aSchool();
    const old = school.staffForm();
    expect(publishText(school, 'staff', ownText())).toMatchObject({ ok: true, value: { version: 2 } });
    expect([old.acceptingResponses, school.staffForm().title, inUse(school, 'staff')]).toEqual([false, 'Our staff agreement', ['account 2']]);
    const opened = school
      .as(school.people.networkManager)
      .get<{ versions: { version: number; text: string; approvedBy: string }[] }>('openAgreement', { id: 'staff' });
    expect(opened.versions).toMatchObject([
      { version: 2, text: expect.stringContaining('1. I lock my screen.'), approvedBy: 'Governing body' },
      { version: 1, text: expect.stringContaining(BUILT_IN.staff.title) },
    ]);
  });

  test('A13: a second press, and the same text once more, publish nothing anew', () => {
    const school = aSchool();
    const key = aPress();
    expect(publishText(school, 'staff', ownText(), 'material', key)).toMatchObject({ ok: true, value: { version: 2 } });
    const files = formFiles(school);
    expect(publishText(school, 'staff', ownText(), 'material', key)).toMatchObject({ ok: true, value: { version: 2 } });
    expect(publishText(school, 'staff', ownText())).toMatchObject({ ok: true, value: { version: 2 } });
    expect(formFiles(school)).toEqual(files);
    expect(versions(school)).toEqual(['1 material', '2 material']);
  });

  test('A13: an old press that arrives once more does not bring the old text back', () => {
    const school = aSchool();
    const key = aPress();
    publishText(school, 'staff', ownText(), 'material', key);
    publishText(school, 'staff', ownText({ title: 'Newer' }));
    const files = formFiles(school);
    expect(publishText(school, 'staff', ownText(), 'material', key)).toMatchObject({ ok: true, value: { version: 2 } });
    expect([school.staffForm().title, formFiles(school)]).toEqual(['Newer', files]);
  });

  test('A13: the same text brings a form back that was closed, hidden or put into the bin', () => {
    const school = aSchool();
    const form = school.staffForm();
    const check = () => school.as(school.people.networkManager).get<{ problems: string[] }>('checkForms', { id: 'staff' }).problems;
    const file = school.workspace.drive.find(form.id);
    if (!file) throw new Error('there is no form');
    const harms: [() => unknown, RegExp][] = [
      [() => Object.assign(form, { acceptingResponses: false }), /takes no answers/],
      [() => Object.assign(file, { permissions: file.permissions.filter(({ view }) => view === undefined) }), /cannot answer/],
      [() => Object.assign(file, { trashed: true }), /was deleted/],
    ];
    for (const [harm, words] of harms) {
      harm();
      expect(check()).toEqual([expect.stringMatching(words)]);
      school.as(school.people.office).get('makeStep', { id: 'agreement-staff' });
      expect(check()).toEqual([]);
      expect(school.staffForm().id).toBe(form.id);
    }
  });

  test.each<[what: string, text: AgreementText, code: string]>([
    ['no clauses', ownText({ sections: [] }), 'agreement-empty'],
    ['only empty clauses', ownText({ sections: sectionsFrom([' ', '']) }), 'agreement-empty'],
    ['no title', ownText({ title: ' ' }), 'agreement-untitled'],
    ['a question that stands there twice', ownText({ permissions: ['a', 'b'].map((id) => ({ id, question: 'May they?' })) }), 'permission-doubled'],
  ])('A10: a text with %s is not put into use', (_, text, code) => {
    const school = aSchool();
    const form = school.staffForm().id;
    expect(publishText(school, 'staff', text)).toMatchObject({ ok: false, code });
    expect([versions(school), school.staffForm().id]).toEqual([['1 material'], form]);
  });

  test('A10: scripts, formulas and endless clauses are text, in the form as in the copy', () => {
    const school = aSchool();
    const clauses = ['<script>alert(1)</script>', '=IMPORTXML("https://example.org","//a")', 'x'.repeat(5_000), 'Line one\nLine two'];
    expect(publishText(school, 'staff', ownText({ title: '=1+1 <b>', sections: [{ heading: '</p><h1>', asks: 'agree', clauses }] }))).toMatchObject({
      ok: true,
    });
    const shown = school.staffForm().items.map(({ title, helpText }) => `${title}\n${helpText}`);
    for (const clause of ['</p><h1>', ...clauses]) expect(shown.join('\n')).toContain(clause);
    school.sign(school.people.teacher, 'Sam Okafor');
    school.pass(5);
    expect(stateOf(school, 'staff', school.people.teacher)).toBe('awaiting approval');
  });
});

describe('a changed text', () => {
  /** Two teachers are asked; one has signed and is approved, the other not yet. */
  function inTheMiddle(): SchoolUnderTest {
    const school = aSchool();
    school.as(school.people.networkManager).get('startRound', { key: aPress(), why: 'first', agreements: ['staff'], due: '2026-09-21' });
    school.pass(5);
    const signature = school.sign(school.people.teacher, 'Sam Okafor');
    school.pass(5);
    approve(school, signature);
    return school;
  }

  test('A13: a minor change asks nobody again; who has not signed yet signs the new text', () => {
    const school = inTheMiddle();
    const { teacher, secondTeacher } = school.people;
    publishText(school, 'staff', ownText(), 'minor');
    school.pass(10);
    expect([stateOf(school, 'staff', teacher), stateOf(school, 'staff', secondTeacher)]).toEqual(['approved', 'asked']);
    school.sign(secondTeacher, 'Hannah Lindqvist');
    school.pass(5);
    expect(stateOf(school, 'staff', secondTeacher)).toBe('awaiting approval');
    expect(recordsOf(school, 'Rounds').map((row) => row['Why'])).toEqual(['first']);
  });

  test('A13: a material change asks everybody affected to sign again by a day; what was signed stays as it was', () => {
    const school = inTheMiddle();
    const { teacher, secondTeacher, networkManager } = school.people;
    const press = {
      key: aPress(),
      id: 'staff',
      agreement: ownText(),
      change: 'material',
      effective: '14/09/2026',
      approvedBy: 'Governing body',
      signAgainBy: '30/09/2026',
    };
    school.as(networkManager).get('publishAgreement', press);
    expect(recordsOf(school, 'Rounds').map((row) => [row['Why'], row['Due'], row['Started by']])).toEqual([
      ['first', '2026-09-21', networkManager],
      ['new version', '2026-09-30', networkManager],
    ]);
    school.pass(10);
    const rows = recordsOf(school, 'Standings').filter((row) => row['Person'] === teacher || row['Person'] === secondTeacher);
    expect(rows.map((row) => [row['State'], row['Due'], row['Version']])).toEqual([
      ['asked', '2026-09-30', '2'],
      ['asked', '2026-09-30', '2'],
    ]);
    expect(recordsOf(school, 'Signatures').map((row) => [row['State'], row['Version']])).toEqual([['approved', '1']]);
  });

  test('A13: by the usual number of days when no day is said; a day that has passed is refused and nothing is published', () => {
    const school = inTheMiddle();
    const press = { key: aPress(), id: 'staff', agreement: ownText(), change: 'material', effective: '', approvedBy: '', signAgainBy: '01/09/2026' };
    const answer = school.as(school.people.networkManager).call('publishAgreement', press);
    expect(answer).toMatchObject({ ok: false, code: 'sign-again-by', field: 'signAgainBy' });
    expect(versions(school)).toEqual(['1 material']);
    publishText(school, 'staff', ownText());
    expect(recordsOf(school, 'Rounds')[1]?.['Due']).toBe('2026-09-21');
  });

  test('A13: before anybody was asked a material change asks nobody', () => {
    const school = aSchool();
    publishText(school, 'staff', ownText());
    school.pass(5);
    expect([recordsOf(school, 'Rounds'), recordsOf(school, 'Standings')]).toEqual([[], []]);
  });

  test('A13: an answer sent just before another form took the place is recorded, even when Google shows it late', () => {
    const school = aSchool();
    const { teacher, secondTeacher } = school.people;
    const old = school.staffForm();
    school.sign(secondTeacher, 'Hannah Lindqvist');
    school.sign(teacher, 'Sam Okafor');
    const late = old.responses.pop();
    if (!late) throw new Error('the form kept no answer');
    publishText(school, 'staff', ownText(), 'minor');
    expect(stateOf(school, 'staff', secondTeacher)).toBe('awaiting approval');
    old.responses.push(late);
    school.pass(10);
    expect(recordsOf(school, 'Signatures').map((row) => [row['Full name'], row['Version']])).toEqual([
      ['Hannah Lindqvist', '1'],
      ['Sam Okafor', '1'],
    ]);
    expect(stateOf(school, 'staff', teacher)).toBe('awaiting approval');
  });

  test('A8: parents’ yes and no stay when the text changes, and the new form asks anew', () => {
    const school = aSchool();
    putIntoUse(school, 'parent');
    familySigns(school, { address: school.people.parent, children: [{ name: 'Amira', allowed: ['images-website'] }] });
    school.pass(5);
    const [first, ...permissions] = BUILT_IN.parent.permissions;
    publishText(school, 'parent', { ...BUILT_IN.parent, permissions });
    expect(recordsOf(school, 'Consents').filter((row) => row['Permission'] === first?.id)).toHaveLength(1);
    const grid = formInUse(school, 'parent', 'family').items.find(({ type }) => type === 'GRID');
    expect(grid?.rows).toEqual(permissions.map(({ question }) => question));
  });

  test('A12: a retired agreement takes no more answers; what it had got is recorded, and it can be put into use again', () => {
    const school = aSchool();
    const { networkManager, teacher, secondTeacher } = school.people;
    const form = school.staffForm();
    school.sign(teacher, 'Sam Okafor');
    const press = { key: aPress(), id: 'staff' };
    expect(school.as(networkManager).get('retireAgreement', press)).toEqual({ retired: 'staff' });
    expect(school.as(networkManager).get('retireAgreement', press)).toEqual({ retired: 'staff' });
    expect(school.as(networkManager).call('retireAgreement', { key: aPress(), id: 'staff' })).toMatchObject({ ok: false, code: 'no-such-agreement' });
    expect([form.acceptingResponses, inUse(school, 'staff'), payloadsOf(school, 'agreement signed').length]).toEqual([false, [], 1]);
    putIntoUse(school, 'staff');
    expect(inUse(school, 'staff')).toEqual(['account 2']);
    signs(school, 'staff', secondTeacher, 'Hannah Lindqvist');
    school.pass(5);
    expect(stateOf(school, 'staff', secondTeacher)).toBe('awaiting approval');
  });
});

describe('a domain that forbids what is needed', () => {
  test('A4, A8: forms for people without an account are not put into use, and the page says what an administrator must allow', () => {
    const school = aSchool();
    school.workspace.data.linkSharingOff = true;
    const key = aPress();
    const publish = () => school.as(school.people.networkManager).call<{ version: number }>('publishBuiltIn', { key, audience: 'parent' });
    const answer = publish();
    expect(answer).toMatchObject({ ok: false, code: 'form-cannot-be-answered' });
    if (!answer.ok)
      for (const word of ['Parents and guests', school.people.office, 'administrator', 'Sharing settings']) expect(answer.message).toContain(word);
    expect([inUse(school, 'parent'), recordsOf(school, 'Agreements').map((row) => row['Id'])]).toEqual([[], ['staff']]);
    expect(formFiles(school).some((id) => school.workspace.forms.find(id)?.published && id !== school.staffForm().id)).toBe(false);

    const files = formFiles(school);
    delete school.workspace.data.linkSharingOff;
    expect(publish()).toMatchObject({ ok: true, value: { version: 1 } });
    expect([inUse(school, 'parent'), formFiles(school)]).toEqual([['family 1'], files]);
  });

  test('A4: a form that lost its openness later is named where forms are looked at', () => {
    const school = aSchool();
    putIntoUse(school, 'visitor');
    const file = school.workspace.drive.find(formInUse(school, 'visitor', 'open').id);
    if (file) file.permissions = file.permissions.filter(({ type }) => type !== 'anyone');
    const { problems } = school.as(school.people.networkManager).get<{ problems: string[] }>('checkForms', { id: 'visitor' });
    expect(problems).toEqual([expect.stringContaining('Parents and guests')]);
  });

  test('A11: a form that was deleted for good is passed over; the others are read all the same', () => {
    const school = aSchool();
    putIntoUse(school, 'ks2');
    signs(school, 'staff', school.people.teacher, 'Sam Okafor');
    const staff = recordsOf(school, 'Forms').find((row) => row['Agreement id'] === 'staff')?.['Form id'] ?? '';
    delete school.workspace.data.files[staff];
    delete school.workspace.data.forms[staff];
    signs(school, 'ks2', school.people.pupil, 'Amira Khan');
    expect(school.beat().ok).toBe(true);
    expect(recordsOf(school, 'Standings').map((row) => row['Name'])).toEqual(['Amira Khan']);
    const { problems } = school.as(school.people.networkManager).get<{ problems: string[] }>('checkForms', { id: 'staff' });
    expect(problems).toEqual([expect.stringContaining('was deleted')]);
  });
});

/** Policies that schools have published; they are not part of this project. */
const POLICIES = join(import.meta.dirname, '../../../shared/policies');

test.each([
  ['Burdett-Coutts, appendix 1', 'burdett-coutts.txt', /Staff Acceptable Use Policy/i],
  ['St Mary’s, appendix C', 'st-marys.txt', /Staff Agreement/i],
])('A10: the staff agreement of %s is pasted with its whole policy, built as a form and signed', (_, file, title) => {
  const path = join(POLICIES, file);
  if (!existsSync(path)) {
    console.warn(`not tried: ${path} is not here`);
    return;
  }
  const school = aSchool();
  const { found } = school.as(school.people.networkManager).get<{ found: ReadAgreement[] }>('readAgreementText', { text: readFileSync(path, 'utf8') });
  const agreement = found.find((each) => each.audience === 'staff' && title.test(each.title));
  if (!agreement) throw new Error(`not found among ${found.map((each) => each.title).join(', ')}`);
  expect(agreement.clauses.length).toBeGreaterThan(8);
  const { title: name, introduction, clauses, signatureFields } = agreement;
  expect(publishText(school, 'staff', ownText({ title: name, introduction, sections: sectionsFrom(clauses), signatureFields }))).toMatchObject({ ok: true });
  const form = school.staffForm();
  const shown = form.items.map(({ helpText }) => helpText).join('\n');
  for (const clause of clauses) expect(shown).toContain(clause);
  signs(school, 'staff', school.people.teacher, 'Sam Okafor');
  declines(school, 'staff', school.people.secondTeacher, 'Hannah Lindqvist');
  school.pass(5);
  expect([stateOf(school, 'staff', school.people.teacher), stateOf(school, 'staff', school.people.secondTeacher)]).toEqual(['awaiting approval', 'declined']);
});

// ---- whatever fails ----

/** Every so many calls one: a form takes hundreds, wherever it is cut off. The others are tried where they are few. */
function everyNth(step: number): (call: string, isFirst: boolean) => boolean {
  let count = 0;
  return () => {
    count += 1;
    return count % step === 0;
  };
}

test.each<[what: string, id: string, text: AgreementText, tries: (call: string, isFirst: boolean) => boolean, arrange: (school: SchoolUnderTest) => void]>([
  [
    'a new version of the staff agreement, which people are asked for and one has just signed',
    'staff',
    ownText(),
    everyNth(19),
    (school) => {
      // In the evening nobody is mailed, so that a trial is short.
      school.workspace.clock.pass(12 * 3_600_000);
      school.as(school.people.networkManager).get('startRound', { key: aPress(), why: 'first', agreements: ['staff'], due: '2026-09-21' });
      school.beat();
      school.sign(school.people.teacher, 'Sam Okafor');
    },
  ],
  ['the parents’ agreement, with a page for each of six children', '', BUILT_IN.parent, everyNth(29), () => undefined],
])(
  'A13: whichever call fails while %s is put into use, pressing again gives one version, its forms once, and one unbroken history',
  (_, id, text, tries, arrange) => {
    const key = aPress();
    const agreementId = id || text.audience;
    const forms = (version: number) => formsFor({ audience: text.audience as Audience, alsoFor: [] }).map((kind) => `${kind} ${version}`);
    const version = id === '' ? 1 : 2;
    const input = { key, id, agreement: text, change: 'material', effective: '', approvedBy: '', signAgainBy: '' };
    faultSweep<SchoolUnderTest>({
      arrange: () => {
        const school = aSchool();
        arrange(school);
        return school;
      },
      clone: (school) => school.another(),
      tries,
      operation: (school, faults) => {
        const { run } = school.door(school.people.networkManager, 'publishAgreement', input, faults);
        if (!run) throw new Error('the door did not run');
        // Until it is on record nothing has changed for anybody.
        if (recordsOf(school, 'Agreements').find((row) => row['Id'] === agreementId)?.['Version'] !== String(version))
          expect(inUse(school, agreementId)).toEqual(id === '' ? [] : ['account 1']);
        return run;
      },
      meanwhile: (school) => void school.beat(),
      recover: (school) => {
        school.workspace.clock.pass(60_000);
        school.as(school.people.networkManager).get('publishAgreement', input);
        school.beat();
        school.workspace.clock.pass(60_000);
        school.beat();
      },
      invariant: (school, where) => {
        const published = payloadsOf<{ agreement: { id: string } }>(school, 'agreement published').filter(({ agreement }) => agreement.id === agreementId);
        const open = recordsOf(school, 'Forms').filter(
          (row) => row['Agreement id'] === agreementId && school.workspace.forms.find(row['Form id'] ?? '')?.acceptingResponses,
        );
        const keys = formFiles(school).map((form) => JSON.stringify(school.workspace.drive.find(form)?.appProperties));
        const found = {
          ...{ where, published: published.length, inUse: inUse(school, agreementId), open: open.map((row) => `${row['Kind']} ${row['Version']}`) },
          ...{ files: keys.length - new Set(keys).size, whole: school.as(school.people.networkManager).get('checkForms', { id: agreementId }) },
          ...{ signed: payloadsOf(school, 'agreement signed').length, rounds: recordsOf(school, 'Rounds').map((row) => row['Why']), history: school.history() },
        };
        expect(found).toEqual({
          ...{ where, published: version, inUse: forms(version), open: forms(version), files: 0, whole: { problems: [] } },
          ...{ signed: id === '' ? 0 : 1, rounds: id === '' ? [] : ['first', 'new version'], history: 'unbroken' },
        });
      },
    });
  },
);

import { expect, test } from '@jest/globals';
import manifest from '../../appsscript.json';
import { authorize } from '../../local/apps-script/authorization.ts';
import { execute } from '../../local/apps-script/engine.ts';
import { ACCOUNT } from '../support/concerns.ts';
import { aSchool, type SchoolUnderTest } from '../support/school.ts';

const AUTH = 'https://www.googleapis.com/auth/';
const CONCERN = {
  key: 'press-0001-of-the-button',
  story: 'She told me that somebody keeps writing to her.',
  ...ACCOUNT,
  people: [],
};

/** The code a page answers with. */
function answerTo(school: SchoolUnderTest, email: string, door: string, input: unknown = {}): string {
  const answer = school.as(email).call(door, input);
  return answer.ok ? 'ok' : answer.code;
}

/** Every right the office asks for, and what cannot be done without it. Without a line here it must not be asked for. */
const NEEDED_FOR: Record<string, { what: string; tryIt(school: SchoolUnderTest): string; says: string }> = {
  documents: {
    what: 'importing an agreement from a Google Doc that was shared with the role account',
    tryIt: (school) => answerTo(school, school.people.networkManager, 'readAgreementDoc', { address: draftOf(school) }),
    says: 'rights-missing',
  },
  'drive.file': {
    what: 'raising a concern: the records lie in a spreadsheet that the office made',
    tryIt: (school) => answerTo(school, school.people.teacher, 'raiseConcern', CONCERN),
    says: 'rights-missing',
  },
  forms: {
    what: 'looking at the agreement’s form on the set-up page',
    tryIt: rightsOnSetUpPage,
    says: 'to be mended',
  },
  'gmail.modify': {
    what: 'mail to the DSL: the heartbeat says why it waits',
    tryIt: (school) => {
      school.as(school.people.teacher).get('raiseConcern', CONCERN);
      return school.beat().log.join('\n');
    },
    says: '1 waiting. Specified permissions are not sufficient to call Gmail.Users.Drafts.create',
  },
  'gmail.settings.basic': {
    what: 'making the filters of the safeguarding mailbox',
    tryIt: (school) => {
      school.workspace.mail.mailbox(school.people.office).data.filters = [];
      return answerTo(school, school.people.office, 'makeStep', { id: 'mail-filters' });
    },
    says: 'rights-missing',
  },
  groups: {
    what: 'taking people from a group',
    tryIt: (school) => {
      const source = { from: 'group', name: 'staff@quillhaven.example', kind: 'staff', className: '' };
      const { sources } = school.as(school.people.office).get<{ sources: { result: unknown }[] }>('saveSources', { sources: [source] });
      return String(sources[0]?.result);
    },
    says: 'Handrail has not been allowed to look there',
  },
  'script.scriptapp': {
    what: 'looking after the heartbeat’s trigger on the set-up page',
    tryIt: rightsOnSetUpPage,
    says: 'to be mended',
  },
  'userinfo.email': {
    what: 'knowing who is there',
    tryIt: (school) => answerTo(school, school.people.teacher, 'home'),
    says: 'rights-missing',
  },
};

/** What the set-up page says of the step that asks for every right: the page itself opens. */
function rightsOnSetUpPage(school: SchoolUnderTest): string {
  const { steps } = school.as(school.people.office).get<{ steps: { id: string; state: string }[] }>('readSetUp');
  return steps.find(({ id }) => id === 'rights')?.state ?? '';
}

/** The head's own draft, a Google Doc that the role account may read. */
function draftOf({ workspace }: SchoolUnderTest): string {
  const draft = Object.values(workspace.data.files).find(({ name }) => name === 'Our staff agreement (draft)');
  return `https://docs.google.com/document/d/${draft?.id}/edit`;
}

/** A school whose role account has taken one right back, as it can at any time in its Google account. */
function without(scope: string): SchoolUnderTest {
  const school = aSchool();
  const { grants } = scriptOf(school);
  grants[school.people.office] = (grants[school.people.office] ?? []).filter((each) => each !== AUTH + scope);
  return school;
}

function scriptOf(school: SchoolUnderTest) {
  const script = school.workspace.data.scripts[school.handrail.officeId];
  if (!script) throw new Error('the office has no script');
  return script;
}

function start(school: SchoolUnderTest) {
  const { office } = school.people;
  return execute(school.workspace, { scriptId: school.handrail.officeId, kind: 'editor', active: office, effective: office, fn: 'start' });
}

test('the manifest asks for the rights that the code needs and for no others', () => {
  expect(manifest.oauthScopes).toEqual(Object.keys(NEEDED_FOR).map((scope) => AUTH + scope));
});

// docs/apps-script/concepts/scopes.md, "Granular permissions": a person may grant some scopes and refuse others.
test.each(Object.entries(NEEDED_FOR).map(([scope, needed]) => ({ scope, ...needed })))('without $scope, not possible: $what', ({ scope, tryIt, says }) => {
  const school = without(scope);
  expect(tryIt(school)).toContain(says);
  expect(start(school).error?.message).toContain(AUTH + scope);

  authorize(school.workspace, school.handrail.officeId, school.people.office);
  expect(start(school).ok).toBe(true);
  school.as(school.people.teacher).get('raiseConcern', CONCERN);
  school.beat();
  expect(school.desk('dsl')).toHaveLength(1);
  expect(school.mailTo(school.people.dsl)).toHaveLength(1);
  expect(school.history()).toBe('unbroken');
});

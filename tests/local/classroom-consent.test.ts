import { expect, test } from '@jest/globals';
import { people } from '../../local/school/quillhaven.ts';
import { OFFICE, TEACHER } from '../support/script.ts';
import { aSite } from '../support/site.ts';
import { aWebApp, DEPLOYMENT } from '../support/web-app.ts';

const CODE = `function doGet() {
  return HtmlService.createHtmlOutput('<p>hello ' + Session.getEffectiveUser().getEmail() + '</p>').setXFrameOptionsMode(HtmlService.XFrameOptionsMode.ALLOWALL);
}`;
const APP = `/macros/s/${DEPLOYMENT}/exec`;
const CONSENT = `/macros/authorize/${DEPLOYMENT}`;

/** A web app that runs as whoever opens it, and a pupil; nobody has agreed to anything. */
function anAppAsItsVisitor(executeAs: 'USER_ACCESSING' | 'USER_DEPLOYING' = 'USER_ACCESSING') {
  const { workspace, script } = aWebApp(CODE, { executeAs });
  workspace.people.add({ email: people.pupil, givenName: 'Amira', familyName: 'Khan', orgUnitPath: '/Pupils' });
  script.grants = { [OFFICE]: ['*'] };
  return { script, ...aSite(workspace) };
}

// docs/apps-script/guides/web.md, "Permissions"
test.each([TEACHER, people.pupil])('a web app that runs as its visitor asks %s first, naming its owner, and then runs as them', async (visitor) => {
  const { get, send, script } = anAppAsItsVisitor();
  const before = await get(APP, visitor);
  expect([before.status, await before.text()]).toEqual([403, expect.stringContaining(CONSENT)]);
  const asked = await get(`${CONSENT}?next=${APP}`, visitor);
  expect(await asked.text()).toMatch(new RegExp(`Script wants access to your Google Account[^]*Made by ${OFFICE}`));
  const allowed = await send(CONSENT, { answer: 'allow', next: APP }, visitor);
  expect([allowed.status, allowed.headers.get('location')]).toEqual([303, APP]);
  expect(script.grants[visitor]).toEqual(['*']);
  expect(await (await get(APP, visitor)).text()).toContain(`hello ${visitor}`);
});

test('whoever says no is asked again, and nobody agrees for another', async () => {
  const { get, send, script } = anAppAsItsVisitor();
  await send(CONSENT, { answer: 'cancel', next: APP }, TEACHER);
  expect(script.grants[TEACHER]).toBeUndefined();
  expect((await get(APP, TEACHER)).status).toBe(403);
  await send(CONSENT, { answer: 'allow', next: APP }, TEACHER);
  expect((await get(APP, people.pupil)).status).toBe(403);
  expect((await send(CONSENT, { answer: 'allow', next: 'https://elsewhere.example/' }, people.pupil)).headers.get('location')).toBe('/home');
});

test('the question may stand in another page’s frame, what is agreed to may not', async () => {
  const { get } = anAppAsItsVisitor();
  const policy = async (path: string) => (await get(path, TEACHER)).headers.get('content-security-policy');
  expect(await policy(APP)).toContain('frame-ancestors *');
  expect(await policy(CONSENT)).toContain("frame-ancestors 'none'");
});

test('a web app that runs as its owner asks no visitor for anything', async () => {
  const { get, send } = anAppAsItsVisitor('USER_DEPLOYING');
  expect(await (await get(APP, people.pupil)).text()).toContain(`hello ${OFFICE}`);
  expect([(await get(CONSENT, people.pupil)).status, (await send(CONSENT, { answer: 'allow' }, people.pupil)).status]).toEqual([404, 404]);
});

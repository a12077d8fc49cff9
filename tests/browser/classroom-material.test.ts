import { afterAll, expect, test } from '@jest/globals';
import { authorize } from '../../local/apps-script/authorization.ts';
import { installSidebar } from '../../local/school/install.ts';
import { localLink } from '../../local/site/links.ts';
import { courseLink } from '../../local/workspace/classroom.ts';
import { accessibilityProblems } from '../support/accessibility.ts';
import { closeAll, office, served } from '../support/pages.ts';
import { aSchool } from '../support/school.ts';
import { builtSidebar } from '../support/sidebar.ts';

afterAll(closeAll);

test('D6: from the lesson beside the calendar the rules are in Classroom after two presses, and a pupil reads them from there', async () => {
  const school = aSchool();
  const { people, workspace, handrail } = school;
  authorize(workspace, installSidebar(workspace, builtSidebar(handrail.address, people.office)), people.teacher);
  const { open } = await served(school);
  const page = await open(people.teacher, '/calendar');
  await page
    .getByRole('link', { name: /3A Maths/ })
    .first()
    .click();
  const panel = page.getByRole('region', { name: 'Handrail' });
  await panel.getByRole('button', { name: 'Put the rules for pupils into Classroom' }).click();
  await panel.getByText('For Class 3A').waitFor();
  expect(await accessibilityProblems(page)).toEqual([]);
  await panel.getByRole('button', { name: 'Post it now' }).click();
  await panel.getByText('Posted.').waitFor();
  expect(await accessibilityProblems(page)).toEqual([]);

  const course = Object.values(workspace.data.courses).find(({ students }) => students.includes(people.pupil));
  if (!course) throw new Error('the pupil is in no class');
  const pupils = await open(people.pupil, localLink(courseLink(course)));
  await pupils.getByRole('link', { name: 'Rules for our live lessons' }).click();
  const opening = pupils.waitForEvent('popup');
  await pupils.getByRole('link', { name: /page=lesson-rules/ }).click();
  await office(await opening)
    .getByText('For class 3A. Read this before you join.')
    .waitFor();
});

import { emptyWorkspace, Workspace } from '../workspace/workspace.ts';
import { addFiles, sendLetters } from './everyday.ts';
import { addFamilies } from './families.ts';
import { addCourses, addGroups, ORG_UNITS } from './groups.ts';
import { Deal } from './random.ts';
import { addStaff, DOMAIN } from './staff.ts';
import { addStaffAgreement } from './staff-agreement.ts';
import { addLessons } from './week.ts';

export { roll } from './roll.ts';
export { people } from './staff.ts';

const SEED = 20_260_907;
/** How long before `now` the everyday mail begins, in milliseconds. */
const BEFORE = 12 * 3_600_000;

/**
 * Quillhaven Primary, an invented two-form-entry school, as it stands at `now` (milliseconds since 1970): people, groups,
 * courses, a week of lessons, everyday mail and files. The same `now` gives the same school, ids and all.
 */
export function quillhaven(now: number): Workspace {
  const workspace = new Workspace(emptyWorkspace(DOMAIN, now - BEFORE));
  workspace.data.orgUnits = [...ORG_UNITS];
  addStaff(workspace, now);
  addFamilies(workspace, new Deal(SEED));
  addGroups(workspace);
  addCourses(workspace);
  addFiles(workspace);
  addStaffAgreement(workspace);
  addLessons(workspace, now);
  sendLetters(workspace);
  workspace.data.quotas = {};
  workspace.clock.moveTo(now);
  return workspace;
}

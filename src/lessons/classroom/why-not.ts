/** docs/workspace/classroom/add-ons/developer-guides/frictionless-signin.md, "Multi-login" */
export const OTHER_ACCOUNT =
  'Classroom was opened with another account than the one you are signed in with here. Sign out of the other accounts, or open Classroom in a private window with your school account alone, and try again.';

const TECHNICIAN = 'Tell the school’s technician.';

/** What Google's answers mean (docs/workspace/classroom/troubleshooting/common-errors.md), the most particular first. */
const MEANINGS: readonly { said: RegExp; means: string }[] = [
  { said: /@InvalidAddOnToken/, means: OTHER_ACCOUNT },
  { said: /@ExpiredAddOnToken/, means: 'This window was open for too long. Close it with the X and choose Handrail again.' },
  {
    said: /@ProjectPermissionDenied/,
    means: 'Google lets only whoever made a post change it, and this one was not made with Handrail. Change or delete it in Classroom.',
  },
  { said: /@CourseNotModifiable/, means: 'This class is archived or not active yet. Restore it in Classroom first.' },
  { said: /@InactiveCourseOwner/, means: `The account of this class’s owner was deleted. ${TECHNICIAN}` },
  {
    said: /@ClassroomApiDisabled|@ClassroomDisabled/,
    means: `Google does not let your account use Classroom with Handrail. Are you signed in with your school account? If so: ${TECHNICIAN}`,
  },
  { said: /has not been used in project|is disabled|accessNotConfigured/i, means: `The Classroom API is not switched on for Handrail. ${TECHNICIAN}` },
  {
    said: /permissions are not sufficient|insufficient authentication scopes|do not have permission to call|authorization is required/i,
    means: 'Handrail has not been allowed to do this in your classes.',
  },
];

/**
 * Why Google Classroom did not do what it was asked, in words for a teacher, with what to do.
 * @param code HTTP status; 0 when there was none
 * @param message as Google worded it
 */
export function whyNot(code: number, message: string): string {
  const known = MEANINGS.find(({ said }) => said.test(message));
  if (known) return known.means;
  if (code === 404) return 'Google Classroom does not know this class or post any more.';
  if (code === 403) return 'Google says that you may not do this. Only teachers of a class can.';
  if (code === 429) return 'Google Classroom is being asked too often right now. Wait a minute, then try again.';
  if (code === 400) return `Google Classroom did not take it. ${TECHNICIAN}`;
  return 'Google Classroom does not answer right now. Try again in a minute.';
}

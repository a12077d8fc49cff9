/** The pages there are, and what stands in the browser's tab. None holds anything before its door has said who may see what. */
const TITLES = {
  home: 'Handrail',
  // Nobody knows yet whether it is a pupil who opens these.
  report: 'Tell of a worry or concern',
  'my-concern': 'What you told the school',
  cases: 'Cases',
  case: 'Case',
  'desk-help': 'How the desk works',
  flags: 'Flagged messages',
  'house-rules': 'House rules for mail',
  monitoring: 'How mail is monitored',
  'mail-rules': 'What Google is told about mail',
  'incident-settings': 'How concerns and cases are handled',
  chronology: 'Chronology',
  keeping: 'Keeping and erasing',
  'subject-access': 'What is recorded about somebody',
  transfer: 'Pupils’ files to other schools',
  agreements: 'Agreements',
  agreement: 'Agreement',
  publish: 'Put an agreement into use',
  round: 'Ask people to sign',
  'agreement-settings': 'How people are asked and reminded',
  approve: 'Agreements to approve',
  settle: 'To settle by hand',
  person: 'A person’s agreements',
  team: 'Your team’s agreements',
  class: 'Class',
  copy: 'Signed agreement',
  policies: 'Policies',
  history: 'Verify history',
  review: 'Review of the log',
  filtering: 'The filter',
  'lesson-settings': 'How live lessons are held',
  'one-to-one': 'One-to-one live lessons',
  lesson: 'Live lesson checks',
  lessons: 'Lesson log',
  'lesson-rules': 'Rules for live lessons',
  reports: 'Reports',
  'set-up': 'Set up Handrail',
} as const;

/** Serves the page that the address asks for; without one, and for one there is not, the home page. */
export function servePage(event: GoogleAppsScript.Events.DoGet): GoogleAppsScript.HTML.HtmlOutput {
  const wanted = event.parameter['page'] ?? 'home';
  const name = (Object.keys(TITLES) as (keyof typeof TITLES)[]).find((each) => each === wanted) ?? 'home';
  // HtmlService ignores meta tags in the file itself.
  const page = HtmlService.createHtmlOutputFromFile(name).setTitle(TITLES[name]).addMetaTag('viewport', 'width=device-width, initial-scale=1');
  // Classroom shows it in a frame. Only this page may stand in another's: nothing is pressed on it, so nobody can be tricked into pressing.
  return name === 'lesson-rules' ? page.setXFrameOptionsMode(HtmlService.XFrameOptionsMode.ALLOWALL) : page;
}

/** Names of policies that a school usually has and that touch online safety, offered when one is added (A14). */
export const USUAL_POLICIES: readonly string[] = [
  'Online safety',
  'Acceptable use',
  'Safeguarding and child protection',
  'Behaviour',
  'Anti-bullying',
  'Staff code of conduct',
  'Low-level concerns',
  'Data protection',
  'Filtering and monitoring',
  'Use of images and video',
  'Mobile phones and devices',
  'Social media',
  'Remote learning',
  'Searching, screening and confiscation',
  'Complaints',
  'Whistleblowing',
];

import { SOURCES } from '../protocols/sources.ts';
import type { Grid, GridColumn, GridRow, Meaning } from './grid.ts';

/** The grids a school begins with: rows, columns and ticks as in the policies, the words ours. The school edits them in its Sheet. */

/** `x` a tick, `L` the LADO, `P` the police, `B` both, `-` nothing; a letter for each column. */
const MARKS: Record<string, string> = { x: '✓', L: 'L', P: 'P', B: 'L,P', '-': '' };

function rowsOf(rows: readonly [marks: string, incident: string, types: readonly string[]][]): GridRow[] {
  return rows.map(([marks, incident, types], place) => ({ id: String(place + 1), incident, marks: [...marks].map((mark) => MARKS[mark] ?? ''), types }));
}

function pupilColumns(means: Meaning): GridColumn[] {
  return [
    { what: 'Tell the class teacher or tutor', goesTo: 'class teacher', means },
    { what: 'Tell the head of department or year', goesTo: 'head of year', means },
    { what: 'Tell the headteacher', goesTo: 'headteacher', means },
    { what: 'Refer to the police', goesTo: 'police', means },
    { what: 'Ask technical support to change filtering or security, if action is needed', goesTo: 'technical support', means },
    { what: 'Tell parents or carers', goesTo: 'parents', means },
    { what: 'Take away access to the network or the internet', goesTo: 'the person', means },
    { what: 'Give a warning', goesTo: 'the person', means },
    { what: 'Decide on a further sanction, such as detention or exclusion', goesTo: 'the person', means },
  ];
}

const MAY_BE_ILLEGAL = ['abuse-images', 'illegal-material', 'hacking'];
const MESSAGES = ['bullying', 'prejudice-bullying', 'offensive-message', 'threats', 'hate-material'];
const OFFENSIVE = ['pornography', 'violent-content', 'hate-material'];
const GOOD_NAME = ['disrepute', 'social-media-breach', 'impersonation'];

const RK_PUPILS: Grid = {
  id: 'rk-pupils',
  title: 'Pupils',
  source: SOURCES.rkPupils,
  columns: pupilColumns('must'),
  rows: rowsOf([
    ['x-xxxx---', 'On purpose opened, or tried to open, something that may be illegal', MAY_BE_ILLEGAL],
    ['x-x------', 'Used sites in a lesson that have nothing to do with it', ['non-educational']],
    ['x-x--x---', 'Used a phone, a watch or an own tablet without permission', ['phone-misuse']],
    ['x-x--x---', 'Used social networks, messaging or private e-mail without permission', ['social-media-use']],
    ['x-x------', 'Downloaded or uploaded files without permission', ['unauthorised-files']],
    ['x--------', 'Let others into the network with their name and password', ['password-shared']],
    ['x--------', 'Got into the network, or tried to, as another pupil', ['account-misuse']],
    ['x-x--x---', 'Got into the network, or tried to, as a member of staff', ['account-misuse']],
    ['x--------', 'Spoilt or destroyed other people’s data', ['data-destroyed']],
    ['x-x--x---', 'Sent or posted something offensive, harassing or bullying', MESSAGES],
    ['x-x--xxxx', 'Did any of this again after a warning or a sanction', ['continued']],
    ['x-x--xxxx', 'Did something that harms the school’s good name or goes against what it stands for', GOOD_NAME],
    ['x-x--xxxx', 'Went round the filter, by a proxy or in another way', ['filter-bypass']],
    ['x-x--x---', 'Came upon offensive or pornographic material by accident and told nobody', ['not-reported']],
    ['x-xxxxxxx', 'On purpose opened, or tried to open, offensive, pornographic or extremist material', [...OFFENSIVE, 'extremism']],
    ['x-x--xxxx', 'Got or passed on material against somebody’s copyright or against data protection', ['copyright', 'data-careless']],
  ]),
};

const RK_STAFF: Grid = {
  id: 'rk-staff',
  title: 'Staff',
  source: SOURCES.rkStaff,
  columns: [
    { what: 'Tell the line manager', goesTo: 'line manager', means: 'must' },
    { what: 'Tell the headteacher', goesTo: 'headteacher', means: 'must' },
    { what: 'Refer to the local authority or human resources', goesTo: 'local authority or HR', means: 'must' },
    { what: 'Refer to the LADO (L) or the police (P)', goesTo: 'LADO (L), police (P)', means: 'must' },
    { what: 'Ask technical support to change filtering or security, if action is needed', goesTo: 'technical support', means: 'must' },
    { what: 'Give a warning', goesTo: 'the person', means: 'must' },
    { what: 'Decide on suspension', goesTo: 'the person', means: 'must' },
    { what: 'Begin disciplinary action', goesTo: 'the person', means: 'must' },
  ],
  rows: rowsOf([
    ['xxxBxxxx', 'On purpose opened, or tried to open, something that may be illegal', MAY_BE_ILLEGAL],
    [
      'xxx-xxxx',
      'Used the internet, social networks, messaging or private e-mail too much or wrongly for themselves',
      ['email-internet-misuse', 'social-media-use'],
    ],
    ['xx--xx--', 'Downloaded or uploaded files without permission', ['unauthorised-files']],
    ['xxxLxxxx', 'Let others into the network with their name and password, or used somebody else’s account', ['password-shared', 'account-misuse']],
    ['xx---x--', 'Was careless with personal data, such as keeping or sending it unprotected', ['data-careless', 'data-breach']],
    ['xxxBxxxx', 'On purpose broke the rules of data protection or network security', ['hacking', 'security-attempt']],
    ['xxxBxxxx', 'Spoilt or destroyed other people’s data, or damaged equipment or software on purpose', ['data-destroyed']],
    ['xxxB-xxx', 'Sent a colleague something offensive, harassing or bullying', [...MESSAGES, 'staff-targeted']],
    ['xxxLxxxx', 'Sent a learner something offensive, harassing or bullying', MESSAGES],
    ['xxxBxxxx', 'Broke the policy about communicating with learners', ['adult-contact']],
    ['xxxLxxxx', 'Wrote to pupils by private e-mail, social networks or messaging', ['adult-contact']],
    ['xxxLxxxx', 'Did something that may harm their professional standing', ['social-media-breach']],
    ['xxxLxxxx', 'Did something that harms the school’s good name or goes against what it stands for', GOOD_NAME],
    ['xxxBxxxx', 'Went round the filter, by a proxy or in another way', ['filter-bypass']],
    ['xx-Lxx--', 'Came upon offensive or pornographic material by accident and told nobody', ['not-reported']],
    ['xxxBxxxx', 'On purpose opened, or tried to open, something offensive or pornographic, or something that radicalises', [...OFFENSIVE, 'extremism']],
    ['xx---x--', 'Broke copyright or a licence', ['copyright']],
    ['xxxBxxxx', 'Did any of this again after a warning or a sanction', ['continued']],
  ]),
};

const EVERYTHING = 'xxxxxxxxx';

const GL_PUPILS: Grid = {
  id: 'gl-pupils',
  title: 'Pupils (choices)',
  source: SOURCES.glPupils,
  columns: pupilColumns('may'),
  rows: rowsOf([
    [EVERYTHING, 'On purpose opened, or tried to open, something that may be illegal', MAY_BE_ILLEGAL],
    [EVERYTHING, 'Used sites in a lesson that have nothing to do with it', ['non-educational']],
    [EVERYTHING, 'Used a phone, a camera or another mobile device wrongly or without permission', ['phone-misuse', 'photo-without-consent']],
    [EVERYTHING, 'Used social media, messaging or private e-mail wrongly or without permission', ['social-media-use']],
    [EVERYTHING, 'Downloaded or uploaded files without permission', ['unauthorised-files']],
    [EVERYTHING, 'Let others into the network with their name and password', ['password-shared']],
    [EVERYTHING, 'Got into the network, or tried to, as another pupil', ['account-misuse']],
    [EVERYTHING, 'Got into the network, or tried to, as a member of staff', ['account-misuse']],
    [EVERYTHING, 'Spoilt or destroyed other people’s data', ['data-destroyed']],
    [EVERYTHING, 'Sent something offensive, harassing or bullying', MESSAGES],
    [EVERYTHING, 'Did any of this again after a warning or a sanction', ['continued']],
    [EVERYTHING, 'Did something that harms the good name of the school or goes against what it stands for', GOOD_NAME],
    [EVERYTHING, 'Went round the filter, by a proxy or in another way', ['filter-bypass']],
    [EVERYTHING, 'Came upon offensive or pornographic material by accident and told nobody', ['not-reported']],
    [EVERYTHING, 'On purpose opened, or tried to open, offensive or pornographic material', OFFENSIVE],
    [EVERYTHING, 'Got or passed on material against somebody’s copyright or against data protection', ['copyright', 'data-careless']],
  ]),
};

export const DEFAULT_GRIDS: readonly Grid[] = [RK_PUPILS, RK_STAFF, GL_PUPILS];

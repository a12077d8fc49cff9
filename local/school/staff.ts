import type { PersonData, SchoolRecordData } from '../workspace/data.ts';
import type { Workspace } from '../workspace/workspace.ts';

export const DOMAIN = 'quillhaven.example';

/** Addresses of the people whom tests, documents and the "Who are you?" page name. */
export const people = {
  /** The role account that owns the log; a mailbox, not a human being. */
  office: `safeguarding@${DOMAIN}`,
  head: `ruth.adeyemi@${DOMAIN}`,
  dsl: `priya.nair@${DOMAIN}`,
  /** Deputy headteacher and deputy DSL. */
  deputy: `tom.whitfield@${DOMAIN}`,
  /** Deputy headteacher without a part in safeguarding. */
  secondDeputy: `gwen.pritchard@${DOMAIN}`,
  teacher: `sam.okafor@${DOMAIN}`,
  secondTeacher: `hannah.lindqvist@${DOMAIN}`,
  senco: `bronagh.keane@${DOMAIN}`,
  computingLead: `imogen.tan@${DOMAIN}`,
  teachingAssistant: `lorna.beck@${DOMAIN}`,
  /** Approves accounts ("set this user up on our systems"). */
  networkManager: `dev.mistry@${DOMAIN}`,
  technician: `callum.brodie@${DOMAIN}`,
  businessManager: `frances.ogilvie@${DOMAIN}`,
  officeManager: `janet.mullins@${DOMAIN}`,
  siteManager: `terry.vance@${DOMAIN}`,
  supply: `nadine.frost@${DOMAIN}`,
  chair: `margaret.osborne@${DOMAIN}`,
  clerk: `edwin.sharples@${DOMAIN}`,
  governor: 'lucien.baptiste@example.net',
  /** Is mailed the end of the history every day. */
  witness: 'philippa.dunmore@example.net',
  pupil: `amira.khan@${DOMAIN}`,
  youngPupil: `yusuf.khan@${DOMAIN}`,
  parent: 'nadia.khan@example.org',
  secondParent: 'imran.khan@example.com',
  volunteer: 'vera.lunt@example.org',
  visitor: 'harold.finch@example.com',
} as const;

/** Every line: given name, family name, job title, class. */
type Line = readonly [given: string, family: string, jobTitle: string, className?: string];

const LEADERSHIP: readonly Line[] = [
  ['Ruth', 'Adeyemi', 'Headteacher'],
  ['Priya', 'Nair', 'Designated Safeguarding Lead'],
  ['Tom', 'Whitfield', 'Deputy Headteacher and Deputy DSL'],
  ['Gwen', 'Pritchard', 'Deputy Headteacher'],
];

const TEACHERS: readonly Line[] = [
  ['Orla', 'Fennimore', 'Teacher', 'RA'],
  ['Kwesi', 'Antwi', 'Teacher', 'RB'],
  ['Bethany', 'Cartwright', 'Teacher', '1A'],
  ['Hannah', 'Lindqvist', 'Teacher', '1B'],
  ['Rukhsana', 'Mirza', 'Teacher', '2A'],
  ['Joel', 'Penrose', 'Teacher', '2B'],
  ['Sam', 'Okafor', 'Teacher', '3A'],
  ['Catrin', 'Bevan', 'Teacher', '3B'],
  ['Dominika', 'Wrobel', 'Teacher', '4A'],
  ['Marcus', 'Delaney', 'Teacher', '4B'],
  ['Anjali', 'Ramanathan', 'Teacher', '5A'],
  ['Imogen', 'Tan', 'Computing Lead and Teacher', '5B'],
  ['Fergus', 'Abernethy', 'Teacher', '6A'],
  ['Yetunde', 'Coker', 'Teacher', '6B'],
  ['Elspeth', 'Drummond', 'Music Teacher'],
  ['Ravi', 'Solanki', 'PE Teacher'],
  ['Bronagh', 'Keane', 'SENCO'],
];

const SUPPORT: readonly Line[] = [
  ['Lorna', 'Beck', 'Teaching Assistant', '3A'],
  ['Pauline', 'Achebe', 'Teaching Assistant', 'RA'],
  ['Shanice', 'Rowe', 'Teaching Assistant', 'RB'],
  ['Mandy', 'Hollis', 'Teaching Assistant', '1A'],
  ['Zubair', 'Latif', 'Teaching Assistant', '1B'],
  ['Kirsten', 'Mole', 'Teaching Assistant', '2A'],
  ['Ioana', 'Dragomir', 'Teaching Assistant', '2B'],
  ['Beverley', 'Sykes', 'Teaching Assistant', '4A'],
  ['Gethin', 'Probert', 'Teaching Assistant', '5A'],
  ['Sunniva', 'Halloran', 'Teaching Assistant', '6A'],
  ['Denise', 'Amankwah', 'Higher Level Teaching Assistant'],
  ['Alastair', 'Crewe', 'Higher Level Teaching Assistant'],
  ['Marisol', 'Vega', 'Family Support Worker'],
  ['Dev', 'Mistry', 'Network Manager'],
  ['Callum', 'Brodie', 'IT Technician'],
  ['Frances', 'Ogilvie', 'School Business Manager'],
  ['Janet', 'Mullins', 'Office Manager'],
  ['Tola', 'Bankole', 'Administrative Assistant'],
  ['Rita', 'Sorensen', 'Attendance Officer'],
  ['Terry', 'Vance', 'Site Manager'],
  ['Wiktor', 'Lis', 'Caretaker'],
  ['Sheila', 'Turnbull', 'Midday Supervisor'],
  ['Nasreen', 'Aziz', 'Midday Supervisor'],
];

const GOVERNORS: readonly Line[] = [
  ['Margaret', 'Osborne', 'Chair of Governors'],
  ['Edwin', 'Sharples', 'Clerk to the Governors'],
  ['Winifred', 'Asante', 'Vice Chair of Governors'],
];

/** Governors who read their papers at an address of their own. */
const GOVERNORS_OUTSIDE = [
  ['Lucien', 'Baptiste', 'Safeguarding Link Governor', people.governor],
  ['Roberta', 'Fairclough', 'Parent Governor', 'roberta.fairclough@example.org'],
  ['Naveed', 'Sheikh', 'Community Governor', 'naveed.sheikh@example.com'],
  ['Philippa', 'Dunmore', 'Local Authority Governor', people.witness],
] as const;

/** How long the supply teacher stays, milliseconds: until about half term. */
const SUPPLY_STAYS = 46 * 86_400_000;

/** Who manages whom: the first line that fits a job title. The head has nobody above in the school. */
const LINE_MANAGERS: readonly (readonly [jobTitle: RegExp, manager: string])[] = [
  [/^Headteacher$|Governor|Clerk/, ''],
  [/^(Deputy Headteacher|Designated Safeguarding Lead|SENCO|School Business Manager)/, people.head],
  [/^Teacher$/, people.deputy],
  [/Teacher$/, people.secondDeputy],
  [/Teaching Assistant$|^Family/, people.senco],
  [/^IT Technician$/, people.networkManager],
  [/./, people.businessManager],
];

/** Adds everyone who works at the school, governs it or comes as a guest, and the role account. */
export function addStaff(workspace: Workspace, now: number): void {
  for (const line of LEADERSHIP) addOne(workspace, line, 'staff', '/Staff/Leadership');
  for (const line of TEACHERS) addOne(workspace, line, 'staff', '/Staff/Teachers');
  for (const line of SUPPORT) addOne(workspace, line, 'staff', '/Staff/Support');
  for (const line of GOVERNORS) addOne(workspace, line, 'governor', '/Governors');
  addOne(workspace, ['Nadine', 'Frost', 'Supply Teacher'], 'supply', '/Guests');
  Object.assign(workspace.people.find(people.supply)?.record ?? {}, { leaves: new Date(now + SUPPLY_STAYS).toISOString().slice(0, 10) });
  for (const [givenName, familyName, jobTitle, email] of GOVERNORS_OUTSIDE) addOutsider(workspace, { email, givenName, familyName }, 'governor', jobTitle);
  addOutsider(workspace, { email: people.volunteer, givenName: 'Vera', familyName: 'Lunt' }, 'volunteer', 'Reading volunteer');
  addOutsider(workspace, { email: people.visitor, givenName: 'Harold', familyName: 'Finch' }, 'visitor', 'Visitor (author)');

  // Whoever runs the network has administrator access: the technician agreement is for them.
  for (const email of [people.networkManager, people.technician]) Object.assign(workspace.people.find(email) ?? {}, { isAdmin: true });
  workspace.people.add({
    email: people.office,
    givenName: 'Safeguarding',
    familyName: 'Office',
    orgUnitPath: '/Role accounts',
    title: 'Role account: runs Handrail and owns the log',
    appsScriptApi: true,
  });
}

function addOne(workspace: Workspace, [givenName, familyName, jobTitle, className = '']: Line, role: SchoolRecordData['role'], orgUnitPath: string): void {
  workspace.people.add({
    email: `${givenName}.${familyName}@${DOMAIN}`.toLowerCase(),
    givenName,
    familyName,
    orgUnitPath,
    title: className ? `${jobTitle}, ${className}` : jobTitle,
    record: { role, jobTitle, className, parentOf: [], lineManager: LINE_MANAGERS.find(([title]) => title.test(jobTitle))?.[1] ?? '' },
  });
}

function addOutsider(
  workspace: Workspace,
  name: Pick<PersonData, 'email' | 'givenName' | 'familyName'>,
  role: SchoolRecordData['role'],
  jobTitle: string,
): void {
  workspace.people.add({ ...name, hasAccount: false, title: jobTitle, record: { role, jobTitle, className: '', parentOf: [] } });
}

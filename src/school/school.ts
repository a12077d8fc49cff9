import { isAddress } from '../records/mime.ts';
import type { Nation } from './bank-holidays.ts';
import type { Closure } from './calendar.ts';
import { Refusal } from './refusal.ts';

/** The work somebody holds in the school's safeguarding, as the settings name it. One person may hold several. */
export type Post = 'head' | 'dsl' | 'deputy' | 'chair' | 'approver' | 'technician' | 'office' | 'clerk' | 'coordinator' | 'data lead' | 'slt';

/** Who does what, and how to reach them. Addresses are lower case and of the school's own domain. */
export interface School {
  name: string;
  /** The school's Google domain: `quillhaven.example`. */
  domain: string;
  /** The account that owns every file and that all of this runs as. */
  roleAccount: string;
  /** Where the web app answers: ends in `/exec`. */
  address: string;
  /** Spoken and dialled: stands in every mail and refusal, so that a worry is never stuck behind a screen. */
  dslTelephone: string;
  head: string;
  dsl: string;
  deputies: string[];
  /** Chair of governors: reads concerns about the head, so needs a school account. */
  chair: string;
  /** May countersign agreements: "set this user up on our systems". */
  approvers: string[];
  technicians: string[];
  /** Keep the register of agreements: the school office, the network manager. */
  office: string[];
  /** The governors' clerk: reminded of policies that are due for review; '' when there is none. */
  clerk: string;
  /** Computing or online-safety coordinator: the first contact for complaints about misuse; '' when the DSL is. */
  coordinator: string;
  /** Data protection lead: told of lost devices and data with the headteacher; '' when there is none besides. */
  dataLead: string;
  /** Senior leaders: approve changes of the filter, review the log. */
  slt: string[];
  /** Gets the end of the history by mail every day; may be outside the school, and should be outside its administration. '' for the chair of governors. */
  witness: string;
  /** Whose bank holidays are kept. */
  nation: Nation;
  /** Days the school is closed besides weekends and bank holidays. */
  closures: Closure[];
}

/** What a school has told us so far: any part may still be missing. */
export type SchoolDraft = Partial<School>;

/** One thing that must be put right before Handrail can work, and the input it belongs to. */
export interface Gap {
  field: keyof School;
  message: string;
}

const POSTS_OF_ONE: { field: 'head' | 'dsl' | 'chair'; title: string }[] = [
  { field: 'head', title: 'headteacher' },
  { field: 'dsl', title: 'designated safeguarding lead (DSL)' },
  { field: 'chair', title: 'chair of governors' },
];

const OPTIONAL_POSTS: { field: 'coordinator' | 'dataLead'; title: string }[] = [
  { field: 'coordinator', title: 'computing or online-safety coordinator' },
  { field: 'dataLead', title: 'data protection lead' },
];

/**
 * What is missing or wrong in a school's settings.
 * @returns an empty list when Handrail can be switched on
 */
export function gapsIn(draft: SchoolDraft): Gap[] {
  const gaps: Gap[] = [];
  const domain = draft.domain ?? '';
  if (!draft.name?.trim()) gaps.push({ field: 'name', message: 'Enter the name of the school' });
  for (const { field, title } of POSTS_OF_ONE) {
    const address = draft[field] ?? '';
    if (!address) gaps.push({ field, message: `No ${title} is set. Enter their school e-mail address` });
    else if (!isAddressIn(address, domain)) gaps.push({ field, message: `The ${title}'s address must be a school account ending in @${domain}` });
  }
  for (const field of ['deputies', 'approvers', 'technicians', 'office', 'slt'] as const) {
    const stray = (draft[field] ?? []).find((address) => !isAddressIn(address, domain));
    if (stray !== undefined) gaps.push({ field, message: `${stray} is not a school account ending in @${domain}` });
  }
  for (const { field, title } of OPTIONAL_POSTS) {
    const address = draft[field] ?? '';
    if (address && !isAddressIn(address, domain)) gaps.push({ field, message: `The ${title}'s address must be a school account ending in @${domain}` });
  }
  for (const field of ['head', 'dsl', 'chair', 'deputies', 'approvers', 'office', 'coordinator', 'dataLead', 'slt'] as const) {
    if (draft.roleAccount !== undefined && [draft[field] ?? []].flat().includes(draft.roleAccount))
      gaps.push({ field, message: 'The role account runs Handrail and cannot have a part in it: enter the account of a person' });
  }
  if (draft.clerk && !isAddress(draft.clerk)) gaps.push({ field: 'clerk', message: `${draft.clerk} is not an e-mail address` });
  if (draft.witness && !isAddress(draft.witness)) gaps.push({ field: 'witness', message: `${draft.witness} is not an e-mail address` });
  if (draft.witness && [draft.roleAccount, ...(draft.technicians ?? [])].includes(draft.witness))
    gaps.push({ field: 'witness', message: 'The witness must be somebody who could not change the history: neither the role account nor a technician' });
  if ((draft.approvers ?? []).length === 0) gaps.push({ field: 'approvers', message: 'Enter at least one person who may approve agreements' });
  if (!/\d{3}/.test(draft.dslTelephone ?? '')) gaps.push({ field: 'dslTelephone', message: 'Enter the telephone number on which the DSL can be reached' });
  if (!isWebAppAddress(draft.address ?? ''))
    gaps.push({
      field: 'address',
      message: 'Enter the web app address that npm run deploy printed: it starts with https://script.google.com/ and ends in /exec',
    });
  const readers = [draft.dsl, ...(draft.deputies ?? [])];
  if (draft.chair && readers.includes(draft.chair))
    gaps.push({ field: 'chair', message: 'The chair of governors cannot also be in the DSL team: concerns about the head go to the chair alone' });
  if (draft.chair && draft.chair === draft.head)
    gaps.push({ field: 'chair', message: 'The chair of governors cannot be the headteacher: concerns about the head go to the chair' });
  return gaps;
}

/**
 * The settings as a whole school.
 * @throws Refusal `not-set-up`, naming the first thing that is missing and who can mend it
 */
export function schoolFrom(draft: SchoolDraft): School {
  const [gap] = gapsIn(draft);
  if (!draft.roleAccount) throw notSetUp('the role account has not run "start" in the script editor');
  if (gap) throw notSetUp(gap.message);
  const nobody = { deputies: [], approvers: [], technicians: [], office: [], slt: [], clerk: '', coordinator: '', dataLead: '', witness: '' };
  const unset = { ...nobody, nation: 'england and wales', closures: [] };
  return { ...unset, ...draft } as School;
}

function notSetUp(why: string): Refusal {
  return new Refusal(
    'not-set-up',
    `Handrail is not set up yet: ${why}. The school's technician can do this on the set-up page, signed in as the role account. Until then tell the designated safeguarding lead in person about any worry.`,
  );
}

/** Who is mailed the end of the history every day. */
export function witnessOf({ witness, chair }: Pick<School, 'witness' | 'chair'>): string {
  return witness || chair;
}

/** The posts somebody holds. */
export function postsOf(email: string, school: School): Post[] {
  const posts: Post[] = [];
  if (email === school.head) posts.push('head');
  if (email === school.dsl) posts.push('dsl');
  if (school.deputies.includes(email)) posts.push('deputy');
  if (email === school.chair) posts.push('chair');
  if (school.approvers.includes(email)) posts.push('approver');
  if (school.technicians.includes(email)) posts.push('technician');
  if (school.office.includes(email)) posts.push('office');
  if (email === school.clerk) posts.push('clerk');
  if (email === school.coordinator) posts.push('coordinator');
  if (email === school.dataLead) posts.push('data lead');
  if (school.slt.includes(email)) posts.push('slt');
  return posts;
}

/** Several addresses typed in one box: separated by commas, semicolons, spaces or new lines. */
export function addressesIn(text: string): string[] {
  const addresses = text
    .toLowerCase()
    .split(/[\s,;]+/)
    .filter((part) => part !== '');
  return [...new Set(addresses)];
}

function isAddressIn(address: string, domain: string): boolean {
  return isAddress(address) && domain !== '' && address.endsWith(`@${domain}`);
}

function isWebAppAddress(address: string): boolean {
  return /^https:\/\/script\.google\.com\/(a\/)?macros\/\S+\/exec$/.test(address);
}

import type { FormData } from '../../local/workspace/data.ts';
import { fieldOf } from '../../local/workspace/forms/fields.ts';
import type { AgreementText } from '../../src/agreements/agreement.ts';
import type { Audience, FormKind } from '../../src/agreements/audience.ts';
import { parentAgreement } from '../../src/agreements/built-in/parent.ts';
import { codeFor } from '../../src/agreements/forms/family.ts';
import type { FormAnswer } from './form-walk.ts';
import type { SchoolUnderTest } from './school.ts';

/** What people do with the forms of agreements, by the words that stand in them. */

/** A sheet of the records, each row by its headings. */
export function recordsOf(school: SchoolUnderTest, sheet: string): Record<string, string>[] {
  const [headings = [], ...rows] = school.sheet('records', sheet);
  return rows.filter((row) => (row[0] ?? '') !== '').map((row) => Object.fromEntries(headings.map((heading, place) => [heading, row[place] ?? ''])));
}

/** A row of a sheet of the records by what stands in its first column. */
export function rowOf(school: SchoolUnderTest, sheet: string, key: string): Record<string, string> {
  const row = recordsOf(school, sheet).find((each) => Object.values(each)[0] === key);
  if (!row) throw new Error(`${sheet} has no row ${key}`);
  return row;
}

/** How many events of an action there are, or the payloads of all. */
export function payloadsOf<Payload = Record<string, unknown>>(school: SchoolUnderTest, action: string): Payload[] {
  return recordsOf(school, 'Journal')
    .filter((row) => row['Action'] === action)
    .map(
      (row) =>
        JSON.parse(
          `${row['Payload']}${Object.keys(row)
            .flatMap((name) => (/^Payload \d+$/.test(name) ? (row[name] ?? '') : ''))
            .join('')}`,
        ) as Payload,
    );
}

/** `state` of a person's standing, or `none`. */
export function stateOf(school: SchoolUnderTest, agreementId: string, person: string): string {
  return recordsOf(school, 'Standings').find((row) => row['Agreement id'] === agreementId && row['Person'] === person)?.['State'] ?? 'none';
}

let presses = 0;
/** A press of a button that was never pressed before. */
export function aPress(): string {
  presses += 1;
  return `press-${presses}-of-a-test`;
}

/** Puts the text a school starts with into use. */
export function putIntoUse(school: SchoolUnderTest, ...audiences: Audience[]): void {
  for (const audience of audiences) school.as(school.people.networkManager).get('publishBuiltIn', { key: aPress(), audience });
}

/** Puts a text into use, as the next version where there is one. */
export function publishText(school: SchoolUnderTest, id: string, agreement: AgreementText, change: 'minor' | 'material' = 'material', key = aPress()) {
  const press = { key, id, agreement, change, effective: '', approvedBy: 'Governing body', signAgainBy: '' };
  return school.as(school.people.networkManager).call<{ version: number }>('publishAgreement', press);
}

/** The form of an agreement that takes answers. */
export function formInUse(school: SchoolUnderTest, agreementId: string, kind: FormKind = 'account'): FormData & { prefill: string } {
  const row = recordsOf(school, 'Forms').find((each) => each['Agreement id'] === agreementId && each['Kind'] === kind && each['In use'] === 'yes');
  const form = row && school.workspace.forms.find(row['Form id'] ?? '');
  if (!form) throw new Error(`${agreementId} has no form of the kind ${kind}`);
  return Object.assign(form, { prefill: row['Prefill'] ?? '' });
}

/** Yes to every part, as the form words it. */
export function yesToAll(form: FormData): Record<string, FormAnswer> {
  const asks = form.items.filter(({ type, title }) => type === 'MULTIPLE_CHOICE' && /^Part \d+|^Do you want/.test(title));
  const ticks = form.items.filter(({ type }) => type === 'CHECKBOX');
  return {
    ...Object.fromEntries(asks.map(({ title, choices }) => [title, choices?.[0]?.value ?? ''])),
    ...Object.fromEntries(ticks.map(({ title, choices }) => [title, (choices ?? []).map(({ value }) => value)])),
  };
}

/** No to the first part; nothing else is asked on that way but who is there. */
export function noToFirst(form: FormData): Record<string, FormAnswer> {
  const first = form.items.find(({ type, title }) => type === 'MULTIPLE_CHOICE' && /^Part 1|^Do you want/.test(title));
  return { [first?.title ?? '']: first?.choices?.[1]?.value ?? '' };
}

/** Whatever a school's forms call who is there, besides the name. */
function ownWords(form: FormData): { name: string; role: string; signature: string; reason: string } {
  const texts = form.items.filter(({ type, required }) => type === 'TEXT' && required).map(({ title }) => title);
  const [name = '', role = ''] = texts;
  return {
    name,
    role: texts.length > 2 ? role : '',
    signature: texts[texts.length - 1] ?? '',
    reason: form.items.find(({ type }) => type === 'PARAGRAPH_TEXT')?.title ?? '',
  };
}

/** Signs with an account, or on an open form without one. Gives the response's id. */
export function signs(school: SchoolUnderTest, agreementId: string, email: string, fullName: string, kind: FormKind = 'account'): string {
  const form = formInUse(school, agreementId, kind);
  const words = ownWords(form);
  const mine = { [words.name]: fullName, ...(words.role ? { [words.role]: 'Teacher' } : {}), [words.signature]: fullName };
  return school.answerForm(form.id, email, { ...mine, ...yesToAll(form), ...(kind === 'open' ? { 'Your e-mail address': email } : {}) });
}

/** Says no to the first part, and why. */
export function declines(school: SchoolUnderTest, agreementId: string, email: string, fullName: string, reason = 'I want to talk about it first.'): string {
  const form = formInUse(school, agreementId);
  const words = ownWords(form);
  const mine = { [words.name]: fullName, ...(words.role ? { [words.role]: 'Teacher' } : {}), [words.reason]: reason };
  return school.answerForm(form.id, email, { ...mine, ...noToFirst(form) });
}

const SECRET = 'a secret that only the script knows';

/** The code that stands in a parent's personal link. */
export function codeOf(school: SchoolUnderTest, parent: string): string {
  const properties = school.workspace.data.scripts[school.handrail.officeId]?.properties.script ?? {};
  properties['family-secret'] ??= SECRET;
  return codeFor(properties['family-secret'], parent);
}

/** What a personal link fills in: the code, where the form asks for it. */
export function filledInBy(form: FormData, link: string): Record<string, string> {
  const fields = new URLSearchParams(link.slice(link.indexOf('?') + 1));
  return Object.fromEntries(form.items.flatMap((item) => (fields.get(fieldOf(item)) === null ? [] : [[item.title, fields.get(fieldOf(item)) ?? '']])));
}

export const PERMISSIONS = parentAgreement.permissions.map(({ id }) => id);

export interface FamilyAnswer {
  code?: string;
  address?: string;
  /** Name, class, and ids of what is allowed; everything else is a no. */
  children: { name: string; className?: string; allowed?: string[] }[];
}

/** A parent answers the parents' agreement for some children. */
export function familySigns(school: SchoolUnderTest, { code, address, children }: FamilyAnswer, fullName = 'Nadia Khan'): string {
  const form = formInUse(school, 'parent', 'family');
  const pages = children.map(({ name, className = '', allowed = [] }, index) => {
    const page = `Child ${index + 1}`;
    const another = index + 1 < children.length ? 'Yes, another child' : 'No, that is all';
    return {
      [`${page} / Full name of the child`]: name,
      ...(className ? { [`${page} / Class`]: className } : {}),
      [`${page} / Yes or no for this child`]: PERMISSIONS.map((id) => (allowed.includes(id) ? 'Yes' : 'No')),
      ...(index < 5 ? { [`${page} / Do you have another child at the school?`]: another } : {}),
    };
  });
  return school.answerForm(form.id, '', { ...whoAnswers(fullName, code, address), ...yesToAll(form), ...Object.assign({}, ...pages), Signature: fullName });
}

/** A parent signs the promises of a young child with it. */
export function promises(school: SchoolUnderTest, child: { name: string; className?: string }, { code, address }: { code?: string; address?: string }): string {
  const form = formInUse(school, 'ks1', 'promises');
  return school.answerForm(form.id, '', {
    ...{ 'Full name of the child': child.name, ...(child.className ? { Class: child.className } : {}) },
    ...grownUp('Nadia Khan', code, address),
    ...yesToAll(form),
    ...{ 'At school': 'Miss Cartwright', 'At home': 'Gran', 'Sign here': 'Nadia Khan' },
  });
}

function whoAnswers(fullName: string, code?: string, address?: string): Record<string, string> {
  return { 'Your full name': fullName, 'Your relationship to the children': 'Mother', ...optional(code, address) };
}

function grownUp(fullName: string, code?: string, address?: string): Record<string, string> {
  return { 'Your full name (the grown-up)': fullName, 'Who are you to the child? (mum, dad, carer …)': 'mum', ...optional(code, address) };
}

function optional(code?: string, address?: string): Record<string, string> {
  return { ...(code ? { Code: code } : {}), ...(address ? { 'Your e-mail address': address } : {}) };
}

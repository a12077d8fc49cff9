import { isAddress } from '../../records/mime.ts';
import type { FormRow } from '../published.ts';
import { MOST_CHILDREN } from './form-plan.ts';
import { ANOTHER_CHILD, NO, NOES, YES } from './form-words.ts';

/** What a form keeps of one question: text, ticks, or a grid's rows with '' for one left out; null when it was not answered. */
export type Answer = string | string[] | null;

/** A child as somebody named it in a form. */
export interface ChildSaid {
  name: string;
  className: string;
  /** By permission id: only what was answered with yes or no. */
  permissions: Record<string, boolean>;
  trustedAtSchool: string;
  trustedAtHome: string;
}

/** What somebody said in a form, cut to what a register and a mail can hold. */
export interface Said {
  /** They said no to some part: then nothing after it counts. */
  hasDeclined: boolean;
  reason: string;
  fullName: string;
  role: string;
  signature: string;
  /** The code of a parent's personal link, as it was sent. */
  code: string;
  /** Lower case; '' when none was typed or no mail could go to it. */
  typedEmail: string;
  children: ChildSaid[];
}

/** A form takes far longer answers. */
const LONGEST_ANSWER = 200;
const LONGEST_REASON = 1_000;

/**
 * What was said, question by question along the way through the form: what somebody filled in before they went back and took another
 * way is not asked for.
 * @param keys of the form's questions
 * @param ask gives the answer to a question of the form
 */
export function saidIn(form: Pick<FormRow, 'kind' | 'permissions'>, keys: readonly string[], ask: (key: string) => Answer): Said {
  const line = (key: string, most = LONGEST_ANSWER) => cut(keys.includes(key) ? lineOf(ask(key)) : '', most);
  const typed = line('email').toLowerCase();
  const roles = keys.filter((key) => key.startsWith('role-')).map((key) => line(key));
  const who = {
    fullName: line('fullName'),
    role: roles.filter((role) => role !== '').join(', '),
    code: line('code'),
    typedEmail: isAddress(typed) ? typed : '',
  };
  if (keys.some((key) => /^(section-\d+|willing)$/.test(key) && NOES.has(line(key)))) {
    const children = form.kind === 'promises' ? [namedChild(1, line)] : [];
    return { ...who, hasDeclined: true, reason: line('reason', LONGEST_REASON), signature: '', children };
  }
  // Nobody can send the form without all of its ticks; they are a part of what was answered all the same.
  for (const key of keys) if (key.startsWith('promises-')) ask(key);
  const children = {
    promises: () => [{ ...namedChild(1, line), trustedAtSchool: line('trusted-school'), trustedAtHome: line('trusted-home') }],
    family: () => family(form.permissions, line, (key) => (keys.includes(key) ? ask(key) : null)),
    account: () => [],
    open: () => [],
  }[form.kind]();
  return { ...who, hasDeclined: false, reason: '', signature: line('signature'), children };
}

/** Child after child, as long as there was another. */
function family(permissions: readonly string[], line: (key: string) => string, ask: (key: string) => Answer): ChildSaid[] {
  const children: ChildSaid[] = [];
  let isThereAnother = true;
  for (let number = 1; isThereAnother && number <= MOST_CHILDREN; number += 1) {
    children.push({ ...namedChild(number, line), permissions: permissionsIn(permissions, ask(`child-${number}-permissions`)) });
    isThereAnother = line(`child-${number}-another`) === ANOTHER_CHILD;
  }
  return children;
}

function namedChild(number: number, line: (key: string) => string): ChildSaid {
  const nothing = { permissions: {}, trustedAtSchool: '', trustedAtHome: '' };
  return { name: line(`child-${number}-name`), className: line(`child-${number}-class`), ...nothing };
}

/** Never assumed: a row without an answer says nothing. */
function permissionsIn(ids: readonly string[], rows: Answer): Record<string, boolean> {
  const said = ids.map((id, row) => [id, Array.isArray(rows) ? rows[row] : ''] as const);
  return Object.fromEntries(said.filter(([, value]) => value === YES || value === NO).map(([id, value]) => [id, value === YES]));
}

function lineOf(answer: Answer): string {
  return (Array.isArray(answer) ? answer.join(', ') : (answer ?? '')).replace(/\s+/g, ' ').trim();
}

function cut(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most)}…`;
}

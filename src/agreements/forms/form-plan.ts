import type { AgreementText, Section } from '../agreement.ts';
import type { FormKind } from '../audience.ts';
import { ANOTHER_CHILD, NO, NO_OTHER_CHILD, type Voice, voiceOf, YES } from './form-words.ts';

/** A question, or words between questions. Answers are told apart by the key. */
export type PlannedItem =
  | { type: 'text'; key: string; title: string; help: string; isRequired: boolean; isEmail?: boolean }
  | { type: 'paragraph'; key: string; title: string; help: string; isRequired: boolean }
  /** All of the choices must be ticked. */
  | { type: 'ticks'; key: string; title: string; help: string; choices: string[] }
  /** One must be chosen. `leadsTo`: the key of a page, or `next`. */
  | { type: 'choice'; key: string; title: string; help: string; choices: { text: string; leadsTo: string }[] }
  /** Each row must be answered; nothing is preselected. */
  | { type: 'grid'; key: string; title: string; help: string; rows: string[]; columns: string[] }
  | { type: 'words'; text: string };

export interface PlannedPage {
  key: string;
  title: string;
  help: string;
  items: PlannedItem[];
  /** Only a choice leads here: whoever has filled in the page before sends the form. */
  isSideway?: boolean;
}

/** A form before it is built. The first page is what a form begins with; each other begins with a page break. */
export interface FormPlan {
  title: string;
  description: string;
  confirmation: string;
  /** Google notes the signed-in account's address with the answer. */
  collectsAccount: boolean;
  pages: PlannedPage[];
}

/** Forms know no loops: so many children fit into one answer (A8). */
export const MOST_CHILDREN = 6;
/** Pages that say why, and where whoever agrees ends. */
const DECLINE = 'decline';
const SIGN = 'sign';
/** Characters of help text: Google states no limit, so longer texts go on in the next block. A clause is never cut. */
const LONGEST_HELP = 3_000;

/**
 * What a form asks for an agreement: first who is there; then each section on a page of its own with one question, where a "no" leads to
 * the page that asks why; then what the kind of form needs; at last the signature (A1, A4 to A9).
 */
export function formPlan(text: AgreementText, kind: FormKind): FormPlan {
  const voice = voiceOf(text, kind);
  const middle = kind === 'promises' ? promisePages(text.sections) : sectionPages(text.sections, voice);
  return {
    title: oneLine(text.title),
    description: [text.introduction, voice.recorded].filter((part) => part !== '').join('\n\n'),
    confirmation: voice.confirmation,
    collectsAccount: kind === 'account',
    pages: [
      { key: 'who', title: '', help: '', items: whoIsThere(text, kind, voice) },
      ...middle,
      ...(kind === 'promises' ? [trustedPage] : []),
      ...(kind === 'family' ? childPages(text) : []),
      { key: SIGN, ...voice.signPage, items: [textItem('signature', voice.signature.title, voice.signature.help)] },
      { key: DECLINE, ...voice.declinePage, isSideway: true, items: [{ type: 'paragraph', key: 'reason', title: voice.reason, help: '', isRequired: false }] },
    ],
  };
}

function whoIsThere(text: AgreementText, kind: FormKind, voice: Voice): PlannedItem[] {
  const { name, others } = fieldsIn(text.signatureFields);
  if (kind === 'account' || kind === 'open') {
    const roles = others.length > 0 ? others : voice.role === '' ? [] : [voice.role];
    return [
      textItem('fullName', name ?? voice.fullName),
      // What stands behind the first may not be for everybody: a company, say.
      ...roles.map((role, index) => (index === 0 ? textItem('role-0', role) : optional(`role-${index}`, role, '', false))),
      ...(kind === 'open' ? [optional('email', 'Your e-mail address', 'Your copy goes there. Leave it empty if you have none.', true)] : []),
    ];
  }
  const grownUp = [
    textItem('fullName', voice.fullName),
    textItem('role-0', voice.role),
    optional('code', 'Code', 'It is there if you came by the link in a mail: leave it as it is. If you have no code, leave it out.', false),
    optional('email', 'Your e-mail address', 'The one the school has for you. You can leave it out if the code is there.', true),
  ];
  if (kind === 'family') return grownUp;
  return [
    textItem('child-1-name', 'Full name of the child'),
    optional('child-1-class', 'Class', '', false),
    ...grownUp,
    {
      ...{ type: 'choice', key: 'willing', title: 'Do you want to make the promises?', help: 'You read and tick them on the next page.' },
      choices: agreeOrNot(voice.agree, voice.disagree),
    },
  ];
}

/** What the school's own words ask for at the end, besides signature and date, which every form has. An approver's fields are theirs. */
function fieldsIn(signatureFields: readonly string[]): { name: string | undefined; others: string[] } {
  const own = signatureFields.map(oneLine).filter((field) => field !== '' && !field.includes(': ') && !/\bsign|^dated?\b(?! of birth)/i.test(field));
  const name = own.find((field) => /\bname\b/i.test(field));
  return { name, others: [...new Set(own.filter((field) => field !== name))] };
}

function sectionPages(sections: readonly Section[], voice: Voice): PlannedPage[] {
  let number = 0;
  return sections.map((section, index) => {
    const { heading, asks, clauses } = section;
    const [help = '', ...more] = blocksOf(
      clauses.map((clause) => {
        number += 1;
        return `${number}. ${clause}`;
      }),
    );
    const isRead = asks === 'acknowledge';
    return {
      ...{ key: `page-${index}`, title: oneLine(heading), help },
      items: [
        ...more.map((words): PlannedItem => ({ type: 'words', text: words })),
        {
          ...{ type: 'choice', key: `section-${index}`, title: `Part ${index + 1}: ${isRead ? 'have you read it' : 'do you agree'}?`, help: '' },
          choices: isRead ? agreeOrNot(voice.read, voice.notAccepted) : agreeOrNot(voice.agree, voice.disagree),
        },
      ],
    };
  });
}

function agreeOrNot(agree: string, disagree: string): { text: string; leadsTo: string }[] {
  return [
    { text: agree, leadsTo: 'next' },
    { text: disagree, leadsTo: DECLINE },
  ];
}

/** Promises are ticked one by one (A5). */
function promisePages(sections: readonly Section[]): PlannedPage[] {
  return sections.map(({ heading, clauses }, index) => ({
    ...{ key: `page-${index}`, title: oneLine(heading), help: 'Read each one with a grown-up. Then tick it.' },
    // Google takes no two choices that are the same.
    items: [{ type: 'ticks', key: `promises-${index}`, title: 'I promise', help: 'Tick them all.', choices: [...new Set(clauses.map(oneLine))] }],
  }));
}

const trustedPage: PlannedPage = {
  ...{ key: 'trusted', title: 'Grown-ups I trust', help: 'Who can I tell when I feel sad, scared or not sure?' },
  items: [textItem('trusted-school', 'At school'), textItem('trusted-home', 'At home')],
};

function childPages({ permissions }: AgreementText): PlannedPage[] {
  return Array.from({ length: MOST_CHILDREN }, (_, index): PlannedPage => {
    const number = index + 1;
    const isLast = number === MOST_CHILDREN;
    const grid: PlannedItem = {
      ...{ type: 'grid', key: `child-${number}-permissions`, title: 'Yes or no for this child', help: 'Nothing is chosen for you. Please answer each line.' },
      ...{ rows: permissions.map(({ question }) => oneLine(question)), columns: [YES, NO] },
    };
    const another: PlannedItem = {
      ...{ type: 'choice', key: `child-${number}-another`, title: 'Do you have another child at the school?', help: '' },
      choices: [
        { text: ANOTHER_CHILD, leadsTo: childPage(number + 1) },
        { text: NO_OTHER_CHILD, leadsTo: SIGN },
      ],
    };
    return {
      ...{ key: childPage(number), title: `Child ${number}`, help: isLast ? 'For further children, please send the form once more.' : '' },
      items: [
        textItem(`child-${number}-name`, 'Full name of the child'),
        optional(`child-${number}-class`, 'Class', '', false),
        ...(permissions.length > 0 ? [grid] : []),
        ...(isLast ? [] : [another]),
      ],
    };
  });
}

function childPage(number: number): string {
  return `child-${number}`;
}

function textItem(key: string, title: string, help = ''): PlannedItem {
  return { type: 'text', key, title, help, isRequired: true };
}

function optional(key: string, title: string, help: string, isEmail: boolean): PlannedItem {
  return { type: 'text', key, title, help, isRequired: false, isEmail };
}

/** Clauses put together as long as they fit into one block. */
function blocksOf(clauses: readonly string[]): string[] {
  const blocks: string[] = [];
  for (const clause of clauses) {
    const last = blocks[blocks.length - 1];
    if (last !== undefined && last.length + clause.length + 2 <= LONGEST_HELP) blocks[blocks.length - 1] = `${last}\n\n${clause}`;
    else blocks.push(clause);
  }
  return blocks;
}

/** Titles, choices and rows have one line. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

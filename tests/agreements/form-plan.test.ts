import { describe, expect, test } from '@jest/globals';
import { type AgreementText, clausesOf, sectionsFrom } from '../../src/agreements/agreement.ts';
import { AUDIENCES, formsFor } from '../../src/agreements/audience.ts';
import { BUILT_IN } from '../../src/agreements/built-in/index.ts';
import { readingGrade } from '../../src/agreements/classes/reading-age.ts';
import { type FormPlan, formPlan, MOST_CHILDREN, type PlannedItem } from '../../src/agreements/forms/form-plan.ts';
import { NOES } from '../../src/agreements/forms/form-words.ts';

/** Every form a school can start with. */
const FORMS = AUDIENCES.flatMap((audience) => formsFor(BUILT_IN[audience]).map((kind) => [audience, kind, formPlan(BUILT_IN[audience], kind)] as const));

const PLAIN: AgreementText = {
  ...{ title: 'Our agreement', audience: 'staff', alsoFor: [], introduction: '', permissions: [], signatureFields: [] },
  sections: [{ heading: 'What I agree to', asks: 'agree', clauses: ['I lock my screen.'] }],
};

function itemsOf(plan: FormPlan): PlannedItem[] {
  return plan.pages.flatMap(({ items }) => items);
}

function titlesOf(plan: FormPlan, page: string): string[] {
  return (plan.pages.find(({ key }) => key === page)?.items ?? []).flatMap((item) => ('title' in item ? item.title : []));
}

/** Everything that stands in a form, passage by passage. */
function wordsIn(plan: FormPlan): string[] {
  const items = itemsOf(plan).flatMap((item): string[] => {
    if (item.type === 'words') return [item.text];
    const choices =
      item.type === 'choice' ? item.choices.map(({ text }) => text) : item.type === 'ticks' ? item.choices : item.type === 'grid' ? item.rows : [];
    return [item.title, item.help, ...choices];
  });
  return [plan.title, plan.description, plan.confirmation, ...plan.pages.flatMap(({ title, help }) => [title, help]), ...items].filter((text) => text !== '');
}

describe.each(FORMS)('the form for %s (%s)', (audience, kind, plan) => {
  const text = BUILT_IN[audience];

  test('A1 to A9: every clause and every permission is shown', () => {
    const shown = wordsIn(plan).join('\n');
    for (const clause of clausesOf(text)) expect(shown).toContain(clause);
    if (kind === 'family') for (const { question } of text.permissions) expect(shown).toContain(question);
  });

  test('C1: it says before anything is asked what is kept, who sees it, how long, and that use is monitored', () => {
    expect(plan.description).toContain(text.introduction);
    expect(plan.description).toMatch(/monitor|checks its computers and mail/);
    expect(plan.description).toMatch(/can see it/);
    expect(plan.description).toMatch(/as long as/);
  });

  test('each "no" leads to the last page, which nobody else comes to; each "yes" goes on', () => {
    const pages = plan.pages.map(({ key }) => key);
    expect(plan.pages.filter(({ isSideway }) => isSideway).map(({ key }) => key)).toEqual(['decline']);
    expect(pages[pages.length - 1]).toBe('decline');
    const questions = itemsOf(plan).flatMap((item) => (item.type === 'choice' && /^(section|willing)/.test(item.key) ? [item] : []));
    expect(questions.length).toBeGreaterThan(0);
    for (const { choices } of questions) {
      expect(choices.map(({ leadsTo }) => leadsTo)).toEqual(['next', 'decline']);
      expect(choices.map(({ text: choice }) => NOES.has(choice))).toEqual([false, true]);
    }
  });

  test('questions have keys of their own, and titles of their own on their page; every way leads to a page there is', () => {
    const keys = itemsOf(plan).flatMap((item) => ('key' in item ? item.key : []));
    expect(new Set(keys).size).toBe(keys.length);
    for (const { key } of plan.pages) expect(new Set(titlesOf(plan, key)).size).toBe(titlesOf(plan, key).length);
    const pages = new Set(['next', ...plan.pages.map(({ key }) => key)]);
    const ways = itemsOf(plan).flatMap((item) => (item.type === 'choice' ? item.choices.map(({ leadsTo }) => leadsTo) : []));
    expect(ways.filter((way) => !pages.has(way))).toEqual([]);
  });

  test('it ends with a signature, and Google notes the account only where people have one', () => {
    expect(plan.pages.find(({ key }) => key === 'sign')?.items).toMatchObject([{ type: 'text', key: 'signature', isRequired: true }]);
    expect(plan.collectsAccount).toBe(kind === 'account');
  });
});

test.each(FORMS.filter(([audience]) => ['ks1', 'ks2', 'class'].includes(audience)))(
  'A5, A6, A7: what stands around the text of %s can be read at nine',
  (audience, _, plan) => {
    const own = new Set([BUILT_IN[audience].introduction, ...clausesOf(BUILT_IN[audience])]);
    const around = wordsIn(plan)
      .map((words) => words.replace(BUILT_IN[audience].introduction, ''))
      .filter((words) => !own.has(words) && ![...own].some((clause) => words.includes(clause)));
    expect(around.length).toBeGreaterThan(8);
    expect(readingGrade(around)).toBeLessThanOrEqual(4.5);
  },
);

test('A5: promises are ticked one by one, all of them; the trusted adults are named; a grown-up signs', () => {
  const plan = formPlan(BUILT_IN.ks1, 'promises');
  const ticks = itemsOf(plan).filter((item) => item.type === 'ticks');
  expect(ticks).toMatchObject([{ choices: clausesOf(BUILT_IN.ks1) }]);
  expect(titlesOf(plan, 'trusted')).toEqual(['At school', 'At home']);
});

test('A5: a promise that stands there twice is ticked once, because Google takes no two choices that are the same', () => {
  const clauses = ['I am kind.', 'I  am\nkind.', 'I ask first.'];
  const plan = formPlan({ ...PLAIN, audience: 'ks1', sections: [{ heading: 'Mine', asks: 'agree', clauses }] }, 'promises');
  expect(itemsOf(plan).filter((item) => item.type === 'ticks')).toMatchObject([{ choices: ['I am kind.', 'I ask first.'] }]);
});

test('A8: several children, each with a yes or no to every question; the last of the pages asks for no other', () => {
  const plan = formPlan(BUILT_IN.parent, 'family');
  const grids = itemsOf(plan).flatMap((item) => (item.type === 'grid' ? [item] : []));
  expect(grids).toHaveLength(MOST_CHILDREN);
  for (const { rows, columns } of grids) {
    expect(rows).toEqual(BUILT_IN.parent.permissions.map(({ question }) => question));
    expect(columns).toEqual(['Yes', 'No']);
  }
  const ways = itemsOf(plan).flatMap((item) => (item.type === 'choice' && item.key.endsWith('another') ? [item.choices.map(({ leadsTo }) => leadsTo)] : []));
  expect(ways).toEqual([2, 3, 4, 5, 6].map((number) => [`child-${number}`, 'sign']));
});

test('A8: where there is nothing to allow, no yes or no is asked', () => {
  expect(itemsOf(formPlan({ ...PLAIN, audience: 'parent' }, 'family')).filter((item) => item.type === 'grid')).toEqual([]);
});

test.each([
  [
    ['Full name', 'Job title', 'Signature', 'Date'],
    ['Full name', 'Job title'],
  ],
  [[], ['Full name', 'Job title']],
  [
    ['Name of user:', 'Signed', 'Dated'],
    ['Name of user:', 'Job title'],
  ],
  [
    ['Full name', 'Date of birth', 'Company name', 'Company name', 'Signature'],
    ['Full name', 'Date of birth', 'Company name'],
  ],
  [
    ['Full name', 'Designation', 'Signature', 'Authorised Signature: Full name', 'Authorised Signature: Date'],
    ['Full name', 'Designation'],
  ],
])('A1, A10: of the signature lines %j the form asks for %j, and for the signature at the end', (signatureFields, wanted) => {
  expect(titlesOf(formPlan({ ...PLAIN, signatureFields }, 'account'), 'who')).toEqual(wanted);
});

test('A4: whoever has no account says who they are, and may leave out an address', () => {
  const [who] = formPlan(BUILT_IN.visitor, 'open').pages;
  expect(who?.items).toMatchObject([
    { title: 'Full name', isRequired: true },
    { title: 'Organisation or reason for the visit', isRequired: true },
    { key: 'email', isRequired: false, isEmail: true },
  ]);
});

test('A9: what is only to be read is asked about as read', () => {
  const guidance = BUILT_IN.staff.sections.findIndex(({ asks }) => asks === 'acknowledge');
  const item = itemsOf(formPlan(BUILT_IN.staff, 'account')).find((each) => 'key' in each && each.key === `section-${guidance}`);
  expect(item).toMatchObject({ title: `Part ${guidance + 1}: have you read it?`, choices: [{ text: 'I have read this' }, { text: 'I do not accept this' }] });
});

test('A10: however long an agreement is, each clause is whole and no block is much longer than a page', () => {
  const clauses = Array.from({ length: 120 }, (_, index) => `Clause ${index}: ${'very long words '.repeat(index)}end`);
  const plan = formPlan({ ...PLAIN, sections: [{ heading: 'All\nof it', asks: 'agree', clauses }, ...sectionsFrom(['Last'])] }, 'account');
  const page = plan.pages.find(({ key }) => key === 'page-0');
  const blocks = [page?.help ?? '', ...(page?.items ?? []).flatMap((item) => (item.type === 'words' ? item.text : []))];
  expect(blocks.join('\n\n')).toBe(clauses.map((clause, index) => `${index + 1}. ${clause}`).join('\n\n'));
  expect(Math.max(...blocks.map((block) => block.length))).toBeLessThan(3_001);
  expect(page?.title).toBe('All of it');
  // The numbers go on as in the copy that the signer gets.
  expect(plan.pages.find(({ key }) => key === 'page-1')?.help).toBe('121. Last');
});

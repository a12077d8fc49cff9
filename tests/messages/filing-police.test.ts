import { expect, test } from '@jest/globals';
import { openCase } from '../../src/incidents/working/see-case.ts';
import { CATEGORIES, type Category } from '../../src/messages/message.ts';
import { at } from '../support/clock.ts';
import { FilingOffice, mail } from '../support/filing.ts';

function page(category: Category, severity: 2 | 3) {
  const office = new FilingOffice();
  office.file(mail({}, category, severity));
  return openCase({ reference: office.onlyCase.reference }, { ...office.visit, me: { email: at('dsl'), name: 'Priya Nair', kind: 'staff', posts: [] } });
}

test.each(CATEGORIES)(
  'C4: %s that must be acted on brings the path for unlawful mail where the police may have to hear of it, and never where a child needs support',
  (category) => {
    const path = page(category, 3).protocols.find(({ id }) => id === 'unlawful-mail');
    const expected = { bullying: 'offered', scam: 'offered', 'self-harm': undefined, disclosure: undefined } as Partial<Record<Category, string | undefined>>;
    // Radicalisation of a pupil who writes: nobody is alleged, and the police may have to hear of it all the same.
    expect(path?.fits).toBe(category in expected ? expected[category] : 'applies');
  },
);

test('C4: the path says what is kept, that nobody answers or deletes, 999 and 101, whom to tell, and asks for the reference of the police', () => {
  const [path] = page('threat', 3).protocols.filter(({ id }) => id === 'unlawful-mail');
  const words = JSON.stringify(path?.steps);
  for (const each of ['stays where it is', 'nobody replies', 'do not delete', '999', '101', 'Who in school was told']) expect(words).toContain(each);
  expect(path?.steps.map(({ id }) => id)).not.toContain('reference');
});

test.each([2, 3] as const)('B7, C4: nothing about nudes of severity %s says to open, look at, copy or print anything', (severity) => {
  const { protocols, tasks } = page('nudes', severity);
  const applying = protocols.filter(({ id, fits }) => fits === 'applies' || id === 'unlawful-mail');
  const said = [...tasks.map(({ what }) => what), ...applying.flatMap(({ steps }) => steps.flatMap(({ ask, help }) => [ask, help]))];
  expect(said.join()).toContain('Nobody looks');
  const sentences = said.flatMap((each) => each.split(/(?<=[.?!:])\s+/));
  const tellsToOpen = sentences.filter(
    (each) => /\b(open|look at|view|copy|copies|print|screenshot|forward)\b/i.test(each) && !/\b(nobody|not|never|no one|neither)\b/i.test(each),
  );
  expect(tellsToOpen.filter((each) => !/open(s|ing)? (case|this page)/i.test(each))).toEqual([]);
});

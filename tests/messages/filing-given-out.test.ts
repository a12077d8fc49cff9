import { expect, test } from '@jest/globals';
import { given, stampOf } from '../../src/incidents/keeping/given.ts';
import { dossierOf } from '../../src/incidents/keeping/make-dossier.ts';
import { accountRows, messagesRows } from '../../src/incidents/sharing/pack-rows.ts';
import { openCase } from '../../src/incidents/working/see-case.ts';
import { at } from '../support/clock.ts';
import { FilingOffice, mail } from '../support/filing.ts';

/** What is given out of cases that came from mail: to whoever asks what is recorded about them, to the next school, to an agency. */

function anOffice() {
  const office = new FilingOffice();
  const said = { from: 'coolkid@example.org', spelt: 'Jay Doe <coolkid@example.org>', to: [at('amira'), 'robin.ash@example.org'], cc: [at('teacher')] };
  office.file(mail({ ...said, text: 'amira you are dead, says coolkid' }, 'threat', 3));
  const visit = { ...office.visit, me: { email: at('dsl'), name: 'Priya Nair', kind: 'staff' as const, posts: [] } };
  return { office, visit };
}

test.each(['everybody else', 'other children'] as const)(
  'B21: of a message a child is given its words and when it came; whom its headers name is black (%s)',
  (hidden) => {
    const { office, visit } = anOffice();
    const { cases } = dossierOf({ email: at('amira'), name: 'Amira Khan' }, hidden, office.records.view(), visit);
    const out = given(cases, { lifted: [], added: [], leftOut: [], stamp: stampOf(cases) }).flatMap(({ passages }) => passages.map(({ said }) => said));
    const text = out.join('\n');
    expect(text).toContain('you are dead');
    expect(text).toContain('pic.jpg (image/jpeg, 12 KB)');
    expect(text).not.toMatch(/coolkid|jay|doe\b|robin|ash@/i);
    expect(text).not.toContain('threat-1');
  },
);

test('B6: an agency is told how it came to light, the evidence and the rule; nobody is said to have asked not to be named', () => {
  const { office, visit } = anOffice();
  const file = openCase({ reference: office.onlyCase.reference }, visit);
  const rows = Object.fromEntries([...accountRows(file), ...messagesRows(file).flat()]);
  expect(rows).toMatchObject({
    'How it came to light': 'found by Handrail in the school’s mail; nobody reported it',
    'From, as it says': 'Jay Doe <coolkid@example.org>',
    'Attachments, by name alone': 'pic.jpg (image/jpeg, 12 KB)',
    'SHA-256 of the text': expect.stringMatching(/^[0-9a-f]{64}$/),
  });
  expect(JSON.stringify(rows)).not.toContain('asked not to be named');
});

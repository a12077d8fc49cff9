import { expect, test } from '@jest/globals';
import { aSchool } from '../support/school.ts';
import { raise, Working } from '../support/working.ts';

/** Whatever is typed into a case is kept and shown as it was typed, and is never a formula anywhere. */

test.each([
  ['a formula', '=IMPORTXML("https://example.org","//a")'],
  ['a sum', '+1+1'],
  ['an at sign', '@import'],
  ['an apostrophe', "'quoted"],
  ['markup', '<script>alert(1)</script><img src=x onerror=alert(1)>'],
  ['right-to-left text and emoji', 'قالت لي شيئًا 😟👩‍👧'],
  ['a null byte', 'a\u0000b'],
  ['names of the language’s own', '__proto__'],
])('B2: %s, typed into every field of a case', (_, text) => {
  const school = aSchool();
  const { pupil, chair } = school.people;
  // The chair alone may type a second name.
  const work = new Working(school, chair, raise(school, { about: 'head', people: [] }));
  const person = (name: string) => ({ email: '', name, role: 'other', sex: '', outsider: false });
  work.press('addNote', { text });
  work.press('changePeople', { why: text, people: [{ ...person(''), email: pupil }, person(text)] });
  work.press('classifyCase', { types: ['bullying'], severity: 'low', why: text });
  work.press('addTask', { what: text, who: text });
  work.press('recordDecision', { agency: 'police', why: text, spokeTo: text, theirReference: text });
  work.press('shareInformation', { withWhom: text, what: text, why: text });
  work.press('addFile', { name: `${text}.txt`, data: 'aGVsbG8=' });
  const { protocols, tasks } = work.file();
  const asked = protocols.flatMap(({ id, steps }) => steps.filter(({ kind }) => kind === 'do').map((step) => [id, step.id]))[0] ?? [];
  work.press('recordStep', { protocol: asked[0], step: asked[1], answer: 'not done', note: text, witness: text });
  work.press('settleTask', { id: tasks.find(({ from }) => from === 'hand')?.id, how: 'not needed', note: text });
  const file = work.finish().file();
  expect(file).toMatchObject({
    ...{ severityWhy: text, notes: [{ text }], people: [{}, { name: text }] },
    ...{ decisions: expect.arrayContaining([expect.objectContaining({ why: text, spokeTo: text, theirReference: text })]) },
    ...{ shares: [{ withWhom: text, what: text, why: text }], settled: expect.arrayContaining([expect.objectContaining({ what: text, note: text })]) },
  });
  expect(file.protocols.flatMap(({ steps }) => steps).filter(({ note, witness }) => note === text && witness === text)).toHaveLength(1);

  work.close({
    summary: text,
    second: { email: '', name: text },
    lessons: text,
    policyChange: text,
    parentsTold: { told: true, at: '', byWhom: text, whyNot: '' },
  });
  work.press('addAddendum', { text });
  const closed = { summary: text, second: text, lessons: text, policyChange: text, parents: expect.stringContaining(`by ${text}`) };
  expect(work.file()).toMatchObject({ closed, addenda: [{ text }] });
  expect(work.list({ text }).total).toBe(0);
  expect(work.list({ state: 'closed' }).total).toBe(1);

  const cells = Object.values(school.workspace.data.spreadsheets).flatMap(({ sheets }) => sheets.flatMap(({ rows }) => rows.flatMap((row) => row ?? [])));
  expect(cells.filter((cell) => cell?.f)).toEqual([]);
  expect(school.history()).toBe('unbroken');
});

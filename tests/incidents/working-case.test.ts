import { expect, test } from '@jest/globals';
import { aSchool } from '../support/school.ts';
import { naming, raise, Working } from '../support/working.ts';

/** What a reader of a case can do with it, through the doors. */

function aCase(change: Record<string, unknown> = {}) {
  const school = aSchool();
  const reference = raise(school, { ...naming({ [school.people.pupil]: 'affected' }), ...change });
  return { school, reference, dsl: new Working(school, school.people.dsl, reference) };
}

test('B2: one call gives the page everything: what was said, whom it names, what is to be done and what closing lacks', () => {
  const { dsl, school, reference } = aCase({ where: 'Room 4', device: 'Tablet 7', url: 'example.org', done: 'I stayed with her' });
  const file = dsl.file();
  expect(file).toMatchObject({
    ...{ reference, state: 'open', lane: 'Safeguarding concerns', laneId: 'dsl', where: 'Room 4', device: 'Tablet 7', url: 'example.org' },
    ...{ done: 'I stayed with her', about: 'pupil', reporter: 'Sam Okafor', owner: '', classified: false, severity: '', peopleVersion: 1 },
    ...{ onDesk: true, closed: null, justOpened: true },
  });
  expect(file.people).toMatchObject([{ email: school.people.pupil, name: 'Amira Khan', role: 'affected', kind: 'pupil', otherCases: 0 }]);
  expect(file.protocols.map(({ id }) => id)).toContain('first-response');
  expect(file.closing.gaps.length).toBeGreaterThan(0);
  expect(file.handOverTo.map(({ lane }) => lane)).toEqual(['staff', 'dsl-concern', 'head', 'low-level', 'data', 'misuse']);
});

test('B2: it is opened once, by the first of its readers; looking again writes nothing', () => {
  const { dsl, school, reference } = aCase();
  expect(dsl.file().timeline.map(({ what }) => what)).toContain('Opened by those who have it');
  const events = school.sheet('records', 'Journal').length;
  expect(new Working(school, school.people.deputy, reference).file()).toMatchObject({ justOpened: false, state: 'open' });
  dsl.file();
  expect(school.sheet('records', 'Journal')).toHaveLength(events);
  expect(school.desk('dsl')[0]).toContain('open');
});

test('B3: classified with a severity that differs from the proposed one only with a reason', () => {
  const { dsl } = aCase();
  dsl.file();
  expect(dsl.try('classifyCase', { severity: 'low', why: '' })).toMatchObject({ ok: false, code: 'reason-missing', field: 'why' });
  dsl.press('classifyCase', { severity: 'low', why: 'One message, and sorry at once' });
  expect(dsl.file()).toMatchObject({ classified: true, severity: 'low', types: ['bullying'], typeTitles: ['Cyberbullying'] });
  expect(dsl.file().timeline.at(-1)).toMatchObject({ who: 'Priya Nair' });
});

test.each([
  ['no type', { types: [] }, 'type-missing'],
  ['a type that is none', { types: ['no-such-type'] }, 'type-unknown'],
  ['what somebody else has changed', { was: { types: ['grooming'], severity: 'high' } }, 'changed-meanwhile'],
])('B3: %s is refused at its input', (_, change, code) => {
  expect(aCase().dsl.try('classifyCase', change)).toMatchObject({ ok: false, code, field: 'types' });
});

test('B4: a step is recorded with who, when and a witness; answering again adds to the history and edits nothing', () => {
  const { dsl } = aCase();
  const [protocol] = dsl.file().protocols;
  const step = protocol?.steps.find(({ kind }) => kind === 'do');
  if (!protocol || !step) throw new Error('there is no step to do');
  const ids = { protocol: protocol.id, step: step.id };
  dsl.press('recordStep', { ...ids, answer: 'done', witness: 'Lorna Beck', at: '2026-09-07T07:30:00.000Z' });
  dsl.press('recordStep', { ...ids, answer: 'not done', note: 'The device was at home', was: 'done', witness: 'Lorna Beck' });
  const shown = dsl.file().protocols.find(({ id }) => id === protocol.id);
  expect(shown?.steps.find(({ id }) => id === step.id)).toMatchObject({ answer: 'not done', note: 'The device was at home', who: 'Priya Nair', times: 2 });
  const said = dsl.file().timeline.filter(({ what }) => what.includes(step.ask));
  expect(said.map((each) => each.said)).toEqual([expect.stringContaining('07/09/2026 08:30'), expect.stringContaining('The device was at home')]);
});

test.each([
  ['a step of no protocol', { step: 'no-such-step' }, 'changed-meanwhile'],
  ['a protocol that does not belong to the case', { protocol: 'nudes', step: 'who' }, 'changed-meanwhile'],
  ['an answer that is none', { answer: 'perhaps' }, 'answer-missing'],
  ['not done without a reason', { answer: 'not done' }, 'reason-missing'],
  ['a time that has not come', { at: '2026-09-08T08:00:00.000Z' }, 'time-in-future'],
  ['a time that is none', { at: 'yesterday' }, 'time-unreadable'],
  ['an answer that somebody has given meanwhile', { was: 'not done' }, 'changed-meanwhile'],
])('B4: %s is refused', (_, change, code) => {
  const { dsl } = aCase();
  const [protocol] = dsl.file().protocols;
  const step = protocol?.steps.find(({ kind }) => kind === 'do');
  const request = { protocol: protocol?.id, step: step?.id, answer: 'done', witness: 'Lorna Beck', ...change };
  expect(dsl.try('recordStep', request)).toMatchObject({ ok: false, code });
});

test('B4, B10: a step that wants a witness is not recorded without one', () => {
  const { dsl } = aCase({ typeHint: 'nudes' });
  const found = dsl.file().protocols.flatMap(({ id, steps }) => steps.filter(({ witnessed }) => witnessed).map((step) => ({ protocol: id, step })));
  const { protocol, step } = found[0] ?? {};
  const request = { protocol, step: step?.id, answer: step?.choices[0]?.value };
  expect(dsl.try('recordStep', request)).toMatchObject({ ok: false, code: 'witness-missing', field: `${step?.id}-witness` });
  expect(dsl.try('recordStep', { ...request, witness: 'Lorna Beck' })).toMatchObject({ ok: true });
});

test('B6: what is to be done stands there with who, when and why; a referral is settled by the decision and its reason, also against it', () => {
  const { dsl } = aCase({ typeHint: 'grooming' });
  const referral = dsl.file().tasks.find(({ agency }) => agency === 'police');
  expect(referral).toMatchObject({ why: expect.stringMatching(/\w/), source: expect.stringMatching(/\w/), required: true, who: expect.stringMatching(/\w/) });
  const id = referral?.id ?? '';
  expect(dsl.try('settleTask', { id })).toMatchObject({ ok: false, code: 'needs-decision' });
  expect(dsl.try('recordDecision', { agency: 'police', why: ' ', tasks: [id] })).toMatchObject({ ok: false, code: 'reason-missing', field: 'why' });
  dsl.press('recordDecision', { agency: 'police', tasks: [id], why: 'The police know of it already' });
  const file = dsl.file();
  expect(file.tasks.map((task) => task.id)).not.toContain(id);
  expect(file.decisions).toMatchObject([{ agency: 'police', referred: false, why: 'The police know of it already', who: 'Priya Nair' }]);
  expect(file.settled).toMatchObject([{ id, how: 'not needed', note: 'The police know of it already' }]);
});

test('B6: a task in one’s own words, due at five in the afternoon of a day, is overdue after it and settled once', () => {
  const { dsl, school } = aCase();
  dsl.press('addTask', { what: 'Telephone home', due: '7/9/2026' });
  const [task] = dsl.file().tasks.filter(({ from }) => from === 'hand');
  expect(task).toMatchObject({ what: 'Telephone home', dueWords: '07/09/2026 17:00', overdue: false, why: 'Priya Nair asked for it' });
  school.workspace.clock.pass(9 * 3_600_000);
  expect(dsl.file().tasks.find(({ id }) => id === task?.id)?.overdue).toBe(true);
  expect(dsl.try('settleTask', { id: task?.id, how: 'not needed' })).toMatchObject({ ok: false, code: 'reason-missing' });
  dsl.press('settleTask', { id: task?.id, note: 'Spoke to the mother' });
  expect(dsl.file().settled).toMatchObject([{ what: 'Telephone home', how: 'done', note: 'Spoke to the mother', who: 'Priya Nair' }]);
  expect(dsl.try('settleTask', { id: task?.id })).toMatchObject({ ok: false, code: 'changed-meanwhile' });
});

test.each([
  ['without words', { what: ' ' }, 'what'],
  ['for a day that is none', { due: '31/02/2027' }, 'due'],
  ['for a day that is over', { due: '6/9/2026' }, 'due'],
])('B6: a task %s is refused', (_, change, field) => {
  expect(aCase().dsl.try('addTask', change)).toMatchObject({ ok: false, field });
});

test('Rule 12: what was shared, with whom and why, and what was not shared, both stand in the case', () => {
  const { dsl } = aCase();
  dsl.press('shareInformation').press('shareInformation', { shared: false, withWhom: 'The club', what: 'Her name', why: 'They need not know' });
  expect(dsl.file().shares).toMatchObject([
    { shared: true, withWhom: 'The family doctor', who: 'Priya Nair' },
    { shared: false, withWhom: 'The club', why: 'They need not know' },
  ]);
  expect(dsl.try('shareInformation', { why: '' })).toMatchObject({ ok: false, field: 'why' });
});

test('B2: two cases that belong together say so on both sides, also when one of them is closed', () => {
  const { dsl, school, reference } = aCase();
  const other = raise(school, naming({ [school.people.pupil]: 'witness' }));
  dsl.press('linkCases', { to: other.toLowerCase() }).press('linkCases', { to: other });
  expect(dsl.file()).toMatchObject({ linked: [{ reference: other }], people: [{ otherCases: 1 }] });
  expect(new Working(school, school.people.dsl, other).file().linked).toMatchObject([{ reference }]);
  expect(dsl.file().timeline.filter(({ what }) => what === `Linked with ${other}`)).toHaveLength(1);
  expect(dsl.try('linkCases', { to: reference })).toMatchObject({ ok: false, field: 'to' });
  expect(dsl.try('linkCases', { to: 'C-ZZZZZZ' })).toMatchObject({ ok: false, code: 'no-such-case' });
});

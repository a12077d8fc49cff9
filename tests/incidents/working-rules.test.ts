import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { CaseRow } from '../../src/incidents/case.ts';
import { LANE_IDS, type Role, STATES } from '../../src/incidents/concern.ts';
import { readersOf } from '../../src/incidents/lanes.ts';
import { protocolsFor, stepsLeft } from '../../src/incidents/protocols/all.ts';
import { protocolFacts } from '../../src/incidents/protocols/asks.ts';
import { findIn, inUrgency, peopleWords } from '../../src/incidents/working/case-order.ts';
import { asksAboutParents, closingGaps } from '../../src/incidents/working/closing-gaps.ts';
import { lanesFor } from '../../src/incidents/working/hand-over.ts';
import { endOfWork, momentOf } from '../../src/incidents/working/moment.ts';
import { outcomesFor } from '../../src/incidents/working/outcomes.ts';
import type { CaseFilter } from '../../src/incidents/working/see-cases.ts';
import type { RollEntry } from '../../src/school/roll.ts';
import { schoolFrom } from '../../src/school/school.ts';
import { aCaseRow, involved } from '../support/concerns.ts';

const at = (name: string) => `${name}@q.example`;
const school = schoolFrom({
  ...{ name: 'Quillhaven', domain: 'q.example', roleAccount: at('office'), dslTelephone: '01632 960 123' },
  address: 'https://script.google.com/macros/s/A/exec',
  ...{ head: at('head'), dsl: at('dsl'), deputies: [at('deputy')], chair: at('chair'), approvers: [at('it')], technicians: [], dataLead: at('data') },
});
const entry = (name: string, kind: RollEntry['kind'], givenName: string, familyName: string): RollEntry => ({
  ...{ email: at(name), givenName, familyName, kind, className: kind === 'pupil' ? '3A' : '', jobTitle: '', children: [], year: '' },
  ...{ lineManager: '', leaves: '' },
});
const roll = [
  ...['head', 'dsl', 'deputy', 'chair', 'teacher', 'data'].map((name) => entry(name, 'staff', name, 'Staff')),
  entry('amira', 'pupil', 'Amira', 'Khan'),
  entry('yusuf', 'pupil', 'Yusuf', 'Khan'),
];
const NOW = '2026-09-08T12:00:00.000Z';

function naming(...people: [Role, string][]): CaseRow {
  const kind = (name: string) => roll.find(({ email }) => email === at(name))?.kind ?? '';
  return aCaseRow({}, { people: people.map(([role, name]) => involved(role, at(name), { kind: kind(name) })) });
}

test.each([
  ['a pupil', [['affected', 'amira']], 'staff dsl-concern head low-level data misuse'],
  ['a teacher harmed', [['affected', 'teacher']], 'staff dsl-concern head low-level data misuse'],
  ['a teacher alleged', [['alleged', 'teacher']], 'staff head low-level data'],
  ['a deputy alleged', [['alleged', 'deputy']], 'staff head low-level data'],
  ['the DSL alleged', [['alleged', 'dsl']], 'staff dsl-concern head low-level'],
  ['the head alleged', [['alleged', 'head']], 'head'],
] as [string, [Role, string][], string][])('B5: a case with %s may be handed to the lanes where nobody concerned reads', (_, people, lanes) => {
  expect(lanesFor({ ...naming(...people), lane: 'dsl' }, school, roll)).toEqual(lanes.split(' ').filter((lane) => lane !== 'dsl'));
});

test('B5: whoever is alleged to have done it, no lane that a case may go to is read by them alone, nor does an adult’s go to the pupils’', () => {
  const roles = fc.array(
    fc.tuple(fc.constantFrom<Role>('alleged', 'witness', 'affected'), fc.constantFrom('head', 'dsl', 'deputy', 'chair', 'teacher', 'amira')),
  );
  fc.assert(
    fc.property(roles, fc.constantFrom(...LANE_IDS), (people, lane) => {
      const row = { ...naming(...people), lane };
      for (const to of lanesFor(row, school, roll)) {
        expect(to).not.toBe(lane);
        const adult = people.some(([role, name]) => role === 'alleged' && name !== 'amira');
        expect(adult && (to === 'dsl' || to === 'misuse')).toBe(false);
        if (people.some(([role, name]) => role === 'alleged' && name === 'head')) expect(readersOf(to, school)).not.toContain(at('head'));
      }
    }),
  );
});

test('B13: closing waits for the type, each required task, each protocol that applies and a reviewer’s question, and for nothing else', () => {
  const task = { id: 'a', what: 'Tell the parents', due: '', from: 'rule', required: true, agency: '' } as const;
  const row = aCaseRow({ tasks: [task, { ...task, id: 'b', what: 'Think about it', required: false }], questioned: true });
  const [type, first, ...rest] = closingGaps(row).map(({ what }) => what);
  expect([type, first]).toEqual(['Say what type of incident it is and how serious.', 'Settle this task: Tell the parents']);
  expect(rest[rest.length - 1]).toBe('Answer the reviewer’s question.');
  const applying = protocolsFor(protocolFacts(row)).filter(({ fit }) => fit === 'applies');
  expect(rest.slice(0, -1).map((each) => each.split('”')[0])).toEqual(applying.map(({ protocol }) => `Finish “${protocol.title}`));
});

test('B13: a case whose every required step is answered lacks nothing more of its protocols', () => {
  let row = aCaseRow({ severity: 'low', types: ['bullying'] });
  for (let round = 0; round < 200; round += 1) {
    const facts = protocolFacts(row);
    const open = protocolsFor(facts).find(({ protocol, fit }) => fit === 'applies' && stepsLeft(protocol, facts).length > 0);
    const [step] = open ? stepsLeft(open.protocol, facts) : [];
    if (!open || !step) break;
    const answers = { ...row.facts.answers, [`${open.protocol.id}.${step.id}`]: step.kind === 'do' ? 'done' : (step.choices?.[0]?.value ?? 'no') };
    row = { ...row, facts: { ...row.facts, answers } };
  }
  expect(closingGaps(row)).toEqual([]);
});

test.each([
  ['the worry is about a pupil', naming(), true],
  ['a pupil saw what a teacher lost', { ...naming(['witness', 'amira']), facts: { ...naming(['witness', 'amira']).facts, about: 'data' } }, true],
  ['only adults are in it', { ...naming(['alleged', 'teacher']), facts: { ...naming(['alleged', 'teacher']).facts, about: 'staff' } }, false],
] as [string, CaseRow, boolean][])('B13: when %s, whether it must be said if parents were told: %3$s', (_, row, asked) => {
  expect(asksAboutParents(row)).toBe(asked);
});

test('B2: lists begin with what is overdue, then what is serious or not yet looked at; closed cases come last', () => {
  const rows = [
    aCaseRow({ reference: 'C-CLOSED', state: 'closed', severity: 'high' }),
    aCaseRow({ reference: 'C-LOW', severity: 'low' }),
    aCaseRow({ reference: 'C-UNSEEN' }),
    aCaseRow({ reference: 'C-MEDIUM', severity: 'medium', nextDue: '2026-09-09T12:00:00.000Z' }),
    aCaseRow({ reference: 'C-LATE', severity: 'low', nextDue: '2026-09-08T11:00:00.000Z' }),
    aCaseRow({ reference: 'C-HIGH', severity: 'high' }),
  ];
  const order = 'C-LATE C-HIGH C-UNSEEN C-MEDIUM C-LOW C-CLOSED'.split(' ');
  fc.assert(
    fc.property(fc.shuffledSubarray(rows, { minLength: rows.length }), (shuffled) => {
      expect([...shuffled].sort(inUrgency(NOW)).map(({ reference }) => reference)).toEqual(order);
    }),
  );
});

test.each([
  ['nothing is asked for: every open case', {}, 'C-ONE C-TWO'],
  ['a name', { text: 'ami kha' }, 'C-ONE'],
  ['a family name', { text: 'khan' }, 'C-ONE C-TWO'],
  ['a reference in small letters', { text: 'c-tw' }, 'C-TWO'],
  ['initials', { text: 'a.b.' }, 'C-ONE C-TWO'],
  ['a name that none has', { text: 'lindqvist' }, ''],
  ['closed ones', { state: 'closed' }, 'C-OLD'],
  ['severity', { severity: 'high' }, 'C-TWO'],
  ['no severity yet', { severity: 'not set' }, 'C-ONE'],
  ['an owner', { owner: at('dsl') }, 'C-TWO'],
  ['no owner', { owner: 'nobody' }, 'C-ONE'],
  ['a type', { type: 'grooming' }, 'C-TWO'],
  ['what is overdue', { overdue: true }, 'C-ONE'],
] as [string, CaseFilter, string][])('B2: found by %s', (_, filter, references) => {
  const rows = [
    { ...naming(['affected', 'amira']), reference: 'C-ONE', nextDue: '2026-09-08T11:00:00.000Z' },
    { ...naming(['alleged', 'yusuf']), reference: 'C-TWO', severity: 'high' as const, owner: at('dsl'), types: ['grooming'] },
    { ...naming(['alleged', 'yusuf']), reference: 'C-OLD', state: 'closed' as const },
  ];
  expect(findIn(rows, filter, roll, NOW).map(({ reference }) => reference)).toEqual(references.split(' ').filter(Boolean));
});

test.each(STATES)('B2: asked for %s, a list holds that state and no other', (state) => {
  const rows = STATES.map((each) => aCaseRow({ reference: each, state: each }));
  expect(findIn(rows, { state }, roll, NOW).map(({ reference }) => reference)).toEqual([state]);
});

test.each([
  ['none', ''],
  ['initials', 'A.B., A.B.'],
  ['names', 'Amira Khan 3A, A.B.'],
] as const)('B5: lists show people as the setting says: %s', (setting, shown) => {
  const people = [involved('affected', at('amira')), involved('alleged', '', { name: 'A man at the gate', kind: '', mayBe: [at('teacher')] })];
  expect(peopleWords(aCaseRow({}, { people }), setting, roll)).toBe(shown);
});

test('B4: a time that a page leaves out is now; one in the future, beyond a minute of clocks, is refused', () => {
  expect(momentOf('', NOW)).toBe(NOW);
  expect(momentOf('2026-09-08T13:00:30+01:00', NOW)).toBe('2026-09-08T12:00:30.000Z');
  expect(() => momentOf('2026-09-08T12:02:00.000Z', NOW)).toThrow('in the future');
  expect(() => momentOf('noon', NOW)).toThrow('Enter a date');
});

test.each([
  ['in summer', '8/9/2026', '2026-09-08T16:00:00.000Z'],
  ['in winter', '2026-12-01', '2026-12-01T17:00:00.000Z'],
  ['the day the clocks go back', '25/10/2026', '2026-10-25T17:00:00.000Z'],
  ['the day the clocks go forward', '28/3/2027', '2027-03-28T16:00:00.000Z'],
  ['never', ' ', ''],
])('B6: a day stands for five in the afternoon, %s', (_, day, moment) => {
  expect(endOfWork(day, NOW)).toBe(moment);
});

test.each([
  ['dsl', 'pupil', [], false, false, false],
  ['staff', 'staff', [], true, true, false],
  ['misuse', 'misuse', [], false, true, false],
  ['data', 'data', ['device-lost'], false, false, true],
] as const)('B13: a case of the lane %s ends as such a case can', (lane, about, types, allegation, complaint, loss) => {
  const outcomes = outcomesFor(aCaseRow({ lane, types }, { about }));
  expect([outcomes.includes('substantiated'), outcomes.includes('complaint upheld'), outcomes.includes('loss contained')]).toEqual([
    allegation,
    complaint,
    loss,
  ]);
  expect(outcomes).toEqual(expect.arrayContaining(['supported', 'no concern', 'same as another']));
});

import { expect, test } from '@jest/globals';
import type { FlagList } from '../../src/messages/dispositions/list-flags.ts';
import type { OpenFlag } from '../../src/messages/dispositions/see-flag.ts';
import type { Disposition } from '../../src/messages/flag.ts';
import { flagged, withFlags } from '../support/flags.ts';
import { aMonitoredSchool, mailFrom } from '../support/mail.ts';
import { aSchool, type SchoolUnderTest } from '../support/school.ts';
import { newKey, Working } from '../support/working.ts';

const { people } = aSchool();

function withSome(...flags: ReturnType<typeof flagged>[]): SchoolUnderTest {
  const school = aSchool();
  withFlags(school, flags);
  return school;
}

function list(school: SchoolUnderTest, who: string = people.dsl, filter: Record<string, unknown> = {}): FlagList {
  school.workspace.clock.pass(10_000);
  return school.as(who).get<FlagList>('listFlags', filter);
}

function dispose(school: SchoolUnderTest, flag: string, disposition: Disposition, was: Disposition = '', who: string = people.dsl) {
  school.workspace.clock.pass(10_000);
  return school.as(who).call<{ waiting: number }>('disposeFlag', { key: newKey(), flag, disposition, was });
}

const ids = ({ lines }: FlagList) => lines.map(({ flag }) => flag);

test('C1: what waits stands first, the most serious and then the oldest; what was settled last comes after', () => {
  const evidence = { received: '2026-09-07T07:50:00.000Z' };
  const high = flagged('M-HIGH22', { severity: 3, reference: 'C-HIGH22', category: 'threat' });
  const school = withSome(flagged('M-LATE22', { evidence }), flagged('M-SOON22'), high, flagged('M-DONE22'), flagged('M-DONE33'));
  for (const flag of ['M-DONE22', 'M-DONE33']) dispose(school, flag, 'test');
  const all = list(school);
  expect(ids(all)).toEqual(['M-HIGH22', 'M-SOON22', 'M-LATE22', 'M-DONE33', 'M-DONE22']);
  expect(all).toMatchObject({ total: 5, waiting: 3 });
  expect(all.lines[0]).toMatchObject({ reference: 'C-HIGH22', caseState: 'new', category: 'threat', received: '07/09/2026 08:30', settled: '' });
  expect(all.lines[1]?.words).toBe('nobody likes you on spotted');
  expect(all.lines[3]).toMatchObject({ disposition: 'test', settled: expect.stringContaining('Priya Nair, 07/09/2026') });
  expect(ids(list(school, people.dsl, { state: 'settled' }))).toEqual(['M-DONE33', 'M-DONE22']);
  expect(ids(list(school, people.dsl, { category: 'threat' }))).toEqual(['M-HIGH22']);
  expect(ids(list(school, people.dsl, { severity: 3, route: 'rule', rule: 'own:spotted', state: 'waiting' }))).toEqual(['M-HIGH22']);
  expect(list(school, people.dsl, { route: 'person' })).toMatchObject({ lines: [], total: 0, waiting: 3 });
});

test('C3: a flag is opened with why, in context, and what speaks against it; attachments are names, and the text is what was kept', () => {
  const attachments = [{ name: 'us.png', mimeType: 'image/png', bytes: 5_000 }];
  const school = withSome(flagged('M-OPEN22', { evidence: { attachments } }), flagged('M-CASE22', { reference: 'C-CASE22' }));
  const open = school.as(people.dsl).get<OpenFlag>('seeFlag', { flag: 'M-OPEN22' });
  expect(open).toMatchObject({
    ...{ message: { from: 'one@quillhaven.example', text: 'What M-OPEN22 said.' }, attachments, date: '07/09/2026 08:30' },
    reasons: [{ words: 'nobody likes you on spotted', against: '', version: 1 }],
  });
  expect(school.as(people.dsl).get<OpenFlag>('seeFlag', { flag: 'M-CASE22' })).toMatchObject({ isInCase: true, message: { text: 'The story of M-CASE22.' } });
  expect(school.as(people.dsl).call('seeFlag', { flag: 'M-NONE22' })).toMatchObject({ ok: false, code: 'no-such-flag' });
});

test('C2: a message that somebody brought and in which nothing was found is not called a disclosure, nor counted as one', () => {
  const school = withSome(flagged('M-NONE22', { route: 'written to us', category: 'disclosure', severity: 2, reasons: [] }), flagged('M-SOME22'));
  dispose(school, 'M-NONE22', 'not a concern');
  dispose(school, 'M-SOME22', 'real');
  const { lines, byCategory } = list(school);
  expect(lines.map(({ about }) => about)).toEqual(['Bullying', 'Nothing found in it']);
  expect(byCategory.map(({ words }) => words)).toEqual(['Bullying']);
});

test('C1: one press settles a flag, another takes it back, and the history has both', () => {
  const school = withSome(flagged('M-PRES22'));
  const right = [{ settled: 1, real: 1 }];
  expect(dispose(school, 'M-PRES22', 'known')).toMatchObject({
    ok: true,
    value: { line: { disposition: 'known' }, standing: { waiting: 0, byRule: right, byCategory: right } },
  });
  expect(dispose(school, 'M-PRES22', 'real', '')).toMatchObject({ ok: false, code: 'changed-meanwhile' });
  expect(dispose(school, 'M-PRES22', '', 'known')).toMatchObject({
    ok: true,
    value: { standing: { waiting: 1, byRule: [] }, line: { disposition: '', settled: '' } },
  });
  expect(dispose(school, 'M-PRES22', 'not a concern')).toMatchObject({ ok: true, value: { standing: { byRule: [{ settled: 1, real: 0 }] } } });
  const said = school.sheet('records', 'Journal').filter((row) => row.includes('message disposed'));
  expect(said.map((row) => row.join(' ').match(/"disposition":"([^"]*)"/)?.[1])).toEqual(['known', '', 'not a concern']);
  expect(school.history()).toBe('unbroken');
});

test('C1: the same press twice is one', () => {
  const school = withSome(flagged('M-TWIC22'));
  const press = { key: newKey(), flag: 'M-TWIC22', disposition: 'real', was: '' };
  for (let times = 0; times < 2; times += 1) expect(school.as(people.deputy).call('disposeFlag', press)).toMatchObject({ ok: true });
  expect(school.sheet('records', 'Journal').filter((row) => row.includes('message disposed'))).toHaveLength(1);
});

test('C1: settling a flag never closes its case', () => {
  const school = withSome(flagged('M-CASE22', { reference: 'C-CASE22', severity: 2 }));
  expect(dispose(school, 'M-CASE22', 'not a concern')).toMatchObject({ ok: true, value: { line: { caseState: 'new', reference: 'C-CASE22' } } });
  expect(new Working(school, people.dsl, 'C-CASE22').file().state).not.toBe('closed');
});

test('B5: nobody learns of a flag that names them, nor from a number', () => {
  const about = flagged('M-HERS22', { named: [people.dsl, people.pupil], lane: 'dsl' });
  const school = withSome(
    about,
    flagged('M-HEAD22', { lane: 'dsl-concern', named: [people.dsl] }),
    flagged('M-CASE22', { reference: 'C-CASE22', named: [people.dsl] }),
  );
  for (const flag of ['M-HERS22', 'M-CASE22']) dispose(school, flag, 'not a concern', '', people.deputy);
  dispose(school, 'M-HEAD22', 'not a concern', '', people.head);
  expect(list(school)).toMatchObject({ lines: [], total: 0, waiting: 0, rules: [], byRule: [], byCategory: [], proposals: [] });
  expect(ids(list(school, people.deputy)).sort()).toEqual(['M-CASE22', 'M-HERS22']);
  expect(ids(list(school, people.head))).toEqual(['M-HEAD22']);
  expect(school.as(people.dsl).everythingInSight()).not.toMatch(/M-HERS22|M-HEAD22|M-CASE22/);
  for (const flag of ['M-HERS22', 'M-HEAD22', 'M-CASE22']) {
    expect(school.as(people.dsl).call('seeFlag', { flag })).toEqual(school.as(people.dsl).call('seeFlag', { flag: 'M-NONE22' }));
    expect(dispose(school, flag, 'real')).toMatchObject({ ok: false, code: 'no-such-flag' });
  }
});

test('B5: a flag goes where its case goes', () => {
  const school = withSome(flagged('M-OVER22', { reference: 'C-OVER22', named: [people.pupil] }));
  expect(ids(list(school))).toEqual(['M-OVER22']);
  expect(ids(list(school, people.head))).toEqual([]);
  new Working(school, people.dsl, 'C-OVER22').press('handOver', { from: 'dsl', to: 'staff', why: 'It is about a teacher' });
  expect(ids(list(school))).toEqual([]);
  expect(ids(list(school, people.head))).toEqual(['M-OVER22']);
});

test('C1: a rule of which too little was real is proposed for change, with what was not real and the reader may see', () => {
  const wrong = Array.from({ length: 5 }, (_, index) => flagged(`M-WRNG${index}`));
  const school = withSome(...wrong, flagged('M-HERS22', { named: [people.deputy] }));
  for (const { flag } of wrong.slice(0, 4)) dispose(school, flag, 'not a concern');
  expect(list(school)).toMatchObject({ proposals: [], byRule: [{ key: 'own:spotted', settled: 4, percent: null }] });
  dispose(school, 'M-HERS22', 'not a concern');
  const [proposal] = list(school).proposals;
  expect(proposal).toMatchObject({ key: 'own:spotted', settled: 5, real: 0, percent: 0, mayBeMuted: false });
  expect(proposal?.examples).toHaveLength(3);
  expect(list(school, people.deputy)).toMatchObject({ proposals: [], byRule: [{ settled: 4 }], byCategory: [{ words: 'Bullying', settled: 4 }] });
});

test('C1: five hundred flags come fifty at a time, with few calls', () => {
  const school = withSome(...Array.from({ length: 500 }, (_, index) => flagged(`M-MANY${index}`)));
  school.workspace.clock.pass(60_000);
  const { answer, run } = school.door<FlagList>(people.dsl, 'listFlags', { from: 450 });
  expect(answer).toMatchObject({ ok: true, value: { total: 500, from: 450, waiting: 500 } });
  expect(answer.ok && answer.value.lines).toHaveLength(50);
  // The lists, and what the fifty say.
  expect((run?.calls ?? []).filter(({ name }) => name.startsWith('Sheets.'))).toHaveLength(3);
});

test('C1: a message that comes is flagged, opened with its words and settled; its case stays', () => {
  const school = aMonitoredSchool('journal');
  const threat = 'I am going to stab you tomorrow after school.';
  school.workspace.mail.receive(mailFrom('k.doe@example.org', people.pupil, threat, 'Watch out'));
  school.beat();
  const [line] = list(school).lines;
  expect(line).toMatchObject({
    category: 'threat',
    severity: 3,
    route: 'rule',
    reference: expect.stringMatching(/^C-/),
    words: expect.stringContaining('stab you'),
  });
  const open = school.as(people.dsl).get<OpenFlag>('seeFlag', { flag: line?.flag });
  expect(open.message.text).toContain(threat);
  expect(open.reasons[0]?.rule).toMatch(/^Somebody /);
  expect(dispose(school, line?.flag ?? '', 'real')).toMatchObject({ ok: true, value: { standing: { waiting: 0 }, line: { caseState: 'new' } } });
});

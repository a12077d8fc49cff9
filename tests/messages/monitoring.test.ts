import { expect, test } from '@jest/globals';
import type { FlagList } from '../../src/messages/dispositions/list-flags.ts';
import type { OpenFlag } from '../../src/messages/dispositions/see-flag.ts';
import { RULES } from '../../src/messages/rules/all.ts';
import type { MonitoringPage } from '../../src/messages/settings/read-monitoring.ts';
import { CAME, flagged, withFlags } from '../support/flags.ts';
import { aMonitoredSchool, mailFrom } from '../support/mail.ts';
import { aSchool, type SchoolUnderTest } from '../support/school.ts';
import { newKey, Working } from '../support/working.ts';

const { people } = aSchool();

function read(school: SchoolUnderTest, who: string = people.dsl): MonitoringPage {
  return school.as(who).get<MonitoringPage>('readMonitoring');
}

/** Presses a button of the page as it is now. */
function press(school: SchoolUnderTest, door: string, input: Record<string, unknown>, who: string = people.dsl) {
  school.workspace.clock.pass(10_000);
  return school.as(who).call(door, { key: newKey(), why: 'The policy says so', version: read(school).version, ...input });
}

const DECISION = {
  ...{ dpia: 'DPIA 2026-7', decidedBy: 'Ruth Adeyemi, headteacher', decidedOn: '07/09/2026', until: '31/08/2027' },
  ...{ units: 'Pupils, Years 5 and 6', told: 'Parents by letter, pupils in class' },
};

test('C1: until somebody decides, mail is not monitored; every change stands in the history with who and why', () => {
  const school = aSchool();
  expect(read(school)).toMatchObject({ modeToday: 'off', version: '', changes: [], mayChange: true, decision: null });
  expect(press(school, 'setMode', { mode: 'sieve' })).toMatchObject({ ok: true });
  expect(read(school, people.head)).toMatchObject({
    modeToday: 'sieve',
    changes: [{ setting: 'mode', who: 'Priya Nair', why: 'The policy says so', at: expect.stringMatching(/^07\/09\/2026/) }],
  });
  expect(read(school, people.technician)).toMatchObject({ modeToday: 'sieve', mayChange: false });
  expect(press(school, 'setMode', { mode: 'off', why: ' ' })).toMatchObject({ ok: false, field: 'why' });
});

test('C1: all mail is looked at only by a decision that holds, and no longer', () => {
  const school = aSchool();
  expect(press(school, 'setMode', { mode: 'journal' })).toMatchObject({ ok: false, code: 'journal-undecided', field: 'mode' });
  expect(press(school, 'decideJournal', DECISION, people.head)).toMatchObject({ ok: true });
  expect(read(school)).toMatchObject({ modeToday: 'off', decision: { until: '31/08/2027', isOver: false } });
  expect(press(school, 'setMode', { mode: 'journal' })).toMatchObject({ ok: true });
  expect(read(school)).toMatchObject({ modeToday: 'journal', monitoring: { journal: { dpia: 'DPIA 2026-7' } } });
  school.workspace.clock.moveTo(Date.parse('2027-09-01T08:00:00.000Z'));
  expect(read(school)).toMatchObject({ modeToday: 'sieve', monitoring: { mode: 'journal' }, decision: { isOver: true } });
  school.beat();
  expect(read(school)).toMatchObject({ modeToday: 'sieve', monitoring: { mode: 'sieve' } });
});

test.each([
  ['dpia', { dpia: ' ' }],
  ['decidedBy', { decidedBy: '' }],
  ['decidedOn', { decidedOn: '08/09/2026' }],
  ['decidedOn', { decidedOn: 'last week' }],
  ['until', { until: '06/09/2026' }],
  ['until', { until: '08/09/2027' }],
  ['units', { units: '' }],
  ['told', { told: '' }],
  ['why', { why: '' }],
])('C1: a decision on all mail is refused at %s: %j', (field, wrong) => {
  const school = aSchool();
  expect(press(school, 'decideJournal', { ...DECISION, ...wrong })).toMatchObject({ ok: false, field });
  expect(read(school)).toMatchObject({ decision: null, changes: [] });
});

test('C1: it is recorded when each group was told, and which agreements say so since when', () => {
  const school = aSchool();
  expect(read(school).told).toMatchObject([
    { group: 'pupils', on: '', notices: { sieve: expect.stringContaining('looks for words'), journal: expect.stringContaining('looks at each mail') } },
    { group: 'staff', on: '', agreements: [{ version: 1, since: expect.stringMatching(/^\d\d\/\d\d\/2026$/) }] },
    { group: 'parents', on: '' },
    { group: 'guests', on: '' },
  ]);
  expect(press(school, 'recordTold', { group: 'pupils', on: '07/09/2026', how: 'In every class, by the teacher', of: 'sieve' })).toMatchObject({ ok: true });
  expect(press(school, 'recordTold', { group: 'parents', on: '04/09/2026', how: 'By letter, the office', of: 'sieve' })).toMatchObject({ ok: true });
  expect(press(school, 'recordTold', { group: 'staff', on: '08/09/2026', how: 'A meeting', of: 'sieve' })).toMatchObject({ ok: false, field: 'on' });
  expect(press(school, 'recordTold', { group: 'staff', on: '07/09/2026', how: '', of: 'sieve' })).toMatchObject({ ok: false, field: 'how' });
  expect(read(school).told.map(({ on, how }) => [on, how])).toEqual([
    ['07/09/2026', 'In every class, by the teacher'],
    ['', ''],
    ['04/09/2026', 'By letter, the office'],
    ['', ''],
  ]);
});

test('C1: who was told that some mail is looked at has not been told of all mail; its text is there before that begins', () => {
  const school = aSchool();
  const tell = (of: string) => press(school, 'recordTold', { group: 'pupils', on: '07/09/2026', how: 'In every class', of });
  const pupils = () => read(school).told.find(({ group }) => group === 'pupils');
  expect(tell('sieve')).toMatchObject({ ok: true });
  expect(pupils()).toMatchObject({ of: 'sieve', isEnough: true });
  press(school, 'decideJournal', DECISION);
  press(school, 'setMode', { mode: 'journal' });
  expect(pupils()).toMatchObject({ of: 'sieve', isEnough: false });
  expect(tell('journal')).toMatchObject({ ok: true });
  expect(pupils()).toMatchObject({ of: 'journal', isEnough: true });
  press(school, 'setMode', { mode: 'sieve' });
  expect(pupils()).toMatchObject({ isEnough: true });
  expect(press(school, 'recordTold', { group: 'pupils', on: '07/09/2026', how: 'x', of: 'off' })).toMatchObject({ ok: false });
});

test('C1: a rule is muted for a term at most, with its reason, and flags again afterwards; one for threats or disclosures never is', () => {
  const school = aSchool();
  const { rules } = read(school);
  const [rule] = rules;
  if (!rule) throw new Error('no rule may be muted');
  const never = RULES.filter(({ isNeverMuted }) => isNeverMuted);
  expect(never.length).toBeGreaterThan(0);
  expect(rules.map(({ id }) => id)).toEqual([...RULES.filter((each) => !never.includes(each)).map(({ id }) => id), 'model']);
  for (const { id } of never) expect(press(school, 'muteRule', { rule: id, until: '01/10/2026' })).toMatchObject({ ok: false, code: 'never-muted' });
  expect(press(school, 'muteRule', { rule: 'own:spotted', until: '01/10/2026' })).toMatchObject({ ok: false, field: 'rule' });
  expect(press(school, 'muteRule', { rule: rule.id, until: '29/12/2026' })).toMatchObject({ ok: false, field: 'until' });
  expect(press(school, 'muteRule', { rule: rule.id, until: '06/09/2026' })).toMatchObject({ ok: false, field: 'until' });
  expect(press(school, 'muteRule', { rule: rule.id, until: '01/10/2026' })).toMatchObject({ ok: true });
  expect(read(school).mutes).toEqual([{ rule: rule.id, words: rule.words, why: 'The policy says so', until: '01/10/2026' }]);
  expect(press(school, 'endMute', { rule: rule.id })).toMatchObject({ ok: true });
  expect(read(school)).toMatchObject({ mutes: [], changes: [{ setting: 'mutes' }] });
});

test('C1: a school has rules of its own, and none that would match nearly everything', () => {
  const school = aSchool();
  const rule = { phrases: 'quillhaven spotted\nthe pit', category: 'bullying', severity: 2, why: 'Pupils are mocked there' };
  expect(press(school, 'addOwnRule', { ...rule, phrases: 'the pit\nthe' })).toMatchObject({ ok: false, field: 'phrases' });
  expect(press(school, 'addOwnRule', rule)).toMatchObject({ ok: true });
  const [own] = read(school).monitoring.own;
  expect(own).toMatchObject({
    phrases: ['quillhaven spotted', 'the pit'],
    category: 'bullying',
    severity: 2,
    owner: 'Priya Nair',
    why: 'Pupils are mocked there',
  });
  expect(press(school, 'removeOwnRule', { id: own?.id })).toMatchObject({ ok: true });
  expect(read(school).monitoring.own).toEqual([]);
});

test.each([
  ['setNumbers', { hour: '0', day: '6', floor: '20', keepHarmlessDays: '30' }, 'hour'],
  ['setNumbers', { hour: '8', day: '6', floor: '20', keepHarmlessDays: '30' }, 'day'],
  ['setNumbers', { hour: '2', day: '6', floor: 'many', keepHarmlessDays: '30' }, 'floor'],
  ['setNumbers', { hour: '2', day: '6', floor: '20', keepHarmlessDays: '' }, 'keepHarmlessDays'],
  ['setHouseRules', { visibleRecipients: '1', permittedDomains: '' }, 'visibleRecipients'],
  ['setHouseRules', { visibleRecipients: '20', permittedDomains: 'example.org nonsense' }, 'permittedDomains'],
])('C5: %s %j is refused at %s', (door, input, field) => {
  const school = aSchool();
  expect(press(school, door, input)).toMatchObject({ ok: false, field });
  expect(read(school).changes).toEqual([]);
});

test('C6: numbers, thresholds and house rules hold as they were typed; what did not change is not recorded again', () => {
  const school = aSchool();
  expect(press(school, 'setNumbers', { hour: '2', day: '6', floor: '20', keepHarmlessDays: '14' })).toMatchObject({ ok: true });
  expect(press(school, 'setHouseRules', { visibleRecipients: '15', permittedDomains: '@Example.org,\nquillhaven-pta.example' })).toMatchObject({ ok: true });
  const { thresholds } = read(school).monitoring;
  expect(press(school, 'setThresholds', { thresholds: { ...thresholds, hate: 'later' } })).toMatchObject({ ok: true });
  expect(read(school)).toMatchObject({
    monitoring: {
      ...{ alerts: { hour: 2, day: 6 }, keepHarmlessDays: 14, thresholds: { hate: 'later', threat: 'usual' } },
      house: { visibleRecipients: 15, permittedDomains: ['example.org', 'quillhaven-pta.example'] },
    },
  });
  expect(
    read(school)
      .changes.map(({ setting }) => setting)
      .sort(),
  ).toEqual(['alerts', 'house', 'keepHarmlessDays', 'thresholds']);
});

test('C1: nobody writes over what somebody else has just changed', () => {
  const school = aSchool();
  const { version } = read(school);
  expect(press(school, 'setMode', { mode: 'sieve' }, people.head)).toMatchObject({ ok: true });
  expect(press(school, 'setNumbers', { hour: '2', day: '6', floor: '20', keepHarmlessDays: '14', version })).toMatchObject({
    ok: false,
    code: 'changed-meanwhile',
  });
});

test('B5: numbers of a week say nothing of a flag about whoever reads them', () => {
  const school = aSchool();
  withFlags(school, [
    flagged('M-ONES22'),
    flagged('M-HERS22', { lane: 'dsl-concern', named: [people.dsl] }),
    flagged('M-TECH22', { named: [people.technician] }),
    flagged('M-CASE22', { reference: 'C-CASE22', named: [people.pupil] }),
  ]);
  const involved = [people.pupil, people.technician].map((email) => ({ email, name: '', role: 'witness', outsider: false }));
  new Working(school, people.dsl, 'C-CASE22').press('changePeople', { people: involved, why: 'Found out', version: 1, sure: true });
  const weeks = [[CAME.slice(0, 10), 42, 38]];
  const properties = school.workspace.data.scripts[school.handrail.officeId]?.properties.script ?? {};
  properties['mailbox'] = JSON.stringify({ ...JSON.parse(properties['mailbox'] ?? '{}'), weeks, history: '7', readTo: CAME });
  const flags = (who: string) => read(school, who).weeks.map(({ week, read, deleted, flagged }) => [week, read, deleted, flagged]);
  expect(flags(people.dsl)).toEqual([['07/09/2026', 41, 38, 3]]);
  expect(flags(people.technician)).toEqual([['07/09/2026', 40, 38, 2]]);
  expect(flags(people.head)).toEqual([['07/09/2026', 42, 38, 4]]);
  expect(read(school).mailbox).toEqual({ state: 'well', readTo: '07/09/2026 08:30', unread: [], mayNotDelete: false });
  const kept = JSON.parse(properties['mailbox'] ?? '{}');
  properties['mailbox'] = JSON.stringify({ ...kept, rulesAlone: CAME });
  expect(read(school).mailbox.state).toBe('rules alone');
  const unread = Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`m${index}`, { since: CAME, tries: 1 }]));
  properties['mailbox'] = JSON.stringify({ ...kept, unread });
  expect(read(school).mailbox.state).toBe('stopped');
});

test('C1: what a school looks for is found from then on, however it is spelt, until the rule is gone', () => {
  const school = aMonitoredSchool('journal');
  const flags = () => school.as(people.dsl).get<FlagList>('listFlags');
  const arrives = (text: string) => {
    school.workspace.mail.receive(mailFrom('k.doe@example.org', people.pupil, text));
    school.beat();
    return flags().total;
  };
  expect(arrives('The minutes of the quillhaven spotted meeting are on the table.')).toBe(0);
  const rule = { phrases: 'quillhaven spotted', category: 'bullying', severity: 1, why: 'Pupils are mocked there' };
  expect(press(school, 'addOwnRule', rule)).toMatchObject({ ok: true });
  expect(arrives('Today’s page of QUILLHAVEN sp0tted has been printed.')).toBe(1);
  const [line] = flags().lines;
  const open = school.as(people.dsl).get<OpenFlag>('seeFlag', { flag: line?.flag });
  expect(open.reasons.map((reason) => reason.rule)).toContain('Your own: quillhaven spotted');
  const [own] = read(school).monitoring.own;
  expect(press(school, 'removeOwnRule', { id: own?.id })).toMatchObject({ ok: true });
  expect(arrives('Another page of quillhaven spotted has been printed.')).toBe(1);
});

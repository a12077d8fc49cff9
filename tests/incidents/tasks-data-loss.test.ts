import { describe, expect, test } from '@jest/globals';
import { harmedPupil, type RuleCase, wanted } from '../support/rules.ts';

const lost: RuleCase = { types: ['device-lost'], about: 'data', lane: 'data' };

describe('B18: the 72 hours start with the loss', () => {
  test.each([
    ['not known: from when it was reported', undefined, '2026-09-10T08:00:00.000Z'],
    ['the evening before', '2026-09-06T19:30:00.000Z', '2026-09-09T19:30:00.000Z'],
    ['Friday: the weekend counts', '2026-09-04T15:00:00.000Z', '2026-09-07T15:00:00.000Z'],
    ['two weeks ago: it is due as it came', '2026-08-24T08:00:00.000Z', '2026-09-07T08:00:00.000Z'],
  ])('lost: %s', (_, happened, due) => {
    expect(wanted({ ...lost, ...(happened === undefined ? {} : { happened }) }).get('refer-ico')).toMatchObject({ due, agency: 'ico', required: true });
  });

  test('over the night on which clocks go back, 72 hours are 72 hours', () => {
    const received = '2026-10-24T10:00:00.000Z';
    expect(wanted({ ...lost, received, happened: received }).get('refer-ico')?.due).toBe('2026-10-27T10:00:00.000Z');
  });

  test('judging the risk later does not move it', () => {
    const later = wanted({ ...lost, answers: { 'data-loss.risk': 'likely' } }, '2026-09-09T10:00:00.000Z');
    expect(later.get('refer-ico')?.due).toBe('2026-09-10T08:00:00.000Z');
  });
});

// Rule 16: who is told, by the answers.
test.each<[string, Record<string, string>, string[]]>([
  ['nothing judged yet', {}, ['judge-data-risk', 'refer-ico', 'refer-technical', 'secure-data']],
  ['no personal data', { 'data-loss.personal': 'no' }, ['refer-technical', 'secure-data']],
  ['a risk is unlikely', { 'data-loss.personal': 'yes', 'data-loss.risk': 'unlikely' }, ['ico-not-told', 'refer-technical', 'secure-data']],
  ['there is a risk', { 'data-loss.personal': 'yes', 'data-loss.risk': 'likely' }, ['refer-ico', 'refer-technical', 'secure-data']],
  ['the risk is high', { 'data-loss.personal': 'yes', 'data-loss.risk': 'high' }, ['refer-ico', 'refer-technical', 'secure-data', 'tell-people-of-loss']],
  ['not known yet', { 'data-loss.personal': 'yes', 'data-loss.risk': 'not known' }, ['judge-data-risk', 'refer-ico', 'refer-technical', 'secure-data']],
])('B18: a lost device, %s', (_, answers, ids) => expect([...wanted({ ...lost, answers }).keys()].sort()).toEqual(ids));

test.each(['password-lost', 'virus', 'security-attempt', 'account-misuse', 'password-shared', 'hacking'])(
  'B18: with a %s the question about personal data decides',
  (type) => {
    const standing = { types: [type], about: 'data' as const, lane: 'data' as const };
    expect(wanted(standing).has('refer-ico')).toBe(false);
    expect(wanted(standing).has('judge-data-risk')).toBe(true);
    expect(wanted({ ...standing, answers: { 'data-loss.personal': 'yes' } }).has('refer-ico')).toBe(true);
    expect(wanted({ ...standing, answers: { 'data-loss.personal': 'not known' } }).has('refer-ico')).toBe(false);
  },
);

test('B18: the decision not to tell the ICO is recorded with its reason, within the same time', () => {
  expect(wanted({ ...lost, answers: { 'data-loss.risk': 'unlikely' } }).get('ico-not-told')).toMatchObject({ agency: 'ico', due: '2026-09-10T08:00:00.000Z' });
});

test('B18: headteacher and data protection lead both: on their desk by itself, elsewhere as a task', () => {
  expect(wanted(lost).get('secure-data')?.who).toBe('headteacher and data protection lead');
  expect(wanted({ ...lost, lane: 'data' }).has('tell-head-and-data-lead')).toBe(false);
  expect(wanted({ types: ['device-lost'], lane: 'dsl' }).get('tell-head-and-data-lead')?.due).toBe('2026-09-07T16:00:00.000Z');
});

test('B18: a worry about a child has nothing to do with the ICO', () => {
  expect([...wanted({ types: ['bullying'] }).keys()]).not.toContain('refer-ico');
  expect(wanted({ types: ['bullying'] }).has('judge-data-risk')).toBe(false);
});

test('B18: a pupil whose data was lost is told of the loss; nobody is sent to see the child', () => {
  const tasks = wanted({ ...lost, people: [harmedPupil], severity: 'high', answers: { 'data-loss.personal': 'yes', 'data-loss.risk': 'high' } });
  expect([tasks.has('see-child'), tasks.has('support-pupil'), tasks.has('refer-social-care')]).toEqual([false, false, false]);
  expect(tasks.has('tell-people-of-loss')).toBe(true);
});

test('B18: of a loss that nobody has named yet the worst is assumed', () => {
  expect(wanted({ about: 'data', lane: 'data' }).has('refer-ico')).toBe(true);
});

test.each([
  ['device-lost', /Lock the device/, /message/],
  ['data-breach', /call the message back/, /Lock the device/],
  ['password-lost', /Change the passwords/, /message/],
])('B18: after %s one is told what stops that loss, and not what stops another', (type, told, notTold) => {
  const what = wanted({ types: [type], about: 'data', lane: 'data' }).get('secure-data')?.what;
  expect(what).toMatch(told);
  expect(what).not.toMatch(notTold);
});

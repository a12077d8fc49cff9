import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { CaseRow } from '../../src/incidents/case.ts';
import { LANE_IDS } from '../../src/incidents/concern.ts';
import { isSchoolDay, ukDay, ukHour } from '../../src/school/calendar.ts';
import { ADULTS, after, at, every, reminding, SCHOOL, type Sent, through } from '../support/clock.ts';
import { aCaseRow } from '../support/concerns.ts';

/** Reminders: of what is due in the morning of its day, of what is overdue until it is done, of what nobody has opened or owns. */

const task = (id: string, due: string) => ({ id, what: 'Ring home', due, from: 'rule' as const, required: true, agency: '' as const });

function withTasks(dues: string[], change: Partial<CaseRow> = {}): CaseRow {
  const opened = { unseenSince: null, received: '2026-09-01T07:00:00.000Z', state: 'open' as const, owner: at('dsl') };
  return aCaseRow({ ...opened, tasks: dues.map((due, index) => task(`t${index}`, due)), nextDue: [...dues].sort()[0] ?? null, ...change });
}

function sentFor(rows: CaseRow[], from: string, to: string): Sent[] {
  return through(rows, every(60, from, to), reminding).sent;
}

const days = (sent: readonly Sent[], who = at('dsl')) => sent.filter(({ to }) => to === who).map(({ when }) => when.slice(0, 16));

test('B10: a task is told of at eight on its day, then as overdue at the next mail hour and every school day until it is done', () => {
  const rows = [withTasks(['2026-09-10T16:00:00.000Z'])];
  expect(days(sentFor(rows, '2026-09-09T05:00:00.000Z', '2026-09-15T20:00:00.000Z'))).toEqual([
    '2026-09-10T07:00',
    '2026-09-11T07:00',
    '2026-09-14T07:00',
    '2026-09-15T07:00',
  ]);
});

test('B10: settled, withdrawn or closed, nothing more is told', () => {
  const [row] = through([withTasks(['2026-09-10T16:00:00.000Z'])], ['2026-09-11T08:00:00.000Z'], reminding).rows;
  if (!row) throw new Error('there is no row');
  const settled = after([row], [{ action: 'case task settled', subject: row.reference, payload: { id: 't0', what: '', how: 'done', note: '', at: '' } }], '');
  expect(sentFor(settled, '2026-09-14T05:00:00.000Z', '2026-09-16T20:00:00.000Z')).toEqual([]);
  expect(sentFor([{ ...row, state: 'closed' }], '2026-09-14T05:00:00.000Z', '2026-09-16T20:00:00.000Z')).toEqual([]);
});

test.each([
  ['in the night', '2026-09-10T02:00:00.000Z', '2026-09-09T07:00'],
  ['at noon', '2026-09-10T11:00:00.000Z', '2026-09-10T07:00'],
  ['on a Saturday', '2026-09-12T11:00:00.000Z', '2026-09-12T07:00'],
  ['just before eight, when clocks have gone back', '2026-10-25T07:59:00.000Z', '2026-10-24T07:00'],
  ['at nine, when clocks have gone back', '2026-10-25T09:00:00.000Z', '2026-10-25T08:00'],
])('B10: what is due %s is told of on the morning before', (_, due, first) => {
  const from = new Date(Date.parse(due) - 3 * 86_400_000).toISOString();
  expect(days(sentFor([withTasks([due])], `${from.slice(0, 13)}:00:00.000Z`, due))[0]).toBe(first);
});

test('B10: in half term what is overdue is told once, and again when school is open', () => {
  const sent = sentFor([withTasks(['2026-10-23T16:00:00.000Z'])], '2026-10-23T17:00:00.000Z', '2026-11-03T20:00:00.000Z');
  expect(days(sent)).toEqual(['2026-10-24T07:00', '2026-11-02T08:00', '2026-11-03T08:00']);
});

test('B10: of what is given and due on the same day nobody is reminded; of a time that passes during the day they are, at once', () => {
  const today = withTasks(['2026-09-10T16:00:00.000Z', '2026-09-10T10:30:00.000Z'], { received: '2026-09-10T07:30:00.000Z' });
  expect(days(sentFor([today], '2026-09-10T08:00:00.000Z', '2026-09-10T20:00:00.000Z'))).toEqual(['2026-09-10T11:00']);
});

test('B10: the owner is told; without one, everybody who may read it, and nobody whom it names', () => {
  const overdue = ['2026-09-09T16:00:00.000Z'];
  const to = (change: Partial<CaseRow>) => sentFor([withTasks(overdue, change)], '2026-09-10T07:00:00.000Z', '2026-09-10T07:00:00.000Z').map((each) => each.to);
  expect(to({})).toEqual([at('dsl')]);
  expect(to({ owner: at('first') })).toEqual([at('first')]);
  expect(to({ owner: '' })).toEqual([at('dsl'), at('first'), at('second')]);
  expect(to({ owner: '', named: [at('first')] })).toEqual([at('dsl'), at('second')]);
  expect(to({ named: [at('dsl')] })).toEqual([at('first'), at('second')]);
  expect(to({ owner: '', readers: [at('head')] })).toContain(at('head'));
});

test('B10: one mail a person a day, with how many and where to look, and no word of what or whom', () => {
  const rows = [
    withTasks(['2026-09-09T16:00:00.000Z', '2026-09-10T16:00:00.000Z'], { people: 'A.K. 3A', types: ['grooming'] }),
    withTasks(['2026-09-08T16:00:00.000Z'], { reference: 'C-BBBBBB', deskNote: 'Ask the aunt' }),
  ];
  const sent = sentFor(rows, '2026-09-10T07:00:00.000Z', '2026-09-10T20:00:00.000Z');
  expect(sent).toHaveLength(1);
  const { subject = '', body = '' } = sent[0]?.mail ?? {};
  expect(body).toContain('2 things are overdue');
  expect(body).toContain('1 thing is due by tomorrow morning');
  expect(body).toContain('?page=cases');
  expect(`${subject}${body}`).not.toMatch(/C-[AB]|A\.K\.|groom|aunt|Ring home/i);
});

test('B5: a case that nobody has opened for a school day is told of until somebody does', () => {
  const row = aCaseRow({ received: '2026-09-11T13:20:00.000Z' });
  const sent = sentFor([row], '2026-09-11T05:00:00.000Z', '2026-09-15T20:00:00.000Z');
  // Friday afternoon: a school day later is Monday afternoon.
  expect(days(sent)).toEqual(['2026-09-14T13:00', '2026-09-15T07:00']);
  expect(sent[0]?.mail.body).toContain('1 case has not been opened by anybody');
});

test('B5: a case without an owner is told of after a school day, and once a week', () => {
  const row = withTasks([], { owner: '' });
  expect(days(sentFor([row], '2026-09-01T05:00:00.000Z', '2026-09-16T20:00:00.000Z'))).toEqual(['2026-09-02T07:00', '2026-09-09T07:00', '2026-09-16T07:00']);
});

const day = fc.integer({ min: 0, max: 20 });
const anyRow = fc.record({
  lane: fc.constantFrom(...LANE_IDS),
  named: fc.subarray(ADULTS),
  owner: fc.constantFrom('', ...ADULTS),
  readers: fc.subarray([at('head'), at('chair')]),
  opened: fc.boolean(),
  dues: fc.array(fc.tuple(day, fc.integer({ min: 0, max: 23 })), { maxLength: 4 }),
  closedOn: fc.option(day),
  ownerFrom: fc.tuple(day, fc.constantFrom('', ...ADULTS)),
});
const START = Date.parse('2026-10-19T00:00:00.000Z');
const moment = (days: number, hours = 0) => new Date(START + days * 86_400_000 + hours * 3_600_000).toISOString();

test('B5, B10: whatever cases there are and whatever happens to them, over the change of the clocks and half term', () => {
  fc.assert(
    fc.property(fc.array(anyRow, { minLength: 1, maxLength: 5 }), fc.constantFrom(37, 60, 240), (cases, minutes) => {
      let rows = cases.map(({ lane, named, owner, readers, opened, dues }, index) => {
        const change = { reference: `C-${index}`, lane, named, owner, readers, unseenSince: opened ? null : moment(0), received: moment(0) };
        const moments = dues.map(([days, hours]) => moment(days, hours));
        return withTasks(moments, { ...change, state: opened ? 'open' : 'new' });
      });
      const sent: (Sent & { rows: CaseRow[] })[] = [];
      for (let today = 0; today < 21; today += 1) {
        rows = rows.map((row, index) => {
          const { closedOn, ownerFrom } = cases[index] ?? {};
          const owned = ownerFrom?.[0] === today ? { ...row, owner: ownerFrom[1] } : row;
          return closedOn === today ? { ...owned, state: 'closed', tasks: [], nextDue: null } : owned;
        });
        const result = through(rows, every(minutes, moment(today), moment(today, 23)), reminding);
        sent.push(...result.sent.map((each) => ({ ...each, rows })));
        rows = result.rows;
      }
      const oneADay = sent.map(({ when, to }) => `${ukDay(when)} ${to}`);
      expect(new Set(oneADay).size).toBe(oneADay.length);
      for (const { when, to, mail, rows: then } of sent) {
        expect(ukHour(when)).toBeGreaterThanOrEqual(8);
        expect(ukHour(when)).toBeLessThan(17);
        const seen = then.filter((row) => row.state !== 'closed' && !row.named.includes(to));
        expect(seen.length).toBeGreaterThan(0);
        const counted = (words: RegExp) => Number(words.exec(mail.body)?.[1] ?? 0);
        expect(counted(/(\d+) things? (is|are) overdue/)).toBeLessThanOrEqual(seen.flatMap(({ tasks }) => tasks).filter(({ due }) => due <= when).length);
        expect(counted(/(\d+) cases? (has|have) not been opened/)).toBeLessThanOrEqual(seen.filter(({ opened }) => opened === null).length);
      }
      // On a day the school is open, whoever sees to something overdue since yesterday has heard of it.
      const lastDay = moment(20, 16);
      if (isSchoolDay(ukDay(lastDay), SCHOOL) && minutes <= 60) {
        const late = rows.filter((row) => row.state !== 'closed' && row.tasks.some(({ due }) => due !== '' && due < moment(20)));
        for (const row of late) {
          const owner = ADULTS.includes(row.owner) && !row.named.includes(row.owner) ? row.owner : '';
          const isReader = sent.some(({ when, to }) => ukDay(when) === ukDay(lastDay) && (owner === '' || to === owner || !row.named.includes(to)));
          expect(isReader).toBe(true);
        }
      }
    }),
    { numRuns: 30 },
  );
});

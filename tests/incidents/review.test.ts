import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Lane } from '../../src/incidents/concern.ts';
import { LANE_IDS } from '../../src/incidents/concern.ts';
import { reviewDue } from '../../src/incidents/review/review-due.ts';
import { casesToReview, isToReview, mayReview } from '../../src/incidents/review/review-list.ts';
import type { ReviewPage } from '../../src/incidents/review/see-review.ts';
import { addDays, daysBetween, isSchoolDay } from '../../src/school/calendar.ts';
import type { Post } from '../../src/school/school.ts';
import { ACCOUNT, aCaseRow } from '../support/concerns.ts';
import { faultSweep } from '../support/fault-sweep.ts';
import { aSchool, type SchoolUnderTest } from '../support/school.ts';

const school = aSchool();
const { people } = school;
let presses = 0;

function key(): string {
  presses += 1;
  return `press-of-review-${presses}`;
}

function raise(at: SchoolUnderTest, named: { email: string; role: string }[] = [], change: Record<string, unknown> = {}): string {
  const request = { key: key(), story: 'She told me about the chat.', ...ACCOUNT, draft: '', files: [], nameless: false, ...change };
  return at.as(people.teacher).get<{ reference: string }>('raiseConcern', { ...request, people: named.map((each) => ({ name: '', ...each })) }).reference;
}

function page(at: SchoolUnderTest, who: string = people.head): ReviewPage {
  return at.as(who).get<ReviewPage>('seeReview');
}

function references(at: SchoolUnderTest, who: string = people.head): string[] {
  return page(at, who).lines.map(({ reference }) => reference);
}

function sign(at: SchoolUnderTest, cases: string[], change: Record<string, unknown> = {}, who: string = people.head) {
  return at.as(who).call('signReview', { key: key(), cases, signature: 'Ruth Adeyemi', note: '', ...change });
}

describe('B15: a review, through the doors', () => {
  test('the headteacher sees what is open without a name or a word of it, signs, and it stands among the reviews', () => {
    const at = school.clone();
    const reference = raise(at, [{ email: people.pupil, role: 'affected' }]);
    expect(page(at)).toMatchObject({ last: '', lines: [{ reference, state: 'new', isNew: true, hoursToFirstAction: null, thread: [] }] });
    expect(JSON.stringify(page(at))).not.toMatch(/Khan|A\.K\.|chat/);
    expect(sign(at, [reference], { note: 'Quick and thorough' })).toMatchObject({ ok: true, value: { cases: 1 } });
    expect(page(at)).toMatchObject({
      ...{ last: expect.stringContaining('Ruth Adeyemi'), lines: [{ reference, isNew: false }] },
      earlier: [{ signature: 'Ruth Adeyemi', cases: 1, note: 'Quick and thorough' }],
    });
    expect(at.history()).toBe('unbroken');
  });

  test('a case that names the reviewer is not before them, concerns about adults are before the chair alone', () => {
    const at = school.clone();
    const ofHead = raise(at, [{ email: people.head, role: 'witness' }]);
    const ofSenior = raise(at, [{ email: people.secondDeputy, role: 'other' }]);
    const ofTeacher = raise(at, [{ email: people.secondTeacher, role: 'alleged' }]);
    const aboutHead = raise(at, [{ email: people.head, role: 'alleged' }]);
    expect(references(at)).toEqual([ofSenior]);
    expect(references(at, people.secondDeputy)).toEqual([ofHead]);
    expect(references(at, people.chair)).toEqual([ofHead, ofSenior, ofTeacher]);
    for (const reference of [ofHead, ofTeacher, aboutHead, 'C-AAAAAA'])
      expect(at.as(people.head).call('askQuestion', { key: key(), reference, text: 'Why?' })).toEqual({
        ...{ ok: false, code: 'no-such-case', message: `There is no case ${reference} that you may review.` },
      });
    expect(sign(at, [ofHead])).toMatchObject({ ok: false, code: 'changed-meanwhile' });
  });

  test('B5: how many cases another reviewer had before them is not told: the difference would be those that name whoever reads it', () => {
    const at = school.clone();
    const cases = [raise(at, [{ email: people.head, role: 'witness' }]), raise(at)];
    const me = page(at, people.chair).myName;
    expect(sign(at, cases, { signature: me, note: 'Seen' }, people.chair)).toMatchObject({ ok: true });
    expect(page(at).earlier).toMatchObject([{ signature: me, cases: null, note: 'Seen' }]);
    expect(page(at, people.chair).earlier).toMatchObject([{ cases: 2 }]);
  });

  test('a question goes back to those who work the case, without a word in the mail; the answer stands on the review page', () => {
    const at = school.clone();
    const reference = raise(at);
    expect(at.as(people.head).call('askQuestion', { key: key(), reference, text: 'Were the parents told?' })).toMatchObject({ ok: true });
    at.pass(10);
    const mail = at.mailTo(people.dsl).find(({ subject }) => subject === 'Handrail: a reviewer has a question');
    expect(mail?.text).toContain(`page=case&reference=${reference}`);
    expect(mail?.text).not.toContain('parents');
    expect(at.as(people.dsl).call('answerQuestion', { key: key(), reference, text: 'On Monday, by telephone.' })).toMatchObject({ ok: true });
    expect(page(at).lines[0]?.thread).toMatchObject([
      { text: 'Were the parents told?', answer: 'On Monday, by telephone.', answered: expect.stringContaining('Priya Nair') },
    ]);
    expect(at.as(people.deputy).call('answerQuestion', { key: key(), reference, text: 'Again' })).toMatchObject({ ok: false, code: 'nothing-asked' });
    expect(at.as(people.teacher).call('answerQuestion', { key: key(), reference, text: 'Again' })).toMatchObject({ ok: false, code: 'not-yours' });
  });

  test('somebody else’s name is no signature, and what came after the page was opened waits for the next review', () => {
    const at = school.clone();
    const first = raise(at);
    expect(sign(at, [first], { signature: 'Priya Nair' })).toMatchObject({ ok: false, field: 'signature' });
    expect(sign(at, [first], { signature: '  ruth   adeyemi ' })).toMatchObject({ ok: true });
    const second = raise(at);
    expect(page(at).lines).toMatchObject([
      { reference: first, isNew: false },
      { reference: second, isNew: true },
    ]);
  });

  test('headteacher and chair hear on the day it is due, and every week until it is signed', () => {
    const at = school.clone();
    const reference = raise(at);
    const told = (who: string) => at.mailTo(who).filter(({ subject }) => subject === 'Handrail: the review of the log is due').length;
    at.workspace.clock.moveTo(Date.UTC(2026, 9, 22, 8));
    at.beat();
    expect(told(people.head)).toBe(0);
    // Half term begins on Monday the 26th: Friday is the last school day before.
    at.workspace.clock.moveTo(Date.UTC(2026, 9, 23, 8));
    for (let beats = 0; beats < 3; beats += 1) at.beat();
    expect([told(people.head), told(people.chair), told(people.dsl)]).toEqual([1, 1, 0]);
    at.workspace.clock.moveTo(Date.UTC(2026, 10, 2, 9));
    at.beat();
    expect(told(people.head)).toBe(2);
    expect(sign(at, [reference])).toMatchObject({ ok: true });
    at.workspace.clock.moveTo(Date.UTC(2026, 10, 10, 9));
    at.beat();
    expect(told(people.head)).toBe(2);
  });

  test('whichever call fails, signing again signs once', () => {
    const request = { key: 'press-0001-of-signing', cases: [] as string[], signature: 'Ruth Adeyemi', note: '' };
    faultSweep<SchoolUnderTest>({
      arrange: () => {
        const at = aSchool();
        request.cases = [raise(at)];
        return at;
      },
      clone: (at) => at.another(),
      tries: (call) => call.startsWith('Sheets.') || call.startsWith('Lock'),
      operation: (at, faults) => {
        const { run } = at.door(people.head, 'signReview', request, faults);
        if (!run) throw new Error('the door did not run');
        return run;
      },
      meanwhile: (at) => void sign(at, request.cases, { key: 'press-0001-of-the-chair', signature: 'Margaret Osborne' }, people.chair),
      recover: (at) => void at.as(people.head).get('signReview', request),
      invariant: (at, where) => {
        const mine = page(at).earlier.filter(({ signature }) => signature === 'Ruth Adeyemi').length;
        expect({ where, mine, history: at.history() }).toEqual({ where, mine: 1, history: 'unbroken' });
      },
    });
  });
});

describe('B15: what is before whom', () => {
  const POSTS: Post[] = ['head', 'slt', 'chair', 'dsl', 'deputy', 'technician', 'clerk', 'data lead', 'coordinator'];

  test('nobody reviews what names them, what is about the headteacher, or without the post', () => {
    const lane = fc.constantFrom<Lane>(...LANE_IDS);
    fc.assert(
      fc.property(lane, fc.subarray(POSTS), fc.boolean(), (lane, posts, isNamed) => {
        const may = mayReview({ lane, named: isNamed ? ['me@q.example'] : [] }, { email: 'me@q.example', posts });
        const canReview = posts.some((post) => post === 'head' || post === 'slt' || post === 'chair');
        if (isNamed || lane === 'head' || !canReview) expect(may).toBe(false);
        else if (posts.includes('chair')) expect(may).toBe(true);
        else expect(may).toBe(lane === 'dsl' || lane === 'misuse' || (lane === 'data' && posts.includes('slt')));
      }),
    );
  });

  test('open cases come every time, closed ones once', () => {
    const closed = { state: 'closed', closed: '2026-10-01T08:00:00.000Z' } as const;
    expect(isToReview(aCaseRow({ reviewed: '2026-10-02T08:00:00.000Z' }))).toBe(true);
    expect(isToReview(aCaseRow({ ...closed, reviewed: null }))).toBe(true);
    expect(isToReview(aCaseRow({ ...closed, reviewed: '2026-09-20T08:00:00.000Z' }))).toBe(true);
    expect(isToReview(aCaseRow({ ...closed, reviewed: '2026-10-02T08:00:00.000Z' }))).toBe(false);
    const rows = [aCaseRow({ reference: 'C-B', received: '2026-09-09T08:00:00.000Z' }), aCaseRow({ reference: 'C-A' })];
    expect(casesToReview(rows, { email: 'me@q.example', posts: ['head'] }).map(({ reference }) => reference)).toEqual(['C-A', 'C-B']);
  });
});

describe('B15: when a review is due', () => {
  const calendar = {
    nation: 'england and wales' as const,
    closures: [
      { from: '2026-10-26', to: '2026-10-30', name: 'Half term' },
      { from: '2026-12-21', to: '2027-01-01', name: 'Christmas' },
      { from: '2027-01-04', to: '2027-01-04', name: 'INSET' },
    ],
  };

  test.each([
    ['2026-09-07', 'half term', '2026-10-23'],
    ['2026-09-07', 'term', '2026-12-18'],
    ['2026-10-23', 'half term', '2026-12-18'],
    // Signed a few days early, the holiday that follows does not ask again.
    ['2026-10-20', 'half term', '2026-12-18'],
    // No holidays are entered: seven weeks.
    ['2027-01-05', 'half term', '2027-02-23'],
  ] as const)('last on %s, every %s: by %s', (last, every, due) => {
    expect(reviewDue(last, every, calendar)).toBe(due);
  });

  test('it is always a school day, after the last review, and never further off than two half terms or terms', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 700 }), fc.constantFrom('half term' as const, 'term' as const), (days, every) => {
        const last = addDays('2026-09-01', days);
        const due = reviewDue(last, every, calendar);
        expect(isSchoolDay(due, calendar)).toBe(true);
        expect(daysBetween(last, due)).toBeGreaterThanOrEqual(7);
        expect(daysBetween(last, due)).toBeLessThanOrEqual((every === 'term' ? 28 : 14) * 7 + 20);
      }),
    );
  });
});

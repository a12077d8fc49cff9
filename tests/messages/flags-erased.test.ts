import { expect, test } from '@jest/globals';
import type { Keeping } from '../../src/incidents/keeping/see-keeping.ts';
import type { FlagList } from '../../src/messages/dispositions/list-flags.ts';
import type { Disposition } from '../../src/messages/flag.ts';
import type { Json } from '../../src/records/canonical.ts';
import { faultSweep } from '../support/fault-sweep.ts';
import { flagged, withFlags } from '../support/flags.ts';
import { allowDeleting, aMonitoredSchool, mailFrom } from '../support/mail.ts';
import { addToLog } from '../support/old-log.ts';
import { aSchool, type SchoolUnderTest } from '../support/school.ts';
import { newKey } from '../support/working.ts';

/** Flags without a case are erased by two people, and in no other way (B21, rule 15). */

const { people } = aSchool();
const { dsl, deputy, head, chair, office, pupil } = people;
const WHY = { why: 'Its time is over' };

function press(school: SchoolUnderTest, who: string, door: string, input: Record<string, unknown>) {
  school.workspace.clock.pass(10_000);
  return school.as(who).call(door, { key: newKey(), ...input });
}

function list(school: SchoolUnderTest, who: string = dsl): FlagList {
  school.workspace.clock.pass(10_000);
  return school.as(who).get<FlagList>('listFlags', {});
}

function settle(school: SchoolUnderTest, flags: readonly string[], disposition: Disposition = 'not a concern', who: string = dsl): void {
  for (const flag of flags) expect(press(school, who, 'disposeFlag', { flag, disposition, was: '' })).toMatchObject({ ok: true });
}

const ids = ({ lines }: FlagList) => lines.map(({ flag }) => flag);

function withSome(...flags: ReturnType<typeof flagged>[]): SchoolUnderTest {
  const school = aSchool();
  withFlags(school, flags);
  return school;
}

const inRecords = (school: SchoolUnderTest) => JSON.stringify(school.workspace.data.spreadsheets);

const SAID = 'Have you seen quillhaven spotted today? The swimming lesson is on it.';
const OWN_RULE = { phrases: 'quillhaven spotted', category: 'bullying', severity: 1, why: 'Pupils are mocked there' };

/** A mail that was flagged low and settled, with its copy in the safeguarding mailbox, beside another flag. */
function withAMail(): { school: SchoolUnderTest; flag: string } {
  const school = aMonitoredSchool('journal');
  const { version } = school.as(dsl).get<{ version: string }>('readMonitoring', {});
  expect(press(school, dsl, 'addOwnRule', { ...OWN_RULE, version })).toMatchObject({ ok: true });
  withFlags(school, [flagged('M-STAY22')]);
  school.workspace.mail.receive(mailFrom('someone@example.org', pupil, SAID));
  school.pass(10);
  const flag = ids(list(school)).find((each) => each !== 'M-STAY22') ?? '';
  settle(school, [flag, 'M-STAY22']);
  return { school, flag };
}

const copies = (school: SchoolUnderTest) =>
  school.workspace.mail
    .mailbox(office)
    .search('from:someone@example.org in:anywhere')
    .map(({ labelIds }) => (labelIds.includes('TRASH') ? 'bin' : 'there'));

test.each([
  ['for good', true, []],
  ['into the bin, which the page says', false, ['bin']],
] as const)('B21: what one asked for and another approved goes from records and page, and the mailbox’s copy %s', (_, mayDelete, left) => {
  const { school, flag } = withAMail();
  if (mayDelete) allowDeleting(school);
  expect(list(school).byCategory).toMatchObject([{ settled: 2 }]);
  expect(press(school, dsl, 'askFlagErasure', { flags: [flag], ...WHY })).toMatchObject({ ok: true, value: { flags: [flag] } });
  school.pass(30);
  expect([ids(list(school)).length, copies(school)]).toEqual([2, ['there']]);
  expect(list(school, deputy).erasures).toMatchObject([{ flags: [flag], lines: [{ flag }], isMine: false, ...WHY }]);
  expect(press(school, deputy, 'approveFlagErasure', { flags: [flag] })).toMatchObject({ ok: true });
  school.pass(60);
  const after = list(school);
  expect([ids(after), copies(school), after.inBin, after.erasures]).toEqual([['M-STAY22'], left, mayDelete ? 0 : 1, []]);
  expect(after.byCategory).toMatchObject([{ settled: 1 }]);
  expect(inRecords(school)).not.toContain(SAID);
  expect(inRecords(school)).toContain('What M-STAY22 said');
  expect(school.history()).toBe('unbroken');
  school.workspace.clock.pass(10_000);
  expect(school.as(dsl).get<Keeping>('seeKeeping', { reference: '' }).leftovers).toEqual([]);
});

test('B21: nobody approves what they asked for; refused, it stays and can be asked for again; what was said of it stands meanwhile', () => {
  const school = withSome(flagged('M-TWOP22'));
  const flags = ['M-TWOP22'];
  expect(press(school, dsl, 'askFlagErasure', { flags, ...WHY })).toMatchObject({ ok: false, code: 'still-waiting' });
  settle(school, flags);
  expect(list(school).lines).toMatchObject([{ mayBeErased: true, isErasing: false, erasure: '' }]);
  expect(press(school, dsl, 'askFlagErasure', { flags, why: ' ' })).toMatchObject({ ok: false, field: 'why' });
  expect(press(school, dsl, 'askFlagErasure', { flags, ...WHY })).toMatchObject({ ok: true });
  expect(press(school, deputy, 'askFlagErasure', { flags, ...WHY })).toMatchObject({ ok: false, code: 'erasure-asked' });
  expect(press(school, dsl, 'disposeFlag', { flag: 'M-TWOP22', disposition: '', was: 'not a concern' })).toMatchObject({ ok: false, code: 'erasure-asked' });
  expect(press(school, dsl, 'approveFlagErasure', { flags })).toMatchObject({ ok: false, code: 'same-person' });
  expect(press(school, deputy, 'refuseFlagErasure', { flags, why: 'An inquiry' })).toMatchObject({ ok: true });
  expect(list(school).lines).toMatchObject([{ mayBeErased: true, isErasing: false, erasure: expect.stringContaining('An inquiry') }]);
  expect(press(school, deputy, 'askFlagErasure', { flags, ...WHY })).toMatchObject({ ok: true });
  expect(press(school, deputy, 'refuseFlagErasure', { flags, why: 'By mistake' })).toMatchObject({ ok: true });
  school.pass(60);
  expect(ids(list(school))).toEqual(flags);
});

test('B5: nobody sees, asks for or decides the erasure of a flag that names them; of several that are asked for, all or none', () => {
  const school = withSome(flagged('M-DEPU22', { named: [deputy] }), flagged('M-OPEN22'));
  settle(school, ['M-DEPU22', 'M-OPEN22']);
  const none = press(school, deputy, 'askFlagErasure', { flags: ['M-NONE22'], ...WHY });
  expect(press(school, deputy, 'askFlagErasure', { flags: ['M-OPEN22', 'M-DEPU22'], ...WHY })).toEqual(none);
  expect(list(school).lines.map(({ isErasing }) => isErasing)).toEqual([false, false]);
  expect(press(school, dsl, 'askFlagErasure', { flags: ['M-DEPU22'], ...WHY })).toMatchObject({ ok: true });
  expect(list(school, deputy)).toMatchObject({ erasures: [], old: [], inBin: 0 });
  for (const door of ['approveFlagErasure', 'refuseFlagErasure']) {
    expect(press(school, deputy, door, { flags: ['M-DEPU22'], ...WHY })).toMatchObject({ ok: false, code: 'no-such-flag' });
  }
  expect(inRecords(school)).not.toContain('leftovers-M-DEPU22');
  // The headteacher may decide without having it before them.
  expect(list(school, head)).toMatchObject({ lines: [], erasures: [{ flags: ['M-DEPU22'], lines: [] }] });
  expect(press(school, head, 'approveFlagErasure', { flags: ['M-DEPU22'] })).toMatchObject({ ok: true });
});

test('B5: a flag about the DSL is the headteacher’s; the chair is the second person, and the DSL learns nothing', () => {
  const school = withSome(flagged('M-ABOU22', { lane: 'dsl-concern', named: [dsl] }));
  settle(school, ['M-ABOU22'], 'real', head);
  expect(press(school, head, 'askFlagErasure', { flags: ['M-ABOU22'], ...WHY })).toMatchObject({ ok: true });
  expect(press(school, dsl, 'approveFlagErasure', { flags: ['M-ABOU22'] })).toMatchObject({ ok: false, code: 'no-such-flag' });
  expect(list(school, dsl)).toMatchObject({ lines: [], erasures: [] });
  expect(press(school, chair, 'approveFlagErasure', { flags: ['M-ABOU22'] })).toMatchObject({ ok: true });
});

test('B21: one with a case is erased with its case, and not by itself', () => {
  const school = withSome(flagged('M-CASE22', { reference: 'C-CASE22', severity: 2 }));
  settle(school, ['M-CASE22']);
  expect(list(school).lines).toMatchObject([{ mayBeErased: false }]);
  expect(press(school, dsl, 'askFlagErasure', { flags: ['M-CASE22'], ...WHY })).toMatchObject({ ok: false, code: 'has-case' });
});

test('B21: what was settled more than a year ago is asked for fifty at a press, approved with one, and then gone; the rest stays', () => {
  const school = aSchool();
  const settledAt = (at: string, flag: string) => ({
    at,
    events: [
      { action: 'message flagged', subject: flag, payload: flagged(flag) as unknown as Json },
      { action: 'message disposed', subject: flag, payload: { flag, disposition: 'known' } },
    ],
  });
  const old = Array.from({ length: 53 }, (_, index) => settledAt('2025-09-01T08:00:00.000Z', `M-OLDS${index}`));
  addToLog(school, [...old, settledAt('2025-09-20T08:00:00.000Z', 'M-YOUN22')]);
  withFlags(school, [flagged('M-WAIT22')]);
  const before = list(school);
  const flags = before.old.map(({ flag }) => flag);
  expect([flags.length, before.oldTotal, flags.includes('M-YOUN22')]).toEqual([50, 53, false]);
  expect(press(school, dsl, 'askFlagErasure', { flags: [...flags, 'M-YOUN22'], ...WHY })).toMatchObject({ ok: false });
  expect(press(school, dsl, 'askFlagErasure', { flags, ...WHY })).toMatchObject({ ok: true });
  const [asked, ...others] = list(school, deputy).erasures;
  expect([asked?.flags.length, others, list(school).oldTotal]).toEqual([50, [], 3]);
  expect(school.workspace.mail.mailbox(deputy).search('subject:"waiting for your decision"')).toHaveLength(1);
  expect(press(school, deputy, 'approveFlagErasure', { flags: asked?.flags })).toMatchObject({ ok: true });
  school.pass(90);
  expect(list(school)).toMatchObject({ total: 5, oldTotal: 3, waiting: 1 });
  for (const flag of flags) expect(inRecords(school)).not.toContain(`What ${flag} said`);
});

test('B21: whichever writing call of an approval fails, each is erased once, with the mailbox’s copy', () => {
  const { school: first, flag } = withAMail();
  allowDeleting(first);
  const flags = [flag, 'M-STAY22'];
  expect(press(first, dsl, 'askFlagErasure', { flags, ...WHY })).toMatchObject({ ok: true });
  const approve = { key: 'press-0001-of-flags-approved', flags };
  faultSweep<SchoolUnderTest>({
    arrange: () => first,
    clone: (school) => school.another(),
    tries: (call) => /batchUpdate/i.test(call),
    operation: (school, faults) => {
      const { run } = school.door(deputy, 'approveFlagErasure', approve, faults);
      if (!run) throw new Error('the door did not run');
      return run;
    },
    recover: (school) => {
      school.as(deputy).call('approveFlagErasure', approve);
      school.pass(20);
    },
    invariant: (school, where) => {
      const done = school.sheet('records', 'Journal').filter((row) => row.includes('erasure done')).length;
      const facts = { where, left: ids(list(school)), copies: copies(school), done, said: inRecords(school).includes(SAID) };
      expect({ ...facts, history: school.history() }).toEqual({ where, left: [], copies: [], done: 2, said: false, history: 'unbroken' });
    },
  });
});

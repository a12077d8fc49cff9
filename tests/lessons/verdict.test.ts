import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { CHECKS, type CheckId } from '../../src/lessons/checks/checks.ts';
import { standingsOf, verdictOf } from '../../src/lessons/checks/verdict.ts';
import { CONSIDERATIONS, type Consideration, type ConsiderationId } from '../../src/lessons/considerations.ts';
import { type CheckState, type Finding, STATES } from '../../src/lessons/finding.ts';
import { VERDICTS } from '../../src/lessons/lesson.ts';

const finding = (check: CheckId, state: CheckState): Finding => ({ check, consideration: CHECKS[check], state, by: 'office', words: '', mend: '' });
const ALL = CONSIDERATIONS.map(({ id }) => id);
const ALL_FINE = (Object.keys(CHECKS) as CheckId[]).map((check) => finding(check, 'fine'));
const OWN: Consideration = {
  id: 'own-1',
  source: 0,
  since: 1,
  group: 'start',
  title: 'Bell',
  tick: 'The bell is off.',
  byHand: 'The bell is off.',
  offered: false,
};
const LIST = [...CONSIDERATIONS, OWN];

const verdict = (findings: readonly Finding[], ticks: readonly ConsiderationId[], nevers: string[] = [], list: readonly Consideration[] = CONSIDERATIONS) =>
  verdictOf(standingsOf(list, findings, ticks, nevers));
const instead = (check: CheckId, state: CheckState) => ALL_FINE.map((each) => (each.check === check ? finding(check, state) : each));

describe('the verdict', () => {
  test('D1: everything fine and ticked is ready; not ticked, ready when ticked', () => {
    expect(verdict(ALL_FINE, ALL)).toBe('ready');
    expect(verdict(ALL_FINE, [])).toBe('ready when ticked');
    expect(verdict(ALL_FINE, ALL.slice(1))).toBe('ready');
    expect(verdict(ALL_FINE, ['consideration-9'])).toBe('ready when ticked');
  });

  test('D1: with nothing known it is not yet, until a person has looked at everything', () => {
    expect(verdict([], [])).toBe('not yet');
    expect(verdict([], ALL)).toBe('ready');
  });

  test.each(Object.keys(CHECKS) as CheckId[])('D1: %s that is not fine cannot be ticked away; never is never', (check) => {
    expect(verdict(instead(check, 'not fine'), ALL)).toBe('not yet');
    expect(verdict(instead(check, 'not fine'), ALL, [check])).toBe('do not start');
    expect(verdict(instead(check, 'never'), ALL)).toBe('do not start');
  });

  test.each(Object.keys(CHECKS) as CheckId[])('D1: %s that cannot be verified is not yet, until a person confirms it', (check) => {
    for (const state of ['cannot verify', 'a person must confirm'] as const) {
      expect(verdict(instead(check, state), [])).toBe('not yet');
      expect(
        verdict(
          instead(check, state),
          ALL.filter((id) => id !== CHECKS[check]),
        ),
      ).toBe('not yet');
      expect(verdict(instead(check, state), ALL)).toBe('ready');
      // What a school calls never is what is known to be wrong.
      expect(verdict(instead(check, state), ALL, [check])).toBe('ready');
    }
  });

  test('D1: the school’s own consideration is asked like the others', () => {
    expect(verdict(ALL_FINE, ALL, [], LIST)).toBe('ready when ticked');
    expect(verdict(ALL_FINE, [...ALL, 'own-1'], [], LIST)).toBe('ready');
  });
});

describe('whatever is found and ticked', () => {
  const findings = fc.array(
    fc.tuple(fc.constantFrom(...(Object.keys(CHECKS) as CheckId[])), fc.constantFrom(...STATES)).map(([check, state]) => finding(check, state)),
    { maxLength: 40 },
  );
  const ticks = fc.subarray<ConsiderationId>([...ALL, 'own-1', 'own-elsewhere', 'consideration-20']);
  const nevers = fc.subarray(Object.keys(CHECKS));

  test('D1: it is never ready while something is wrong, or is not known and nobody has said it', () =>
    fc.assert(
      fc.property(findings, ticks, nevers, (found, ticked, never) => {
        const isOpen = found.some(
          ({ state, consideration }) => state === 'never' || state === 'not fine' || (state !== 'fine' && !ticked.includes(consideration)),
        );
        if (isOpen) expect(['not yet', 'do not start']).toContain(verdict(found, ticked, never, LIST));
      }),
    ));

  test('D1: what is wrong is never hidden by something fine beside it', () =>
    fc.assert(
      fc.property(findings, (found) => {
        for (const { consideration, findings: own, state } of standingsOf(LIST, found, [], [])) {
          expect(own).toEqual(found.filter((each) => each.consideration === consideration.id));
          if (state === 'fine') expect(own.every((each) => each.state === 'fine')).toBe(true);
        }
      }),
    ));

  test('D1: one more tick never makes it worse', () =>
    fc.assert(
      fc.property(findings, ticks, ticks, nevers, (found, some, more, never) => {
        const rank = (ticked: ConsiderationId[]) => VERDICTS.indexOf(verdict(found, ticked, never, LIST));
        expect(rank([...some, ...more])).toBeLessThanOrEqual(rank(some));
      }),
    ));

  test('D1: a tick for what nobody asked does not count', () =>
    fc.assert(
      fc.property(findings, ticks, nevers, (found, ticked, never) => {
        const standings = standingsOf(LIST, found, ticked, never);
        const asked = standings.filter(({ ask }) => ask !== null).map(({ consideration }) => consideration.id);
        for (const { ask, isTicked } of standings) if (isTicked) expect(ask).not.toBeNull();
        expect(
          verdict(
            found,
            ticked.filter((id) => asked.includes(id)),
            never,
            LIST,
          ),
        ).toBe(verdictOf(standings));
      }),
    ));
});

import { expect, test } from '@jest/globals';
import { type GivenTicks, ticksThatHold, withTicks } from '../../src/lessons/checking/given-ticks.ts';
import { findInOffice, type OfficeKnowledge } from '../../src/lessons/checks/find-in-office.ts';
import { standingsOf } from '../../src/lessons/checks/verdict.ts';
import { CONSIDERATIONS, type ConsiderationId } from '../../src/lessons/considerations.ts';
import type { LessonFacts } from '../../src/lessons/lesson-facts.ts';
import { AISHA, BEN, TA, theOffice } from '../support/lesson-office.ts';
import { aLessonsFacts, guest } from '../support/lessons.ts';

const SECOND_ADULT = 'consideration-9';
const AGREEMENTS = 'consideration-14';
const PLACE = 'consideration-4';
const CHAT = 'consideration-12';
const ALL: ConsiderationId[] = [SECOND_ADULT, AGREEMENTS, PLACE, CHAT];

const WITH_ADULT = aLessonsFacts({ guests: [guest(AISHA.email), guest(BEN.email), guest(TA.email, 'accepted')] });

const standings = (facts: LessonFacts | null, office: Partial<OfficeKnowledge> = {}) =>
  standingsOf(CONSIDERATIONS, findInOffice(theOffice(facts, office)), [], []);
const none: GivenTicks = new Map();

test('D1: a tick stays as long as the same is found and asked, and can be taken back', () => {
  const before = standings(WITH_ADULT);
  const given = withTicks(none, ALL, true, before, '3A');
  expect(ticksThatHold(given, standings(WITH_ADULT), '3A').sort()).toEqual([...ALL].sort());
  expect(ticksThatHold(withTicks(given, [PLACE], false, before, '3A'), before, '3A')).not.toContain(PLACE);
});

test('D1: a tick to one sentence is no tick to another that comes in its place', () => {
  const given = withTicks(none, ALL, true, standings(WITH_ADULT), '3A');
  expect(ticksThatHold(given, standings(null), '3A')).toEqual([PLACE, CHAT]);
  expect(ticksThatHold(given, standings(WITH_ADULT), '3A')).toContain(SECOND_ADULT);
});

test('D1: what was ticked of one class is not so of another; how the call is set, and the place, are the same', () => {
  const given = withTicks(none, ALL, true, standings(WITH_ADULT), '3A');
  expect(ticksThatHold(given, standings(WITH_ADULT), '4B').sort()).toEqual([CHAT, PLACE]);
});

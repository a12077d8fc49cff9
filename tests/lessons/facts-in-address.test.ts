import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { attendedInAddress } from '../../src/lessons/attended-in-address.ts';
import { factsFrom, factsInAddress } from '../../src/lessons/facts-in-address.ts';
import { ANSWERS, type LessonFacts } from '../../src/lessons/lesson-facts.ts';
import { ACCESS, ON_OFF, WHO_MAY } from '../../src/lessons/meet/space.ts';
import { aLessonsFacts, guest } from '../support/lessons.ts';

const LONGEST = 6_000;
const classOf = (size: number) => Array.from({ length: size }, (_, at) => guest(`pupil.number${at}@quillhaven.example`));

const words = (maxLength: number) => fc.string({ unit: 'grapheme', maxLength }).filter(({ length }) => length <= maxLength);
const moment = fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true }).map((date) => date.toISOString());
const guests = fc.array(
  fc.record(
    { email: fc.emailAddress(), answer: fc.constantFrom(...ANSWERS), isResource: fc.boolean(), brings: fc.nat(9) },
    { requiredKeys: ['email', 'answer', 'isResource'] },
  ),
  { maxLength: 12 },
);
const facts: fc.Arbitrary<LessonFacts> = fc.record({
  ...{ version: fc.constant(1 as const), at: moment, calendarId: words(60), eventId: words(60), seriesId: words(60), organizer: fc.emailAddress() },
  event: fc.option(
    fc.record(
      {
        title: words(100),
        start: moment,
        end: moment,
        isAllDay: fc.boolean(),
        isCancelled: fc.boolean(),
        anyoneCanAddSelf: fc.boolean(),
        guestsCanInvite: fc.boolean(),
      },
      { requiredKeys: ['title', 'start', 'end', 'isAllDay', 'isCancelled'] },
    ),
  ),
  ...{ guests: fc.option(guests), guestsLeftOut: fc.nat(100) },
  conference: fc.record({ kind: fc.constantFrom('meet' as const, 'other' as const, 'none' as const, 'hidden' as const), code: words(20), name: words(20) }),
  callLinks: fc.option(fc.array(words(20), { maxLength: 5 })),
  space: fc.oneof(
    fc.record({
      state: fc.constant('read' as const),
      name: words(30),
      config: fc.record(
        { accessType: fc.constantFrom(...ACCESS), moderation: fc.constantFrom(...ON_OFF), chat: fc.constantFrom(...WHO_MAY) },
        { requiredKeys: [] },
      ),
    }),
    fc.record({ state: fc.constantFrom('not the owner' as const, 'no right' as const, 'gone' as const, 'no answer' as const) }),
  ),
});

describe('facts in an address', () => {
  test('D1: they come back as they were, encoded or not, with a # or without', () =>
    fc.assert(
      fc.property(facts, (known) => {
        const fragment = factsInAddress(known);
        if (fragment.length > LONGEST) return;
        const read = factsFrom(fragment);
        if (read === null || read === 'unreadable') throw new Error(String(read));
        if (read.guestsLeftOut === known.guestsLeftOut) expect(read).toEqual(known);
        expect(factsFrom(`#${fragment}`)).toEqual(read);
        expect(factsFrom(`facts=${decodeURIComponent(fragment.slice('facts='.length))}`)).toEqual(read);
      }),
    ));

  test('D1: a class of 35 and its adults fit whole', () => {
    const known = aLessonsFacts({ guests: classOf(38) });
    expect(factsInAddress(known).length).toBeLessThanOrEqual(LONGEST);
    expect(factsFrom(factsInAddress(known))).toEqual(known);
  });

  test('D1: of more guests the last are counted, and whoever is from outside is named among the first', () => {
    const fragment = factsInAddress(aLessonsFacts({ guests: [...classOf(250), guest('a.friend@example.org')] }));
    expect(fragment.length).toBeLessThanOrEqual(LONGEST);
    expect(fragment.length).toBeGreaterThan(LONGEST - 300);
    const read = factsFrom(fragment) as LessonFacts;
    expect((read.guests?.length ?? 0) + read.guestsLeftOut).toBe(251);
    expect(read.guests?.[0]?.email).toBe('a.friend@example.org');
    expect(read.guestsLeftOut).toBeGreaterThan(0);
  });

  test('D1: the same guests in another order count the same', () => {
    const length = (guests: LessonFacts['guests']) => (factsFrom(factsInAddress(aLessonsFacts({ guests }))) as LessonFacts).guestsLeftOut;
    expect(length(classOf(200).reverse())).toBe(length(classOf(200)));
  });

  test('D1: who was there, behind the facts, does not get in their way', () => {
    const known = aLessonsFacts();
    expect(factsFrom(factsInAddress(known) + attendedInAddress([{ name: 'Amira Khan', kind: 'signed in', minutes: 40 }]))).toEqual(known);
  });
});

describe('what is no facts', () => {
  test.each(['', '#', '#part-2', 'fact={}', 'x&facts={}'])('D1: “%s” says nothing', (fragment) => expect(factsFrom(fragment)).toBeNull());

  const written = (facts: unknown) => `facts=${encodeURIComponent(JSON.stringify(facts))}`;
  const broken: [what: string, facts: unknown][] = [
    ['another version', { ...aLessonsFacts(), version: 2 }],
    ['a missing part', { ...aLessonsFacts(), guests: undefined }],
    ['a guest without an answer', aLessonsFacts({ guests: [{ email: 'a@quillhaven.example', isResource: false } as never] })],
    ['a state of its own', { ...aLessonsFacts(), space: { state: 'fine' } }],
    ['a setting that is none', { ...aLessonsFacts(), space: { state: 'read', name: '', config: { accessType: 'SAFE' } } }],
    ['a time that is none', { ...aLessonsFacts(), at: 'now' }],
    ['more guests than any event has', aLessonsFacts({ guests: classOf(301) })],
    ['fewer than no guests', aLessonsFacts({ guestsLeftOut: -1 })],
    ['a list', []],
    ['null', null],
  ];
  test.each(broken)('D1: %s is refused', (_, said) => expect(factsFrom(written(said))).toBe('unreadable'));

  test('D1: any words are read or refused, and nothing breaks', () =>
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json(), fc.webFragments()), fc.boolean(), (text, isMarked) => {
        const read = factsFrom(isMarked ? `#facts=${text}` : text);
        expect(read === null || read === 'unreadable' || read.version === 1).toBe(true);
      }),
    ));

  test('D1: half a character, percent signs and a fragment cut off are no harm', () => {
    for (const text of ['#facts=%', '#facts=%E0%A4%A', '#facts={', `#${factsInAddress(aLessonsFacts()).slice(0, 100)}`])
      expect(factsFrom(text)).toBe('unreadable');
    const odd = aLessonsFacts({ event: { title: '100% \ud83c &attended', start: '', end: '', isAllDay: false, isCancelled: true } });
    expect(factsFrom(factsInAddress(odd))).toEqual(odd);
  });

  test('D1: what nobody asked for is left out', () => {
    const read = factsFrom(written({ ...aLessonsFacts(), verdict: 'ready', ticks: ['consideration-1'] }));
    expect(read).toEqual(aLessonsFacts());
  });
});

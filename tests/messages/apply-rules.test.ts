import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { USUAL_MONITORING } from '../../src/messages/monitoring.ts';
import { RULES } from '../../src/messages/rules/all.ts';
import { applyRules } from '../../src/messages/scoring/apply-rules.ts';
import { prepare } from '../../src/messages/scoring/prepare.ts';

const DAY = '2026-11-23';
const hits = (text: string, monitoring = USUAL_MONITORING, isHtml = false) =>
  applyRules(prepare({ subject: '', text, isHtml, from: '', to: '', sentAt: '' }), monitoring, DAY);
const flagging = (text: string, monitoring = USUAL_MONITORING) => hits(text, monitoring).filter(({ alone }) => alone);
const rulesMet = (text: string, monitoring = USUAL_MONITORING) => flagging(text, monitoring).map(({ rule }) => rule);

const THREATS = RULES.filter(({ alone, category }) => alone && category === 'threat').flatMap(({ finds }) => finds);
const HARMLESS = [
  'Year 5 museum visit: slips are due on Friday.',
  'whats the maths homework, my sheet got wet',
  'Choir is at lunch in the hall. Bring a drink!',
  'happy birthday, see you at the park later x',
  'Sir, may I have two more days for my essay? I was ill.',
  'The netball team won 7-1, well done all',
  'did u see that goal lol it was unreal',
  'Please find attached the minutes of the governors.',
];

test('C3: a hit holds the words as they were written, with a little around them', () => {
  const [hit] = flagging('see you at lunch then. im gonna ST4B you when you get off that bus, wait and see');
  expect(hit).toMatchObject({ rule: 'threat.to-kill', category: 'threat', severity: 3, against: '' });
  expect(hit?.words).toContain('gonna ST4B you when you get off');
});

test('C1: what speaks against a hit is told, and then it does not flag by itself', () => {
  const [hit] = hits('he said "I will kill you" in the play').filter(({ rule }) => rule === 'threat.to-kill');
  expect([hit?.alone, hit?.against]).toEqual([false, 'Somebody tells what somebody else said.']);
});

test('C1: a muted rule is silent up to its last day, and no longer', () => {
  const muted = (until: string) => ({ ...USUAL_MONITORING, mutes: [{ rule: 'scam.prize', why: 'a raffle', until }] });
  const text = 'You were chosen for a free phone giveaway, enter your card';
  expect([rulesMet(text), rulesMet(text, muted(DAY)), rulesMet(text, muted('2026-11-22'))]).toEqual([['scam.prize'], [], ['scam.prize']]);
});

test('C1: no mute silences a direct threat or somebody who tells of harm', () => {
  const mutes = RULES.map(({ id }) => ({ rule: id, why: 'noisy', until: '2027-07-01' }));
  const silenced = { ...USUAL_MONITORING, mutes };
  expect(rulesMet('i will stab all of you', silenced)).toEqual(['threat.to-kill']);
  expect(rulesMet('my stepdad hit me again', silenced)).toEqual(['disclosure.hit-at-home']);
  expect(RULES.filter(({ alone, category, isNeverMuted }) => alone && (category === 'threat' || category === 'disclosure') && !isNeverMuted)).toEqual([]);
});

test("C1: the school's own words flag, however they are spelt, until they are muted", () => {
  const own = [{ id: 'den', phrases: ['the red den'], category: 'drugs' as const, severity: 2 as const, why: 'a place', owner: 'DSL' }];
  const set = { ...USUAL_MONITORING, own };
  expect(hits('meet at THE  R3D D.E.N after', set)).toMatchObject([{ rule: 'own:den', category: 'drugs', severity: 2, alone: true }]);
  expect(hits('the redden sky', set)).toEqual([]);
  expect(hits('meet at the red den', { ...set, mutes: [{ rule: 'own:den', why: 'closed', until: DAY }] })).toEqual([]);
});

test('C1: what is passed on without a word of its own is looked at, and weighs less', () => {
  const passedOn = '---------- Forwarded message ---------\nFrom: A\nDate: Monday\nSubject: x\n\ni am going to strangle you';
  expect(flagging(passedOn)).toMatchObject([{ rule: 'threat.to-kill', severity: 2 }]);
  expect(flagging(`Please look at the timetable below, thank you\n${passedOn}`)).toEqual([]);
});

test('C1: case, spacing and quoting make no flag', () => {
  const spelt = fc.constantFrom<(text: string) => string>(
    (text) => text.toUpperCase(),
    (text) => text.replace(/ /g, '  '),
    (text) => text.replace(/ /g, '\n'),
    (text) => `"${text}"`,
    (text) => `> ${text}`,
    (text) => `${text}\n\nOn Mon, 7 Sep 2026 at 09:00, Ada Pell <a.pell@quillhaven.example> wrote:\n> ${THREATS[0] ?? ''}`,
  );
  fc.assert(fc.property(fc.constantFrom(...HARMLESS), spelt, (text, spell) => expect(flagging(spell(text))).toEqual([])));
});

test('C1: a harmless sentence before or after a threat does not take it away', () => {
  fc.assert(
    fc.property(fc.constantFrom(...THREATS), fc.constantFrom(...HARMLESS), fc.boolean(), (threat, harmless, isFirst) => {
      expect(rulesMet(isFirst ? `${harmless}\n${threat}` : `${threat}. ${harmless}`)).toEqual(expect.arrayContaining(rulesMet(threat)));
    }),
  );
});

const KB100 = 100_000;
test.each([
  'a',
  '<',
  '>\n',
  '> ',
  'a ',
  'i will kill ',
  "'a ",
  '"a ',
  '*',
  'f*',
  '@1',
  '\ud83d',
  'а',
  'a̷',
  '&#',
  '<!--',
  '<style>',
  'On 1 wrote:\n',
  'From: \n',
  'you are so so ',
  'k.',
])(
  'C1: a hundred kilobytes of %j end, and nothing is thrown',
  (piece) => {
    const text = piece.repeat(KB100 / piece.length);
    for (const isHtml of [false, true]) expect(Array.isArray(hits(text, USUAL_MONITORING, isHtml))).toBe(true);
  },
  5000,
);

test('C1: a lesson, a match or a game that is named beside it hides no direct threat', () => {
  const threats = ['i am going to stab you', 'we will batter you', 'i will break your jaw', 'youre dead'];
  const school = [
    'after the lesson',
    'after football',
    'when you get off xbox',
    'by the bins',
    'before the prom',
    'after assembly',
    'after the mocks',
    'i swear',
  ];
  for (const threat of threats) {
    for (const beside of school) {
      const isGrave = flagging(`${threat} ${beside}`).some(({ category, severity }) => category === 'threat' && severity === 3);
      expect([threat, beside, isGrave]).toEqual([threat, beside, true]);
    }
  }
});

test('C1: whoever says outright that they mean to end their life is heard, whatever else they name', () => {
  const said = ['im going to kill myself', 'i dont want to be alive any more', 'i took all the tablets', 'ive decided to end it'];
  const beside = ['after football', 'sorry about the essay miss', 'because of the lessons', 'when i get home from training', 'please dont tell anyone'];
  for (const words of said) for (const more of beside) expect([words, more, rulesMet(`${words} ${more}`).length > 0]).toEqual([words, more, true]);
});

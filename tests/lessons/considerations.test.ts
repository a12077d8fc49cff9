import { describe, expect, test } from '@jest/globals';
import { CHECKS } from '../../src/lessons/checks/checks.ts';
import { CONSIDERATIONS, type Consideration, GROUPS, LIST_VERSION } from '../../src/lessons/considerations.ts';

const saidBy = ({ title, tick, byHand }: Consideration) => `${title}. ${tick ?? ''} ${byHand}`;
const sentencesIn = (text: string) => text.split(/(?<=[.:])\s+/).filter((sentence) => sentence !== '');

/** What the list on file asks under each number, in a few words of ours. */
const ASKED: [source: number, about: RegExp[]][] = [
  [1, [/account of this school/, /link nowhere else/]],
  [2, [/school approved/]],
  [3, [/device/, /internet/, /quiet place/]],
  [4, [/bedroom/, /private in view/, /my own/i]],
  [5, [/private window/, /without signing in/]],
  [6, [/host controls/, /as the school wants/]],
  [7, [/extra needs/, /plan/]],
  [8, [/present/, /sharing the screen is off/]],
  [9, [/second adult/, /colleague knows/]],
  [10, [/time/, /no more live lessons this week/]],
  [11, [/who is there/, /goes wrong/, /record this lesson/]],
  [12, [/chat/, /when I am not there/]],
  [13, [/more than one pupil/i, /senior leader approved/]],
  [14, [/remind/, /signed/]],
  [15, [/report a worry/, /from home/]],
  [16, [/whether it is recorded/, /nobody else may record/]],
  [17, [/ask a question/, /get help/]],
  [18, [/ground rules/, /speak/]],
  [19, [/know how to use/, /safe/, /helps pupils learn/]],
];

describe('the considerations', () => {
  test('D1: nineteen are on file, each number once; nobody claims a twentieth', () => {
    expect(CONSIDERATIONS.map(({ source }) => source).sort((a, b) => a - b)).toEqual(ASKED.map(([source]) => source));
    expect(CONSIDERATIONS).toHaveLength(19);
    for (const { id, source, since } of CONSIDERATIONS) {
      expect(id).toBe(`consideration-${source}`);
      expect(since).toBeLessThanOrEqual(LIST_VERSION);
    }
  });

  test.each(ASKED)('D1: number %i asks what the list asks under it', (source, about) => {
    const own = CONSIDERATIONS.filter((each) => each.source === source);
    for (const each of about) expect(own.map(saidBy).join('')).toMatch(each);
  });

  test('D1: they stand in the order in which a lesson goes', () => {
    const groups = CONSIDERATIONS.map(({ group }) => GROUPS.indexOf(group));
    expect(groups).toEqual([...groups].sort((a, b) => a - b));
    expect(new Set(groups).size).toBe(GROUPS.length);
  });

  test('D1: every check belongs to one of them', () => {
    const ids = CONSIDERATIONS.map(({ id }) => id);
    for (const id of Object.values(CHECKS)) expect(ids).toContain(id);
  });

  test('D1: a fine check is enough only where there is a check', () => {
    const checked: readonly string[] = Object.values(CHECKS);
    for (const { id, tick } of CONSIDERATIONS) if (tick === null) expect(checked).toContain(id);
  });

  test('D1: what can change from lesson to lesson is not offered from the last', () => {
    const offered = CONSIDERATIONS.filter((each) => each.offered).map(({ source }) => source);
    expect(offered.sort((a, b) => a - b)).toEqual([2, 3, 7, 15, 17, 18]);
  });

  test('D1: they are short: a tired teacher reads each in one breath', () => {
    for (const { title, tick, byHand } of CONSIDERATIONS) {
      expect(title.length).toBeLessThanOrEqual(40);
      for (const text of [tick ?? '', byHand]) {
        expect(text.length).toBeLessThanOrEqual(140);
        for (const sentence of sentencesIn(text)) expect(sentence.split(' ').length).toBeLessThanOrEqual(22);
      }
    }
  });

  test('D1: what is ticked by hand says what is ticked always too', () => {
    for (const { tick, byHand, source } of CONSIDERATIONS)
      if (tick !== null) for (const about of ASKED.find(([each]) => each === source)?.[1] ?? []) if (about.test(tick)) expect(byHand).toMatch(about);
  });
});

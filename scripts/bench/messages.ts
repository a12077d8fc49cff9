import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Profanity } from '@2toad/profanity';
import { Filter } from 'bad-words';
import { englishDataset, englishRecommendedTransformers, RegExpMatcher } from 'obscenity';
import { USUAL_MONITORING } from '../../src/messages/monitoring.ts';
import { modelFrom } from '../../src/messages/scoring/model.ts';
import { score } from '../../src/messages/scoring/score.ts';
import type { Bench, Row } from './bench.ts';

const TOP = resolve(import.meta.dirname, '../..');
/** Development messages that are not part of the project; without them only the speed is measured. */
const SETS = resolve(TOP, '../shared/data/messages');
const TIMED = 2_000;

interface Example {
  text: string;
  flag: boolean;
}

/** Flag rules beside word lists, over the same messages in one run: how quick, and what each finds. */
export const messages: Bench = { title: 'Messages: scored beside word-list libraries (default settings)', run: async () => measured() };

function measured(): Row[] {
  const timed = examplesIn(resolve(TOP, 'training/birch.jsonl'))
    .concat(examplesIn(resolve(TOP, 'training/ash.jsonl')))
    .slice(0, TIMED);
  return Object.entries(tools()).map(([tool, flags]) => ({ tool, ...speedOf(flags, timed), ...qualityOf(flags) }));
}

type Flags = (text: string) => boolean;

function tools(): Record<string, Flags> {
  const model = modelFrom(readFileSync(resolve(TOP, 'src/messages/scoring/weights.txt'), 'utf8'));
  const obscenity = new RegExpMatcher({ ...englishDataset.build(), ...englishRecommendedTransformers });
  const badWords = new Filter();
  const profanity = new Profanity();
  const handrail = (text: string, voices: typeof model | null) =>
    score({ subject: '', text, from: '', to: '', sentAt: '' }, { model: voices, monitoring: USUAL_MONITORING, now: '2026-09-07T08:00:00.000Z' }).flag;
  return {
    'Handrail: rules and model': (text) => handrail(text, model),
    'Handrail: rules alone': (text) => handrail(text, null),
    obscenity: (text) => obscenity.hasMatch(text),
    'bad-words': (text) => badWords.isProfane(text),
    '@2toad/profanity': (text) => profanity.exists(text),
  };
}

/** Milliseconds: of one message, and for each kilobyte of a letter of some kilobytes; in the middle and at the slow end. */
function speedOf(flags: Flags, timed: readonly Example[]): Row {
  for (const { text } of timed.slice(0, 200)) flags(text);
  const messages = timed.map(({ text }) => timeOf(flags, text));
  const letters = lettersOf(timed).map((text) => timeOf(flags, text) / (text.length / 1024));
  const all = messages.reduce((sum, ms) => sum + ms, 0);
  return {
    'messages a second': Math.round((1_000 * timed.length) / all),
    'ms a message, p95': at(0.95, messages),
    'ms a KB, median': at(0.5, letters),
    'ms a KB, p95': at(0.95, letters),
  };
}

function timeOf(flags: Flags, text: string): number {
  const began = performance.now();
  flags(text);
  return performance.now() - began;
}

/** Messages put one after the other into letters of two to four kilobytes. */
function lettersOf(timed: readonly Example[]): string[] {
  const letters: string[] = [];
  let letter = '';
  for (const { text } of timed) {
    letter += `${text}\n`;
    if (letter.length < 2048 + 512 * (letters.length % 5)) continue;
    letters.push(letter);
    letter = '';
  }
  return letters;
}

function at(share: number, times: readonly number[]): number {
  const sorted = [...times].sort((one, other) => one - other);
  return Math.round((sorted[Math.floor(share * (sorted.length - 1))] ?? 0) * 1_000) / 1_000;
}

/** Percent; '' where the messages are not there. */
function qualityOf(flags: Flags): Row {
  return {
    'school: found': found(flags, 'school-dev', true),
    'school: false': found(flags, 'school-dev', false),
    'HateCheck: found': found(flags, 'hatecheck-dev', true),
    'HateCheck: false': found(flags, 'hatecheck-dev', false),
    'plays: false': found(flags, 'shakespeare-dev', false),
    'news: false': found(flags, 'onestop-dev', false),
  };
}

function found(flags: Flags, set: string, flag: boolean): string | number {
  const path = resolve(SETS, `${set}.jsonl`);
  if (!existsSync(path)) return '';
  const those = examplesIn(path).filter((example) => example.flag === flag);
  return Math.round((1_000 * those.filter(({ text }) => flags(text)).length) / those.length) / 10;
}

function examplesIn(path: string): Example[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Example);
}

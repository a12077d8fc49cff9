/** What a sentence is about when dangerous words are ordinary: a lesson, a game, a match, a training, a surprise. */
import { once } from '../../records/once.ts';
import { type Concept, wordsOf } from './concepts.ts';
import type { Weigh } from './make.ts';
import type { Place } from './place.ts';

/** The sentence is about one of these. Only the sentence counts: a harmless one beside it changes nothing. */
function about(concept: Concept, against: string, { least = 1, apart = WHEN } = {}): Weigh {
  const words = once((): ReadonlySet<string> => new Set(wordsOf(concept)));
  return ({ sentence }: Place) => (new Set(without(apart, sentence).filter((word) => words().has(word))).size >= least ? against : '');
}

/** "After the lesson", "in assembly": a time and a place of any school day, and not what a sentence is about. */
const WHEN =
  /\b(?:after|before|in|into|during|until|till|by|outside|at|from|since|over|next|last)(?: (?:the|this|that|these|those|my|your|our|their|his|her|all|every|first|last|next|year|double|end|of|a|\d+\w*)){0,3} (?:lessons?|assembly|exams?|mocks?|rehearsals?|drama|history|geography|biology|chemistry|physics|psychology|sociology|pshe|rse|debate|quiz|revision)\b/g;

/** "After football", "off the xbox": the same of matches and games. "At", "in" and "on" one the sentence may be about it. */
const AFTERWARDS =
  /\b(?:after|before|outside|from|until|till|off|leaving|since)(?: (?:the|this|that|my|your|our|next|last)){0,2} (?:football|training|practice|match|matches|game|games|netball|rugby|cricket|hockey|swimming|pe|xbox|playstation|ps5|fifa|fortnite|roblox|minecraft)\b/g;

function without(apart: RegExp, sentence: string): string[] {
  return sentence.replace(apart, ' ').split(' ');
}

export const ofALesson = about('lesson', 'It is about a lesson, a book or a play.');
export const mostlyOfALesson = about('lesson', 'It is about a lesson, a book or a play.', { least: 2 });

const TEXT =
  /\b(?:chapters?|poems?|novels?|scenes?|shakespeare|macbeth|romeo|juliet|paragraph|textbook|quotation|monologue|characters?|author|poet|literature|documentary|lyrics|plot|protagonist|metaphors?|themes?|steinbeck|dickens)\b/;
/** It is about what somebody wrote: homework, subjects and books to bring are named in threats too. */
export const ofAText: Weigh = ({ sentence }) => (TEXT.test(without(WHEN, sentence).join(' ')) ? 'It is about a text or a play.' : '');
export const ofAGame = about('game', 'It is about a game.');
export const ofSport = about('sport', 'It is about sport.');
/** For what is grave: a match that comes before or after is not what is meant. */
export const ofSportItself = about('sport', 'It is about sport.', { apart: AFTERWARDS });
export const ofAGameItself = about('game', 'It is about a game.', { apart: AFTERWARDS });
export const ofAwareness = about('awareness', 'It is about a training, a policy or a campaign.');
export const ofAwarenessItself = about('awareness', 'It is about a training, a policy or a campaign.', { apart: AFTERWARDS });

const SURPRISE =
  /\b(?:surprises?|birthday|party|present|presents|cake|christmas|secret santa|leaving card|card for|spoilers?|proposal|prom|anniversary|answers?|mothers day|fathers day|advent|pancakes?|decorations?)\b/;
/** A secret that will make somebody happy. */
export const ofASurprise: Weigh = ({ sentence, message }) =>
  SURPRISE.test(sentence) || (message.words.length < 60 && SURPRISE.test(message.plain)) ? 'It is about a surprise.' : '';

const LAUGH = /\b(?:haha|joking|kidding|only messing|banter|love you|legend|bestie)\b/;
/** Friends tease each other so; somebody who bullies laughs too. Weighs for what is mild only. */
export const teasing: Weigh = ({ sentence }) => (LAUGH.test(sentence) ? 'It may be teasing between friends.' : '');

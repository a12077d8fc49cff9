import { ukDate } from '../../school/calendar.ts';
import { ukTime, ukTimeOfDay } from '../../school/uk-time.ts';
import { attendedInAddress, MOST_ATTENDED } from '../attended-in-address.ts';
import { findFromFacts, type Wanted } from '../checks/find-from-facts.ts';
import { MAKE_SAFE } from '../checks/meet-checks.ts';
import { factsInAddress } from '../facts-in-address.ts';
import type { CheckState, Finding } from '../finding.ts';
import type { Allowed, LookedAt } from '../gather/look-at-event.ts';
import type { Attended } from '../lesson.ts';
import type { LessonFacts } from '../lesson-facts.ts';
import type { Pressed } from '../meet/make-it-safe.ts';
import { rightTo } from '../meet/rights.script.ts';
import { classroomOffer } from './classroom.card.ts';
import { makeSafeOffer, pressedSection, undoOffer } from './make-safe.card.ts';
import { allow, line, linkTo, plain, press, STATE_WORDS, section } from './parts.card.ts';

type Card = GoogleAppsScript.Card_Service.Card;
type Section = GoogleAppsScript.Card_Service.CardSection;

/** What a card is drawn for: the office's address, and what the school wants. */
export interface ForSchool {
  office: string;
  wanted: Wanted;
  /** ISO 8601, UTC. */
  now: string;
}

/** What a press on the card led to. */
export interface AfterPress {
  pressed?: Pressed;
  /** Who was in the call; null when Google did not say. */
  attended?: Attended[] | null;
}

/** What is wrong comes first. */
const ORDER: readonly CheckState[] = ['never', 'not fine', 'cannot verify', 'a person must confirm'];

/** What checks are about that may have the same reason: of a Meet whose settings Google does not tell, of a description nobody may read. */
const CHECK_WORDS: Readonly<Record<string, string>> = {
  'who-comes-in': 'Who comes in',
  'host-controls': 'host controls',
  presenting: 'sharing the screen',
  chat: 'chat',
  reactions: 'reactions',
  'attendance-report': 'report of who was there',
  recording: 'recording',
  transcript: 'transcript',
  'link-copied': 'The link',
  'other-call-links': 'links to other calls',
};

const ON_THE_PAGE =
  'Only the office knows these, and the checks page has them: a second adult, signed agreements, one-to-one approval, pupils with a plan, how often this week. What only you can see you tick there.';

/** The card of one event: what Google knows about the lesson (D1, D2), and the way to the checks page. */
export function eventCard(look: LookedAt, school: ForSchool, after: AfterPress = {}): Card {
  const { facts } = look;
  const told = after.pressed ? [pressedSection(after.pressed)] : [];
  if (facts.eventId === '') return shortCard(facts, school, 'Save this event first. Then open it again, and Handrail looks at it.');
  if (facts.event?.isCancelled) return shortCard(facts, school, 'This event was cancelled. There is nothing to check.', '', told);
  if (facts.conference.kind === 'none') {
    const words = 'Calendar shows no call in this event. If it is a live lesson all the same, say on the checks page where it is held.';
    return shortCard(facts, school, words, checksAddress(look, school), [...told, ...asking(look)]);
  }
  const findings = findFromFacts(facts, school.wanted);
  const sections = [
    ...told,
    ...afterLesson(facts, school, after),
    section(`${summary(findings)}${mended(findings)}`),
    ...oneGuest(facts),
    ...sectionOf('not fine', findings),
    ...makeSafeOffer(facts, school.wanted.profile),
    ...ORDER.filter((state) => state !== 'not fine').flatMap((state) => sectionOf(state, findings)),
    ...(look.why === '' ? [] : [section(plain(look.why))]),
    ...asking(look),
    section(ON_THE_PAGE).setHeader('On the checks page'),
    classroomOffer(),
    ...sectionOf('fine', findings),
    ...undoOffer(facts),
  ];
  return withFooter(headed(facts, sections), linkTo('Open my checks', checksAddress(look, school)), school);
}

/** Where the checks page opens with what was found. The facts stand behind `#`: no server and no filter logs them. */
export function checksAddress({ facts }: Pick<LookedAt, 'facts'>, { office }: ForSchool, attended?: readonly Attended[]): string {
  return `${office}?page=lesson#${factsInAddress(facts)}${attended ? attendedInAddress(attended) : ''}`;
}

/** What Google says about an event, in a line. Never "fine" for the lesson: what Google knows is not all. */
export function summary(findings: readonly Finding[]): string {
  const count = (state: CheckState) => findings.filter((each) => each.state === state).length;
  const [wrong, unknown] = [count('not fine') + count('never'), count('cannot verify') + count('a person must confirm')];
  const byHand = unknown === 0 ? '' : ` ${things(unknown)} to check by hand.`;
  if (wrong > 0) return `<b>${things(wrong)} ${wrong === 1 ? 'is' : 'are'} not fine.</b>${byHand}`;
  return unknown > 0
    ? `<b>${things(unknown)} to check by hand.</b> Nothing else was found wrong.`
    : '<b>What Google knows is fine.</b> The checks page asks the rest.';
}

/** The state of an event as a whole: the worst of what was found. */
export function worst(findings: readonly Finding[]): CheckState {
  return ORDER.find((state) => findings.some((each) => each.state === state)) ?? 'a person must confirm';
}

/** What has not been allowed and would help. */
export function asking({ calendar, meet }: Allowed): Section[] {
  const asked = [
    ...(calendar.state === 'not given' && calendar.address !== ''
      ? [allow('Allow Handrail to see what your events are called and when they are', calendar.address)]
      : []),
    ...(meet.state === 'not given' && meet.address !== '' ? [allow('Allow Handrail to read and set your Meets', meet.address)] : []),
  ];
  if (asked.length === 0) return [];
  return [asked.reduce((all, button) => all.addWidget(button), section('Handrail could say more. Google asks you first; everything else works without it.'))];
}

/** How much of what is wrong one press mends. */
function mended(findings: readonly Finding[]): string {
  const wrong = findings.filter(({ state }) => state === 'not fine');
  const some = wrong.filter(({ mend }) => mend === MAKE_SAFE).length;
  if (some === 0) return '';
  return some === wrong.length ? ` “Make safe” mends ${some === 1 ? 'it' : 'them'}.` : ` “Make safe” mends ${some} of them.`;
}

/** Who is a pupil, and what was approved, the sidebar cannot know: green below must not look like leave to start (D3). */
function oneGuest({ guests, organizer, calendarId }: LessonFacts): Section[] {
  const others = (guests ?? []).filter(({ email, answer, isResource }) => !isResource && answer !== 'declined' && email !== organizer && email !== calendarId);
  const words = 'Only one person is invited.</b> If it is a pupil, do not start before a senior leader has approved it. “Open my checks” says whether one has.';
  return others.length === 1 ? [section(`<b>${words}`)] : [];
}

function things(count: number): string {
  return count === 1 ? '1 thing' : `${count} things`;
}

/** Those of a state, what has the same reason as one; what is fine is folded away. */
function sectionOf(state: CheckState, findings: readonly Finding[]): Section[] {
  const own = findings.filter((each) => each.state === state);
  if (own.length === 0) return [];
  const alike = new Map<string, Finding[]>();
  for (const each of own) alike.set(each.words, [...(alike.get(each.words) ?? []), each]);
  const lines = [...alike.values()].map((group) => {
    const [{ words, mend } = { words: '', mend: '' }] = group;
    const titles = group.length > 1 ? group.map(({ check }) => CHECK_WORDS[check] ?? check) : [];
    // What "Make safe" mends is said once, with its button.
    return line(state, titles.join(', '), [plain(words), mend === MAKE_SAFE ? '' : plain(mend)].filter((text) => text !== '').join('<br>'));
  });
  const all = lines.reduce((filled, each) => filled.addWidget(each), CardService.newCardSection().setHeader(`${STATE_WORDS[state].words} (${own.length})`));
  return [state === 'fine' ? all.setCollapsible(true).setNumUncollapsibleWidgets(0) : all];
}

/** Who was in the call, for whoever wants the names on the log: an extra that the school switches on. */
function afterLesson(facts: LessonFacts, school: ForSchool, { attended }: AfterPress): Section[] {
  const { event, space, eventId } = facts;
  if (attended === null) return [section('Google did not say who was in the call. You can write it down on the checks page.')];
  if (attended?.length === 0) return [section('Google knows of nobody in the call. It keeps this for 30 days.')];
  if (attended) {
    const some = attended.length > MOST_ATTENDED ? ` The first ${MOST_ATTENDED} go with you.` : '';
    const words = `Google knows of ${attended.length} in the call, by name.${some}`;
    return [section(words).addWidget(linkTo('Open my checks with their names', checksAddress({ facts }, school, attended)))];
  }
  if (space.state !== 'read' || event === null || event.isAllDay || event.end > school.now) return [];
  const right = rightTo('attendance');
  if (right.state === 'not offered' || (right.state === 'not given' && right.address === '')) return [];
  const offer = section('This lesson is over.').setHeader('Afterwards');
  if (right.state === 'not given') return [offer.addWidget(allow('Allow Handrail to see who was in your Meets', right.address))];
  return [offer.addWidget(press('Who was there?', 'whoWasThere', { eventId, space: space.name }))];
}

function shortCard(facts: LessonFacts, school: ForSchool, words: string, checks = '', more: Section[] = []): Card {
  const open = checks === '' ? linkTo('My concerns and agreements', school.office) : linkTo('Open my checks', checks);
  return withFooter(headed(facts, [section(words), ...more]), open, school);
}

function headed({ event }: LessonFacts, sections: readonly Section[]) {
  const header = CardService.newCardHeader().setTitle(plain(event?.title || 'Before this lesson'));
  if (event) header.setSubtitle(when(event));
  return sections.reduce((card, each) => card.addSection(each), CardService.newCardBuilder().setName('lesson').setHeader(header));
}

function when({ start, end, isAllDay }: NonNullable<LessonFacts['event']>): string {
  return isAllDay ? `${ukDate(start)}, all day` : `${ukTime(start)} to ${ukTimeOfDay(end)}`;
}

function withFooter(card: GoogleAppsScript.Card_Service.CardBuilder, primary: GoogleAppsScript.Card_Service.TextButton, { office }: ForSchool): Card {
  const footer = CardService.newFixedFooter()
    .setPrimaryButton(primary)
    .setSecondaryButton(linkTo('Raise a concern', `${office}?page=report`));
  return card.setFixedFooter(footer).build();
}

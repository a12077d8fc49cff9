import { ukTimeOfDay } from '../../school/uk-time.ts';
import { findFromFacts } from '../checks/find-from-facts.ts';
import type { Allowed, LookedAt } from '../gather/look-at-event.ts';
import { asking, checksAddress, type ForSchool, summary, worst } from './event.card.ts';
import { line, linkTo, plain, press, section } from './parts.card.ts';

type Section = GoogleAppsScript.Card_Service.CardSection;

/** So many lessons of a day are looked at: each takes three widgets of a card's hundred, and Google's time. */
export const MOST_LESSONS = 12;

/** What the person's calendar has for today. */
export interface Today extends Allowed {
  /** Null when Calendar may not be asked, or gave no answer. */
  lessons: readonly LookedAt[] | null;
  /** More than are shown. */
  more: number;
}

/** The card beside the calendar: today's lessons with what Google says of each, and the office's pages. */
export function homepageCard(today: Today, school: ForSchool): GoogleAppsScript.Card_Service.Card {
  const sections = [
    ...lessonsOf(today, school),
    ...asking(today),
    section('Worried about a child, a colleague or something online? Write it down now. It takes two minutes. In an emergency call 999.').addWidget(
      linkTo('My concerns and agreements', school.office),
    ),
  ];
  const report = linkTo('Raise a concern', `${school.office}?page=report`);
  return sections
    .reduce(
      (card, each) => card.addSection(each),
      CardService.newCardBuilder().setHeader(CardService.newCardHeader().setTitle(today.lessons === null ? 'Handrail' : 'Live lessons today')),
    )
    .setFixedFooter(CardService.newFixedFooter().setPrimaryButton(report))
    .build();
}

function lessonsOf({ lessons, more, calendar }: Today, school: ForSchool): Section[] {
  const checks = linkTo('Open my checks', `${school.office}?page=lesson`);
  if (lessons === null) {
    const why = calendar.state === 'given' ? 'Google Calendar gave no answer.' : 'Handrail does not see your calendar.';
    return [section(`${why} Open a lesson in the calendar to have it looked at, or go through the checks by yourself.`).addWidget(checks)];
  }
  if (lessons.length === 0) return [section('No event with a call is in your own calendar today.').addWidget(checks)];
  const each = lessons.map((look) => lessonOf(look, school));
  const rest = more === 0 ? [] : [section(`${more} more today: open them in the calendar.`)];
  // What is amiss is mostly the same for all: the API is off, or Google does not answer.
  const why = [...new Set(lessons.map((look) => look.why).filter((words) => words !== ''))].map((words) => section(plain(words)));
  return [...each, ...rest, ...why];
}

function lessonOf(look: LookedAt, school: ForSchool): Section {
  const { event, eventId } = look.facts;
  const findings = findFromFacts(look.facts, school.wanted);
  const title = plain(event?.title || 'Without a title');
  const isOver = event !== null && !event.isAllDay && event.end <= school.now;
  const time = event === null ? '' : event.isAllDay ? 'All day' : `${ukTimeOfDay(event.start)} to ${ukTimeOfDay(event.end)}${isOver ? ', over' : ''}`;
  return CardService.newCardSection()
    .addWidget(line(worst(findings), time, `<b>${title}</b><br>${summary(findings)}`))
    .addWidget(
      CardService.newButtonSet()
        .addButton(press('Look closer', 'showLesson', { eventId }, `Look closer: ${title}`))
        .addButton(linkTo('Open my checks', checksAddress(look, school), `Open my checks: ${title}`)),
    );
}

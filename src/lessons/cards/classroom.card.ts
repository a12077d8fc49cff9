import { type Course, materialFor } from '../classroom/material.ts';
import { MOST_COURSES } from '../classroom/materials.group.ts';
import type { InClass } from '../classroom/put-into-class.ts';
import type { Standing } from '../meet/rights.script.ts';
import { allow, linkTo, plain, press, section } from './parts.card.ts';

type Card = GoogleAppsScript.Card_Service.Card;
type Section = GoogleAppsScript.Card_Service.CardSection;

/** The way from a lesson's card to Classroom (D6). */
export function classroomOffer(): Section {
  return section().addWidget(press('Put the rules for pupils into Classroom', 'chooseClass', {}));
}

/** Google asks the person first. */
export function classroomRightCard(standing: Standing): Card {
  if (standing.state !== 'not given') return card(section('This school’s sidebar does not use Classroom.'));
  const words = 'Handrail can post the rules page for you. Google asks you first whether it may see your classes and post materials in them.';
  return card(section(words).addWidget(allow('Allow Handrail to post in your classes', standing.address)));
}

/** The classes to choose from. @param courses a sentence when Google did not say */
export function classesCard(courses: readonly Course[] | string): Card {
  if (typeof courses === 'string') return card(section(plain(courses)));
  if (courses.length === 0) return card(section('Google Classroom has no active class that you teach.'));
  const shown = courses.slice(0, MOST_COURSES);
  const all = shown.reduce((filled, { id, name, section: part }) => {
    const words = part === '' ? plain(name) : `${plain(name)}, ${plain(part)}`;
    return filled.addWidget(press(words, 'showClass', { courseId: id }));
  }, section('For which class? Nothing is posted yet.'));
  if (courses.length > shown.length) all.addWidget(CardService.newTextParagraph().setText(`These are your ${MOST_COURSES} newest classes.`));
  return card(all);
}

/** What would be posted, and the button that posts it. */
export function classCard(course: Course, office: string): Card {
  const { title, description } = materialFor(office, course);
  const words = [`<b>${title}</b>`, description, 'Links: the rules for pupils · telling us about a worry.'].join('<br>');
  const button = press('Post it now', 'postRules', { courseId: course.id }).setTextButtonStyle(CardService.TextButtonStyle.FILLED);
  const reach = 'All pupils of the class see it at once, under Classwork. You can take it out again.';
  return card(section(words).setHeader(`For ${plain(course.name)}`), section(reach).addWidget(button));
}

/** What became of a press. */
export function inClassCard({ id, name }: Course, { outcome, address, why }: InClass): Card {
  const result = section(words(plain(name))[outcome]);
  if (why !== '') result.addWidget(CardService.newTextParagraph().setText(plain(why)));
  if (address !== '') result.addWidget(linkTo('Open it in Classroom', address));
  const standing = outcome === 'posted' || outcome === 'there already' || outcome === 'a draft';
  if (standing) result.addWidget(press('Take it out again', 'removeRules', { courseId: id }));
  else result.addWidget(press(outcome === 'not known' ? 'Look again' : 'Back to the class', 'showClass', { courseId: id }));
  return card(result);
}

const words = (name: string): Readonly<Record<InClass['outcome'], string>> => ({
  posted: `<b>Posted.</b> It is in ${name}, under Classwork, and all pupils of the class see it.`,
  'there already': `<b>It is in ${name} already,</b> under Classwork. Nothing was posted a second time.`,
  'a draft': `<b>A draft of it is in ${name} already.</b> Pupils do not see it: publish it in Classroom, under Classwork, or take it out and post it here.`,
  'taken out': `<b>Taken out.</b> Pupils of ${name} do not see it any more.`,
  'not there': `<b>It is not in ${name}.</b> Nothing was changed.`,
  'not done': '<b>Nothing was changed.</b>',
  'not known': '<b>Handrail cannot say whether that was done.</b> Press again: it is never posted twice.',
});

function card(...sections: readonly Section[]): Card {
  const header = CardService.newCardHeader().setTitle('Rules in Classroom');
  return sections.reduce((all, each) => all.addSection(each), CardService.newCardBuilder().setName('classroom').setHeader(header)).build();
}

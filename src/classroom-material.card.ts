import { officeAddress } from './address.ts';
import { classCard, classesCard, classroomRightCard, inClassCard } from './lessons/cards/classroom.card.ts';
import { notConnected } from './lessons/cards/parts.card.ts';
import type { Course } from './lessons/classroom/material.ts';
import { coursesTaught } from './lessons/classroom/materials.group.ts';
import { courseOrWhy, putIntoClass, takeOutOfClass, tried } from './lessons/classroom/put-into-class.ts';
import { rightTo } from './lessons/meet/rights.script.ts';

type Card = GoogleAppsScript.Card_Service.Card;
type Answer = GoogleAppsScript.Card_Service.ActionResponse;

/** What Google passes with a press (docs/workspace/add-ons/concepts/event-objects.md). */
interface Press {
  commonEventObject?: { parameters?: Record<string, string> };
}

/** The classes of the teacher at the keyboard; whoever has one alone is asked no question. */
export function chooseClass(): Answer {
  const office = officeAddress();
  if (office === '') return pushed(notConnected());
  const right = rightTo('classroom');
  if (right.state !== 'given') return pushed(classroomRightCard(right));
  const courses = tried(coursesTaught);
  const [only, ...others] = typeof courses === 'string' ? [] : courses;
  return pushed(only && others.length === 0 ? classCard(only, office) : classesCard(courses));
}

/** What would be posted into a class. */
export function showClass(press: Press): Answer {
  return pushed(withCourse(press, (course) => classCard(course, officeAddress())));
}

/** Posts the rules for pupils and the way to report a worry into a class (D6). */
export function postRules(press: Press): Answer {
  return replaced(withCourse(press, (course) => inClassCard(course, putIntoClass(course, officeAddress()))));
}

/** Takes them out again. */
export function removeRules(press: Press): Answer {
  return replaced(withCourse(press, (course) => inClassCard(course, takeOutOfClass(course.id, officeAddress()))));
}

function withCourse({ commonEventObject }: Press, draw: (course: Course) => Card): Card {
  const course = courseOrWhy(commonEventObject?.parameters?.['courseId'] ?? '');
  return typeof course === 'string' ? classesCard(course) : draw(course);
}

function pushed(card: Card): Answer {
  return CardService.newActionResponseBuilder().setNavigation(CardService.newNavigation().pushCard(card)).build();
}

function replaced(card: Card): Answer {
  return CardService.newActionResponseBuilder().setNavigation(CardService.newNavigation().updateCard(card)).build();
}

import type { LessonFacts } from '../lesson-facts.ts';
import { done, planned, stillToDo } from '../meet/change-words.ts';
import { canBeUndone, type Pressed } from '../meet/make-it-safe.ts';
import { changesTo } from '../meet/make-safe.ts';
import { type MeetProfile, wantedConfig } from '../meet/space.ts';
import { plain, press, section } from './parts.card.ts';

type Section = GoogleAppsScript.Card_Service.CardSection;

/** What "Make safe" would change, and the press; for whoever does not own the Meet, who does. None when there is nothing to change or to say. */
export function makeSafeOffer(facts: LessonFacts, profile: MeetProfile): Section[] {
  const { space, conference, organizer, seriesId } = facts;
  if (conference.kind !== 'meet') return [];
  if (space.state === 'not the owner') {
    const owner =
      organizer === '' || organizer.endsWith('@group.calendar.google.com') ? 'whoever made this event' : `${plain(organizer)}, who made this event,`;
    return [section(`<b>Only its owner can make this Meet safe.</b> Ask ${owner} to open it and press “Make safe”.`)];
  }
  if (space.state !== 'read') return [];
  const changes = changesTo(space.config, wantedConfig(profile));
  if (changes.length === 0) return [];
  const reach = seriesId === '' ? 'every lesson on this link' : 'every lesson on this link: this one and the others of its series';
  const offer = section(`<b>“Make safe” sets:</b><br>${changes.map(planned).join('<br>')}`, `It changes ${reach}. You can undo it.`);
  return [offer.addWidget(button('Make safe', 'makeSafe', facts, space.name).setTextButtonStyle(CardService.TextButtonStyle.FILLED))];
}

/** The way back, as long as something is still as "Make safe" left it. */
export function undoOffer(facts: LessonFacts): Section[] {
  if (facts.space.state !== 'read') return [];
  const back = canBeUndone(facts.space.name, facts.space.config);
  if (back.length === 0) return [];
  const words = ['<b>“Undo” puts back how it was:</b>', ...back.map(planned)];
  if (back.some(({ part, to }) => part === 'moderation' && to === 'OFF'))
    words.push('Without host controls Google sets chat, sharing and reactions back as well.');
  return [section(words.join('<br>')).addWidget(button('Undo “Make safe”', 'undoMakeSafe', facts, facts.space.name))];
}

const MADE: Readonly<Record<Pressed['outcome'], string>> = {
  done: '<b>Done.</b> Google says that this Meet is now set so:',
  'nothing to do': '<b>It is as it should be already.</b> Nothing was changed.',
  'half done': '<b>Half done.</b> Google says that this was changed:',
  'not done': '<b>Nothing was changed.</b>',
  'not known': '<b>Handrail cannot say what was changed:</b> Google did not answer when it was asked again. Open the event again before you start.',
};

/** What became of a press, as Google said when it was asked again. */
export function pressedSection({ outcome, changed, missed, why }: Pressed): Section {
  const result = section([MADE[outcome], ...changed.map(done)].join('<br>'));
  if (missed.length > 0) {
    const open = [`<b>Not changed:</b>`, ...missed.map(stillToDo), 'Press again to finish, or set it in the call: Host controls.'];
    result.addWidget(CardService.newTextParagraph().setText(open.join('<br>')));
  }
  if (why !== '') result.addWidget(CardService.newTextParagraph().setText(plain(why)));
  return result;
}

function button(text: string, door: string, { eventId, conference }: LessonFacts, space: string) {
  return press(text, door, { space, code: conference.code, eventId });
}

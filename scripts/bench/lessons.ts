import type { Panel } from '../../local/apps-script/addon.ts';
import { people } from '../../local/school/staff.ts';
import { meetLink } from '../../local/workspace/calendars.ts';
import { aLiveLesson, type LiveLesson, widgetsOf } from '../../tests/support/live-lesson.ts';
import type { Bench, Row } from './bench.ts';

const GUESTS = Array.from({ length: 35 }, (_, at) => ({ email: `pupil${at}@quillhaven.example`, responseStatus: 'needsAction' as const }));

/** The sidebar as the teacher, against Google's thirty seconds: calls and modelled time until a card is drawn. */
export const lessons: Bench = {
  title: 'Live lessons: the sidebar’s cards',
  run: async () => {
    const lesson = aLiveLesson({ event: { attendees: GUESTS, recurrence: ['RRULE:FREQ=WEEKLY;BYDAY=MO'] }, sidebar: { with: ['attendance'] } });
    const first = `${lesson.eventId}_20260907T090000Z`;
    const context = { host: 'calendar', trigger: 'eventOpen', calendarId: people.teacher, eventId: first } as const;
    const card = lesson.open(first);
    const rows = [shown('homepage, 1 lesson', lesson.home()), shown('a lesson of a series, 35 guests', card)];
    const safe = lesson.press(card, 'Make safe', context);
    rows.push(shown('make safe', safe), shown('a lesson that is safe', lesson.open(first)), shown('undo', lesson.press(safe, 'Undo “Make safe”', context)));
    fill(lesson);
    rows.push(shown('homepage, 12 of 41 lessons', lesson.home()));
    lesson.workspace.clock.pass(10 * 3_600_000);
    return [...rows, shown('who was there', lesson.press(lesson.open(first), 'Who was there?', context))];
  },
};

function fill({ workspace }: LiveLesson): void {
  const calendar = workspace.calendars.primaryOf(people.teacher);
  if (!calendar) throw new Error('the teacher has no calendar');
  for (let at = 0; at < 40; at += 1) {
    const [start, end] = ['00', '45'].map((minute) => ({ dateTime: `2026-09-07T${10 + (at % 8)}:${minute}:00+01:00` }));
    workspace.calendars.addEvent(calendar, people.teacher, {
      summary: `Lesson ${at}`,
      start: start ?? {},
      end: end ?? {},
      attendees: GUESTS,
      ...meetLink(workspace.meet.newSpace({ owner: people.teacher })),
    });
  }
}

function shown(card: string, panel: Panel): Row {
  const run = 'run' in panel ? panel.run : undefined;
  const toGoogle = run?.calls.filter(({ name }) => /^(Calendar|UrlFetchApp|PropertiesService|Properties)\b/.test(name)).length ?? 0;
  return {
    card,
    'calls in all': run?.calls.length ?? 0,
    'of them to Google’s data': toGoogle,
    ms: run?.ms ?? 0,
    widgets: widgetsOf(panel),
    'how it ended': panel.kind,
  };
}

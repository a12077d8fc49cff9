import type { Context } from '../../local/apps-script/addon/event.ts';
import { eventObject } from '../../local/apps-script/addon/event.ts';
import { type CardClick, type Opening, openAddOn, type Panel, pressCardAction } from '../../local/apps-script/addon.ts';
import { authorize } from '../../local/apps-script/authorization.ts';
import { Card } from '../../local/apps-script/cards/card.ts';
import { execute, filesOf, type RunResult } from '../../local/apps-script/engine.ts';
import type { Fault } from '../../local/apps-script/faults.ts';
import { manifestOf } from '../../local/apps-script/manifest.ts';
import { installSidebar } from '../../local/school/install.ts';
import { people, quillhaven } from '../../local/school/quillhaven.ts';
import { meetLink } from '../../local/workspace/calendars.ts';
import type { CalendarEventData, ScriptFileData, SpaceConfigData, SpaceData } from '../../local/workspace/data.ts';
import type { Workspace } from '../../local/workspace/workspace.ts';
import { MONDAY } from './script.ts';
import { builtSidebar, type SidebarOptions } from './sidebar.ts';

export const OFFICE_ADDRESS = 'https://script.google.com/a/macros/quillhaven.example/s/abc/exec';

/** A lesson as a test wants it: 3A on Monday from ten to a quarter to eleven, the teacher's own, in a Meet that is as Google makes it. */
export interface LessonWanted {
  event?: Partial<CalendarEventData>;
  /** Settings of its Meet over the domain's own; false: it has none. */
  meet?: Partial<SpaceConfigData> | false;
  /** Whose calendar it is in, and whose Meet. */
  owner?: string;
  sidebar?: SidebarOptions;
  /** Changes the built sidebar. */
  files?(files: ScriptFileData[]): ScriptFileData[];
}

let school: Workspace | null = null;

/** A teacher's live lesson in the local Workspace, with the shipped sidebar beside the calendar. */
export function aLiveLesson({ event = {}, meet = {}, owner = people.teacher, sidebar = {}, files = (all) => all }: LessonWanted = {}): LiveLesson {
  school ??= withoutLessons();
  const workspace = school.cloneWhenTouched();
  const scriptId = installSidebar(workspace, files(builtSidebar(OFFICE_ADDRESS, people.office, sidebar)));
  authorize(workspace, scriptId, people.teacher);
  const calendar = workspace.calendars.primaryOf(owner);
  if (!calendar) throw new Error(`${owner} has no calendar`);
  const space = meet === false ? undefined : workspace.meet.newSpace({ owner, config: meet });
  const added = workspace.calendars.addEvent(calendar, owner, {
    summary: '3A Maths',
    start: { dateTime: '2026-09-07T10:00:00+01:00' },
    end: { dateTime: '2026-09-07T10:45:00+01:00' },
    attendees: [
      { email: owner, responseStatus: 'accepted' },
      { email: people.pupil, responseStatus: 'needsAction' },
    ],
    ...(space ? meetLink(space) : {}),
    ...event,
  });
  return new LiveLesson(workspace, scriptId, added.id, space?.id ?? '');
}

/** Quillhaven with empty calendars. */
function withoutLessons(): Workspace {
  const workspace = quillhaven(MONDAY);
  for (const calendar of Object.values(workspace.data.calendars)) calendar.events = {};
  return workspace;
}

export class LiveLesson {
  /** Whether Google asks for each right by itself. */
  granular = false;

  constructor(
    readonly workspace: Workspace,
    readonly scriptId: string,
    readonly eventId: string,
    private readonly spaceId: string,
  ) {}

  clone(): LiveLesson {
    return new LiveLesson(this.workspace.clone(), this.scriptId, this.eventId, this.spaceId);
  }

  get space(): SpaceData {
    const space = this.workspace.meet.space(this.spaceId);
    if (!space) throw new Error('the lesson has no Meet');
    return space;
  }

  get script() {
    const script = this.workspace.data.scripts[this.scriptId];
    if (!script) throw new Error('no sidebar');
    return script;
  }

  /** The card of the lesson as the teacher opens it; of one occurrence, or in somebody else's calendar, when that is given. */
  open(eventId = this.eventId, calendarId: string = people.teacher): Panel {
    return openAddOn(this.workspace, this.opening(this.opened(eventId, calendarId)));
  }

  /** The card that the sidebar draws for an event as Calendar may pass it. */
  cardFor(calendar: object): Panel {
    const event = { commonEventObject: { hostApp: 'CALENDAR', platform: 'WEB' }, calendar };
    const who = { active: people.teacher, effective: people.teacher };
    const run = execute(this.workspace, { scriptId: this.scriptId, kind: 'add-on', ...who, fn: 'openedEvent', args: [event] });
    if (!(run.value instanceof Card)) return { kind: 'error', message: run.error?.message ?? 'no card', run };
    return { kind: 'cards', stack: [run.value.$json()], run };
  }

  home(): Panel {
    return openAddOn(this.workspace, this.opening({ host: 'calendar', trigger: 'homepage' }));
  }

  /** Presses what bears the words. @throws when nothing does */
  press(panel: Panel, words: string, context: Context = this.opened(this.eventId)): Panel {
    if (panel.kind !== 'cards') throw new Error(JSON.stringify(panel).slice(0, 500));
    return pressCardAction(this.workspace, this.opening(context), panel.stack, clickOn(panel, words), {});
  }

  /** Runs the door behind a button, with faults. */
  runDoor(panel: Panel, words: string, faults: Fault[]): RunResult {
    const click = clickOn(panel, words);
    const parameters = Object.fromEntries((click.parameters ?? []).map(({ key, value }) => [key, value]));
    const manifest = manifestOf(filesOf(this.script, 'HEAD') ?? []);
    const event = eventObject(this.workspace, manifest, people.teacher, this.opened(this.eventId), 'WEB', { parameters, formInputs: {} });
    const request = {
      scriptId: this.scriptId,
      kind: 'add-on',
      active: people.teacher,
      effective: people.teacher,
      fn: click.function,
      args: [event],
      faults,
    } as const;
    return execute(this.workspace, request);
  }

  /** Takes back what the person allowed. */
  refuse(...scopes: string[]): void {
    const { grants } = this.script;
    grants[people.teacher] = (grants[people.teacher] ?? []).filter((scope) => !scopes.includes(scope.replace('https://www.googleapis.com/auth/', '')));
  }

  private opened(eventId: string, calendarId: string = people.teacher): Context {
    return { host: 'calendar', trigger: 'eventOpen', calendarId, eventId };
  }

  private opening(context: Context): Opening {
    return { scriptId: this.scriptId, visitor: people.teacher, context, granular: this.granular };
  }
}

/** Everything that the card on top says, in its order. */
export function wordsOf(panel: Panel): string {
  if (panel.kind !== 'cards') throw new Error(`no card: ${JSON.stringify({ ...panel, run: undefined })}`);
  const found: string[] = [];
  JSON.stringify(panel.stack[panel.stack.length - 1], (key, value) => {
    if (typeof value === 'string' && ['title', 'subtitle', 'header', 'topLabel', 'text', 'altText'].includes(key)) found.push(value.replace(/<[^>]*>/g, ' '));
    return value;
  });
  return found.join('\n').replace(/ +/g, ' ');
}

/** Where a button or link of the card on top leads. */
export function linkOf(panel: Panel, words: string): string {
  const link = buttonOf(panel, words)['onClick'] as { openLink?: { url: string } } | undefined;
  return link?.openLink?.url ?? '';
}

/** Widgets of the card on top: Google draws a hundred at most. */
export function widgetsOf(panel: Panel): number {
  if (panel.kind !== 'cards') return 0;
  const { sections = [] } = panel.stack[panel.stack.length - 1] as { sections?: { widgets: unknown[] }[] };
  return sections.reduce((sum, { widgets }) => sum + widgets.length, 0);
}

function clickOn(panel: Panel, words: string): CardClick {
  const click = (buttonOf(panel, words)['onClick'] as { action?: Omit<CardClick, 'kind'> } | undefined)?.action;
  if (!click) throw new Error(`"${words}" runs nothing`);
  return { kind: 'action', ...click };
}

function buttonOf(panel: Panel, words: string): Record<string, unknown> {
  const found: Record<string, unknown>[] = [];
  JSON.stringify(panel.kind === 'cards' ? panel.stack[panel.stack.length - 1] : panel, (_, value) => {
    if (value !== null && typeof value === 'object' && 'onClick' in value && [value.text, value.altText].includes(words)) found.push(value);
    return value;
  });
  const [first] = found;
  if (!first) throw new Error(`there is no "${words}" on the card: ${JSON.stringify({ ...panel, run: undefined }).slice(0, 3000)}`);
  return first;
}

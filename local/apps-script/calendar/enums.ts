import { Enumeration, LocalServed } from '../served.ts';

/** Names that stand for plain strings: `CalendarApp.EventColor.GREEN` is "10", `CalendarApp.Color.RED` is "#A32929". */
class NamedStrings extends LocalServed {
  constructor(
    readonly $name: string,
    values: Readonly<Record<string, string>>,
  ) {
    super();
    const names = Object.create(NamedStrings.prototype) as object;
    for (const [name, value] of Object.entries(values)) Object.defineProperty(names, name, { value });
    Object.setPrototypeOf(this, names);
  }
}

/** docs/apps-script/reference/calendar/color.md */
export const COLORS = new NamedStrings('Color', {
  BLUE: '#2952A3',
  BROWN: '#8D6F47',
  CHARCOAL: '#4E5D6C',
  CHESTNUT: '#865A5A',
  GRAY: '#5A6986',
  GREEN: '#0D7813',
  INDIGO: '#5229A3',
  LIME: '#528800',
  MUSTARD: '#88880E',
  OLIVE: '#6E6E41',
  ORANGE: '#BE6D00',
  PINK: '#B1365F',
  PLUM: '#705770',
  PURPLE: '#7A367A',
  RED: '#A32929',
  RED_ORANGE: '#B1440E',
  SEA_BLUE: '#29527A',
  SLATE: '#4A716C',
  TEAL: '#28754E',
  TURQOISE: '#1B887A',
  YELLOW: '#AB8B00',
});

/** docs/apps-script/reference/calendar/event-color.md: an index from 1 to 11 as a string. */
export const EVENT_COLORS = new NamedStrings('EventColor', {
  PALE_BLUE: '1',
  PALE_GREEN: '2',
  MAUVE: '3',
  PALE_RED: '4',
  YELLOW: '5',
  ORANGE: '6',
  CYAN: '7',
  GRAY: '8',
  BLUE: '9',
  GREEN: '10',
  RED: '11',
});

export const EVENT_TRANSPARENCIES = new Enumeration('EventTransparency', ['OPAQUE', 'TRANSPARENT']);
export const EVENT_TYPES = new Enumeration('EventType', ['DEFAULT', 'BIRTHDAY', 'FOCUS_TIME', 'FROM_GMAIL', 'OUT_OF_OFFICE', 'WORKING_LOCATION']);
export const GUEST_STATUSES = new Enumeration('GuestStatus', ['INVITED', 'MAYBE', 'NO', 'OWNER', 'YES']);
export const VISIBILITIES = new Enumeration('Visibility', ['CONFIDENTIAL', 'DEFAULT', 'PRIVATE', 'PUBLIC']);
/** docs/apps-script/reference/base/month.md */
export const MONTHS = new Enumeration('Month', 'JANUARY FEBRUARY MARCH APRIL MAY JUNE JULY AUGUST SEPTEMBER OCTOBER NOVEMBER DECEMBER'.split(' '));

/** The Calendar API's word for a guest's answer, and CalendarApp's. */
export const STATUS_OF = { needsAction: 'INVITED', tentative: 'MAYBE', declined: 'NO', accepted: 'YES' } as const;
export const RESPONSE_OF: Record<string, keyof typeof STATUS_OF> = { INVITED: 'needsAction', MAYBE: 'tentative', NO: 'declined', YES: 'accepted' };

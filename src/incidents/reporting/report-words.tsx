import type { FunctionComponent } from 'preact';
import type { About, Role } from '../concern.ts';
import type { Telling } from '../guidance.ts';
import { DangerNow, Emergency, PupilDangerNow, PupilEmergency } from './emergency.tsx';
import { GuidanceShown, PupilGuidanceShown } from './guidance-shown.tsx';
import { KindOptions, PupilKindOptions } from './kind-options.tsx';
import { WHY_NO_PICTURES } from './pictures.ts';

/** What the report page and its receipt say, by whom they speak to. */
export interface ReportWords {
  title: string;
  /** Behind "You began". */
  begun: string;
  Emergency: FunctionComponent<{ dslTelephone: string }>;
  DangerNow: FunctionComponent<{ dslTelephone: string }>;
  Guidance: FunctionComponent<Telling>;
  storyHint: string;
  /** Whether somebody was told in person is for staff to say: a pupil is not to wonder whether they should have. */
  asksWhetherTold: boolean;
  enough: string;
  about: readonly { value: About; text: string; hint: string }[];
  who: { heading: string; hint: string; roles: readonly { value: Role; text: string }[] };
  KindOptions: FunctionComponent;
  doneHint: string;
  files: FilesWords;
  namelessHint: string;
  /** Who reads it, above the button; '' when it has been said. */
  whoReads: string;
  received: ReceivedWords;
  own: OwnWords;
}

export interface FilesWords {
  heading: string;
  label: string;
  /** What may never be added, whatever was chosen or written. */
  never: string;
  whyNoPictures: string;
}

export interface ReceivedWords {
  title: string;
  next: string;
  /** Before the telephone number. */
  ifItCannotWait: string;
  nameless: string;
  follow: string;
}

/** On the page of one's own concern. */
export interface OwnWords {
  title: string;
  reference: string;
  received: string;
  lookedAt: string;
  closed: string;
  nothingElse: string;
  /** Above the box in which more is written. */
  more: string;
  label: string;
  hint: string;
  button: string;
  added: string;
  /** Behind "You began". */
  begun: string;
}

export const STAFF_WORDS: ReportWords = {
  title: 'Raise a concern',
  begun: 'a concern',
  ...{ Emergency, DangerNow, Guidance: GuidanceShown, KindOptions },
  storyHint:
    'In your own words, and in theirs if a child told you. You do not need proof. Is it about a message? Keep it, do not reply, and copy its words and who sent it into this box.',
  asksWhetherTold: true,
  enough: 'What you add below helps to act faster.',
  about: [
    { value: 'pupil', text: 'A child or young person', hint: 'Goes to the safeguarding team' },
    { value: 'staff', text: 'An adult who works or helps here', hint: 'May have harmed a child, or was harmed. Goes to the headteacher' },
    { value: 'low-level', text: 'A small worry about an adult who works or helps here', hint: 'Even a nagging doubt. Goes to the headteacher' },
    { value: 'head', text: 'The headteacher', hint: 'Goes to the chair of governors' },
    { value: 'dsl', text: 'The designated safeguarding lead', hint: 'Goes to the headteacher' },
    {
      value: 'data',
      text: 'A device, data or a password',
      hint: 'Lost, stolen, or open to the wrong people. Goes to the headteacher and the data protection lead',
    },
    { value: 'misuse', text: 'Misuse of devices or the internet', hint: 'Or a complaint about it. Goes to whoever looks after online safety' },
  ],
  who: {
    heading: 'Who is it about?',
    hint: 'Nobody you name here will see this concern, even if they usually read them.',
    roles: [
      { value: 'affected', text: 'was hurt, upset or at risk' },
      { value: 'alleged', text: 'may have done it' },
      { value: 'witness', text: 'saw or heard it' },
      { value: 'other', text: 'is connected in another way' },
    ],
  },
  doneHint: 'For example: I sat with her; I took the tablet and left it switched on.',
  files: {
    heading: 'Documents and screenshots',
    label: 'Add a document or a screenshot',
    never: 'Never an image of a child undressed or in a sexual way.',
    whyNoPictures: WHY_NO_PICTURES.staff,
  },
  namelessHint:
    'Handrail then keeps no name and no address of yours, and cannot show you how far the concern is or ask you anything. Google’s own logs still know which account was used.',
  whoReads: '',
  received: {
    title: 'Your concern has been received',
    next: 'The right person is told that there is something to read. Nobody you named can see it.',
    ifItCannotWait: 'If it cannot wait, or you have not spoken to anybody yet, telephone',
    nameless: 'Your name was not recorded, so Handrail cannot show you how far it is. Write the reference down if you want to speak about it.',
    follow: 'See how far your concern is, or add to it',
  },
  own: {
    title: 'Your concern',
    ...{ reference: 'Reference', received: 'Received', lookedAt: 'Looked at since', closed: 'Closed' },
    nothingElse: 'Nothing else is shown here, because it may be about somebody who trusts you. If you want to know more, ask in person.',
    more: 'Add something',
    label: 'What do you want to add?',
    hint: 'What you remember, what has happened since. It goes to those who read the concern, also when it is closed.',
    button: 'Add',
    added: 'It has been added. Those who read the concern are told.',
    begun: 'to add something',
  },
};

/** At about nine years of age (D6). Every lane stays open but the one for small worries: whether one is small is not for a child to say. */
export const PUPIL_WORDS: ReportWords = {
  title: 'Tell us about a worry',
  begun: 'to tell us something',
  ...{ Emergency: PupilEmergency, DangerNow: PupilDangerNow, Guidance: PupilGuidanceShown, KindOptions: PupilKindOptions },
  storyHint:
    'Use your own words. You do not have to be sure. Is it about a message? Keep it, do not answer it, and copy into this box what it says and who sent it.',
  asksWhetherTold: false,
  enough: 'What you add below helps us to help you faster.',
  about: [
    { value: 'pupil', text: 'Me, or another child', hint: 'Goes to the grown-ups who keep children safe' },
    { value: 'staff', text: 'A grown-up who works or helps at school', hint: 'Even something small. Goes to the headteacher' },
    { value: 'head', text: 'The headteacher', hint: 'Goes to the chair of governors, who looks after the school with the headteacher' },
    { value: 'dsl', text: 'The grown-up who keeps children safe at our school', hint: 'Goes to the headteacher' },
    { value: 'data', text: 'A lost tablet or phone, or a password', hint: 'Goes to the headteacher and the grown-up who looks after the school’s data' },
    { value: 'misuse', text: 'Somebody breaks the rules for tablets or the internet', hint: 'Goes to the grown-up who looks after online safety' },
  ],
  who: {
    heading: 'Who is in it?',
    hint: 'Nobody you name here will see what you write.',
    roles: [
      { value: 'affected', text: 'was hurt or upset' },
      { value: 'alleged', text: 'may have done it' },
      { value: 'witness', text: 'saw or heard it' },
      { value: 'other', text: 'is in it in another way' },
    ],
  },
  doneHint: 'For example: I told my mum; I kept the message.',
  files: {
    heading: 'Pictures of the screen, and files',
    label: 'Add a picture of the screen or a file',
    never: 'Never a picture of anybody without clothes.',
    whyNoPictures: WHY_NO_PICTURES.pupil,
  },
  namelessHint: 'Then nobody can ask you more, and you cannot see here how far it is. Google still knows which account was used.',
  whoReads: 'Only grown-ups whose work it is to help read it. They may have to tell others to keep somebody safe. You will not be in trouble for telling.',
  received: {
    title: 'Thank you for telling us',
    next: 'It was right to tell. A grown-up whose work it is to help is told that there is something to read. Nobody you named can see it.',
    ifItCannotWait: 'If it cannot wait, tell a grown-up near you now, or phone',
    nameless: 'Your name was not recorded, so we cannot show you how far it is. Write the reference down if you want to speak about it.',
    follow: 'See how far it is, or add to it',
  },
  own: {
    title: 'What you told us',
    ...{ reference: 'Reference', received: 'You told us', lookedAt: 'Somebody looked at it', closed: 'Finished' },
    nothingElse: 'Nothing else is shown here, because somebody may see your screen. If you want to know more, ask a grown-up you trust.',
    more: 'Tell us more',
    label: 'What do you want to tell us now?',
    hint: 'What you remember, or what has happened since. It goes to the grown-ups who help with it, also when it is finished.',
    button: 'Send',
    added: 'We have got it. The grown-ups who help with it are told.',
    begun: 'to tell us more',
  },
};

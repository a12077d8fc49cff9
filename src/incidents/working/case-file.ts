import type { About, Attachment, Involvement, Lane, Severity, State } from '../concern.ts';
import type { GridAction } from '../grids/grid.ts';
import type { ShownMessage } from '../mail/shown-message.ts';
import type { Protocol, Step } from '../protocols/protocol.ts';
import type { AgencyId } from '../tasks/agencies.ts';
import type { Task } from '../tasks/task.ts';
import type { ClosingGap } from './closing-gaps.ts';

/** What the page of a case shows. Moments are as people read them, `dd/MM/yyyy HH:mm`, and '' when there is none. */

export interface PersonName {
  email: string;
  name: string;
}

export interface CasePerson extends Pick<Involvement, 'email' | 'name' | 'className' | 'role' | 'kind' | 'year' | 'sex'> {
  /** Names of adults on the roll whom a typed name may mean. */
  mayBe: string[];
  /** Other cases that name this person and that I may read, closed ones too (B14). */
  otherCases: number;
}

export interface CaseTask extends Task {
  /** `due` as people read it. */
  dueWords: string;
  overdue: boolean;
}

export interface SettledTask extends Pick<Task, 'id' | 'what' | 'why' | 'source' | 'required'> {
  /** `withdrawn`: what is known of the case changed, and the rules no longer ask for it. */
  how: 'done' | 'not needed' | 'withdrawn';
  note: string;
  /** When it was done. */
  at: string;
  /** Who recorded it. */
  who: string;
}

/** A step of a protocol, with the latest answer to it. */
export interface ShownStep extends Pick<Step, 'id' | 'ask' | 'kind'> {
  help: string;
  choices: { value: string; text: string }[];
  /** A witness must be named. */
  witnessed: boolean;
  optional: boolean;
  /** May be recorded more than once: each time stands in the timeline. */
  repeats: boolean;
  /** The protocol ended here with this answer: what to do at once (B10: abuse images); ''. */
  stopWords: string;
  /** In words, with its grade where it was not seen in the original; ''. */
  source: string;
  /** The value as it is kept; '' when it has not been answered. Goes back as `was` when it is answered again. */
  answer: string;
  /** The answer in words. */
  answerWords: string;
  note: string;
  witness: string;
  at: string;
  who: string;
  /** How often it was answered: earlier answers stay in the timeline. */
  times: number;
}

export interface ShownProtocol extends Pick<Protocol, 'id' | 'title' | 'row' | 'about'> {
  source: string;
  /** `offered`: a person may begin it; one that was begun applies. */
  fits: 'applies' | 'offered';
  steps: ShownStep[];
  /** Steps that must be answered and are not. */
  left: number;
}

export interface ShownDecision {
  agency: AgencyId;
  agencyTitle: string;
  referred: boolean;
  why: string;
  at: string;
  spokeTo: string;
  theirReference: string;
  who: string;
}

export interface ShownShare {
  shared: boolean;
  withWhom: string;
  what: string;
  why: string;
  at: string;
  who: string;
  /** The file that was made for it, to be opened with `readFile`; null when there is none. */
  pack: ShownFile | null;
}

/** A row of a grid that was chosen, as the grid said it then (B8). */
export interface ShownGridRow {
  incident: string;
  actions: GridAction[];
  at: string;
  who: string;
}

/** A file of the case. `readFile` opens it by its id. */
export interface ShownFile extends Pick<Attachment, 'id' | 'name' | 'mimeType' | 'bytes' | 'sha256'> {
  at: string;
  who: string;
}

export interface Said {
  at: string;
  who: string;
  text: string;
}

export interface TimelineEntry {
  at: string;
  who: string;
  /** What was done, in one line. */
  what: string;
  /** What was written, as it was typed; ''. */
  said: string;
}

/** A case that belongs to this one. Those that I may not read are not among them. */
export interface LinkedCase {
  reference: string;
  state: State;
  /** Titles of its types. */
  types: string[];
}

export interface LaneOffer {
  lane: Lane;
  title: string;
  /** Who would read it there. */
  readers: string[];
  /** Whether I could still read it afterwards: say so before it is pressed. */
  youKeepIt: boolean;
}

/** What closing needs (B13). */
export interface Closing {
  /** What is still lacking; the form itself asks for everything else. */
  gaps: ClosingGap[];
  outcomes: { id: string; title: string }[];
  /** Who may stand as the second senior name: never me, nobody it names. */
  seconds: PersonName[];
  /** The chair may type somebody from outside (rulings). */
  mayTypeSecond: boolean;
  /** Whether it must be said if parents were told: somebody in it is a pupil, or not on the list of people. */
  asksAboutParents: boolean;
}

export interface Closed {
  at: string;
  who: string;
  outcome: string;
  summary: string;
  second: string;
  parents: string;
  lessons: string;
  policyChange: string;
}

export interface CaseFile {
  reference: string;
  /** Title of its lane. */
  lane: string;
  laneId: Lane;
  state: State;
  owner: string;
  /** Who may read it, and so be its owner. */
  owners: PersonName[];
  /** Address of whoever looks at it. */
  me: string;
  received: string;
  happened: string;
  opened: string;
  where: string;
  device: string;
  url: string;
  about: About;
  danger: boolean;
  done: string;
  toldDslInPerson: boolean;
  reporter: string;
  /** Who brought it and how, in words: also when nobody did and a rule found it. */
  origin: string;
  /** It began with a message. */
  isFromMail: boolean;
  /** Somebody tells of harm or despair and nobody is said to have done it: met with support, no sanction is proposed. */
  isForSupport: boolean;
  /** Its messages, oldest first (C3). */
  messages: ShownMessage[];
  story: string;
  /** Ids of types; the reporter's until `classified`. */
  types: string[];
  typeTitles: string[];
  classified: boolean;
  severity: Severity | '';
  /** What the rules would say, and why (rulings: a person sets it). */
  proposed: { severity: Severity; why: string };
  /** The reason given with the latest classification. */
  severityWhy: string;
  people: CasePerson[];
  /** Goes back with `changePeople`: whoever changed them meanwhile is not overwritten. */
  peopleVersion: number;
  protocols: ShownProtocol[];
  tasks: CaseTask[];
  settled: SettledTask[];
  decisions: ShownDecision[];
  shares: ShownShare[];
  gridRows: ShownGridRow[];
  files: ShownFile[];
  notes: Said[];
  /** What the reporter added later. */
  additions: Said[];
  /** Reviewers' questions with their answers, oldest first (B15). */
  questions: (Said & { answer: Said | null })[];
  /** A question waits for an answer. */
  questioned: boolean;
  timeline: TimelineEntry[];
  linked: LinkedCase[];
  handOverTo: LaneOffer[];
  closing: Closing;
  /** Null while it is open. */
  closed: Closed | null;
  addenda: Said[];
  held: boolean;
  /** Nobody had opened it before. */
  justOpened: boolean;
  /** False when the case names a reader of the desk: then it is on this page only, and the page says why. */
  onDesk: boolean;
}

import type { RecordedEvent } from '../records/journal.ts';
import type { Account, Attachment, Involvement, Lane, OpenState, Severity } from './concern.ts';
import type { GridAction } from './grids/grid.ts';
import type { FurtherMail, MailOrigin, SentOn } from './mail/evidence.ts';
import type { AgencyId } from './tasks/agencies.ts';
import type { Task } from './tasks/task.ts';

type Where = 'page' | 'desk';

/** What those who see to a case are told of, each by a step of its own. */
export const TOLD_STEPS = ['due', 'overdue', 'not opened', 'no owner'] as const;
export type ToldStep = (typeof TOLD_STEPS)[number];

/**
 * The journal's actions about a case; their subject is its reference. Each name begins with `concern ` or `case `. To add one: name it here,
 * say what its payload is, and teach `caseProjection` what it changes. Times are ISO 8601, UTC.
 */
export type CaseEvents = {
  /** `reporter.email` is '' when the reporter asked not to be named, and with no name either when a rule found a message and nobody reported it. */
  'concern raised': Account & {
    lane: Lane;
    people: Involvement[];
    reporter: { email: string; name: string; isPupil: boolean };
    files: Attachment[];
    /** Left out unless it began with a message. */
    mail?: MailOrigin;
  };
  /** The reporter remembered something; or a further message came: `message` is its flag, `further` what it brings; or somebody sent on one that was known. */
  'concern added to': { text: string; files: Attachment[]; message?: string; further?: FurtherMail; sentOn?: SentOn };
  /** A reader of it has seen it for the first time, or for the first time since it was handed over or a high message joined it (rule 3). */
  'case opened': Record<string, never>;
  'case state changed': { from: OpenState; to: OpenState; where: Where };
  'case owner changed': { from: string; to: string; where: Where };
  'case note added': { text: string; where: Where };
  /** `proposed` is what the rules would have said (rulings: severity). */
  'case classified': { types: string[]; severity: Severity; proposed: Severity; why: string };
  /** Everybody it names from now on, with their roles. */
  'case people changed': { people: Involvement[]; why: string };
  /** A step of a protocol: a question answered, something done (B4, B7, B9, B10, B11, B13, B17, B18, B19). `at`: when it was done. */
  'case step recorded': { protocol: string; step: string; answer: string; note: string; witness: string; at: string };
  /** `incident` and `actions` as the school's grid said them then (B8). */
  'case grid row chosen': { grid: string; row: string; incident: string; actions: GridAction[] };
  /** What is to be done changed, because the facts did: given anew, and open ones that no longer apply. */
  'case tasks changed': { given: Task[]; withdrawn: { id: string; why: string }[] };
  'case task settled': { id: string; what: string; how: 'done' | 'not needed'; note: string; at: string };
  /** A referral, or the decision against one, with its reason (B6, rule 2). */
  'case decision recorded': { agency: AgencyId; referred: boolean; why: string; at: string; spokeTo: string; theirReference: string };
  /** Information shared with somebody outside, or a decision not to share it (rule 12). `pack`: a file made for it, or null. */
  'case information shared': { shared: boolean; withWhom: string; what: string; why: string; at: string; pack: Attachment | null };
  'case file added': { file: Attachment };
  'case handed over': { from: Lane; to: Lane; why: string };
  /** Nobody had opened it in time: `to` may read it from now on (rule 3). */
  'case escalated': { to: string };
  'case linked': { to: string };
  'case closed': {
    outcome: string;
    summary: string;
    /** The second senior name (B13): address, or '' for somebody from outside. */
    second: { email: string; name: string };
    parentsTold: { told: boolean; at: string; byWhom: string; whyNot: string };
    lessons: string;
    policyChange: string;
  };
  'case addendum added': { text: string };
  'case question asked': { text: string };
  'case question answered': { text: string };
  /** Not to be erased, whatever the periods say (rule 15). */
  'case held': { why: string };
  'case released': { why: string };
  /** Its retention was reviewed: looked at again on that day. */
  'case kept on': { until: string; why: string };
  /** These were told what is due; tasks due up to that moment are not told to them again before the next step. */
  'case told': { step: ToldStep; upTo: string; to: string[] };
  /** A desk that had shown the case before one of its readers was named in it is gone for good, and made anew as another file (B5). */
  'case desk made anew': { lane: Lane };
};

/** Whether an event is of that action, and has not been erased; its payload is then known. */
export function is<Action extends keyof CaseEvents>(event: RecordedEvent, action: Action): event is RecordedEvent & { payload: CaseEvents[Action] } {
  return event.action === action && event.payload !== null;
}

import type { AgencyId } from './agencies.ts';

/** Something to do in a case, as it was given: the words stay as they were, whatever the rules say later. */
export type Task = {
  /** Stands for the same thing in every case: `refer-police`, `grid.rk-pupils.3.2`; those added by hand `hand.KEY`, those that a further message asks for again `danger-999 FLAG`. */
  id: string;
  what: string;
  /** The part of the school that does it, in words: `DSL`, `headteacher`. */
  who: string;
  /** Moment by which it should be done; '' when there is none. */
  due: string;
  /** Why it is asked for in this case. */
  why: string;
  /** Where the rule comes from, with "check with your local authority" where it was not seen in the original (docs/rules.md). */
  source: string;
  from: 'rule' | 'grid' | 'hand' | 'message';
  /** A referral: settled by the decision about that agency; '' for anything else. */
  agency: AgencyId | '';
  /** False: closing does not wait for it (GL's grid: "available"). */
  required: boolean;
};

/** An open task as the case's row keeps it: enough for desks, lists and reminders. */
export type OpenTask = Pick<Task, 'id' | 'what' | 'due' | 'from' | 'required' | 'agency'>;

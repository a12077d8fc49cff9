import type { PersonData } from '../workspace/data.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** One request: where it is, who sits at the keyboard, and what they asked for. */
export interface Visit {
  workspace: Workspace;
  /** The person chosen on the "Who are you?" page, or null before anyone is. */
  person: PersonData | null;
  /** The account Google sees: '' for a person who has only a private address, and before anyone is chosen. */
  account: string;
  /** Path and query of the page asked for. */
  path: string;
}

/** Variables that every route of the site can read (`c.get('visit')`). */
export interface SiteEnv {
  Variables: { visit: Visit };
}

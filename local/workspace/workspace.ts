import { Calendars } from './calendars.ts';
import { Clock } from './clock.ts';
import { copiedWhenTouched, copyOf } from './copies.ts';
import type { WorkspaceData } from './data.ts';
import { Documents } from './documents.ts';
import { Drive } from './drive.ts';
import { Forms } from './forms.ts';
import { Mail } from './mail/mail.ts';
import { openConfig } from './meet/config.ts';
import { Meet } from './meet.ts';
import { People } from './people.ts';
import { Quotas } from './quotas.ts';
import { Scripts } from './scripts.ts';
import { Sheets } from './sheets.ts';

/**
 * One Google Workspace in one process. The state is plain data (`data.ts`); the parts below are what may be done to it.
 * The three faces (`apps-script/`, `rest/`, `site/`) hold no state of their own.
 */
export class Workspace {
  readonly clock: Clock;
  readonly people: People;
  readonly drive: Drive;
  readonly documents: Documents;
  readonly forms: Forms;
  readonly quotas: Quotas;
  readonly scripts: Scripts;
  readonly sheets: Sheets;
  readonly mail: Mail;
  readonly calendars: Calendars;
  readonly meet: Meet;

  constructor(readonly data: WorkspaceData) {
    this.clock = new Clock(data);
    this.people = new People(this);
    this.drive = new Drive(this);
    this.documents = new Documents(this);
    this.forms = new Forms(this);
    this.quotas = new Quotas(this);
    this.scripts = new Scripts(this);
    this.sheets = new Sheets(this);
    this.mail = new Mail(this);
    this.calendars = new Calendars(this);
    this.meet = new Meet(this);
  }

  /** A workspace of its own with the same contents. Code is shared: a script's files are replaced, never changed. */
  clone(): Workspace {
    const { scripts, ...rest } = this.data;
    const copies = Object.entries(scripts).map(([id, { files, versions, ...script }]) => [id, { ...copyOf(script), files, versions: [...versions] }]);
    return new Workspace({ ...copyOf(rest), scripts: Object.fromEntries(copies) });
  }

  /** The same, quick for what a test never looks at. This workspace must not be used for anything else from then on: it is what all start from. */
  cloneWhenTouched(): Workspace {
    const { people, mailboxes, spreadsheets, calendars, forms, courses, documents, ...rest } = this.data;
    const lazily = { people, mailboxes, spreadsheets, calendars, forms, courses, documents };
    const records = Object.entries(lazily).map(([name, record]) => [name, copiedWhenTouched<unknown>(record)]);
    return new Workspace({ ...rest, ...(Object.fromEntries(records) as typeof lazily) }).clone();
  }

  /**
   * A new id in the alphabet and length Google uses. The same run gives the same ids.
   * @param length 44 for Drive files, 16 for Gmail messages (use `alphabet` hex), 26 for events …
   */
  newId(length = 44, alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-'): string {
    this.data.ids += 1;
    let id = length >= 30 ? '1' : '';
    let state = (Math.imul(this.data.ids, 0x9e3779b1) ^ 0x5bd1e995) >>> 0;
    // xorshift32, seeded by the count: spread well enough that ids do not look alike.
    while (id.length < length) {
      state ^= state << 13;
      state ^= state >>> 17;
      state ^= state << 5;
      state >>>= 0;
      id += alphabet[state % alphabet.length];
    }
    return id;
  }

  /** A number from 0 up to 1, by chance; the same run gives the same ones. */
  random(): number {
    return Number.parseInt(this.newId(8, '0123456789abcdef'), 16) / 0x1_0000_0000;
  }
}

/** An empty Workspace for `domain` at time `now` (milliseconds since 1970). */
export function emptyWorkspace(domain: string, now: number): WorkspaceData {
  return {
    domain,
    ids: 0,
    now,
    people: {},
    groups: {},
    orgUnits: ['/'],
    files: {},
    spreadsheets: {},
    documents: {},
    forms: {},
    mailboxes: {},
    calendars: {},
    meet: { spaces: {}, records: {}, defaults: openConfig(), unavailable: [] },
    courses: {},
    scripts: {},
    quotas: {},
  };
}

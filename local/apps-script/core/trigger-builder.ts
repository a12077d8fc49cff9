import type { TriggerData } from '../../workspace/data.ts';
import { MIME } from '../../workspace/drive.ts';
import { mismatch, ScriptError } from '../errors.ts';
import type { Run } from '../run.ts';
import { documented, LocalServed, Served } from '../served.ts';
import { ClockTriggerBuilder } from './clock-trigger-builder.ts';
import { install, SCRIPTAPP_SCOPE, type Trigger } from './trigger.ts';

const GOOGLE = 'https://www.googleapis.com/auth';

/** docs/apps-script/reference/script/trigger-builder.md */
export class TriggerBuilder extends LocalServed {
  readonly $name = 'TriggerBuilder';
  override readonly $methodScopes = {
    timeBased: SCRIPTAPP_SCOPE,
    forSpreadsheet: [`${GOOGLE}/spreadsheets.currentonly`, `${GOOGLE}/spreadsheets`],
    forForm: [`${GOOGLE}/forms.currentonly`, `${GOOGLE}/forms`],
    forDocument: [`${GOOGLE}/documents.currentonly`, `${GOOGLE}/documents`],
    forUserCalendar: [
      `${GOOGLE}/calendar`,
      `${GOOGLE}/calendar.readonly`,
      `${GOOGLE}/calendar.events`,
      `${GOOGLE}/calendar.events.readonly`,
      'https://www.google.com/calendar/feeds',
    ],
  };
  readonly #run: Run;
  readonly #handler: string;

  constructor(run: Run, handler: string) {
    super();
    this.#run = run;
    this.#handler = handler;
  }

  timeBased(): ClockTriggerBuilder {
    return new ClockTriggerBuilder(this.#run, this.#handler);
  }

  forSpreadsheet(key: unknown): SpreadsheetTriggerBuilder {
    return new SpreadsheetTriggerBuilder(this.#source('forSpreadsheet', 'SPREADSHEETS', key, MIME.spreadsheet));
  }

  forForm(key: unknown): FormTriggerBuilder {
    return new FormTriggerBuilder(this.#source('forForm', 'FORMS', key, MIME.form));
  }

  forDocument(key: unknown): DocumentTriggerBuilder {
    return new DocumentTriggerBuilder(this.#source('forDocument', 'DOCUMENTS', key, MIME.document));
  }

  forUserCalendar(emailId: string): CalendarTriggerBuilder {
    if (typeof emailId !== 'string') throw mismatch('TriggerBuilder.forUserCalendar', [emailId]);
    return new CalendarTriggerBuilder({ run: this.#run, handler: this.#handler, source: 'CALENDAR', sourceId: emailId.toLowerCase() });
  }

  /** @param key a file's id, or the service's object for the file */
  #source(method: string, source: TriggerData['source'], key: unknown, mimeType: string): Source {
    const id = idOf(key);
    if (id === undefined) throw mismatch(`TriggerBuilder.${method}`, [key]);
    const file = this.#run.workspace.drive.find(id);
    if (file?.mimeType !== mimeType) throw new ScriptError(`Document ${id} is missing (perhaps it was deleted, or you don't have read access?)`);
    if (!this.#run.workspace.drive.mayRead(this.#run.effective, id)) throw new ScriptError('You do not have permission to access the requested document.');
    return { run: this.#run, handler: this.#handler, source, sourceId: id };
  }
}

documented<TriggerBuilder, GoogleAppsScript.Script.TriggerBuilder>(true);

interface Source {
  run: Run;
  handler: string;
  source: TriggerData['source'];
  sourceId: string;
}

abstract class EventTriggerBuilder extends LocalServed {
  override readonly $scopes = SCRIPTAPP_SCOPE;
  readonly #source: Source;
  #event: TriggerData['eventType'] | undefined;

  constructor(source: Source) {
    super();
    this.#source = source;
  }

  create(): Trigger {
    if (this.#event === undefined) throw new ScriptError('The trigger has no event type.');
    const { run, handler, source, sourceId } = this.#source;
    return install(run, { handlerFunction: handler, eventType: this.#event, source, sourceId });
  }

  $on(event: TriggerData['eventType']): this {
    this.#event = event;
    return this;
  }
}

/** docs/apps-script/reference/script/spreadsheet-trigger-builder.md */
class SpreadsheetTriggerBuilder extends EventTriggerBuilder {
  readonly $name = 'SpreadsheetTriggerBuilder';

  onOpen(): this {
    return this.$on('ON_OPEN');
  }

  onEdit(): this {
    return this.$on('ON_EDIT');
  }

  onChange(): this {
    return this.$on('ON_CHANGE');
  }

  onFormSubmit(): this {
    return this.$on('ON_FORM_SUBMIT');
  }
}

documented<SpreadsheetTriggerBuilder, GoogleAppsScript.Script.SpreadsheetTriggerBuilder>(true);

/** docs/apps-script/reference/script/form-trigger-builder.md */
class FormTriggerBuilder extends EventTriggerBuilder {
  readonly $name = 'FormTriggerBuilder';

  onOpen(): this {
    return this.$on('ON_OPEN');
  }

  onFormSubmit(): this {
    return this.$on('ON_FORM_SUBMIT');
  }
}

documented<FormTriggerBuilder, GoogleAppsScript.Script.FormTriggerBuilder>(true);

/** docs/apps-script/reference/script/document-trigger-builder.md */
class DocumentTriggerBuilder extends EventTriggerBuilder {
  readonly $name = 'DocumentTriggerBuilder';

  onOpen(): this {
    return this.$on('ON_OPEN');
  }
}

documented<DocumentTriggerBuilder, GoogleAppsScript.Script.DocumentTriggerBuilder>(true);

/** docs/apps-script/reference/script/calendar-trigger-builder.md */
class CalendarTriggerBuilder extends EventTriggerBuilder {
  readonly $name = 'CalendarTriggerBuilder';

  onEventUpdated(): this {
    return this.$on('ON_EVENT_UPDATED');
  }
}

documented<CalendarTriggerBuilder, GoogleAppsScript.Script.CalendarTriggerBuilder>(true);

/** The id behind an id or a file's object. */
export function idOf(key: unknown): string | undefined {
  if (typeof key === 'string') return key;
  if (!(key instanceof Served) || !('getId' in key) || typeof key.getId !== 'function') return undefined;
  const id: unknown = key.getId();
  return typeof id === 'string' ? id : undefined;
}

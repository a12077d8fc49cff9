import { mismatch, ScriptError } from './errors.ts';
import { CURRENT_FORM_SCOPE, FORMS_SCOPE, FormContext, noSuchForm } from './forms/context.ts';
import { Alignment, DestinationType, FeedbackType, ItemType, PageNavigationType, RatingIconType } from './forms/enums.ts';
import { QuizFeedbackBuilder } from './forms/feedback.ts';
import { Form } from './forms/form.ts';
import { Item } from './forms/item.ts';
import {
  CheckboxGridValidationBuilder,
  CheckboxValidationBuilder,
  GridValidationBuilder,
  ParagraphTextValidationBuilder,
  TextValidationBuilder,
} from './forms/validations.ts';
import type { Globals } from './realm.ts';
import type { Run } from './run.ts';
import { documented, Served } from './served.ts';
import { type Ui, uiOf } from './ui.ts';

/** docs/apps-script/reference/forms/form-app.md */
class FormApp extends Served {
  readonly $name = 'FormApp';
  override readonly $scopes = [FORMS_SCOPE];
  override readonly $methodScopes = {
    getActiveForm: [CURRENT_FORM_SCOPE, FORMS_SCOPE],
    createCheckboxGridValidation: [],
    createCheckboxValidation: [],
    createFeedback: [],
    createGridValidation: [],
    createParagraphTextValidation: [],
    createTextValidation: [],
    getUi: [],
  };
  override readonly $latency = { create: 1200, openById: 250, openByUrl: 250, getActiveForm: 150 };
  readonly #run: Run;

  readonly Alignment = Alignment;
  readonly DestinationType = DestinationType;
  readonly FeedbackType = FeedbackType;
  readonly ItemType = ItemType;
  readonly PageNavigationType = PageNavigationType;
  readonly RatingIconType = RatingIconType;

  constructor(run: Run) {
    super();
    this.#run = run;
  }

  create(...args: [title: string, isPublished?: boolean]): Form {
    const [title, isPublished] = args;
    if ((title !== null && typeof title !== 'string') || (args.length > 1 && typeof isPublished !== 'boolean')) throw mismatch('FormApp.create', args);
    if (!title) throw new ScriptError('Invalid argument: title');
    const { workspace, effective } = this.#run;
    if (!workspace.quotas.use(effective, 'documents created')) throw new ScriptError('Service invoked too many times for one day: form create.');
    return formFor(this.#run, workspace.forms.create(effective, title, isPublished).id);
  }

  /** Null in a script that is bound to no form. */
  getActiveForm(): Form | null {
    const { container, workspace } = this.#run;
    return container !== undefined && workspace.data.forms[container] ? formFor(this.#run, container) : null;
  }

  getUi(): Ui {
    return uiOf(this.#run, 'FormApp');
  }

  openById(id: string): Form {
    if (typeof id !== 'string') throw mismatch('FormApp.openById', [id]);
    if (!this.#run.workspace.forms.findFor(this.#run.effective, id)) throw noSuchForm();
    return formFor(this.#run, id);
  }

  /** The address people answer at names no file, so only an address with the form's own id will do. */
  openByUrl(url: string): Form {
    if (typeof url !== 'string') throw mismatch('FormApp.openByUrl', [url]);
    const id = /^https:\/\/docs\.google\.com\/(?:a\/[^/]+\/)?forms\/(?:u\/\d+\/)?d\/([\w-]{15,})(?:[/?#]|$)/.exec(url)?.[1];
    if (!id) throw new ScriptError('Invalid argument: url');
    return this.openById(id);
  }

  createCheckboxGridValidation(): CheckboxGridValidationBuilder {
    return new CheckboxGridValidationBuilder();
  }
  createCheckboxValidation(): CheckboxValidationBuilder {
    return new CheckboxValidationBuilder();
  }
  createFeedback(): QuizFeedbackBuilder {
    return new QuizFeedbackBuilder();
  }
  createGridValidation(): GridValidationBuilder {
    return new GridValidationBuilder();
  }
  createParagraphTextValidation(): ParagraphTextValidationBuilder {
    return new ParagraphTextValidationBuilder();
  }
  createTextValidation(): TextValidationBuilder {
    return new TextValidationBuilder();
  }
}

documented<FormApp, GoogleAppsScript.Forms.FormApp>(true);

/** A form as a script of this run holds it: what a trigger's `e.source` is. Each of its calls checks that the run may edit it. */
function formFor(run: Run, id: string): Form {
  return new Form(contextOf(run, id));
}

function contextOf(run: Run, id: string): FormContext {
  return new FormContext(run, id, (context, item) => new Item(context, item));
}

export const formGlobals: Globals = { FormApp: (run) => new FormApp(run) };

import type { FormData, FormItemData } from '../../workspace/data.ts';
import type { Forms } from '../../workspace/forms.ts';
import { mismatch, ScriptError } from '../errors.ts';
import type { Run } from '../run.ts';
import { Served } from '../served.ts';

export const FORMS_SCOPE = 'https://www.googleapis.com/auth/forms';
export const CURRENT_FORM_SCOPE = 'https://www.googleapis.com/auth/forms.currentonly';

/** What Google says of a form that is not there, or not for this account to edit. */
export function noSuchForm(): ScriptError {
  return new ScriptError(
    'No item with the given ID could be found. Possibly because you have not edited this item or you do not have permission to access it.',
  );
}

/** One form as one run holds it: every call asks anew whether the run's account may still edit it. */
export class FormContext {
  constructor(
    readonly run: Run,
    readonly id: string,
    /** Makes the script's `Item` for an item; handed in because items and responses need each other. */
    readonly itemFor: (context: FormContext, id: number) => Served,
  ) {}

  get forms(): Forms {
    return this.run.workspace.forms;
  }

  get form(): FormData {
    const form = this.forms.findFor(this.run.effective, this.id);
    if (!form) throw noSuchForm();
    return form;
  }

  /** @throws ScriptError when it has been deleted */
  item(id: number): FormItemData {
    const found = this.form.items.find((item) => item.id === id);
    if (!found) throw new ScriptError('Invalid data updating form.');
    return found;
  }
}

const WRITES = /^(add|clear|delete|duplicate|move|remove|set|show|submit)/;
const WRITE_MS = 200;
const latencies = new Map<unknown, Record<string, number>>();

/** Modelled time of an object's methods: those that change the form take 200 ms, reads the usual. */
export function latencyOf(object: Served): Record<string, number> {
  const known = latencies.get(object.constructor);
  if (known) return known;
  const found: Record<string, number> = {};
  for (let prototype = Object.getPrototypeOf(object); prototype !== Served.prototype; prototype = Object.getPrototypeOf(prototype)) {
    for (const name of Object.getOwnPropertyNames(prototype)) if (WRITES.test(name)) found[name] = WRITE_MS;
  }
  latencies.set(object.constructor, found);
  return found;
}

/** Base of everything that belongs to a form. */
export abstract class FormPart extends Served {
  override readonly $scopes: readonly string[] = [CURRENT_FORM_SCOPE, FORMS_SCOPE];
  override readonly $latency: Readonly<Record<string, number>> = latencyOf(this);

  constructor(readonly $form: FormContext) {
    super();
  }

  /** The argument as text. @throws what Apps Script throws for another type */
  protected $text(value: unknown, method: string): string {
    if (typeof value !== 'string') throw mismatch(`FormApp.${this.$name}.${method}`, [value]);
    return value;
  }

  protected $boolean(value: unknown, method: string): boolean {
    if (typeof value !== 'boolean') throw mismatch(`FormApp.${this.$name}.${method}`, [value]);
    return value;
  }

  /** A number cut to an integer, as Apps Script does for `Integer`. */
  protected $integer(value: unknown, method: string): number {
    if (typeof value !== 'number' || !Number.isFinite(value)) throw mismatch(`FormApp.${this.$name}.${method}`, [value]);
    return Math.trunc(value);
  }

  protected $texts(value: unknown, method: string): string[] {
    if (!Array.isArray(value) || !value.every((entry) => typeof entry === 'string')) throw mismatch(`FormApp.${this.$name}.${method}`, [value]);
    return value;
  }
}

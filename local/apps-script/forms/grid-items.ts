import { mismatch, ScriptError } from '../errors.ts';
import { documented } from '../served.ts';
import { QuestionBase } from './item-base.ts';
import type { ItemResponse } from './item-response.ts';

abstract class GridBase extends QuestionBase {
  getRows(): string[] {
    return [...(this.$data.rows ?? [])];
  }
  getColumns(): string[] {
    return [...(this.$data.columns ?? [])];
  }
  setRows(rows: string[]): this {
    this.$data.rows = this.$labels(rows, 'rows', 'setRows');
    this.$form.forms.itemsChanged(this.$form.form);
    return this;
  }
  setColumns(columns: string[]): this {
    this.$data.columns = this.$labels(columns, 'columns', 'setColumns');
    return this;
  }
  setValidation(validation: unknown): this {
    return this.$validate(validation);
  }
  clearValidation(): this {
    return this.$validate(null);
  }

  protected $labels(value: unknown, argument: string, method: string): string[] {
    const labels = this.$texts(value, method);
    if (labels.length === 0) throw new ScriptError(`Array is empty: ${argument}`);
    if (new Set(labels).size < labels.length) throw new ScriptError('Invalid data updating form.');
    return [...labels];
  }
}

export class GridItem extends GridBase {
  readonly $name = 'GridItem';
  /** One entry a row; null where a row is left out. */
  createResponse(responses: (string | null)[]): ItemResponse {
    if (!Array.isArray(responses) || !responses.every((entry) => entry === null || typeof entry === 'string')) {
      throw mismatch('FormApp.GridItem.createResponse', [responses]);
    }
    return this.$respond([...responses]);
  }
}

documented<GridItem, GoogleAppsScript.Forms.GridItem>(true);

export class CheckboxGridItem extends GridBase {
  readonly $name = 'CheckboxGridItem';
  createResponse(responses: (string[] | null)[]): ItemResponse {
    const fits = Array.isArray(responses) && responses.every((row) => row === null || (Array.isArray(row) && row.every((entry) => typeof entry === 'string')));
    if (!fits) throw mismatch('FormApp.CheckboxGridItem.createResponse', [responses]);
    return this.$respond(responses.map((row) => (row && row.length > 0 ? [...row] : null)));
  }
}

documented<CheckboxGridItem, GoogleAppsScript.Forms.CheckboxGridItem>(true);

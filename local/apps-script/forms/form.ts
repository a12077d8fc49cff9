import { createHash } from 'node:crypto';
import type { FormItemData } from '../../workspace/data.ts';
import { mismatch, ScriptError } from '../errors.ts';
import { documented, type EnumValue } from '../served.ts';
import { CheckboxItem, ListItem, MultipleChoiceItem } from './choice-items.ts';
import { type FormContext, latencyOf } from './context.ts';
import { DestinationType, ItemType, isOf } from './enums.ts';
import { FormPeople } from './form-people.ts';
import { FormResponse, noSuchResponse } from './form-response.ts';
import { CheckboxGridItem, GridItem } from './grid-items.ts';
import { Item } from './item.ts';
import { ItemBase } from './item-base.ts';
import { ImageItem, PageBreakItem, SectionHeaderItem, VideoItem } from './layout-items.ts';
import { RatingItem, ScaleItem } from './scale-items.ts';
import { ParagraphTextItem, TextItem } from './text-items.ts';
import { DateItem, DateTimeItem, DurationItem, TimeItem } from './time-items.ts';

type ItemStart = Omit<FormItemData, 'id' | 'title' | 'helpText' | 'required'>;

/** As observed: a new choice question starts with one empty choice. */
const choices = () => ({ choices: [{ value: '' }] });
const grid = () => ({ rows: [''], columns: [''] });

/** A form with its items, responses and destination (docs/apps-script/reference/forms/form.md). */
export class Form extends FormPeople {
  readonly $name = 'Form';
  override readonly $latency: Readonly<Record<string, number>> = { ...latencyOf(this), getResponse: 250, getResponses: 400, setDestination: 1500 };

  // ---- items ----

  addCheckboxGridItem(): CheckboxGridItem {
    return this.#add(CheckboxGridItem, { type: 'CHECKBOX_GRID', ...grid() });
  }
  addCheckboxItem(): CheckboxItem {
    return this.#add(CheckboxItem, { type: 'CHECKBOX', ...choices() });
  }
  addDateItem(): DateItem {
    return this.#add(DateItem, { type: 'DATE', includesYear: true });
  }
  addDateTimeItem(): DateTimeItem {
    return this.#add(DateTimeItem, { type: 'DATETIME', includesYear: true });
  }
  addDurationItem(): DurationItem {
    return this.#add(DurationItem, { type: 'DURATION' });
  }
  addGridItem(): GridItem {
    return this.#add(GridItem, { type: 'GRID', ...grid() });
  }
  addImageItem(): ImageItem {
    return this.#add(ImageItem, { type: 'IMAGE' });
  }
  addListItem(): ListItem {
    return this.#add(ListItem, { type: 'LIST', ...choices() });
  }
  addMultipleChoiceItem(): MultipleChoiceItem {
    return this.#add(MultipleChoiceItem, { type: 'MULTIPLE_CHOICE', ...choices() });
  }
  addPageBreakItem(): PageBreakItem {
    return this.#add(PageBreakItem, { type: 'PAGE_BREAK' });
  }
  addParagraphTextItem(): ParagraphTextItem {
    return this.#add(ParagraphTextItem, { type: 'PARAGRAPH_TEXT' });
  }
  addRatingItem(): RatingItem {
    return this.#add(RatingItem, { type: 'RATING', lowerBound: 1, upperBound: 3, ratingIcon: 'STAR' });
  }
  addScaleItem(): ScaleItem {
    return this.#add(ScaleItem, { type: 'SCALE', lowerBound: 1, upperBound: 5 });
  }
  addSectionHeaderItem(): SectionHeaderItem {
    return this.#add(SectionHeaderItem, { type: 'SECTION_HEADER' });
  }
  addTextItem(): TextItem {
    return this.#add(TextItem, { type: 'TEXT' });
  }
  addTimeItem(): TimeItem {
    return this.#add(TimeItem, { type: 'TIME' });
  }
  addVideoItem(): VideoItem {
    return this.#add(VideoItem, { type: 'VIDEO' });
  }

  getItems(...args: [itemType?: EnumValue]): Item[] {
    const [itemType] = args;
    if (args.length > 0 && !isOf(ItemType, itemType)) throw mismatch('FormApp.Form.getItems', args);
    return this.$form.form.items.filter((item) => !itemType || item.type === itemType.$name).map((item) => new Item(this.$form, item.id));
  }
  getItemById(id: number): Item | null {
    const wanted = this.$integer(id, 'getItemById');
    return this.$form.form.items.some((item) => item.id === wanted) ? new Item(this.$form, wanted) : null;
  }
  moveItem(from: number | ItemBase, to: number): Item {
    const { items } = this.$form.form;
    const item = this.#itemAt(from, 'moveItem');
    const place = this.$integer(to, 'moveItem');
    if (place < 0 || place >= items.length) throw outOfBounds(place, items.length);
    items.splice(items.indexOf(item), 1);
    items.splice(place, 0, item);
    return new Item(this.$form, item.id);
  }
  deleteItem(item: number | ItemBase): void {
    this.$form.forms.deleteItem(this.$form.form, this.#itemAt(item, 'deleteItem').id);
  }

  #add<T>(Kind: new (form: FormContext, id: number) => T, item: ItemStart): T {
    return new Kind(this.$form, this.$form.forms.addItem(this.$form.form, item).id);
  }

  #itemAt(where: unknown, method: string): FormItemData {
    if (where instanceof ItemBase) return this.$form.item(where.$id);
    const { items } = this.$form.form;
    const index = this.$integer(where, method);
    const found = items[index];
    if (!found) throw outOfBounds(index, items.length);
    return found;
  }

  // ---- responses ----

  createResponse(): FormResponse {
    void this.$form.form;
    return new FormResponse(this.$form, null);
  }
  /** All of them, or those sent at `timestamp` or later; the oldest first. */
  getResponses(...args: [timestamp?: Date]): FormResponse[] {
    const [timestamp] = args;
    if (args.length > 0 && !(timestamp instanceof Date)) throw mismatch('FormApp.Form.getResponses', args);
    const since = timestamp?.getTime() ?? Number.NEGATIVE_INFINITY;
    const found = this.$form.form.responses.filter((response) => response.submittedTime >= since);
    this.$form.run.slow(found.length);
    return found.sort((one, other) => one.submittedTime - other.submittedTime).map((response) => new FormResponse(this.$form, response.id));
  }
  getResponse(responseId: string): FormResponse {
    const id = this.$text(responseId, 'getResponse');
    if (!this.$form.form.responses.some((response) => response.id === id)) throw noSuchResponse();
    return new FormResponse(this.$form, id);
  }
  deleteResponse(responseId: string): this {
    this.$form.forms.deleteResponse(this.$form.form, this.getResponse(responseId).$responseId ?? '');
    return this;
  }
  /** Copies in a spreadsheet stay. */
  deleteAllResponses(): this {
    this.$form.form.responses = [];
    return this;
  }

  // ---- destination ----

  setDestination(type: EnumValue, id: string): this {
    if (!isOf(DestinationType, type) || typeof id !== 'string') throw mismatch('FormApp.Form.setDestination', [type, id]);
    const { workspace, effective } = this.$form.run;
    const spreadsheet = workspace.data.spreadsheets[id];
    if (!spreadsheet || !workspace.drive.mayWrite(effective, id)) throw new ScriptError(`Invalid destination ID: ${id}`);
    this.$form.forms.setDestination(this.$form.form, spreadsheet);
    return this;
  }
  removeDestination(): this {
    this.$form.forms.removeDestination(this.$form.form);
    return this;
  }
  getDestinationId(): string {
    return this.#destination().spreadsheetId;
  }
  getDestinationType(): EnumValue {
    void this.#destination();
    return DestinationType.$of('SPREADSHEET');
  }

  #destination() {
    const { destination } = this.$form.form;
    if (!destination) throw new ScriptError('The form currently has no response destination.');
    return destination;
  }

  /** A short address of the same kind as Google's; nothing answers there. */
  shortenFormUrl(url: string): string {
    const long = this.$text(url, 'shortenFormUrl');
    if (!/^https:\/\/docs\.google\.com\/(a\/[^/]+\/)?forms\/d\//.test(long)) throw new ScriptError(`Invalid argument: ${long}`);
    return `https://forms.gle/${createHash('sha256').update(long).digest('base64url').replace(/[-_]/g, '').slice(0, 17)}`;
  }
}

documented<Form, GoogleAppsScript.Forms.Form>(true);

function outOfBounds(index: number, size: number): ScriptError {
  return new ScriptError(index < 0 ? `Index (${index}) must be greater than or equal to zero.` : `Index (${index}) must be less than size (${size}).`);
}

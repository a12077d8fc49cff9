import { mismatch, ScriptError } from '../errors.ts';
import { documented } from '../served.ts';
import { Action } from './actions.ts';
import { INPUT_TYPES, SELECTION_INPUT_TYPES, SWITCH_CONTROL_TYPES } from './enums.ts';
import { CardPart, type Json } from './part.ts';
import { type NewerWidget, Widget } from './widget.ts';

/** What every input has: the key it is called by in the event object, a label, and what to do when it changes. */
abstract class Input extends Widget {
  protected override readonly $required: readonly string[] = ['name'];

  setFieldName(fieldName: string): this {
    return this.$put('name', this.$text(fieldName, 'setFieldName'));
  }
  setTitle(title: string): this {
    return this.$put('label', this.$text(title, 'setTitle'));
  }
  setOnChangeAction(action: Action): this {
    return this.$put('onChangeAction', this.$part(action, Action, 'setOnChangeAction'));
  }
}

export class Suggestions extends CardPart {
  readonly $name = 'Suggestions';

  addSuggestion(suggestion: string): this {
    return this.$add('items', { text: this.$text(suggestion, 'addSuggestion') });
  }
  addSuggestions(suggestions: string[]): this {
    for (const each of suggestions) this.addSuggestion(each);
    return this;
  }
}

export class Validation extends CardPart {
  readonly $name = 'Validation';

  setCharacterLimit(characterLimit: number): this {
    return this.$put('characterLimit', this.$number(characterLimit, 'setCharacterLimit'));
  }
  setInputType(inputType: unknown): this {
    return this.$put('inputType', this.$choice(inputType, INPUT_TYPES, 'setInputType'));
  }
}

/** docs/apps-script/reference/card-service/text-input.md */
export class TextInput extends Input {
  readonly $name = 'TextInput';
  readonly $kind = 'textInput';
  protected override readonly $required = ['name', 'label'];

  setHint(hint: string): this {
    return this.$put('hintText', this.$text(hint, 'setHint'));
  }
  setMultiline(multiline: boolean): this {
    return this.$put('type', this.$flag(multiline, 'setMultiline') ? 'MULTIPLE_LINE' : 'SINGLE_LINE');
  }
  setValue(value: string): this {
    return this.$put('value', this.$text(value, 'setValue'));
  }
  setSuggestions(suggestions: Suggestions): this {
    return this.$put('initialSuggestions', this.$part(suggestions, Suggestions, 'setSuggestions'));
  }
  setSuggestionsAction(suggestionsAction: Action): this {
    return this.$put('autoCompleteAction', this.$part(suggestionsAction, Action, 'setSuggestionsAction'));
  }
  setValidation(validation: Validation): this {
    return this.$put('validation', this.$part(validation, Validation, 'setValidation'));
  }
}

/** docs/apps-script/reference/card-service/selection-input.md */
export class SelectionInput extends Input {
  readonly $name = 'SelectionInput';
  readonly $kind = 'selectionInput';

  setType(type: unknown): this {
    return this.$put('type', this.$choice(type, SELECTION_INPUT_TYPES, 'setType'));
  }
  addItem(text: unknown, value: unknown, selected: boolean): this {
    return this.$add('items', this.#item('addItem', text, value, selected));
  }
  addMultiSelectItem(text: unknown, value: unknown, selected: boolean, startIconUri: unknown, bottomText: unknown): this {
    const item = this.#item('addMultiSelectItem', text, value, selected);
    const optional = (field: string, given: unknown): Json =>
      given === null || given === undefined ? {} : { [field]: this.$text(given, 'addMultiSelectItem') };
    return this.$add('items', { ...item, ...optional('startIconUri', startIconUri), ...optional('bottomText', bottomText) });
  }
  setMultiSelectMaxSelectedItems(maxSelectedItems: number): this {
    return this.$put('multiSelectMaxSelectedItems', this.$number(maxSelectedItems, 'setMultiSelectMaxSelectedItems'));
  }
  setMultiSelectMinQueryLength(queryLength: number): this {
    return this.$put('multiSelectMinQueryLength', this.$number(queryLength, 'setMultiSelectMinQueryLength'));
  }
  setExternalDataSource(action: Action): this {
    return this.$put('externalDataSource', this.$part(action, Action, 'setExternalDataSource'));
  }

  /** Check boxes unless said; radio buttons and dropdowns take one choice. */
  override $json(): Json {
    const json: Json = { type: 'CHECK_BOX', ...super.$json() };
    const chosen = ((json['items'] ?? []) as { selected: boolean }[]).filter((item) => item.selected).length;
    if ((json['type'] === 'RADIO_BUTTON' || json['type'] === 'DROPDOWN') && chosen > 1) {
      throw new ScriptError(`SelectionInput is not valid: only one item of a ${json['type']} can be selected.`);
    }
    return json;
  }

  #item(method: string, text: unknown, value: unknown, selected: unknown): Json {
    return { text: this.$text(text, method), value: this.$text(value, method), selected: this.$flag(selected, method) };
  }
}

/** Only within a DecoratedText; several may share a field name (docs/apps-script/reference/card-service/switch.md). */
export class Switch extends CardPart {
  readonly $name = 'Switch';
  protected override readonly $required = ['name', 'value'];

  setFieldName(fieldName: string): this {
    return this.$put('name', this.$text(fieldName, 'setFieldName'));
  }
  setValue(value: string): this {
    return this.$put('value', this.$text(value, 'setValue'));
  }
  setSelected(selected: boolean): this {
    return this.$put('selected', this.$flag(selected, 'setSelected'));
  }
  setControlType(controlType: unknown): this {
    return this.$put('controlType', this.$choice(controlType, SWITCH_CONTROL_TYPES, 'setControlType'));
  }
  setOnChangeAction(action: Action): this {
    return this.$put('onChangeAction', this.$part(action, Action, 'setOnChangeAction'));
  }
}

abstract class Picker extends Input {
  readonly $kind = 'dateTimePicker';
}

/** `setValueInMsSinceEpoch` takes a number, or the same as text. */
function milliseconds(picker: string, value: unknown): string {
  const time = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  if (typeof time !== 'number' || !Number.isFinite(time)) throw mismatch(`${picker}.setValueInMsSinceEpoch`, [value]);
  return String(time);
}

export class DatePicker extends Picker {
  readonly $name = 'DatePicker';
  override $json(): Json {
    return { type: 'DATE_ONLY', ...super.$json() };
  }
  setValueInMsSinceEpoch(valueMsEpoch: number | string): this {
    return this.$put('valueMsEpoch', milliseconds('DatePicker', valueMsEpoch));
  }
}

export class DateTimePicker extends Picker {
  readonly $name = 'DateTimePicker';
  override $json(): Json {
    return { type: 'DATE_AND_TIME', ...super.$json() };
  }
  setValueInMsSinceEpoch(valueMsEpoch: number | string): this {
    return this.$put('valueMsEpoch', milliseconds('DateTimePicker', valueMsEpoch));
  }
  setTimeZoneOffsetInMins(timeZoneOffsetMins: number): this {
    return this.$put('timezoneOffsetDate', this.$number(timeZoneOffsetMins, 'setTimeZoneOffsetInMins'));
  }
}

/** docs/apps-script/reference/card-service/time-picker.md; in the card's JSON the time is one on 1 January 1970. */
export class TimePicker extends Picker {
  readonly $name = 'TimePicker';
  #hours = 0;
  #minutes = 0;

  setHours(hours: number): this {
    if (!Number.isInteger(hours) || hours < 0 || hours > 23) throw new ScriptError(`Invalid argument: ${hours}`);
    this.#hours = hours;
    return this.#set();
  }
  setMinutes(minutes: number): this {
    if (!Number.isInteger(minutes) || minutes < 0 || minutes > 59) throw new ScriptError(`Invalid argument: ${minutes}`);
    this.#minutes = minutes;
    return this.#set();
  }
  override $json(): Json {
    return { type: 'TIME_ONLY', ...super.$json() };
  }
  #set(): this {
    return this.$put('valueMsEpoch', String((this.#hours * 60 + this.#minutes) * 60_000));
  }
}

documented<Suggestions, GoogleAppsScript.Card_Service.Suggestions>(true);
documented<Validation, GoogleAppsScript.Card_Service.Validation>(true);
documented<TextInput, GoogleAppsScript.Card_Service.TextInput & NewerWidget>(true);
documented<SelectionInput, GoogleAppsScript.Card_Service.SelectionInput & NewerWidget>(true);
documented<Switch, GoogleAppsScript.Card_Service.Switch>(true);
documented<DatePicker, GoogleAppsScript.Card_Service.DatePicker & NewerWidget>(true);
documented<DateTimePicker, GoogleAppsScript.Card_Service.DateTimePicker & NewerWidget>(true);
documented<TimePicker, GoogleAppsScript.Card_Service.TimePicker & NewerWidget>(true);

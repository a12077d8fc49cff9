import { instantOf } from '../../workspace/time-zone.ts';
import type { FormInputs } from './event.ts';

type Json = Record<string, unknown>;

interface InputWidget {
  kind: 'text' | 'choice' | 'DATE_ONLY' | 'DATE_AND_TIME' | 'TIME_ONLY';
  name: string;
  timezoneOffsetDate?: number;
}

/** Every input of a card, those in columns and switches too. */
function inputsOf(card: Json): InputWidget[] {
  const sections = (card['sections'] ?? []) as { widgets?: Json[] }[];
  return sections.flatMap((section) => (section.widgets ?? []).flatMap(inputIn));
}

function inputIn(widget: Json): InputWidget[] {
  const { textInput, selectionInput, dateTimePicker, decoratedText, columns } = widget as Record<string, Json | undefined>;
  if (textInput) return [{ kind: 'text', name: String(textInput['name']) }];
  if (selectionInput) return [{ kind: 'choice', name: String(selectionInput['name']) }];
  if (dateTimePicker) {
    const { name, type, timezoneOffsetDate } = dateTimePicker as unknown as { name: string; type: InputWidget['kind']; timezoneOffsetDate?: number };
    return [{ kind: type, name, ...(timezoneOffsetDate === undefined ? {} : { timezoneOffsetDate }) }];
  }
  const control = decoratedText?.['switchControl'] as { name: string } | undefined;
  if (control) return [{ kind: 'choice', name: control.name }];
  return ((columns?.['columnItems'] ?? []) as { widgets: Json[] }[]).flatMap((column) => column.widgets.flatMap(inputIn));
}

/**
 * What a person filled in, as the event object has it (event-objects.md, "formInputs"). Inputs left empty are not in it.
 * @param filled by field name, as the browser sends them: dates `2026-09-14`, times `09:30`, both `2026-09-14T09:30`
 * @param zone of the person
 */
export function formInputsOf(card: Json, filled: Readonly<Record<string, readonly string[]>>, zone: string): FormInputs {
  const inputs: FormInputs = {};
  for (const { kind, name, timezoneOffsetDate } of inputsOf(card)) {
    const values = (filled[name] ?? []).filter((value) => value !== '');
    const [first] = values;
    if (first === undefined) continue;
    const [year = 1970, month = 1, day = 1, hour = 0, minute = 0] = (kind === 'TIME_ONLY' ? `1970-01-01T${first}` : first).split(/[-T:]/).map(Number);
    if (kind === 'text' || kind === 'choice') inputs[name] = { stringInputs: { value: values } };
    else if (kind === 'TIME_ONLY') inputs[name] = { timeInput: { hours: hour, minutes: minute } };
    else if (kind === 'DATE_ONLY') inputs[name] = { dateInput: { msSinceEpoch: String(Date.UTC(year, month - 1, day)) } };
    else {
      const wall = Date.UTC(year, month - 1, day, hour, minute);
      const time = timezoneOffsetDate === undefined ? instantOf(zone, { year, month, day, hour, minute }) : wall - timezoneOffsetDate * 60_000;
      inputs[name] = { dateTimeInput: { hasDate: true, hasTime: true, msSinceEpoch: String(time) } };
    }
  }
  return inputs;
}

/** Inputs that an action needs and that are empty: it is not run then (docs/apps-script/reference/card-service/action.md). */
export function missingInputs(card: Json, action: { requiredWidgets?: string[]; allWidgetsAreRequired?: boolean }, filled: FormInputs): string[] {
  const needed = action.allWidgetsAreRequired ? inputsOf(card).map(({ name }) => name) : (action.requiredWidgets ?? []);
  return needed.filter((name) => !filled[name]);
}

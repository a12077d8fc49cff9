import { Group, Radios, TextInput } from '../../pages/inputs.tsx';
import { MomentInput } from '../../pages/moment.tsx';
import type { About } from '../concern.ts';
import type { ReportWords } from './report-words.tsx';

/** What the worry is about in plain words, and who gets it: the first thing that decides where it goes (B5, B18, B20). */
export function AboutField({ words, value, onInput }: { words: ReportWords; value: About | ''; onInput: (about: About) => void }) {
  return <Radios id="about" label="What is the worry about?" value={value} options={words.about} onInput={(about) => onInput(about as About)} />;
}

/** The kind of incident, if the reporter knows: whoever gets it classifies. */
export function KindField({ words: { KindOptions }, value, onInput }: { words: ReportWords; value: string; onInput: (typeId: string) => void }) {
  return (
    <Group id="typeHint" label="What kind of thing is it? (if you know)">
      <select class="govuk-select handrail-select" id="typeHint" name="typeHint" value={value} onInput={(event) => onInput(event.currentTarget.value)}>
        <KindOptions />
      </select>
    </Group>
  );
}

/** Danger is not for a form: ticking it says what to do instead. */
export function DangerField({
  words: { DangerNow },
  checked,
  telephone,
  onChange,
}: {
  words: ReportWords;
  checked: boolean;
  telephone: string;
  onChange: (danger: boolean) => void;
}) {
  return (
    <div class="govuk-form-group">
      <div class="govuk-checkboxes">
        <div class="govuk-checkboxes__item">
          <input
            class="govuk-checkboxes__input"
            type="checkbox"
            id="danger"
            name="danger"
            checked={checked}
            onChange={(event) => onChange(event.currentTarget.checked)}
          />
          <label class="govuk-label govuk-checkboxes__label" for="danger">
            Somebody is in danger now
          </label>
        </div>
      </div>
      <div role="alert">
        {checked && (
          <div class="handrail-guidance handrail-guidance--now">
            <DangerNow dslTelephone={telephone} />
          </div>
        )}
      </div>
    </div>
  );
}

/** @param value as the page's input holds it: the day and time by the clock of the place */
export function WhenField({ value, error, onInput }: { value: string; error: string | undefined; onInput: (value: string) => void }) {
  const now = () => localTime(new Date());
  return (
    <>
      <MomentInput
        id="happened"
        label="When did it happen? (if you know)"
        hint="The day is enough: leave 00:00."
        error={error}
        value={value}
        onInput={onInput}
      />
      <p class="govuk-body">
        <button type="button" class="handrail-link govuk-body" onClick={() => onInput(now())}>
          Just now
        </button>{' '}
        <button type="button" class="handrail-link govuk-body" onClick={() => onInput(`${now().slice(0, 10)}T00:00`)}>
          Today
        </button>
      </p>
    </>
  );
}

/** As an input for a day and time holds a moment. */
export function localTime(moment: Date): string {
  const local = new Date(moment.getTime() - moment.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 16);
}

export function PlaceFields({
  where,
  device,
  url,
  set,
}: {
  where: string;
  device: string;
  url: string;
  set: (part: { where?: string; device?: string; url?: string }) => void;
}) {
  return (
    <>
      <TextInput id="where" label="Where?" hint="A room, the bus, at home, online" value={where} onInput={(text) => set({ where: text })} />
      <TextInput
        id="device"
        label="On which device?"
        hint="Whose it is, and its number if it is the school’s"
        value={device}
        onInput={(text) => set({ device: text })}
      />
      <TextInput
        id="url"
        label="Which app or website?"
        hint="Its name or address. Do not open it again to look"
        value={url}
        onInput={(text) => set({ url: text })}
      />
    </>
  );
}

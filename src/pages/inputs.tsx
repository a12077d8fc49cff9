import type { ComponentChildren } from 'preact';

/** What all inputs share. The id is also the field's name in refusals, so that an error can lead to its input. */
export interface InputProps {
  id: string;
  label: ComponentChildren;
  hint?: ComponentChildren;
  error?: string | undefined;
}

/** Label, hint and error above the input, in the order in which they are read out. */
export function Group({ id, label, hint, error, children }: InputProps & { children: ComponentChildren }) {
  return (
    <div class={`govuk-form-group${error ? ' govuk-form-group--error' : ''}`}>
      <label class="govuk-label govuk-label--s" for={id}>
        {label}
      </label>
      <Hints id={id} hint={hint} error={error} />
      {children}
    </div>
  );
}

function Hints({ id, hint, error }: Pick<InputProps, 'id' | 'hint' | 'error'>) {
  return (
    <>
      {hint && (
        <div class="govuk-hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      {error && (
        <p class="govuk-error-message" id={`${id}-error`}>
          <span class="govuk-visually-hidden">Error:</span> {error}
        </p>
      )}
    </>
  );
}

export function describedBy({ id, hint, error }: Pick<InputProps, 'id' | 'hint' | 'error'>): string | undefined {
  return [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;
}

export function TextInput(
  props: InputProps & {
    value: string;
    onInput: (value: string) => void;
    type?: 'text' | 'email' | 'tel' | 'datetime-local';
    autocomplete?: string;
    /** What Enter does instead of sending the form. */
    onEnter?: () => void;
  },
) {
  return (
    <Group {...props}>
      <input
        class={`govuk-input${props.error ? ' govuk-input--error' : ''}`}
        id={props.id}
        name={props.id}
        // Preact types each kind of input on its own; these kinds differ in nothing that is used here.
        type={(props.type ?? 'text') as 'text'}
        autocomplete={props.autocomplete ?? 'off'}
        aria-describedby={describedBy(props)}
        value={props.value}
        onInput={(event) => props.onInput(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !props.onEnter) return;
          event.preventDefault();
          props.onEnter();
        }}
      />
    </Group>
  );
}

export function TextArea(props: InputProps & { value: string; onInput: (value: string) => void; rows?: number }) {
  return (
    <Group {...props}>
      <textarea
        class={`govuk-textarea${props.error ? ' govuk-textarea--error' : ''}`}
        id={props.id}
        name={props.id}
        rows={props.rows ?? 5}
        aria-describedby={describedBy(props)}
        value={props.value}
        onInput={(event) => props.onInput(event.currentTarget.value)}
      />
    </Group>
  );
}

export function Select(props: InputProps & { value: string; options: readonly { value: string; text: string }[]; onInput: (value: string) => void }) {
  return (
    <Group {...props}>
      <select
        class={`govuk-select${props.error ? ' govuk-select--error' : ''}`}
        id={props.id}
        name={props.id}
        aria-describedby={describedBy(props)}
        value={props.value}
        onInput={(event) => props.onInput(event.currentTarget.value)}
      >
        {props.options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
    </Group>
  );
}

/** Nothing is chosen until the person chooses. */
export function Radios(
  props: InputProps & { value: string; options: readonly { value: string; text: string; hint?: string }[]; onInput: (value: string) => void; inline?: boolean },
) {
  return (
    <div class={`govuk-form-group${props.error ? ' govuk-form-group--error' : ''}`}>
      <fieldset class="govuk-fieldset" aria-describedby={describedBy(props)}>
        <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{props.label}</legend>
        <Hints {...props} />
        <div class={`govuk-radios${props.inline ? ' govuk-radios--inline' : ''}`}>
          {props.options.map((option, index) => (
            <div class="govuk-radios__item" key={option.value}>
              <input
                class="govuk-radios__input"
                type="radio"
                id={index === 0 ? props.id : `${props.id}-${index}`}
                name={props.id}
                value={option.value}
                checked={props.value === option.value}
                onChange={() => props.onInput(option.value)}
              />
              <label class="govuk-label govuk-radios__label" for={index === 0 ? props.id : `${props.id}-${index}`}>
                {option.text}
              </label>
              {option.hint && <div class="govuk-hint govuk-radios__hint">{option.hint}</div>}
            </div>
          ))}
        </div>
      </fieldset>
    </div>
  );
}

/** Several ticks under one question. The first has the question's id, so that an error leads to it. */
export function Ticks({ children, ...props }: InputProps & { children: ComponentChildren }) {
  return (
    <div class={`govuk-form-group${props.error ? ' govuk-form-group--error' : ''}`}>
      <fieldset class="govuk-fieldset" aria-describedby={describedBy(props)}>
        <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{props.label}</legend>
        <Hints {...props} />
        <div class="govuk-checkboxes govuk-checkboxes--small">{children}</div>
      </fieldset>
    </div>
  );
}

/** One tick; several of them stand in a `govuk-checkboxes` of their own. */
export function Checkbox({
  id,
  label,
  hint,
  error,
  checked,
  onChange,
  children,
}: InputProps & { checked: boolean; onChange: (checked: boolean) => void; children?: ComponentChildren }) {
  return (
    <div class="govuk-checkboxes__item">
      <input
        class="govuk-checkboxes__input"
        type="checkbox"
        id={id}
        name={id}
        aria-describedby={describedBy({ id, hint, error })}
        checked={checked}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <label class="govuk-label govuk-checkboxes__label" for={id}>
        {label}
      </label>
      {hint && (
        <div class="govuk-hint govuk-checkboxes__hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      {children && <div class="handrail-below-tick">{children}</div>}
    </div>
  );
}

/** Says what it is doing while it does it, and cannot be pressed twice. */
export function Button({ children, busy, secondary, onPress }: { children: ComponentChildren; busy?: boolean; secondary?: boolean; onPress?: () => void }) {
  return (
    <button
      type={onPress ? 'button' : 'submit'}
      class={`govuk-button${secondary ? ' govuk-button--secondary' : ''}`}
      aria-disabled={busy ? 'true' : undefined}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else onPress?.();
      }}
    >
      {busy ? 'One moment…' : children}
    </button>
  );
}

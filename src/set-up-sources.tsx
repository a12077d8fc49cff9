import { useState } from 'preact/hooks';
import { Button } from './pages/inputs.tsx';
import { call } from './pages/server.ts';
import { ErrorSummary } from './pages/shell.tsx';
import { useWork } from './pages/work.ts';
import { KINDS } from './school/roll.ts';
import { type PeopleSource, SOURCE_KINDS } from './school/sources.ts';
import type { SourceLine } from './set-up.ts';

const FROM: Record<PeopleSource['from'], string> = { group: 'Google Group', unit: 'Organisational unit', course: 'Classroom course' };
const NEW: SourceLine = { from: 'group', name: '', kind: 'pupil', className: '', result: null };

/** A line as it is typed, told apart from the others while their places change. */
interface TypedLine extends SourceLine {
  id: number;
}

function typedLines(sources: readonly SourceLine[]): TypedLine[] {
  return sources.map((source, id) => ({ ...source, id }));
}

/** Part 2, below the file: groups, units and courses that people are taken from every night. */
export function Sources({ sources, reload }: { sources: SourceLine[]; reload: () => Promise<void> }) {
  const [lines, setLines] = useState(() => typedLines(sources));
  const { busy, error, said, doing } = useWork();
  const change = (id: number, part: Partial<SourceLine>) => setLines(lines.map((line) => (line.id === id ? { ...line, ...part } : line)));
  const save = () =>
    doing('sources', async () => {
      const { value } = await call('saveSources', { sources: lines.map(({ from, name, kind, className }) => ({ from, name, kind, className })) });
      setLines(typedLines(value.sources));
      await reload();
      return `Saved. ${value.people} people are on the list.`;
    });

  return (
    <div id="sources" tabIndex={-1}>
      <h3 class="govuk-heading-s">Also take people from</h3>
      <p class="govuk-body">
        Every night, and when you save. Whoever is in the file stays as the file says. A group gives its direct members if the role account is a manager of it;
        units and courses must be switched on first (going-live.md says how).
      </p>
      <ErrorSummary errors={error ? [error] : []} />
      {lines.length > 0 && <Lines lines={lines} change={change} remove={(id) => setLines(lines.filter((line) => line.id !== id))} />}
      <p class="govuk-body" role="status">
        {busy !== null ? 'Looking there. With many groups this takes a minute…' : said}
      </p>
      <div class="govuk-button-group">
        <Button secondary onPress={() => setLines([...lines, { ...NEW, id: Math.max(-1, ...lines.map(({ id }) => id)) + 1 }])}>
          Add a group or unit
        </Button>
        {(lines.length > 0 || sources.length > 0) && (
          <Button busy={busy !== null} onPress={save}>
            Save and take them now
          </Button>
        )}
      </div>
    </div>
  );
}

interface LinesProps {
  lines: TypedLine[];
  change: (id: number, part: Partial<SourceLine>) => void;
  remove: (id: number) => void;
}

function Lines({ lines, change, remove }: LinesProps) {
  return (
    <div style="overflow-x: auto">
      <table class="govuk-table">
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">
            {['From', 'Address, path or name', 'They are', 'Class', 'Last time', ''].map((heading) => (
              <th class="govuk-table__header" scope="col" key={heading}>
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody class="govuk-table__body">
          {lines.map((line, index) => (
            <tr class="govuk-table__row" key={line.id}>
              <td class="govuk-table__cell">
                <Choice
                  label={`Line ${index + 1}: from`}
                  value={line.from}
                  options={SOURCE_KINDS.map((value) => ({ value, text: FROM[value] }))}
                  onInput={(from) => change(line.id, { from })}
                />
              </td>
              <td class="govuk-table__cell">
                <Words label={`Line ${index + 1}: address, path or name`} value={line.name} onInput={(name) => change(line.id, { name })} />
              </td>
              <td class="govuk-table__cell">
                <Choice
                  label={`Line ${index + 1}: they are`}
                  value={line.kind}
                  options={KINDS.map((value) => ({ value, text: value }))}
                  onInput={(kind) => change(line.id, { kind })}
                />
              </td>
              <td class="govuk-table__cell">
                <Words label={`Line ${index + 1}: class`} value={line.className} onInput={(className) => change(line.id, { className })} short />
              </td>
              <td class="govuk-table__cell">{resultOf(line)}</td>
              <td class="govuk-table__cell">
                <button type="button" class="govuk-button govuk-button--secondary" onClick={() => remove(line.id)}>
                  Remove<span class="govuk-visually-hidden"> line {index + 1}</span>
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function resultOf({ result }: SourceLine): string {
  if (result === null) return 'not read yet';
  return typeof result === 'number' ? `${result} people` : result;
}

interface ChoiceProps<Value extends string> {
  label: string;
  value: Value;
  options: { value: Value; text: string }[];
  onInput: (value: Value) => void;
}

function Choice<Value extends string>({ label, value, options, onInput }: ChoiceProps<Value>) {
  return (
    <select
      class="govuk-select"
      aria-label={label}
      value={value}
      onInput={(event) => {
        const chosen = options.find((option) => option.value === event.currentTarget.value);
        if (chosen) onInput(chosen.value);
      }}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.text}
        </option>
      ))}
    </select>
  );
}

function Words({ label, value, short, onInput }: { label: string; value: string; short?: boolean; onInput: (value: string) => void }) {
  return (
    <input
      class={`govuk-input${short ? ' govuk-input--width-5' : ''}`}
      aria-label={label}
      autocomplete="off"
      value={value}
      onInput={(event) => onInput(event.currentTarget.value)}
    />
  );
}

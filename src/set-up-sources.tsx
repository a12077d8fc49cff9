import { useState } from 'preact/hooks';
import { Button, Select, TextInput } from './pages/inputs.tsx';
import { call } from './pages/server.ts';
import { ErrorSummary } from './pages/shell.tsx';
import { useWork } from './pages/work.ts';
import { KINDS } from './school/roll.ts';
import { type PeopleSource, SOURCE_KINDS } from './school/sources.ts';
import type { SourceLine } from './set-up.ts';

/** What each place is called, and what it is found by. */
const FROM: Record<PeopleSource['from'], { title: string; name: string }> = {
  group: { title: 'Google Group', name: 'Its address' },
  unit: { title: 'Organisational unit', name: 'Its path, such as /Pupils/Year 3' },
  course: { title: 'Classroom course', name: 'Its name' },
};
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
      {lines.map((line, index) => (
        <Line
          key={line.id}
          line={line}
          number={index + 1}
          change={(part) => setLines(lines.map((each) => (each.id === line.id ? { ...each, ...part } : each)))}
          remove={() => setLines(lines.filter((each) => each.id !== line.id))}
        />
      ))}
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

interface LineProps {
  line: TypedLine;
  number: number;
  change: (part: Partial<SourceLine>) => void;
  remove: () => void;
}

function Line({ line, number, change, remove }: LineProps) {
  const id = (field: string) => `source-${line.id}-${field}`;
  return (
    <fieldset class="govuk-fieldset">
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">Line {number}</legend>
      <p class="govuk-hint">{resultOf(line)}</p>
      <div class="handrail-beside">
        <Select
          id={id('from')}
          label="From"
          value={line.from}
          options={SOURCE_KINDS.map((value) => ({ value, text: FROM[value].title }))}
          onInput={(from) => change({ from: SOURCE_KINDS.find((each) => each === from) ?? line.from })}
        />
        <TextInput id={id('name')} label={FROM[line.from].name} value={line.name} onInput={(name) => change({ name })} />
        <Select
          id={id('kind')}
          label="They are"
          value={line.kind}
          options={KINDS.map((value) => ({ value, text: value }))}
          onInput={(kind) => change({ kind: KINDS.find((each) => each === kind) ?? line.kind })}
        />
        <TextInput id={id('class')} label="Class, if one" value={line.className} onInput={(className) => change({ className })} />
      </div>
      <button type="button" class="govuk-button govuk-button--secondary" onClick={remove}>
        Remove<span class="govuk-visually-hidden"> line {number}</span>
      </button>
    </fieldset>
  );
}

function resultOf({ result }: SourceLine): string {
  if (result === null) return 'Not read yet';
  return typeof result === 'number' ? `Last time: ${result} people` : result;
}

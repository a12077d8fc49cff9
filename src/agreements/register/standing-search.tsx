import { useEffect, useRef, useState } from 'preact/hooks';
import { Button, Select, TextInput } from '../../pages/inputs.tsx';
import { call } from '../../pages/server.ts';
import { ErrorSummary } from '../../pages/shell.tsx';
import { useWork } from '../../pages/work.ts';
import { NO_CLASS } from '../asking/members.ts';
import { SIGNING } from '../audience.ts';
import { FILTERS, type StandingLine, type Wanted } from './find-standings.ts';
import type { AgreementInUse } from './see-agreements.ts';

/** Nobody in particular. */
export const EVERYBODY: Wanted = { text: '', agreementId: '', group: '', state: '' };

const TAGS: Record<StandingLine['state'], string> = {
  'in force': 'green',
  'awaiting approval': 'blue',
  declined: 'purple',
  outstanding: 'orange',
  overdue: 'red',
  'not asked': 'grey',
  closed: 'grey',
};

interface Found {
  wanted: Wanted;
  lines: StandingLine[];
  total: number;
}

/**
 * Finds where people stand, by name, class and state.
 * @param preset what another part of the page asks to be shown; each new one is looked up at once
 */
export function StandingSearch({ agreements, preset, address }: { agreements: AgreementInUse[]; preset: Wanted | null; address: string }) {
  const [wanted, setWanted] = useState(EVERYBODY);
  const [found, setFound] = useState<Found | null>(null);
  const { busy, error, said, doing } = useWork();
  const heading = useRef<HTMLHeadingElement>(null);

  const search = (next: Wanted) =>
    doing('text', async () => {
      const { value } = await call('findStandings', { ...next, from: 0 });
      setFound({ wanted: next, ...value });
      return '';
    });
  const more = () =>
    doing('more', async () => {
      if (!found) return '';
      const { value } = await call('findStandings', { ...found.wanted, from: found.lines.length });
      setFound({ ...found, lines: [...found.lines, ...value.lines], total: value.total });
      return `${value.lines.length} more.`;
    });

  useEffect(() => {
    if (!preset) return;
    setWanted(preset);
    void search(preset);
  }, [preset]);
  // Whoever asked for them is led to them.
  useEffect(() => {
    if (found && found.lines.length <= 50) heading.current?.focus();
  }, [found?.wanted]);

  return (
    <section aria-labelledby="find">
      <h2 class="govuk-heading-m" id="find">
        Find people
      </h2>
      <ErrorSummary errors={error ? [error] : []} />
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void search(wanted);
        }}
      >
        <TextInput
          id="text"
          label="Name or class"
          hint="The beginning is enough: “khan” or “3a am”. Leave it empty for everybody."
          value={wanted.text}
          onInput={(text) => setWanted({ ...wanted, text })}
        />
        <div class="handrail-beside">
          <Select
            id="search-state"
            label="State"
            value={wanted.state}
            options={[{ value: '', text: 'Any, but closed' }, ...FILTERS.map((filter) => ({ value: filter, text: filter }))]}
            onInput={(state) => setWanted({ ...wanted, state: state as Wanted['state'] })}
          />
          <Select
            id="search-agreement"
            label="Agreement"
            value={wanted.agreementId}
            options={[{ value: '', text: 'All' }, ...agreements.map(({ id, title }) => ({ value: id, text: title }))]}
            onInput={(agreementId) => setWanted({ ...wanted, agreementId, group: '' })}
          />
        </div>
        {wanted.group && (
          <p class="govuk-body">
            Only {wanted.group}.{' '}
            <button type="button" class="handrail-link" onClick={() => setWanted({ ...wanted, group: '' })}>
              All groups
            </button>
          </p>
        )}
        <Button busy={busy === 'text'}>Search</Button>
      </form>
      <p class="govuk-body" role="status">
        {said}
      </p>
      {found && (
        <>
          <h3 class="govuk-heading-s" tabIndex={-1} ref={heading}>
            {found.total === 0 ? 'Nobody was found' : `${found.total} found${titleOf(found.wanted)}`}
          </h3>
          {isClass(found) && (
            <p class="govuk-body">
              <a class="govuk-link" href={`${address}?page=class&class=${encodeURIComponent(found.wanted.group)}`}>
                The page of {found.wanted.group}, with its sheet to print
              </a>
            </p>
          )}
          <ul class="govuk-list handrail-lines">
            {found.lines.map((line) => (
              <Line key={line.key} line={line} address={address} />
            ))}
          </ul>
          {found.lines.length < found.total && (
            <Button secondary busy={busy === 'more'} onPress={more}>
              Show more ({found.total - found.lines.length} left)
            </Button>
          )}
        </>
      )}
    </section>
  );
}

/** Whether all that were found are of one class: adults' groups are named for what they are, years hold several classes. */
function isClass({ wanted: { group }, lines }: Found): boolean {
  const isAdults = Object.values(SIGNING).some(({ name }) => name === group);
  return group !== '' && group !== NO_CLASS && !isAdults && lines.length > 0 && lines.every((line) => line.group === group);
}

function titleOf({ group, state }: Wanted): string {
  return [group, state]
    .filter((part) => part !== '')
    .map((part) => `, ${part}`)
    .join('');
}

function Line({ line, address }: { line: StandingLine; address: string }) {
  return (
    <li>
      <strong>{line.name}</strong>, {line.group} <strong class={`govuk-tag govuk-tag--${TAGS[line.state]}`}>{line.state}</strong>
      <br />
      {line.agreement}
      {line.version > 0 && `, version ${line.version}`}
      {detailsOf(line)}
      <br />
      {line.responseId && (
        <>
          <a class="govuk-link" href={`${address}?page=copy&signature=${encodeURIComponent(line.responseId)}`}>
            Signed copy<span class="govuk-visually-hidden"> of {line.name}</span>
          </a>
          {' · '}
        </>
      )}
      <a class="govuk-link" href={`${address}?page=person&person=${encodeURIComponent(line.person)}`}>
        Everything about {line.name}
      </a>
    </li>
  );
}

function detailsOf({ due, told, signed, accessEnds, note }: StandingLine): string {
  const mails = told === 0 ? 'no mail yet' : told === 1 ? '1 mail sent' : `${told} mails sent`;
  return [
    ...(due ? [`due ${due}, ${mails}`] : []),
    ...(signed ? [`signed ${signed}`] : []),
    ...(accessEnds ? [`access ends ${accessEnds}`] : []),
    ...(note ? [note] : []),
  ]
    .map((part) => `. ${part.charAt(0).toUpperCase()}${part.slice(1)}`)
    .join('');
}

import { type Bar, emptyCounts, SEGMENTS, type Segment } from './overview.ts';

/** What each part of a bar is called beside its number. */
const SAID: Record<Segment, string> = {
  'in force': 'in force',
  'awaiting approval': 'awaiting approval',
  declined: 'declined or withdrawn',
  outstanding: 'outstanding',
  overdue: 'overdue',
  'not asked': 'not asked',
};

/** The picture: for each group a bar, and the same in words. Pressing a group's name shows its people. */
export function StandingBars({ bars, caption, onGroup }: { bars: readonly Bar[]; caption: string; onGroup: (group: string) => void }) {
  if (bars.length === 0) return <p class="govuk-body">There is nobody on the list of people whom this is for.</p>;
  return (
    <table class="govuk-table handrail-bars">
      <caption class="govuk-table__caption govuk-visually-hidden">{caption}</caption>
      <thead class="govuk-table__head">
        <tr class="govuk-table__row">
          <th scope="col" class="govuk-table__header">
            Group
          </th>
          <th scope="col" class="govuk-table__header">
            Where they stand
          </th>
        </tr>
      </thead>
      <tbody class="govuk-table__body">
        {bars.length > 1 && <BarRow bar={sumOf(bars)} name="All together" />}
        {bars.map((bar) => (
          <BarRow key={bar.group} bar={bar} name={bar.group} onPress={() => onGroup(bar.group)} />
        ))}
      </tbody>
    </table>
  );
}

function BarRow({ bar, name, onPress }: { bar: Bar; name: string; onPress?: () => void }) {
  const parts = SEGMENTS.filter((segment) => bar.counts[segment] > 0);
  return (
    <tr class="govuk-table__row">
      <th scope="row" class="govuk-table__header">
        {onPress ? (
          <button type="button" class="handrail-link" onClick={onPress}>
            {name}
          </button>
        ) : (
          name
        )}{' '}
        <span class="handrail-bars__all govuk-body-s">{bar.people}</span>
      </th>
      <td class="govuk-table__cell">
        <div class="handrail-bars__bar" aria-hidden="true">
          {parts.map((segment) => (
            <div key={segment} class={`handrail-bars__part ${looksOf(segment)}`} style={{ flexGrow: bar.counts[segment] }} />
          ))}
        </div>
        <ul class="handrail-bars__said govuk-body-s">
          {parts.map((segment) => (
            <li key={segment}>
              <span class={`handrail-bars__key ${looksOf(segment)}`} aria-hidden="true" />
              <strong>{bar.counts[segment]}</strong> {SAID[segment]}
            </li>
          ))}
        </ul>
      </td>
    </tr>
  );
}

function sumOf(bars: readonly Bar[]): Bar {
  const counts = emptyCounts();
  for (const bar of bars) for (const segment of SEGMENTS) counts[segment] += bar.counts[segment];
  return { group: '', people: bars.reduce((sum, { people }) => sum + people, 0), counts };
}

function looksOf(segment: Segment): string {
  return `is-${segment.replace(/ /g, '-')}`;
}

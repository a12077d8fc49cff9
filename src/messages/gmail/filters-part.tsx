import { useState } from 'preact/hooks';
import { Button } from '../../pages/inputs.tsx';
import { Said } from '../../pages/said.tsx';
import { call } from '../../pages/server.ts';
import { ErrorSummary } from '../../pages/shell.tsx';
import { useWork } from '../../pages/work.ts';
import type { FiltersSeen } from './see-mail-rules.ts';

/** What the safeguarding mailbox has, and the press that mends it. */
export function FiltersPart({ filters: first }: { filters: FiltersSeen }) {
  const [filters, setFilters] = useState(first);
  const { busy, error, said, doing } = useWork();
  const isRight = filters.missing === 0 && filters.changed === 0;
  const mend = () =>
    void doing('', async () => {
      const { value } = await call('mendMailFilters', {});
      setFilters(value);
      return value.missing === 0 && value.changed === 0
        ? 'Every filter is there now: it was read back from Gmail.'
        : 'Something is still not right. Press once more.';
    });
  return (
    <>
      <p class="govuk-body">
        They keep copies out of spam and put a label on those with certain words, by category and how urgent they often are. They help somebody who looks into
        the mailbox; nothing is decided by them.
      </p>
      <ErrorSummary errors={error ? [error] : []} />
      <p class="govuk-body">{inWords(filters)}</p>
      <Said words={said} />
      {!isRight && (
        <Button busy={busy !== null} onPress={mend}>
          Mend the filters
        </Button>
      )}
      {filters.strange.length > 0 && (
        <>
          <p class="govuk-body">
            There are filters that Handrail did not make. Nobody else should sort this mailbox: sign in as the role account and remove them in Gmail’s settings.
          </p>
          <ul class="govuk-list govuk-list--bullet">
            {filters.strange.map((filter) => (
              <li key={filter}>{filter}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function inWords({ there, missing, changed }: FiltersSeen): string {
  if (missing === 0 && changed === 0) return `All ${there} filters are there, as they should be.`;
  return [
    `${there} of ${there + missing} filters are as they should be.`,
    ...(missing > 0 ? [`${missing} ${missing === 1 ? 'is' : 'are'} missing.`] : []),
    ...(changed > 0 ? [`${changed} ${changed === 1 ? 'is an old one or was' : 'are old ones or were'} changed by hand.`] : []),
  ].join(' ');
}

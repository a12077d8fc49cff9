import { useState } from 'preact/hooks';
import { Button } from '../../pages/inputs.tsx';
import { call } from '../../pages/server.ts';
import { ErrorSummary } from '../../pages/shell.tsx';
import { useWork } from '../../pages/work.ts';
import type { AgreementInUse } from './see-agreements.ts';

/** Looks at the forms of all agreements, one agreement after the other: each takes some seconds. */
export function FormsCheck({ agreements, address }: { agreements: AgreementInUse[]; address: string }) {
  const [at, setAt] = useState(0);
  const [troubles, setTroubles] = useState<{ id: string; title: string; problems: string[] }[]>([]);
  const work = useWork();
  const isChecking = work.busy === 'forms';
  const check = () =>
    work.doing('forms', async () => {
      const found: typeof troubles = [];
      setTroubles([]);
      for (const [index, { id, title }] of agreements.entries()) {
        setAt(index + 1);
        const { problems } = (await call('checkForms', { id })).value;
        if (problems.length > 0) found.push({ id, title, problems });
        setTroubles([...found]);
      }
      return found.length === 0 ? 'All forms can be answered and say what was put into use.' : 'Some forms must be mended: they are listed below.';
    });
  return (
    <>
      <ErrorSummary errors={work.error ? [{ message: work.error.message }] : []} />
      <Button secondary busy={isChecking} onPress={check}>
        Check all forms
      </Button>
      <p class="govuk-body" role="status">
        {isChecking ? `Looking at the forms of ${at} of ${agreements.length}` : work.said}
      </p>
      {troubles.length > 0 && (
        <ul class="govuk-list handrail-lines">
          {troubles.map(({ id, title, problems }) => (
            <li key={id}>
              <a class="govuk-link" href={`${address}?page=agreement&id=${encodeURIComponent(id)}`}>
                {title}
              </a>
              <br />
              {problems.join(' ')}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

import { useState } from 'preact/hooks';
import { Button, TextArea } from '../pages/inputs.tsx';
import { call } from '../pages/server.ts';
import { ErrorSummary } from '../pages/shell.tsx';
import { useWork } from '../pages/work.ts';
import type { FoundAgreement } from './import.ts';

const TEXT = 'own-text';

/** The school's own staff agreement, pasted: what was recognised is shown before it becomes a form. */
export function ImportAgreement({ reload }: { reload: () => Promise<void> }) {
  const [text, setText] = useState('');
  const [found, setFound] = useState<FoundAgreement[]>([]);
  const { busy, error, said, doing } = useWork();

  const read = () =>
    doing(TEXT, async () => {
      setFound((await call('readOwnAgreement', { text })).value.found);
      return '';
    });
  const publish = (agreement: FoundAgreement) =>
    doing(TEXT, async () => {
      await call('publishOwnAgreement', { agreement });
      setFound([]);
      setText('');
      await reload();
      return `“${agreement.title}” is in use now.`;
    });

  return (
    <>
      <h2 class="govuk-heading-m">Use your own staff agreement</h2>
      <ErrorSummary errors={error ? [error] : []} />
      <p class="govuk-body" role="status">
        {said}
      </p>
      <TextArea
        id={TEXT}
        label="Text of your agreement"
        hint="Copy the agreement, or the whole policy, from your document and paste it here."
        rows={6}
        value={text}
        onInput={setText}
      />
      <Button secondary busy={busy !== null} onPress={read}>
        Read it
      </Button>
      {found.map((agreement, index) => (
        <section class="govuk-inset-text" key={`${index}-${agreement.title}`} aria-label={agreement.title}>
          <h3 class="govuk-heading-s">
            {agreement.title} (for {agreement.audience})
          </h3>
          <ol class="govuk-list govuk-list--number">
            {agreement.clauses.map((clause, place) => (
              <li key={`${place}-${clause.slice(0, 20)}`}>{clause}</li>
            ))}
          </ol>
          <p class="govuk-body">Signed with: {agreement.signatureFields.join('; ') || 'nothing recognised'}</p>
          {agreement.audience === 'staff' && (
            <Button busy={busy !== null} onPress={() => publish(agreement)}>
              Use this for staff
            </Button>
          )}
        </section>
      ))}
    </>
  );
}

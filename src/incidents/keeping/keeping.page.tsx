import { useState } from 'preact/hooks';
import { Button, TextInput } from '../../pages/inputs.tsx';
import { call } from '../../pages/server.ts';
import { Page, startPage, useLoaded } from '../../pages/shell.tsx';
import { useNotice } from '../../pages/small-form.tsx';
import { KeptCaseCard } from './kept-case.tsx';
import type { Keeping, KeptCase } from './see-keeping.ts';
import { Leftovers, WaitingErasures } from './waiting-erasures.tsx';

startPage(({ parameter }) => <KeepingPage first={parameter['reference'] ?? ''} />);

function KeepingPage({ first }: { first: string }) {
  const [reference, setReference] = useState(first);
  // Another case is another page: nothing of the last one stays on it.
  return <Cases key={reference} reference={reference} onFind={setReference} />;
}

function Cases({ reference, onFind }: { reference: string; onFind: (reference: string) => void }) {
  const [loaded, reload] = useLoaded(() => call('seeKeeping', { reference }));
  return (
    <Page title="Keeping and erasing" loaded={loaded} {...(reference === '' ? {} : { back: { text: 'All cases', page: 'keeping' } })}>
      {(keeping, visit) => <Lists keeping={keeping} address={visit.school.address} reload={reload} onFind={onFind} />}
    </Page>
  );
}

function Lists({ keeping, address, reload, onFind }: { keeping: Keeping; address: string; reload: () => Promise<void>; onFind: (reference: string) => void }) {
  const [notice, onDone] = useNotice(reload);
  const { asked, due, held, next, more, years } = keeping;
  const shared = { address, onDone };
  return (
    <>
      {notice}
      {asked && (
        <>
          <ul class="govuk-list handrail-lines">
            <KeptCaseCard kept={asked.kept} id="asked" {...shared} />
          </ul>
          <h2 class="govuk-heading-m">Where else it lies</h2>
          <p class="govuk-body">Erasing it deletes its files and desk entries. These copies a person must see to:</p>
          <ul class="govuk-list govuk-list--bullet">
            {asked.copies.map((copy) => (
              <li key={copy}>{copy}</li>
            ))}
          </ul>
        </>
      )}
      <WaitingErasures waiting={keeping.waiting} {...shared} />
      <Leftovers leftovers={keeping.leftovers} onDone={onDone} />
      {!asked && (
        <>
          <p class="govuk-body">
            {`Nothing is ever erased by itself. A pupil’s case is reviewed ${years.pupilYears} years after birth, any other ${years.adultYears} years after it was closed: the school’s settings. There is no period in law: check with your local authority.`}
          </p>
          <Cards title="Due for review" none="No case is due for review." cases={due} id="due" {...shared} />
          <Cards title="On hold" none="No case is on hold." cases={held} id="held" {...shared} />
          <Cards title="Next to come up" none="No other case has been closed." cases={next} id="next" {...shared} />
          {more > 0 && <p class="govuk-body">And {more} more later.</p>}
          <Find onFind={onFind} />
        </>
      )}
    </>
  );
}

interface CardsProps {
  title: string;
  none: string;
  cases: KeptCase[];
  id: string;
  address: string;
  onDone: (said: string) => Promise<void>;
}

function Cards({ title, none, cases, id, address, onDone }: CardsProps) {
  return (
    <>
      <h2 class="govuk-heading-m">{title}</h2>
      {cases.length === 0 ? (
        <p class="govuk-body">{none}</p>
      ) : (
        <ul class="govuk-list handrail-lines">
          {cases.map((kept) => (
            <KeptCaseCard key={kept.reference} kept={kept} id={`${id}-${kept.reference}`} address={address} onDone={onDone} />
          ))}
        </ul>
      )}
    </>
  );
}

function Find({ onFind }: { onFind: (reference: string) => void }) {
  const [typed, setTyped] = useState('');
  const find = () => {
    if (typed.trim() !== '') onFind(typed.trim().toUpperCase());
  };
  return (
    <>
      <h2 class="govuk-heading-m">Another case</h2>
      <TextInput id="reference" label="Reference" hint="Like C-7XKM2Q." value={typed} onInput={setTyped} onEnter={find} />
      <Button secondary onPress={find}>
        Show it
      </Button>
    </>
  );
}

import { useState } from 'preact/hooks';
import { Button, Select } from '../../pages/inputs.tsx';
import { call } from '../../pages/server.ts';
import { ErrorSummary, Page, startPage, useLoaded } from '../../pages/shell.tsx';
import { useWork } from '../../pages/work.ts';
import { AgreementsInUse } from './agreements-in-use.tsx';
import type { Wanted } from './find-standings.ts';
import { FormsCheck } from './forms-check.tsx';
import { HeldBack } from './held-back.tsx';
import { NeedsList } from './needs-list.tsx';
import type { Overview, RunningRound } from './see-agreements.ts';
import { StandingBars } from './standing-bars.tsx';
import { EVERYBODY, StandingSearch } from './standing-search.tsx';

startPage(Agreements);

function Agreements() {
  const [loaded, reload] = useLoaded(() => call('seeAgreements', {}));
  return (
    <Page title="Agreements" loaded={loaded}>
      {(overview, visit) => <Sections overview={overview} address={visit.school.address} reload={reload} />}
    </Page>
  );
}

function Sections({ overview, address, reload }: { overview: Overview; address: string; reload: () => Promise<void> }) {
  const [agreementId, setAgreementId] = useState('');
  const [preset, setPreset] = useState<Wanted | null>(null);
  const work = useWork();
  const { busy, error, said, doing } = work;
  const { agreements, pictures, rounds, counted } = overview;
  const bars = pictures.find((picture) => picture.agreementId === agreementId)?.bars ?? [];
  const find = (wanted: Partial<Wanted>) => setPreset({ ...EVERYBODY, ...wanted });
  const countAgain = () =>
    doing('', async () => {
      await reload();
      return 'Counted again.';
    });

  return (
    <>
      <ErrorSummary errors={error ? [error] : []} />
      <h2 class="govuk-heading-m">To be done</h2>
      <NeedsList overview={overview} address={address} onFind={(state) => find({ state })} />
      <HeldBack heldBack={overview.heldBack} work={work} reload={reload} />
      {rounds.map((round) => (
        <Progress key={round.id} round={round} />
      ))}

      <h2 class="govuk-heading-m">Where everybody stands</h2>
      {agreements.length > 1 && (
        <Select
          id="agreement"
          label="Agreement"
          value={agreementId}
          options={[{ value: '', text: 'All' }, ...agreements.map(({ id, title }) => ({ value: id, text: title }))]}
          onInput={setAgreementId}
        />
      )}
      <StandingBars bars={bars} caption="Where everybody stands, by group" onGroup={(group) => find({ group, agreementId })} />
      <p class="govuk-body-s" role="status">
        Counted at {counted}. {said}
      </p>
      <Button secondary busy={busy !== null} onPress={countAgain}>
        Count again
      </Button>

      <StandingSearch agreements={agreements} preset={preset} address={address} />

      <h2 class="govuk-heading-m">In use</h2>
      <AgreementsInUse agreements={agreements} retired={overview.retired} address={address} />
      {agreements.length > 0 && <FormsCheck agreements={agreements} address={address} />}
      <ul class="govuk-list govuk-list--spaced">
        <li>
          <a class="govuk-link" href={`${address}?page=publish`}>
            Put another agreement into use
          </a>
        </li>
        <li>
          <a class="govuk-link" href={`${address}?page=round`}>
            Ask people to sign: the year’s round
          </a>
        </li>
        <li>
          <a class="govuk-link" href={`${address}?page=agreement-settings`}>
            How people are asked and reminded
          </a>
        </li>
      </ul>
    </>
  );
}

function Progress({ round }: { round: RunningRound }) {
  return (
    <div class="govuk-inset-text">
      People are being asked, to sign by {round.due}: {round.titles.join('; ')}. {round.asked} asked, {round.left} still to be asked. This goes on by itself.
    </div>
  );
}

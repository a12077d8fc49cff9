import { useRef, useState } from 'preact/hooks';
import { Fold } from '../../pages/fold.tsx';
import { Button, TextInput } from '../../pages/inputs.tsx';
import { SaveFile } from '../../pages/save-file.tsx';
import { call, PressKeys } from '../../pages/server.ts';
import { Page, startPage, useLoaded } from '../../pages/shell.tsx';
import { useNotice, useSmallForm } from '../../pages/small-form.tsx';
import { Warning } from '../../pages/warning.tsx';
import { PersonPicker } from '../../school/person-picker.tsx';
import { CasesToCheck, CheckingHelp, useChecking } from './checking.tsx';
import { PressForm } from './press-form.tsx';
import type { OpenTransfer, TransferLine, Transfers } from './see-transfers.ts';

type OnDone = (said: string) => Promise<void>;

const TITLE = 'Pupils’ files to other schools';

startPage(({ parameter }) => (parameter['transfer'] ? <One subject={parameter['transfer']} /> : <All />));

function All() {
  const [loaded, reload] = useLoaded(() => call('seeTransfers', {}));
  return (
    <Page title={TITLE} loaded={loaded}>
      {(transfers, visit) => <List transfers={transfers} address={visit.school.address} reload={reload} />}
    </Page>
  );
}

function List({ transfers, address, reload }: { transfers: Transfers; address: string; reload: () => Promise<void> }) {
  const [notice, onDone] = useNotice(reload);
  const { open, over, counted } = transfers;
  return (
    <>
      {notice}
      <p class="govuk-body">
        {`When a pupil moves, the child-protection file follows as soon as possible, within five days: counted as ${counted} after the move was known. It goes apart from the main file, safely, and the next school confirms that it has it. The log keeps its cases.`}
      </p>
      <h2 class="govuk-heading-m">Under way</h2>
      {open.length === 0 && <p class="govuk-body">No file is on its way.</p>}
      <ul class="govuk-list handrail-lines">
        {open.map((line) => (
          <li key={line.subject}>
            <h3 class="govuk-heading-s govuk-!-margin-bottom-1">
              <a class="govuk-link" href={`${address}?page=transfer&transfer=${encodeURIComponent(line.subject)}`}>
                {line.name} to {line.school}
              </a>
            </h3>
            <StateWords line={line} />
            <p class="govuk-body">{factsOf(line)}</p>
          </li>
        ))}
      </ul>
      <Start onDone={onDone} />
      {over.length > 0 && (
        <>
          <h2 class="govuk-heading-m">Over</h2>
          <ul class="govuk-list">
            {over.map((line) => (
              <li key={line.subject}>
                {line.name} to {line.school}: {line.stopped ? `stopped. ${line.stopped}` : `received ${line.received}, ${line.receivedBy}.`}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

/** In words and colour: never colour alone. */
function StateWords({ line: { state, due, when, isLate } }: { line: TransferLine }) {
  const colour = isLate
    ? 'govuk-tag--red'
    : state === 'to be sent'
      ? 'govuk-tag--blue'
      : state === 'waiting for the receipt'
        ? 'govuk-tag--yellow'
        : 'govuk-tag--grey';
  return (
    <p class="govuk-body handrail-tags">
      <strong class={`govuk-tag ${colour}`}>{state === 'to be sent' ? `to be sent by ${due}, ${when}` : state}</strong>
    </p>
  );
}

function factsOf({ known, contact, packMade, sent, how, toWhom, chased, lastChased }: TransferLine): string {
  const facts = [
    `The move was known on ${known}. Contact: ${contact}.`,
    packMade && `Last PDF made ${packMade}.`,
    sent && `Sent ${sent} to ${toWhom}: ${how}.`,
    chased > 0 && `Receipt asked for ${chased === 1 ? 'once' : `${chased} times`}, last ${lastChased}.`,
  ];
  return facts.filter(Boolean).join(' ');
}

function Start({ onDone }: { onDone: OnDone }) {
  const [pupil, setPupil] = useState<{ email: string; name: string } | null>(null);
  const [typed, setTyped] = useState({ school: '', contact: '', known: '' });
  const { busy, idOf, errorFor, problem, send } = useSmallForm('new', onDone);
  const request = { pupil: pupil?.email ?? '', ...typed };
  const start = () =>
    send(request, async (key) => {
      await call('startTransfer', { key, ...request });
      setPupil(null);
      setTyped({ school: '', contact: '', known: '' });
      return 'The transfer is in the list.';
    });
  const input = (name: keyof typeof typed, label: string, hint: string) => (
    <TextInput
      id={idOf(name)}
      label={label}
      hint={hint}
      error={errorFor(name)}
      value={typed[name]}
      onInput={(value) => setTyped({ ...typed, [name]: value })}
    />
  );
  return (
    <>
      <h2 class="govuk-heading-m">A pupil moves</h2>
      {problem}
      {pupil ? (
        <p class="govuk-body">
          {pupil.name}.{' '}
          <button type="button" class="handrail-link" onClick={() => setPupil(null)}>
            Somebody else
          </button>
        </p>
      ) : (
        <PersonPicker
          id={idOf('pupil')}
          label="Pupil"
          hint="Type the beginning of a name and choose."
          error={errorFor('pupil')}
          find={async (text) => (await call('findPeople', { text })).value}
          onPick={setPupil}
        />
      )}
      {input('school', 'Next school', 'Its name and place.')}
      {input('contact', 'Whom to send it to', 'The safeguarding lead there, with telephone or address. Ring the school to make sure.')}
      {input('known', 'When the school knew of the move', 'The days are counted from it. For example 27/3/2027.')}
      <Button secondary busy={busy} onPress={start}>
        Start the transfer
      </Button>
    </>
  );
}

function One({ subject }: { subject: string }) {
  const [loaded, reload] = useLoaded(() => call('openTransfer', { subject }));
  return (
    <Page title={loaded.state === 'here' ? `File of ${loaded.value.transfer.name}` : TITLE} loaded={loaded} back={{ text: 'All transfers', page: 'transfer' }}>
      {(open) => <Transfer key={open.stamp} open={open} reload={reload} />}
    </Page>
  );
}

function Transfer({ open, reload }: { open: OpenTransfer; reload: () => Promise<void> }) {
  const { transfer, cases, stamp, isOpen, toPrevent } = open;
  const [notice, onDone] = useNotice(reload);
  // What the pupil only saw, or is connected with in another way, goes when a person says so.
  const checking = useChecking(cases.filter(({ role }) => role === 'witness' || role === 'other').map(({ reference }) => reference));
  const keys = useRef(new PressKeys());
  const { subject } = transfer;
  return (
    <>
      {notice}
      <StateWords line={transfer} />
      <p class="govuk-body">
        To {transfer.school}. {factsOf(transfer)}
      </p>
      {transfer.prevent && <p class="govuk-body">Prevent and Channel: {transfer.prevent}</p>}
      {transfer.received && <p class="govuk-body">{`Received ${transfer.received}: ${transfer.receivedBy}`}</p>}
      {isOpen && toPrevent.length > 0 && (
        <Warning>{`${toPrevent.join(', ')}: referred to Prevent. Consider telling the next school before the file arrives.`}</Warning>
      )}
      {isOpen && <Steps transfer={transfer} onDone={onDone} />}
      <h2 class="govuk-heading-m">The file</h2>
      <p class="govuk-body">
        {`${cases.length === 0 ? 'No case' : cases.length === 1 ? 'One case' : `${cases.length} cases`} that you may read ${cases.length === 1 ? 'concerns' : 'concern'} this pupil. `}
        There may be others that you may not read: ask the headteacher. The names of other children and their families are blacked out; files of cases are not
        in the PDF.
      </p>
      {cases.length > 0 && <CheckingHelp checking={checking} />}
      <CasesToCheck cases={cases} checking={checking} />
      {isOpen && (
        <SaveFile
          key={checking.print}
          fetch={async () => {
            const content = { subject, ...checking.changes, stamp };
            return (await call('makeTransferPdf', { key: keys.current.keyFor(content), ...content })).value;
          }}
          ready="The PDF is ready. Read it before it goes out."
        >
          I have checked it: make the PDF
        </SaveFile>
      )}
    </>
  );
}

const DAY = 'Like 27/3/2027.';

/** What comes next in a transfer. */
function Steps({ transfer: { subject, state }, onDone }: { transfer: TransferLine; onDone: OnDone }) {
  return (
    <>
      {state === 'to be sent' ? (
        <Fold summary="It has been sent">
          <PressForm
            id="sent"
            asks={[
              { name: 'on', label: 'On which day', hint: DAY },
              { name: 'how', label: 'How', hint: 'By hand against a signature, by a secure file transfer, by recorded post.' },
              { name: 'toWhom', label: 'To whom' },
              {
                name: 'prevent',
                label: 'Prevent and Channel',
                hint: 'Where the pupil is or was supported by Channel, consider telling the next school before the file arrives. What was decided, and why; leave empty where it does not apply.',
                isLong: true,
              },
            ]}
            button="Record that it was sent"
            press={async (key, typed) => {
              await call('sendTransfer', { key, subject, ...typed });
              return 'Recorded: it was sent. Now wait for the receipt.';
            }}
            onDone={onDone}
          />
        </Fold>
      ) : (
        <>
          <Fold summary="They have it">
            <PressForm
              id="received"
              asks={[
                { name: 'on', label: 'On which day they confirmed it', hint: DAY },
                { name: 'who', label: 'Who confirmed it' },
              ]}
              button="Record the receipt"
              press={async (key, typed) => {
                await call('receiveTransfer', { key, subject, ...typed });
                return 'Recorded: they have it. The transfer is over.';
              }}
              onDone={onDone}
            />
          </Fold>
          <Fold summary="Ask for the receipt">
            <PressForm
              id="chased"
              asks={[{ name: 'note', label: 'Whom you asked, and how' }]}
              button="Record that you asked"
              press={async (key, typed) => {
                await call('chaseTransfer', { key, subject, ...typed });
                return 'Recorded: they were asked for the receipt.';
              }}
              onDone={onDone}
            />
          </Fold>
        </>
      )}
      <Fold summary="Stop the transfer">
        <PressForm
          id="stopped"
          asks={[{ name: 'why', label: 'Why', hint: 'The pupil stays, or it was started by mistake.', isLong: true }]}
          button="Stop it"
          press={async (key, typed) => {
            await call('stopTransfer', { key, subject, ...typed });
            return 'The transfer is stopped.';
          }}
          onDone={onDone}
        />
      </Fold>
    </>
  );
}

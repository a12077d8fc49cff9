import { useRef, useState } from 'preact/hooks';
import { Fold } from '../../pages/fold.tsx';
import { Button, TextInput } from '../../pages/inputs.tsx';
import { SaveFile } from '../../pages/save-file.tsx';
import { call, PressKeys } from '../../pages/server.ts';
import { Page, startPage, useLoaded } from '../../pages/shell.tsx';
import { useNotice, useSmallForm } from '../../pages/small-form.tsx';
import { PersonPicker } from '../../school/person-picker.tsx';
import { CasesToCheck, CheckingHelp, useChecking } from './checking.tsx';
import { PressForm } from './press-form.tsx';
import type { OpenRequest, RequestLine } from './see-requests.ts';

type OnDone = (said: string) => Promise<void>;

startPage(({ parameter }) => (parameter['request'] ? <Request subject={parameter['request']} /> : <Requests />));

function Requests() {
  const [loaded, reload] = useLoaded(() => call('seeRequests', {}));
  return (
    <Page title="What is recorded about somebody" loaded={loaded}>
      {({ open, answered }, visit) => <List open={open} answered={answered} address={visit.school.address} reload={reload} />}
    </Page>
  );
}

function List({ open, answered, address, reload }: { open: RequestLine[]; answered: RequestLine[]; address: string; reload: () => Promise<void> }) {
  const [notice, onDone] = useNotice(reload);
  return (
    <>
      {notice}
      <p class="govuk-body">
        Somebody may ask what the school has recorded about them. They are answered within one calendar month. Each of you makes a part of the answer from the
        cases that you may read; a request about yourself is not in your list.
      </p>
      <h2 class="govuk-heading-m">To be answered</h2>
      {open.length === 0 && <p class="govuk-body">Nobody waits for an answer.</p>}
      <ul class="govuk-list handrail-lines">
        {open.map((line) => (
          <li key={line.subject}>
            <h3 class="govuk-heading-s govuk-!-margin-bottom-1">
              <a class="govuk-link" href={`${address}?page=subject-access&request=${encodeURIComponent(line.subject)}`}>
                {line.name}
              </a>
            </h3>
            <Due line={line} />
            <p class="govuk-body">{factsOf(line)}</p>
          </li>
        ))}
      </ul>
      <NewRequest onDone={onDone} />
      {answered.length > 0 && (
        <>
          <h2 class="govuk-heading-m">Answered</h2>
          <ul class="govuk-list">
            {answered.map((line) => (
              <li key={line.subject}>
                {line.name}: answered {line.answered}. {line.how}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

/** In words and colour: never colour alone. */
function Due({ line: { due, when, isLate } }: { line: RequestLine }) {
  return (
    <p class="govuk-body handrail-tags">
      <strong class={`govuk-tag ${isLate ? 'govuk-tag--red' : 'govuk-tag--blue'}`}>{`due ${due}, ${when}`}</strong>
    </p>
  );
}

function factsOf({ askedBy, received, extended, parts }: RequestLine): string {
  const facts = [`${askedBy} asked on ${received}.`, extended && `More time was taken: ${extended}.`, parts.length > 0 && `Parts made: ${parts.join('; ')}.`];
  return facts.filter(Boolean).join(' ');
}

function NewRequest({ onDone }: { onDone: OnDone }) {
  const [person, setPerson] = useState<{ email: string; name: string } | null>(null);
  const [askedBy, setAskedBy] = useState('');
  const [received, setReceived] = useState('');
  const { busy, idOf, errorFor, problem, send } = useSmallForm('new', onDone);
  const request = { person: person ? person.email || person.name : '', askedBy, received };
  const record = () =>
    send(request, async (key) => {
      await call('recordRequest', { key, ...request });
      setPerson(null);
      setAskedBy('');
      setReceived('');
      return 'The request is in the list.';
    });
  return (
    <>
      <h2 class="govuk-heading-m">Record a request</h2>
      {problem}
      {person ? (
        <p class="govuk-body">
          About {person.name}.{' '}
          <button type="button" class="handrail-link" onClick={() => setPerson(null)}>
            Somebody else
          </button>
        </p>
      ) : (
        <PersonPicker
          id={idOf('person')}
          label="Whom it is about"
          hint="Type the beginning of a name and choose, or the whole name of somebody from outside."
          error={errorFor('person')}
          find={async (text) => (await call('findPeople', { text })).value}
          mayType
          onPick={setPerson}
        />
      )}
      <TextInput
        id={idOf('askedBy')}
        label="Who asks"
        hint="The person, or for a child a parent. Make sure that it is them."
        error={errorFor('askedBy')}
        value={askedBy}
        onInput={setAskedBy}
      />
      <TextInput
        id={idOf('received')}
        label="When it came in"
        hint="The month begins on this day. For example 27/3/2027."
        error={errorFor('received')}
        value={received}
        onInput={setReceived}
      />
      <Button secondary busy={busy} onPress={record}>
        Record the request
      </Button>
    </>
  );
}

function Request({ subject }: { subject: string }) {
  const [loaded, reload] = useLoaded(() => call('openRequest', { subject }));
  const title = loaded.state === 'here' ? `What is recorded about ${loaded.value.request.name}` : 'What is recorded about somebody';
  return (
    <Page title={title} loaded={loaded} back={{ text: 'All requests', page: 'subject-access' }}>
      {(open) => <Answer key={open.stamp} open={open} reload={reload} />}
    </Page>
  );
}

function Answer({ open, reload }: { open: OpenRequest; reload: () => Promise<void> }) {
  const { request, cases, raised, stamp } = open;
  const [notice, onDone] = useNotice(reload);
  const checking = useChecking([]);
  const keys = useRef(new PressKeys());
  const { subject } = request;
  return (
    <>
      {notice}
      <Due line={request} />
      <p class="govuk-body">{factsOf(request)}</p>
      {request.answered === '' ? <Clock subject={subject} onDone={onDone} /> : <p class="govuk-body">{`Answered ${request.answered}: ${request.how}`}</p>}
      <h2 class="govuk-heading-m">Your part</h2>
      <p class="govuk-body">
        {`${cases.length === 0 ? 'No case' : cases.length === 1 ? 'One case' : `${cases.length} cases`} that you may read ${cases.length === 1 ? 'names' : 'name'} this person. `}
        Cases in which they are only mentioned in a text are not found: search for the name. Agreements are on their own page.
      </p>
      {raised.length > 0 && <p class="govuk-body">Raised a concern on: {raised.join(', ')}.</p>}
      {cases.length > 0 && <CheckingHelp checking={checking} />}
      <CasesToCheck cases={cases} checking={checking} />
      {request.answered === '' && (
        <SaveFile
          key={checking.print}
          fetch={async () => {
            const content = { subject, ...checking.changes, stamp };
            const { value } = await call('makeAccessPdf', { key: keys.current.keyFor(content), ...content });
            return value;
          }}
          ready="The PDF is ready. Read it before it goes out."
        >
          I have checked it: make the PDF
        </SaveFile>
      )}
    </>
  );
}

function Clock({ subject, onDone }: { subject: string; onDone: OnDone }) {
  return (
    <>
      <Fold summary="Take more time">
        <p class="govuk-body">Where a request is complex, up to two months more. Tell whoever asked within the first month, with the reason.</p>
        <PressForm
          id="extend"
          asks={[
            { name: 'until', label: 'Answered by', hint: 'A day, like 27/3/2027.' },
            { name: 'why', label: 'Why', isLong: true },
          ]}
          button="Take more time"
          press={async (key, typed) => {
            await call('extendRequest', { key, subject, ...typed });
            return `It is due on ${typed.until} now.`;
          }}
          onDone={onDone}
        />
      </Fold>
      <Fold summary="They have been answered">
        <PressForm
          id="answer"
          asks={[
            { name: 'on', label: 'On which day', hint: 'Like 27/3/2027.' },
            { name: 'how', label: 'How', hint: 'What was given to whom, or why it was refused.', isLong: true },
          ]}
          button="Record the answer"
          press={async (key, typed) => {
            await call('answerRequest', { key, subject, ...typed });
            return 'Recorded: they have been answered.';
          }}
          onDone={onDone}
        />
      </Fold>
    </>
  );
}

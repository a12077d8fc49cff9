import { useRef, useState } from 'preact/hooks';
import { Button, Checkbox, Radios, Select, TextArea, TextInput } from '../../pages/inputs.tsx';
import { call, PressKeys } from '../../pages/server.ts';
import { ErrorSummary, Page, startPage, useLoaded } from '../../pages/shell.tsx';
import { useWork } from '../../pages/work.ts';
import type { Waiting, WaitingLine } from './see-waiting.ts';
import { tickOf, WaitingList } from './waiting-list.tsx';

const SEEN = 'seenInPerson';
const ENDS = 'accessEnds';
const OTHER_DAY = 'other-day';
const REASON = 'reason';
/** The server's name for the ticks: an error there leads to the first of them. */
const SIGNATURES = 'signatures';

startPage(Approve);

function Approve() {
  const [loaded, reload] = useLoaded(() => call('seeWaiting', {}));
  return (
    <Page title="Agreements to approve" loaded={loaded}>
      {(waiting) => <Approvals waiting={waiting} reload={reload} />}
    </Page>
  );
}

function Approvals({ waiting, reload }: { waiting: Waiting; reload: () => Promise<void> }) {
  const [ticked, setTicked] = useState<string[]>([]);
  const [order, setOrder] = useState<'oldest' | 'newest'>('oldest');
  const [seen, setSeen] = useState(false);
  const [ends, setEnds] = useState('');
  const [otherDay, setOtherDay] = useState('');
  const [reason, setReason] = useState('');
  const [toPrint, setToPrint] = useState<WaitingLine[]>([]);
  const { busy, error, said, doing } = useWork();
  const keys = useRef(new PressKeys());

  const groups = order === 'oldest' ? waiting.groups : waiting.groups.map((group) => ({ ...group, lines: [...group.lines].reverse() }));
  const lines = groups.flatMap((group) => group.lines);
  // What somebody else has decided meanwhile is no longer in the list; the other ticks stay.
  const chosen = lines.filter(({ responseId }) => ticked.includes(responseId));
  const responseIds = chosen.map(({ responseId }) => responseId);
  const unseen = chosen.filter(({ wants }) => wants.seeing);
  const guests = chosen.filter(({ wants }) => wants.lastDay);
  const errorFor = (field: string) => (error?.field === field ? error.message : undefined);

  const decide = (field: string, work: () => Promise<string>) =>
    doing(field, async () => {
      setToPrint([]);
      try {
        const done = await work();
        keys.current.answered();
        setTicked([]);
        setSeen(false);
        setReason('');
        await reload();
        return done;
      } catch (failure) {
        // The list as it is now shows what stood in the way.
        await reload().catch(() => undefined);
        throw failure;
      }
    });

  const approve = () =>
    decide(SIGNATURES, async () => {
      const accessEnds = ends === OTHER_DAY ? otherDay : ends;
      const request = { responseIds, accessEnds: guests.length > 0 ? accessEnds : '', seenInPerson: unseen.length > 0 && seen };
      const { value } = await call('countersign', { key: keys.current.keyFor(['approve', request]), ...request });
      setToPrint(chosen.filter(({ getsMail }) => !getsMail));
      return `${value.approved === 1 ? 'One agreement has' : `${value.approved} agreements have`} been approved; the signers get a mail about their copy.`;
    });

  const sendBack = () =>
    decide(REASON, async () => {
      const { value } = await call('sendBack', { key: keys.current.keyFor(['back', responseIds, reason]), responseIds, reason });
      const untold = value.untold > 0 ? ` ${value.untold} of them could not be told by mail: speak to them.` : '';
      return `${value.sentBack === 1 ? 'One agreement has' : `${value.sentBack} agreements have`} been sent back with your reason.${untold}`;
    });

  return (
    <>
      <ErrorSummary errors={error ? [{ ...error, field: fieldOf(error.field, lines, ends) }] : []} />
      <p class="govuk-body" role="status">
        {said}
      </p>
      <ToPrint lines={toPrint} />
      {lines.length === 0 ? (
        <p class="govuk-body">Nothing waits for your approval.</p>
      ) : (
        <>
          <p class="govuk-body">By approving, you confirm that the person may be set up on the school’s systems.</p>
          {lines.length > 1 && (
            <Select
              id="order"
              label="Show first"
              value={order}
              options={[
                { value: 'oldest', text: 'who has waited longest' },
                { value: 'newest', text: 'who signed last' },
              ]}
              onInput={(value) => setOrder(value as typeof order)}
            />
          )}
          <WaitingList groups={groups} chosen={responseIds} onChoose={setTicked} />
          {unseen.length > 0 && (
            <div class={`govuk-form-group${errorFor(SEEN) ? ' govuk-form-group--error' : ''}`}>
              {errorFor(SEEN) && (
                <p class="govuk-error-message" id={`${SEEN}-error`}>
                  <span class="govuk-visually-hidden">Error:</span> {errorFor(SEEN)}
                </p>
              )}
              <Checkbox
                id={SEEN}
                error={errorFor(SEEN)}
                label={`I have seen ${namesOf(unseen)} in person and know who they are`}
                checked={seen}
                onChange={setSeen}
              />
            </div>
          )}
          {guests.length > 0 && <LastDay guests={guests} ends={waiting.ends} error={errorFor(ENDS)} {...{ value: ends, otherDay, setEnds, setOtherDay }} />}
          <Button busy={busy === SIGNATURES} onPress={approve}>
            Approve those ticked
          </Button>
          <h2 class="govuk-heading-m">Not right?</h2>
          <TextArea
            id={REASON}
            label="Why those ticked must sign again"
            hint="They get your words by mail with the link to the form."
            rows={3}
            error={errorFor(REASON)}
            value={reason}
            onInput={setReason}
          />
          <Button secondary busy={busy === REASON} onPress={sendBack}>
            Send back those ticked
          </Button>
        </>
      )}
      {waiting.own.length > 0 && <p class="govuk-inset-text">Your own signature waits as well ({waiting.own.join('; ')}): somebody else must approve it.</p>}
    </>
  );
}

function LastDay({
  guests,
  ends,
  value,
  otherDay,
  error,
  setEnds,
  setOtherDay,
}: {
  guests: WaitingLine[];
  ends: Waiting['ends'];
  value: string;
  otherDay: string;
  error: string | undefined;
  setEnds: (value: string) => void;
  setOtherDay: (value: string) => void;
}) {
  return (
    <>
      <Radios
        id={ENDS}
        label={`Last day of access for ${namesOf(guests)}`}
        hint="Guests’ access ends by itself; they are reminded some days before."
        error={value === OTHER_DAY ? undefined : error}
        value={value}
        options={[...ends.map(({ day, text }) => ({ value: day, text: `${day} (${text})` })), { value: OTHER_DAY, text: 'Another day' }]}
        onInput={setEnds}
      />
      {value === OTHER_DAY && (
        <TextInput
          id={OTHER_DAY}
          label="Which day"
          hint="For example 21/07/2027; a year from now at most."
          error={error}
          value={otherDay}
          onInput={setOtherDay}
        />
      )}
    </>
  );
}

function ToPrint({ lines }: { lines: WaitingLine[] }) {
  if (lines.length === 0) return null;
  return (
    <div class="govuk-inset-text">
      <p class="govuk-body">No mail can go to these people. Print their copies and hand them over:</p>
      <ul class="govuk-list">
        {lines.map(({ responseId, name, copy }) => (
          <li key={responseId}>
            <a class="govuk-link" href={copy}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

function namesOf(lines: readonly WaitingLine[]): string {
  return lines.map(({ name }) => name).join(', ');
}

/** The input that a refusal leads to. */
function fieldOf(field: string | undefined, lines: readonly WaitingLine[], ends: string): string | undefined {
  const [first] = lines;
  if (field === SIGNATURES) return first && tickOf(first.responseId);
  return field === ENDS && ends === OTHER_DAY ? OTHER_DAY : field;
}

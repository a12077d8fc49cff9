import { PressForm } from '../../incidents/keeping/press-form.tsx';
import { Fold, FoldedPart } from '../../pages/fold.tsx';
import { Button } from '../../pages/inputs.tsx';
import { call } from '../../pages/server.ts';
import { useSmallForm } from '../../pages/small-form.tsx';
import { DISPOSITION_WORDS } from '../words.ts';
import { FlagGlimpse } from './flag-glimpse.tsx';
import type { BriefFlag, FlagErasure, FlagsToErase } from './flags-to-erase.ts';

type OnDone = (said: string) => Promise<void>;

const WHY = { name: 'why', label: 'Why', hint: 'It stays on record: name nobody, and do not repeat what is to be erased.', isLong: true } as const;
const WHAT_GOES =
  'Somebody else must approve it. Then what was kept of the message is erased for good, and the copy in the safeguarding mailbox with it: for good, or into the bin there if the school has not allowed more, and this page says so. Those who sent and got it keep theirs, and so does Google Vault if the school has it: ask an administrator.';

/** Asks for settled flags to be erased, one or many. */
export function AskToErase({ flags, id, button, onDone }: { flags: readonly string[]; id: string; button: string; onDone: OnDone }) {
  return (
    <>
      <p class="govuk-body">{WHAT_GOES} It no longer counts in how often rules were right.</p>
      <PressForm
        id={id}
        asks={[WHY]}
        button={button}
        press={async (key, typed) => {
          await call('askFlagErasure', { key, flags: [...flags], ...typed });
          return `Somebody else has been asked to approve that ${messages(flags.length)} erased.`;
        }}
        onDone={onDone}
      />
    </>
  );
}

/** What waits for a second person, and what is old enough to go; nothing goes by itself (rule 15). */
export function FlagsToEraseParts({ list, onDone }: { list: FlagsToErase; onDone: OnDone }) {
  const { erasures, old, oldTotal, inBin } = list;
  return (
    <>
      {erasures.length > 0 && (
        <section aria-labelledby="erasures">
          <h2 class="govuk-heading-m" id="erasures" tabIndex={-1}>
            To erase: waiting for a second person
          </h2>
          <ul class="govuk-list handrail-lines">
            {erasures.map((erasure, index) => (
              <Waiting key={erasure.flags[0]} erasure={erasure} number={index + 1} onDone={onDone} />
            ))}
          </ul>
        </section>
      )}
      {inBin > 0 && (
        <p class="govuk-body">
          {inBin === 1 ? 'One erased message lies' : `${inBin} erased messages lie`} in the bin of the safeguarding mailbox, which Gmail empties after 30 days:
          sign in there and empty it, if that is too long.
        </p>
      )}
      {oldTotal > 0 && (
        <FoldedPart id="old" title="Settled more than a year ago" brief={`${oldTotal}`}>
          <p class="govuk-body">
            Without a case. Nothing is ever erased by itself. {oldTotal > old.length && `These are the ${old.length} oldest; the next come after them.`}
          </p>
          <Briefs lines={old} />
          <AskToErase
            flags={old.map(({ flag }) => flag)}
            id="retire"
            button={old.length === 1 ? 'Ask for it to be erased' : `Ask for these ${old.length} to be erased`}
            onDone={onDone}
          />
        </FoldedPart>
      )}
    </>
  );
}

function Waiting({ erasure, number, onDone }: { erasure: FlagErasure; number: number; onDone: OnDone }) {
  const { flags, lines, why, askedBy, askedAt, isMine } = erasure;
  const id = `erasure-${number}`;
  const which = (
    <span class="govuk-visually-hidden">
      : asked by {askedBy} on {askedAt}
    </span>
  );
  return (
    <li>
      <h3 class="govuk-heading-s govuk-!-margin-bottom-1">Erase {flags.length === 1 ? 'one message' : `${flags.length} messages`}?</h3>
      <p class="govuk-body govuk-!-margin-bottom-1">
        {askedBy} asked for it on {askedAt}. {lines.length < flags.length && 'You may decide this without reading all of them. Ask them about it.'}
      </p>
      <p class="govuk-body handrail-said" dir="auto">
        {why}
      </p>
      {lines.length > 0 && (
        <Fold summary={<>Look at what goes{which}</>}>
          <Briefs lines={lines} />
        </Fold>
      )}
      {isMine ? (
        <p class="govuk-body">You asked for it yourself: somebody else has to approve it.</p>
      ) : (
        <Fold summary={<>Approve it{which}</>}>
          <Approve flags={flags} id={id} onDone={onDone} />
        </Fold>
      )}
      <Fold
        summary={
          <>
            {isMine ? 'Take it back' : 'Refuse it'}
            {which}
          </>
        }
      >
        <PressForm
          id={`${id}-refuse`}
          asks={[{ ...WHY, hint: 'It stays on record: name nobody.' }]}
          button={isMine ? 'Take it back' : 'Refuse it'}
          press={async (key, typed) => {
            await call('refuseFlagErasure', { key, flags, ...typed });
            return `Nothing is erased: ${flags.length === 1 ? 'the message stays' : `the ${flags.length} messages stay`}.`;
          }}
          onDone={onDone}
        />
      </Fold>
    </li>
  );
}

function Approve({ flags, id, onDone }: { flags: string[]; id: string; onDone: OnDone }) {
  const { busy, problem, send } = useSmallForm(id, onDone);
  return (
    <>
      {problem}
      <p class="govuk-body">Nobody can bring {flags.length === 1 ? 'it' : 'them'} back.</p>
      <Button
        busy={busy}
        onPress={() =>
          send(flags, async (key) => {
            await call('approveFlagErasure', { key, flags });
            return `It will be done within the hour: ${messages(flags.length)} erased for good, with the mailbox’s copy.`;
          })
        }
      >
        Erase {flags.length === 1 ? 'it' : `these ${flags.length}`} for good
      </Button>
    </>
  );
}

function Briefs({ lines }: { lines: readonly BriefFlag[] }) {
  return (
    <ul class="govuk-list">
      {lines.map(({ flag, about, received, disposition }) => (
        <li key={flag}>
          <FlagGlimpse flag={flag} label={`${about}, ${received}: ${disposition === '' ? 'waiting' : DISPOSITION_WORDS[disposition].toLowerCase()}`} />
        </li>
      ))}
    </ul>
  );
}

function messages(count: number): string {
  return count === 1 ? 'one message is' : `${count} messages are`;
}

import { useRef, useState } from 'preact/hooks';
import { Button, Checkbox, Radios, TextInput } from '../../pages/inputs.tsx';
import { call, PressKeys, Refused } from '../../pages/server.ts';
import { ErrorSummary, Page, startPage, useLoaded } from '../../pages/shell.tsx';
import { useWork } from '../../pages/work.ts';
import { isoDayFrom, ukDate } from '../../school/calendar.ts';
import type { AgreementInUse, Overview } from '../register/see-agreements.ts';
import type { RoundPlan } from './plan-round.ts';

/** The server's names for the inputs. */
const AGREEMENTS = 'agreements';
const DUE = 'due';

startPage(Round);

function Round() {
  const [loaded] = useLoaded(() => call('seeAgreements', {}));
  return (
    <Page title="Ask people to sign" back={{ text: 'Agreements', page: 'agreements' }} loaded={loaded}>
      {(overview, visit) => <Plan overview={overview} address={visit.school.address} />}
    </Page>
  );
}

type Why = 'first' | 'year';

function Plan({ overview, address }: { overview: Overview; address: string }) {
  // A text for all classes is signed as each class's own.
  const all = overview.agreements.filter(({ audience, className }) => audience !== 'class' || className !== '');
  const unasked = all.filter(({ asks }) => !asks);
  const [why, setWhy] = useState<Why>(unasked.length > 0 ? 'first' : 'year');
  const [chosen, setChosen] = useState(() => defaultsFor(why, all));
  const [due, setDue] = useState(overview.signAgainBy);
  const [plan, setPlan] = useState<{ of: string; value: RoundPlan } | null>(null);
  const [started, setStarted] = useState(false);
  const { busy, error, said, doing } = useWork();
  const keys = useRef(new PressKeys());
  const offered = why === 'year' ? all.filter(({ isYearly }) => isYearly) : all;
  const agreements = offered.filter(({ id }) => chosen.includes(id)).map(({ id }) => id);
  const errorFor = (field: string) => (error?.field === field ? error.message : undefined);

  const wanted = () => {
    const day = isoDayFrom(due);
    if (day === null) throw new Refused('Enter the day by which everybody should have signed, like 21/09/2026', DUE);
    return { why, agreements, due: day };
  };
  const choose = (next: Why) => {
    setWhy(next);
    setChosen(defaultsFor(next, all));
  };
  const showPlan = (event: Event) => {
    event.preventDefault();
    void doing(AGREEMENTS, async () => {
      const request = wanted();
      const { value } = await call('planRound', request);
      setPlan({ of: JSON.stringify(request), value });
      return 'This is the plan. Nothing has been sent yet.';
    });
  };
  const start = () =>
    doing('start', async () => {
      const request = wanted();
      await call('startRound', { key: keys.current.keyFor(request), ...request });
      keys.current.answered();
      setStarted(true);
      return 'The round has started. People are asked part by part in the next minutes.';
    });

  if (started) {
    return (
      <>
        <p class="govuk-body" role="status">
          {said}
        </p>
        <p class="govuk-body">
          <a class="govuk-link" href={`${address}?page=agreements`}>
            See how far it is
          </a>
        </p>
      </>
    );
  }
  return (
    <>
      <ErrorSummary errors={error ? [error] : []} />
      <form noValidate onSubmit={showPlan}>
        <Radios
          id="why"
          label="What for?"
          value={why}
          options={[
            { value: 'first', text: 'Ask for agreements that are new', hint: 'Whoever has signed the text already is left alone.' },
            { value: 'year', text: 'The year’s round', hint: 'Everybody signs again what is signed every year.' },
          ]}
          onInput={(value) => choose(value as Why)}
        />
        <div class={`govuk-form-group${errorFor(AGREEMENTS) ? ' govuk-form-group--error' : ''}`}>
          <fieldset class="govuk-fieldset" id={AGREEMENTS} tabIndex={-1} aria-describedby={errorFor(AGREEMENTS) ? `${AGREEMENTS}-error` : undefined}>
            <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">Which agreements?</legend>
            {errorFor(AGREEMENTS) && (
              <p class="govuk-error-message" id={`${AGREEMENTS}-error`}>
                <span class="govuk-visually-hidden">Error:</span> {errorFor(AGREEMENTS)}
              </p>
            )}
            {offered.length === 0 && <p class="govuk-body">None is in use yet.</p>}
            <div class="govuk-checkboxes">
              {offered.map(({ id, title, isFor }) => (
                <Checkbox
                  key={id}
                  id={`agreement-${id}`}
                  label={title}
                  hint={`For ${isFor.join(', ')}`}
                  checked={chosen.includes(id)}
                  onChange={(checked) => setChosen(checked ? [...chosen, id] : chosen.filter((each) => each !== id))}
                />
              ))}
            </div>
          </fieldset>
        </div>
        <TextInput id={DUE} label="To be signed by" hint="For example 21/09/2026." error={errorFor(DUE)} value={due} onInput={setDue} />
        <Button busy={busy === AGREEMENTS}>Show the plan</Button>
      </form>
      <p class="govuk-body" role="status">
        {said}
      </p>
      {plan && plan.of === currentOf(why, agreements, due) && <PlanShown plan={plan.value} busy={busy === 'start'} onStart={start} />}
    </>
  );
}

/** What a plan was made for: when something else is chosen, it is a plan no more. */
function currentOf(why: Why, agreements: string[], due: string): string {
  return JSON.stringify({ why, agreements, due: isoDayFrom(due) });
}

function defaultsFor(why: Why, all: readonly AgreementInUse[]): string[] {
  return all.filter(({ asks, isYearly }) => (why === 'first' ? !asks : isYearly)).map(({ id }) => id);
}

function PlanShown({ plan, busy, onStart }: { plan: RoundPlan; busy: boolean; onStart: () => void }) {
  const people = plan.agreements.reduce((sum, each) => sum + each.people, 0);
  return (
    <>
      <h2 class="govuk-heading-m">The plan</h2>
      <ul class="govuk-list govuk-list--bullet">
        {plan.agreements.map(({ id, title, people: count, alreadyInForce }) => (
          <li key={id}>
            {title}: <strong>{count}</strong> to be asked{alreadyInForce > 0 && `, ${alreadyInForce} have signed already`}
          </li>
        ))}
      </ul>
      <p class="govuk-body">
        {plan.recipients === 1 ? 'One person gets a mail' : `${plan.recipients} people get a mail`}, one about everything of theirs. Mails go on days when the
        school is open{plan.days.length > 0 && `; with all reminders there are at most ${plan.mails}`}.
      </p>
      {plan.days.length > 0 && <Days days={plan.days} />}
      {plan.withoutAddress.length > 0 && (
        <details class="govuk-details">
          <summary class="govuk-details__summary">
            <span class="govuk-details__summary-text">{plan.withoutAddress.length} of whom nobody can be told by mail</span>
          </summary>
          <div class="govuk-details__text">
            <ul class="govuk-list">
              {plan.withoutAddress.map(({ name, group }, index) => (
                <li key={`${index}-${name}`}>
                  {name}, {group}
                </li>
              ))}
            </ul>
          </div>
        </details>
      )}
      {plan.problems.length > 0 && (
        <div class="govuk-inset-text">
          <p class="govuk-body">To look at before you start:</p>
          <ul class="govuk-list govuk-list--bullet">
            {plan.problems.map((problem) => (
              <li key={problem}>{problem}.</li>
            ))}
          </ul>
        </div>
      )}
      {people > 0 ? (
        <Button busy={busy} onPress={onStart}>
          {people === 1 ? 'Start: one agreement to be signed' : `Start: ${people} agreements to be signed`}
        </Button>
      ) : (
        <p class="govuk-body">There is nobody to be asked.</p>
      )}
    </>
  );
}

function Days({ days }: { days: RoundPlan['days'] }) {
  return (
    <table class="govuk-table">
      <caption class="govuk-table__caption govuk-table__caption--s">When mails go</caption>
      <thead class="govuk-table__head">
        <tr class="govuk-table__row">
          <th scope="col" class="govuk-table__header">
            Day
          </th>
          <th scope="col" class="govuk-table__header govuk-table__header--numeric">
            First mails
          </th>
          <th scope="col" class="govuk-table__header govuk-table__header--numeric">
            Reminders at most
          </th>
        </tr>
      </thead>
      <tbody class="govuk-table__body">
        {days.map(({ day, mails, reminders }) => (
          <tr class="govuk-table__row" key={day}>
            <th scope="row" class="govuk-table__header">
              {ukDate(day)}
            </th>
            <td class="govuk-table__cell govuk-table__cell--numeric">{mails}</td>
            <td class="govuk-table__cell govuk-table__cell--numeric">{reminders}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

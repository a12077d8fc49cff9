import { useEffect, useRef, useState } from 'preact/hooks';
import { localTime } from '../../incidents/reporting/report-fields.tsx';
import type { VisitFacts } from '../../pages/answer.ts';
import { Button, TextArea } from '../../pages/inputs.tsx';
import { momentOf } from '../../pages/moment.tsx';
import { call } from '../../pages/server.ts';
import { ErrorSummary } from '../../pages/shell.tsx';
import { useSmallForm } from '../../pages/small-form.tsx';
import { standingsOf, verdictOf } from '../checks/verdict.ts';
import type { ConsiderationId } from '../considerations.ts';
import type { Attended } from '../lesson.ts';
import type { RecordedLesson } from '../log/record-lesson.ts';
import { DoNotStart } from './do-not-start.tsx';
import { type GivenTicks, ticksThatHold, withTicks } from './given-ticks.ts';
import { LessonHead, type Typed } from './lesson-head.tsx';
import { LookAgain } from './look-again.tsx';
import type { LessonAsked } from './look-at-lesson.ts';
import { OnLog } from './on-log.tsx';
import type { OpenedLesson } from './open-lesson.ts';
import { PointsPart } from './points-part.tsx';
import type { Look } from './use-look.ts';
import { VerdictBar } from './verdict-bar.tsx';
import { WrongFirst } from './wrong-first.tsx';

/** A lesson of the length that most have, in minutes, and to which minutes its beginning is rounded. */
const LENGTH = 45;
const ROUNDED = 5;
/** After the last key: a date is typed in parts. */
const PAUSE_MS = 700;

/** What a lesson that begins now would be, as doors take it. */
export function typedNow(): Typed {
  const step = ROUNDED * 60_000;
  const start = Math.ceil(Date.now() / step) * step;
  return { what: '', start: new Date(start).toISOString(), end: new Date(start + LENGTH * 60_000).toISOString() };
}

/** Every consideration with what is known of it, ticks for the rest, and one press that records. */
export function CheckForm({
  opened,
  look: { look, asked, busy, error },
  facts,
  attended,
  school,
  given,
  isUnreadable,
  onTicks,
  onRecorded,
}: {
  opened: OpenedLesson;
  look: Look;
  /** What the page was opened with, also while it is left out. */
  facts: LessonAsked['facts'];
  attended: readonly Attended[] | null;
  school: VisitFacts['school'];
  given: GivenTicks;
  isUnreadable: boolean;
  onTicks: (given: GivenTicks) => void;
  onRecorded: (recorded: RecordedLesson) => void;
}) {
  const [note, setNote] = useState(opened.onLog?.note ?? '');
  const [typed, setTyped] = useState<Typed>(() => ({ what: opened.what, start: shown(opened.start), end: shown(opened.end) }));
  const [className, setClassName] = useState(opened.className);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const made = useRef<RecordedLesson | null>(null);
  const form = useSmallForm('lesson', async () => {
    if (made.current) onRecorded(made.current);
  });

  const standingsWith = (ids: readonly ConsiderationId[]) => standingsOf(opened.considerations, opened.findings, ids, opened.nevers);
  const ticks = ticksThatHold(given, standingsWith([]), opened.className);
  const standings = standingsWith(ticks);
  const tick = (ids: readonly ConsiderationId[], isTicked: boolean) => onTicks(withTicks(given, ids, isTicked, standings, opened.className));
  const said = (words: Typed) => ({ what: words.what, start: momentOf(words.start), end: momentOf(words.end) });
  const type = (part: Partial<Typed>) => {
    const next = { ...typed, ...part };
    setTyped(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void look(said(next)), PAUSE_MS);
  };
  const choose = (name: string) => {
    setClassName(name);
    void look({ className: name });
  };
  const record = (event: Event) => {
    event.preventDefault();
    const request = { ...asked, className, note, ticks, ...(opened.isTyped ? said(typed) : {}) };
    form.send(request, async (key) => {
      made.current = (await call('recordLesson', { ...request, key })).value;
      return '';
    });
  };
  const mayRecord = opened.onLog === null || opened.onLog.mayChange;
  return (
    <form onSubmit={record} noValidate>
      {form.problem}
      <ErrorSummary errors={error === '' ? [] : [{ message: error }]} />
      {isUnreadable && (
        <p class="govuk-inset-text">What the sidebar handed over could not be read. Open the event in Calendar again, or check the call by hand.</p>
      )}
      <LessonHead {...{ opened, typed, className }} idOf={form.idOf} errorFor={form.errorFor} onType={type} onClass={choose} />
      <OnLog onLog={opened.onLog} attended={attended} home={school.address} />
      <LookAgain
        factsAt={opened.factsAt}
        notes={opened.notes}
        call={callFrom(asked.facts)}
        busy={busy}
        onAgain={() => void look({})}
        onWithout={() => void look({ facts: facts && { ...facts, space: { state: 'set aside' } } })}
        onTakeBack={() => void look({ facts })}
      />
      {verdictOf(standings) === 'do not start' && <DoNotStart alone={opened.alone} starts={opened.starts} home={school.address} />}
      <WrongFirst standings={standings} />
      <PointsPart standings={standings} opened={opened} onTick={tick} />
      <TextArea id={form.idOf('note')} label="Anything to note? (if you like)" rows={2} error={form.errorFor('note')} value={note} onInput={setNote} />
      <p class="govuk-hint">{listWords(opened.list)}</p>
      {mayRecord && <Button busy={form.busy}>Record this lesson</Button>}
      <VerdictBar standings={standings} />
    </form>
  );
}

function shown(moment: string): string {
  return moment === '' ? '' : localTime(new Date(moment));
}

function listWords({ version, onFile, own }: OpenedLesson['list']): string {
  const ours = own === 0 ? '' : own === 1 ? ' One of the school’s own comes after them.' : ` ${own} of the school’s own come after them.`;
  return `${onFile} considerations are on file (list ${version}): their source calls them twenty, and has ${onFile}.${ours} You can record a lesson whatever is not fine: it is recorded as it is.`;
}

/** Who is invited stays as the sidebar found it: only how the call is set can be looked at by hand instead. */
function callFrom(facts: LessonAsked['facts']): 'told' | 'set aside' | null {
  if (facts?.space.state === 'read') return 'told';
  return facts?.space.state === 'set aside' ? 'set aside' : null;
}

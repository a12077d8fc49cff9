import { useState } from 'preact/hooks';
import { Page, startPage } from '../../pages/shell.tsx';
import { attendedFrom } from '../attended-in-address.ts';
import { factsFrom } from '../facts-in-address.ts';
import type { RecordedLesson } from '../log/record-lesson.ts';
import { CheckForm, typedNow } from './check-form.tsx';
import type { GivenTicks } from './given-ticks.ts';
import type { LessonAsked } from './look-at-lesson.ts';
import { Recorded } from './recorded.tsx';
import { useLook } from './use-look.ts';

startPage(Lesson);

/** The checks of a live lesson before it starts (D1, D3, D4, D5): with what the sidebar found, or without it, on any device. */
function Lesson({ parameter, hash }: { parameter: Record<string, string>; hash: string }) {
  const [read] = useState(() => factsFrom(hash));
  const [attended] = useState(() => attendedFrom(hash));
  // They stay when somebody comes back from the record to the checks.
  const [given, setGiven] = useState<GivenTicks>(() => new Map());
  const [recorded, setRecorded] = useState<RecordedLesson | null>(null);
  const facts = read === 'unreadable' ? null : read;
  const look = useLook(firstAsked(parameter, facts));
  return (
    <Page title={recorded ? 'The lesson is on the log' : 'Live lesson checks'} loaded={look.loaded}>
      {(opened, { school }) =>
        recorded ? (
          <Recorded
            {...{ recorded, attended, className: opened.className, alone: opened.alone, starts: opened.starts }}
            telephone={school.dslTelephone}
            home={school.address}
            onBack={() => {
              void look.look({ reference: recorded.reference });
              setRecorded(null);
            }}
          />
        ) : (
          <CheckForm {...{ opened, look, facts, attended, school, given }} onTicks={setGiven} isUnreadable={read === 'unreadable'} onRecorded={setRecorded} />
        )
      }
    </Page>
  );
}

/** A link may name the lesson on the log, `&reference=L-…`, or the class. */
function firstAsked(parameter: Record<string, string>, facts: LessonAsked['facts']): LessonAsked {
  const reference = parameter['reference'] ?? '';
  const className = parameter['class']?.slice(0, 100);
  const typed = facts || reference !== '' ? { what: '', start: '', end: '' } : typedNow();
  return { facts, reference, ...(className ? { className } : {}), ...typed };
}

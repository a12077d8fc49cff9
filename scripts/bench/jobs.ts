import { execute, type RunResult } from '../../local/apps-script/engine.ts';
import { bundle } from '../../tests/support/bundle.ts';
import { ageLog } from '../../tests/support/old-log.ts';
import { aConcern } from '../../tests/support/reporting.ts';
import { aSchool, type SchoolUnderTest } from '../../tests/support/school.ts';
import { aScript, OFFICE } from '../../tests/support/script.ts';
import { EMPTY, Working } from '../../tests/support/working.ts';
import type { Bench, Row } from './bench.ts';

const SIZES = [100, 5_000, 50_000];
const MINUTE = 60_000;

/** What is done with cases, through the doors of the shipped bundle, in logs of different length, and row by row beside it. */
export const jobs: Bench = {
  title: 'Working with cases, by the length of the log',
  run: async () => SIZES.flatMap((events) => [...handrail(events), ...plain(events)]),
};

function handrail(events: number): Row[] {
  const school = aSchool();
  ageLog(school, events);
  // The desks show the old cases before anything is measured.
  beat(school);
  const { teacher, dsl, head } = school.people;
  const door = (email: string, fn: string, input: object = {}) => {
    school.workspace.clock.pass(MINUTE);
    return school.door<{ reference: string }>(email, fn, { ...EMPTY[fn], key: `bench-press-${fn}`, ...input });
  };
  const row = (job: string, run: RunResult | undefined) => shown(job, events, run);

  const raised = door(teacher, 'raiseConcern', aConcern());
  const reference = raised.answer.ok ? raised.answer.value.reference : '';
  const rows = [
    row('report (mail and desk included)', raised.run),
    row('open for the first time', door(dsl, 'openCase', { reference }).run),
    row('open again', door(dsl, 'openCase', { reference }).run),
    row('add a note', door(dsl, 'addNote', { reference, text: 'Seen' }).run),
    row('list my cases', door(dsl, 'listCases').run),
  ];
  new Working(school, dsl, reference).press('classifyCase').finish();
  const closing = door(dsl, 'closeCase', { reference, second: { email: head, name: '' } });
  beat(school);
  const quiet = beat(school);
  // To the first beat of the next morning, which sees to what is done once a day.
  school.workspace.clock.pass(Date.UTC(2026, 8, 8, 7) - school.workspace.clock.now());
  return [
    ...rows,
    row('close (mail and desk included)', closing.run),
    row('a heartbeat with nothing to do', quiet),
    row('the first heartbeat of a day', beat(school)),
  ];
}

function plain(events: number): Row[] {
  const { workspace } = aSchool();
  const script = aScript(workspace, bundle('scripts/bench/cases-row-by-row.ts'));
  const run = (fn: string, ...args: unknown[]) => {
    workspace.clock.pass(MINUTE);
    return execute(workspace, { scriptId: script.id, kind: 'web app', active: OFFICE, effective: OFFICE, fn: `bundle.${fn}`, args });
  };
  const id = run('fill', events).value;
  const last = `C-${Math.ceil(events / 40) - 1}`;
  return [
    shown('row by row: report', events, run('report', id, 'It happened at lunch')),
    shown('row by row: open', events, run('open', id, last)),
    shown('row by row: add a note', events, run('note', id, last, 'Seen')),
    shown('row by row: close', events, run('close', id, last)),
    shown('row by row: look for what is overdue', events, run('daily', id)),
  ];
}

function beat(school: SchoolUnderTest): RunResult {
  school.workspace.clock.pass(5 * MINUTE);
  return school.beat();
}

function shown(job: string, events: number, run: RunResult | undefined): Row {
  const ended = run === undefined ? 'did not run' : run.ok ? 'well' : (run.error?.message ?? 'failed').slice(0, 60);
  return { job, 'events in the log': events, calls: run?.calls.length ?? 0, ms: run?.ms ?? 0, 'how it ended': ended };
}

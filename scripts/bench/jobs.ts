import type { RunResult } from '../../local/apps-script/engine.ts';
import { ageLog } from '../../tests/support/old-log.ts';
import { aSchool, type SchoolUnderTest } from '../../tests/support/school.ts';
import type { Bench, Row } from './bench.ts';

const SIZES = [0, 2_000, 20_000];

/** The two jobs through the doors of the shipped bundle, in logs of different length. */
export const jobs: Bench = { title: 'The first two jobs, through the doors', run: async () => SIZES.flatMap(measure) };

function measure(events: number): Row[] {
  const school = aSchool();
  if (events > 0) ageLog(school, events);
  // The desks show the old cases before anything is measured.
  school.beat();
  const { teacher, dsl } = school.people;
  const door = (what: string, email: string, fn: string, input: unknown) => row(what, events, school.door(email, fn, input).run);
  const raised = {
    key: 'bench-0001',
    story: 'It happened at lunch',
    happened: '',
    where: '',
    done: '',
    device: '',
    url: '',
    about: 'pupil',
    typeHint: '',
    danger: false,
    toldDslInPerson: true,
    people: [],
  };
  const rows = [door('raise a concern (mail and desk included)', teacher, 'raiseConcern', raised)];
  const reference = school.desk('dsl')[0]?.[0] ?? '';
  rows.push(
    door('open the case', dsl, 'openCase', { reference }),
    door('add a note', dsl, 'addNote', { key: 'bench-0002', reference, text: 'Seen' }),
    door('list my cases', dsl, 'listCases', {}),
    row('a heartbeat with nothing to do', events, beat(school)),
  );
  return rows;
}

function beat(school: SchoolUnderTest): RunResult {
  school.workspace.clock.pass(60_000);
  return school.beat();
}

function row(job: string, events: number, run: RunResult | undefined): Row {
  return { job, 'events in the log': events, calls: run?.calls.length ?? 0, ms: run?.ms ?? 0 };
}

import type { RunResult } from '../../local/apps-script/engine.ts';
import type { Unbroken } from '../../src/records/verify.ts';
import { RecordsOffice } from '../../tests/records/office/world.ts';
import type { Bench, Row } from './bench.ts';

/** What is done rarely and touches everything: verifying the whole history, and writing it anew without what was erased. */
export const history: Bench = {
  title: 'The whole history: verified on its page, and written anew after an erasure',
  run: async () => [...[200, 5_000, 50_000].map(verified), ...[200, 5_000, 20_000].map(erased)],
};

function verified(events: number): Row {
  const office = filled(events);
  const runs: RunResult[] = [];
  let walked: (Unbroken & { isLast: boolean }) | undefined;
  do {
    const run = ended(office.run('checkFrom', walked ? [walked] : []));
    runs.push(run);
    walked = run.value as Unbroken & { isLast: boolean };
  } while (!walked.isLast);
  return row('verify', events, runs);
}

function erased(events: number): Row {
  const office = filled(events);
  office.call('decideErasure', `C-${Math.ceil(events / 2)}`);
  const runs: RunResult[] = [];
  let subjects: string[] = [];
  while (subjects.length === 0) {
    const run = ended(office.run('erase'));
    runs.push(run);
    subjects = run.value as string[];
  }
  return row('erase one case', events, runs);
}

function filled(events: number): RecordsOffice {
  const office = RecordsOffice.ready();
  office.fill(events);
  return office;
}

function ended(run: RunResult): RunResult {
  if (!run.ok) throw new Error(run.error?.message);
  return run;
}

function row(what: string, events: number, runs: readonly RunResult[]): Row {
  return {
    ...{ what, events, 'calls of the page, or beats': runs.length },
    'service calls': runs.reduce((sum, { calls }) => sum + calls.length, 0),
    ms: runs.reduce((sum, { ms }) => sum + ms, 0),
    'longest, ms': Math.max(...runs.map(({ ms }) => ms)),
  };
}

import { execute, type RunResult } from '../../local/apps-script/engine.ts';
import { people } from '../../local/school/staff.ts';
import { bundle } from '../../tests/support/bundle.ts';
import { aScript, OFFICE } from '../../tests/support/script.ts';
import type { Bench, Row } from './bench.ts';
import { type Crowd, crowd } from './crowd.ts';

const SIZES = [100, 500, 3_000];
/** A year group signs in one lesson. */
const YEAR_GROUP = 90;
const MINUTE = 60_000;

/** Agreements in schools of three sizes: what a school does in its first week of term, and the plain way beside it. */
export const agreements: Bench = { title: 'Agreements, by the number of people on the list', run: async () => SIZES.flatMap(measure) };

function measure(count: number): Row[] {
  const { school, pupils } = crowd(count);
  const row = (job: string, runs: readonly (RunResult | undefined)[], per: number): Row => shown(job, count, runs, per);
  const door = (fn: string, input: unknown) => school.door<{ value?: unknown }>(people.networkManager, fn, input).run;

  const publishing = ['parent', 'ks2'].map((audience) => door('publishBuiltIn', { key: `bench-publish-${audience}`, audience }));
  const wanted = { why: 'first', agreements: ['staff', 'parent', 'ks2'], due: '2026-09-28' };
  const planned = door('planRound', wanted);
  door('startRound', { key: 'bench-round-1', ...wanted });

  const asking = beatsUntil(school, () => school.sheet('records', 'Rounds').every((line) => line[0] === '' || line[0] === 'Id' || (line.at(-1) ?? '') !== ''));
  const telling = beatsUntil(school, () => school.workspace.clock.now() % 3_600_000 > 50 * MINUTE);
  const signed = lesson({ school, pupils });
  const collecting = [beat(school)];
  const overview = door('seeAgreements', {});
  const settled = beatsUntil(school, () => false, 12);
  const idle = [beat(school)];
  return [
    row('publish two agreements', publishing, count),
    row('plan a round', [planned], count),
    row('ask everybody (beats until done)', asking, count),
    row('tell them (the beats of an hour)', telling, count),
    row(`record the answers of a lesson (${signed})`, collecting, signed),
    row('open the overview', [overview], count),
    row('an hour of beats after it', settled, count),
    row('a beat with nothing to do', idle, count),
    row('row by row: ask and record', [rowByRow(count)], count),
  ];
}

/** As many pupils of one agreement as there are in a year group, one after the other. */
function lesson({ school, pupils }: Crowd): number {
  const form = Object.values(school.workspace.data.forms).find(({ title }) => /Years 3 to 6|ks2/i.test(title)) ?? newestPupilForm(school);
  const signing = pupils.slice(0, YEAR_GROUP);
  for (const { email } of signing) {
    const answers: Record<number, string> = {};
    for (const item of form.items) {
      if (item.type === 'MULTIPLE_CHOICE') answers[item.id] = item.choices?.[0]?.value ?? '';
      if (item.type === 'TEXT' || item.type === 'PARAGRAPH_TEXT') answers[item.id] = 'Bench';
      if (item.type === 'LIST') answers[item.id] = item.choices?.[0]?.value ?? '';
    }
    const asked = Object.fromEntries(Object.entries(answers).filter(([id]) => !form.items.find((item) => item.id === Number(id))?.title.match(/reason|why/i)));
    school.workspace.forms.submit(form, email, { answers: asked });
  }
  return signing.length;
}

function newestPupilForm(school: Crowd['school']) {
  const [row] = school.sheet('records', 'Forms').filter((line) => line[1] === 'ks2');
  const form = school.workspace.forms.find(row?.[0] ?? '');
  if (!form) throw new Error('there is no pupils’ form');
  return form;
}

function beatsUntil(school: Crowd['school'], isDone: () => boolean, most = 40): RunResult[] {
  const runs: RunResult[] = [];
  while (runs.length < most && (runs.length === 0 || !isDone())) runs.push(beat(school));
  return runs;
}

function beat(school: Crowd['school']): RunResult {
  school.workspace.clock.pass(5 * MINUTE);
  return school.beat();
}

function rowByRow(count: number): RunResult {
  const { school } = crowd(10);
  const script = aScript(school.workspace, bundle('scripts/bench/register-row-by-row.ts'));
  return execute(school.workspace, { scriptId: script.id, kind: 'editor', active: OFFICE, effective: OFFICE, fn: 'bundle.askAndRecord', args: [count] });
}

function shown(job: string, count: number, runs: readonly (RunResult | undefined)[], per: number): Row {
  const calls = runs.reduce((sum, run) => sum + (run?.calls.length ?? 0), 0);
  const failed = runs.find((run) => run?.ok === false);
  return {
    job,
    people: count,
    runs: runs.length,
    calls,
    'calls a person': (calls / per).toFixed(2),
    'longest run, s': (Math.max(...runs.map((run) => run?.ms ?? 0)) / 1_000).toFixed(1),
    'all, s': (runs.reduce((sum, run) => sum + (run?.ms ?? 0), 0) / 1_000).toFixed(1),
    'how it ended': failed ? (failed.error?.message ?? 'failed') : 'well',
  };
}

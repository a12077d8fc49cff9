import type { RunResult } from '../../local/apps-script/engine.ts';
import { codeOf, familySigns, putIntoUse, recordsOf, signs } from '../../tests/support/agreement-forms.ts';
import { aSchool, type SchoolUnderTest } from '../../tests/support/school.ts';
import type { Bench, Row } from './bench.ts';

const WAITING = [10, 60, 180];
const DAY_MS = 24 * 3_600_000;

/** What a beat does for signed copies, by how many wait: calls to PDFs, Drive and Gmail for each, and everything else besides. */
export const copies: Bench = {
  title: 'Signed copies in one beat, by how many wait',
  run: async () => WAITING.flatMap((count) => [filing(count), mailing(count)]),
};

function filing(count: number): Row {
  const school = aSchool();
  putIntoUse(school, 'ks2');
  const pupils = school.workspace.people.all().filter(({ record }) => record?.role === 'pupil' && /^[3456]/.test(record.className));
  const run = tomorrow(school, count, (index) => signs(school, 'ks2', pupils[index]?.email ?? '', 'Bench'));
  const filed = recordsOf(school, 'Signatures').filter((row) => row['Copy'] !== '').length;
  return row('file copies', count, filed, run);
}

function mailing(count: number): Row {
  const school = aSchool();
  putIntoUse(school, 'parent');
  const parents = school.workspace.people.all().filter(({ record }) => record?.role === 'parent');
  const run = tomorrow(school, count, (index) => {
    const parent = parents[index];
    const child = school.workspace.people.find(parent?.record?.parentOf[0] ?? '');
    familySigns(school, { code: codeOf(school, parent?.email ?? ''), children: [{ name: `${child?.givenName} ${child?.familyName}` }] });
  });
  return row('mail copies to parents', count, run.calls.filter(({ name }) => name === 'Gmail.Users.Drafts.send').length, run);
}

/** All of them sign on a day on which no PDF can be made; the run is the first beat of the next day. */
function tomorrow(school: SchoolUnderTest, count: number, sign: (index: number) => void): RunResult {
  const { quotas, clock } = school.workspace;
  const { office } = school.people;
  quotas.use(office, 'files converted', quotas.remaining(office, 'files converted'));
  for (let index = 0; index < count; index += 1) sign(index);
  for (let beats = 0; recordsOf(school, 'Signatures').length < count && beats < 100; beats += 1) {
    clock.pass(5 * 60_000);
    school.beat();
  }
  clock.pass(DAY_MS);
  return school.beat();
}

function row(job: string, waiting: number, done: number, { calls, ms }: RunResult): Row {
  const own = calls.filter(({ name }) => /^(Blob|Drive|Gmail)\./.test(name)).length;
  return {
    job,
    waiting,
    'done in the beat': done,
    calls: calls.length,
    ms,
    'of them for PDFs, Drive, Gmail, each': Math.round((10 * own) / Math.max(1, done)) / 10,
  };
}

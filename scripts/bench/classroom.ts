import type { RunResult } from '../../local/apps-script/engine.ts';
import { aClassPost } from '../../tests/support/class-post.ts';
import { aSchool } from '../../tests/support/school.ts';
import type { Bench, Row } from './bench.ts';

const CLASS_SIZE = 30;

/** A whole class that opens the rules at once, and the add-on as the teacher. */
export const classroom: Bench = {
  title: 'In Classroom: the rules for pupils, and the add-on',
  run: async () => {
    const school = aSchool();
    const pupils = Object.values(school.workspace.data.courses)
      .flatMap(({ students }) => students)
      .slice(0, CLASS_SIZE);
    const visits = pupils.map((pupil) => school.door(pupil, 'seeLessonRules', { className: 'Class 3A' }).run);
    const post = aClassPost();
    return [
      cost('the rules, the first pupil', visits.slice(0, 1)),
      cost(`the rules, ${CLASS_SIZE - 1} more`, visits.slice(1)),
      cost('the add-on is opened', [post.ask('lookAtPost').run]),
      cost('the rules are added to a post', [post.ask('attachRules').run]),
    ];
  },
};

function cost(what: string, runs: readonly (RunResult | undefined)[]): Row {
  const calls = runs.flatMap((run) => run?.calls ?? []);
  return {
    what,
    calls: calls.length,
    'of them to Sheets': calls.filter(({ name }) => name.startsWith('Sheets.')).length,
    'longest, ms': Math.max(...runs.map((run) => run?.ms ?? 0)),
  };
}

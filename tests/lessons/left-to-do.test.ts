import { expect, test } from '@jest/globals';
import { considerationsOf } from '../../src/lessons/checking/considerations-of.ts';
import { isPlain, leftToDo } from '../../src/lessons/checking/left-to-do.ts';
import { findingsBy } from '../../src/lessons/checks/checks.ts';
import { standingsOf, verdictOf } from '../../src/lessons/checks/verdict.ts';
import { CONSIDERATIONS, type ConsiderationId } from '../../src/lessons/considerations.ts';

const { fine, notFine, unknown } = findingsBy('sidebar');
const ALL: ConsiderationId[] = CONSIDERATIONS.map(({ id }) => id);
const left = (findings: Parameters<typeof standingsOf>[1], ticks: ConsiderationId[]) => leftToDo(standingsOf(CONSIDERATIONS, findings, ticks, []));

test('D1: with nothing known and nothing ticked, everything is left but the record itself', () => {
  const byMachine = CONSIDERATIONS.filter(({ tick, group }) => tick === null && group !== 'after').length;
  const byPerson = CONSIDERATIONS.filter(({ tick }) => tick !== null).length;
  expect(left([], [])).toBe(`${byMachine} to check by hand, ${byPerson} to tick`);
  expect(byMachine + byPerson).toBe(18);
});

test('D1: what is not fine stays left, whatever is ticked; what was checked by hand does not', () => {
  const wrong = notFine('chat', 'Everybody can write.', 'Make it safe.');
  expect(left([wrong], ALL)).toBe('1 is not fine');
  expect(left([wrong, notFine('presenting', 'Everybody can.', 'Make it safe.')], ALL)).toBe('2 are not fine');
  expect(left([unknown('chat', 'Nobody knows.', 'Look.')], ALL)).toBe('');
});

test('D1: nothing is left exactly when the verdict is ready', () => {
  for (const findings of [[], [fine('chat', 'Only hosts.')], [notFine('chat', 'Everybody.', 'Mend.')], [unknown('who-comes-in', 'Nobody knows.', 'Look.')]]) {
    for (const ticks of [[], ALL.slice(0, 9), ALL]) {
      const standings = standingsOf(CONSIDERATIONS, findings, ticks, []);
      expect([findings.length, ticks.length, leftToDo(standings) === '']).toEqual([findings.length, ticks.length, verdictOf(standings) === 'ready']);
    }
  }
});

test('D1: what machines could not verify is not among what one press ticks', () => {
  const plain = (findings: Parameters<typeof standingsOf>[1]) =>
    standingsOf(CONSIDERATIONS, findings, [], [])
      .filter(isPlain)
      .map(({ consideration }) => consideration.id);
  expect(plain([])).not.toContain('consideration-12');
  expect(plain([fine('recording', 'It is not recorded.')])).toContain('consideration-16');
  expect(plain([unknown('recording', 'Nobody knows.', 'Look.')])).not.toContain('consideration-16');
});

test('D1: the school’s own considerations come after those on file, are asked each time anew, and are never ticked by a machine', () => {
  const own = considerationsOf({ own: [{ id: 'pets', group: 'place', title: 'Pets', tick: 'No pet is in view.' }] });
  expect(own).toHaveLength(20);
  expect(own.at(-1)).toMatchObject({ id: 'own-pets', source: 0, tick: 'No pet is in view.', offered: false });
  expect(considerationsOf({ own: [{ id: 'own-pets', group: 'place', title: 'Pets', tick: 'No pet.' }] }).at(-1)?.id).toBe('own-pets');
});

import { expect, test } from '@jest/globals';
import { adultsMeant } from '../../src/incidents/typed-name.ts';
import type { Kind, RollEntry } from '../../src/school/roll.ts';

const at = (name: string) => `${name}@q.example`;
const posts = { head: at('ruth'), dsl: at('priya'), chair: at('margaret') };

function entry(givenName: string, familyName: string, kind: Kind = 'staff'): RollEntry {
  return { email: at(givenName.toLowerCase()), givenName, familyName, kind, className: '', jobTitle: '', children: [] };
}

const roll = [
  entry('Ruth', 'Adeyemi'),
  entry('Priya', 'Nair'),
  entry('Anjali', 'Nair'),
  entry('Zoë-Mae', 'O’Neill'),
  entry('Margaret', 'Osborne', 'governor'),
  entry('Amira', 'Khan', 'pupil'),
  entry('Nadia', 'Khan', 'parent'),
];

/** What a child may type → who of the adults may be meant. */
test.each([
  ['Ruth Adeyemi', 'ruth'],
  ['Mrs Adeyemi', 'ruth'],
  ['mrs. adeyemi', 'ruth'],
  ['Adeyemi', 'ruth'],
  ['Miss Ruth', 'ruth'],
  ['Mrs Nair', 'priya anjali'],
  ['Priya Nair', 'priya'],
  ["Ms O'Neill", 'zoë-mae'],
  ['zoe mae oneill', ''],
  ['Zoe-Mae O’Neill', 'zoë-mae'],
  ['the headteacher', 'ruth'],
  ['Head', 'ruth'],
  ['The DSL', 'priya'],
  ['safeguarding lead', 'priya'],
  ['chair of governors', 'margaret'],
  ['Priya', ''],
  ['Amira Khan', ''],
  ['Mrs Khan', ''],
  ['Mr Nobody', ''],
  ['deputy headteacher', ''],
  ['Mrs', ''],
  ['', ''],
  ['a man at the gate', ''],
  ['Ruth Smith', ''],
])('B5: "%s" may mean: %s', (typed, meant) => {
  expect(adultsMeant(typed, roll, posts)).toEqual(meant === '' ? [] : meant.split(' ').map(at));
});

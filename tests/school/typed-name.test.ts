import { expect, test } from '@jest/globals';
import { adultsMeant } from '../../src/incidents/typed-name.ts';
import type { Kind, RollEntry } from '../../src/school/roll.ts';
import { onTheRoll } from '../support/roll.ts';

const at = (name: string) => `${name}@q.example`;
const posts = {
  ...{ head: at('ruth'), dsl: at('priya'), deputies: [at('anjali')], chair: at('margaret') },
  ...{ coordinator: at('imogen'), dataLead: at('frances') },
};

function entry(givenName: string, familyName: string, kind: Kind = 'staff'): RollEntry {
  return onTheRoll({ email: at(givenName.toLowerCase()), givenName, familyName, kind });
}

const roll = [
  entry('Ruth', 'Adeyemi'),
  entry('Priya', 'Nair'),
  entry('Anjali', 'Nair'),
  entry('Zoë-Mae', 'O’Neill'),
  entry('Margaret', 'Osborne', 'governor'),
  entry('Amira', 'Khan', 'pupil'),
  entry('Nadia', 'Khan', 'parent'),
  entry('Imogen', 'Tan', 'visitor'),
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
  ['zoe mae oneill', 'zoë-mae'],
  ['Mrs ONeill', 'zoë-mae'],
  ['Zoe-Mae O’Neill', 'zoë-mae'],
  ['the headteacher', 'ruth'],
  ['Head', 'ruth'],
  ['The head!', 'ruth'],
  ['the acting head', 'ruth'],
  ['head of school', 'ruth'],
  ['The DSL', 'priya'],
  ['safeguarding officer', 'priya'],
  ['safeguarding lead', 'priya'],
  ['chair of governors', 'margaret'],
  ['the computing coordinator', 'imogen'],
  ['Online-Safety Lead', 'imogen'],
  ['our data protection officer', 'frances'],
  ['Mrs Tan', 'imogen'],
  ['Priya', ''],
  ['Amira Khan', ''],
  ['Mrs Khan', ''],
  ['Mr Nobody', ''],
  ['deputy headteacher', ''],
  ['Mrs', ''],
  ['', ''],
  ['a man at the gate', ''],
  ['Ruth Smith', ''],
  ['R Adeyemi', 'ruth'],
  ['Mrs R. Adeyemi', 'ruth'],
  ['Adeyemi, Ruth', 'ruth'],
  ['Mrs Adeyemi (the head)', 'ruth'],
  ['Ruth Abimbola Adeyemi', 'ruth'],
  ["Mrs Adeyemi's office", 'ruth'],
  ['ruth@q.example', 'ruth'],
  ['our headteacher, I forgot her name', 'ruth'],
  ['head of year 4', ''],
  ['a deputy DSL', 'anjali'],
  ['Amira Nair', ''],
])('B5: "%s" may mean: %s', (typed, meant) => {
  expect(adultsMeant(typed, roll, posts)).toEqual(meant === '' ? [] : meant.split(' ').map(at));
});

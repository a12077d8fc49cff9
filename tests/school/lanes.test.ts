import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Involvement, ROLES, type Role } from '../../src/incidents/concern.ts';
import { readersOf, routeFor } from '../../src/incidents/lanes.ts';
import { Refusal } from '../../src/school/refusal.ts';
import { schoolFrom } from '../../src/school/school.ts';
import { involved as inConcern } from '../support/concerns.ts';

const at = (name: string) => `${name}@q.example`;
const school = schoolFrom({
  ...{
    name: 'Quillhaven',
    domain: 'q.example',
    roleAccount: at('office'),
    dslTelephone: '01632 960 123',
    address: 'https://script.google.com/macros/s/A/exec',
  },
  ...{ head: at('head'), dsl: at('dsl'), deputies: [at('deputy'), at('senco')], chair: at('chair'), approvers: [at('it')], technicians: [] },
});
const STAFF = ['head', 'dsl', 'deputy', 'senco', 'teacher', 'it', 'chair'].map(at);
const kindOf = (email: string) => (STAFF.includes(email) ? 'staff' : email.startsWith('volunteer') ? 'visitor' : undefined);

function involved(role: Role, name: string): Involvement {
  return inConcern(role, name === '' ? '' : at(name), { name: name || 'A man at the gate' });
}

/** Who is in it → where it goes and who reads it. */
test.each([
  ['nobody', [], 'dsl', 'dsl deputy senco', true],
  ['a pupil hurt', [['affected', 'pupil']], 'dsl', 'dsl deputy senco', true],
  ['a pupil who may have done it', [['alleged', 'pupil']], 'dsl', 'dsl deputy senco', true],
  ['somebody unknown', [['alleged', '']], 'dsl', 'dsl deputy senco', true],
  ['a teacher who may have done it', [['alleged', 'teacher']], 'staff', 'head', true],
  [
    'a teacher hurt by a pupil',
    [
      ['affected', 'teacher'],
      ['alleged', 'pupil'],
    ],
    'staff',
    'head',
    true,
  ],
  ['a teacher who saw it', [['witness', 'teacher']], 'dsl', 'dsl deputy senco', true],
  ['a volunteer who may have done it', [['alleged', 'volunteer']], 'staff', 'head', true],
  ['a volunteer who was hurt', [['affected', 'volunteer']], 'dsl', 'dsl deputy senco', true],
  ['the DSL', [['alleged', 'dsl']], 'dsl-concern', 'head', true],
  ['a deputy', [['alleged', 'deputy']], 'staff', 'head', true],
  ['the head', [['alleged', 'head']], 'head', 'chair', true],
  ['the chair', [['alleged', 'chair']], 'staff', 'head', true],
  [
    'the head and the DSL',
    [
      ['alleged', 'head'],
      ['alleged', 'dsl'],
    ],
    'head',
    'chair',
    true,
  ],
  [
    'the head and a pupil hurt',
    [
      ['alleged', 'head'],
      ['affected', 'pupil'],
    ],
    'head',
    'chair',
    true,
  ],
  ['a deputy who saw it', [['witness', 'deputy']], 'dsl', 'dsl senco', false],
  ['the DSL who saw it', [['witness', 'dsl']], 'dsl', 'deputy senco', false],
  [
    'the whole DSL team as witnesses',
    [
      ['witness', 'dsl'],
      ['witness', 'deputy'],
      ['witness', 'senco'],
    ],
    'dsl-concern',
    'head',
    true,
  ],
  [
    'the whole DSL team and the head as witnesses',
    [
      ['witness', 'dsl'],
      ['witness', 'deputy'],
      ['witness', 'senco'],
      ['witness', 'head'],
    ],
    'head',
    'chair',
    true,
  ],
  [
    'a teacher, with the head as witness',
    [
      ['alleged', 'teacher'],
      ['witness', 'head'],
    ],
    'head',
    'chair',
    true,
  ],
  [
    'the DSL, with the head as witness',
    [
      ['alleged', 'dsl'],
      ['other', 'head'],
    ],
    'head',
    'chair',
    true,
  ],
] as [string, [Role, string][], string, string, boolean][])('B5: %s', (_, people, lane, readers, onDesk) => {
  const route = routeFor(
    'pupil',
    people.map(([role, name]) => involved(role, name)),
    school,
    kindOf,
  );
  expect(route).toEqual({ lane, readers: readers.split(' ').map(at), onDesk });
});

const person = fc.record({
  role: fc.constantFrom(...ROLES),
  name: fc.constantFrom('', 'head', 'dsl', 'deputy', 'senco', 'chair', 'teacher', 'pupil', 'pupil2', 'stranger'),
});

test('B5: whoever is named, in whatever role, is never among the readers; there is always a reader, or the refusal with the LADO', () => {
  fc.assert(
    fc.property(fc.uniqueArray(person, { selector: ({ name }) => name || Math.random() }), (named) => {
      const people = named.map(({ role, name }) => involved(role, name));
      try {
        const { lane, readers, onDesk } = routeFor('pupil', people, school, kindOf);
        expect(readers.length).toBeGreaterThan(0);
        for (const { email } of people) expect(readers).not.toContain(email);
        expect(onDesk).toBe(readers.length === readersOf(lane, school).length);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        expect(error).toMatchObject({ code: 'lane-unstaffed', message: expect.stringContaining('LADO') });
        expect(people.map(({ email }) => email)).toContain(school.chair);
      }
    }),
    { numRuns: 2_000 },
  );
});

test('B5: in a school where the head is also the DSL, a concern about them goes to the chair, and one about a pupil to them', () => {
  const small = { ...school, dsl: school.head, deputies: [] };
  expect(routeFor('pupil', [involved('alleged', 'head')], small, kindOf)).toMatchObject({ lane: 'head', readers: [at('chair')] });
  expect(routeFor('pupil', [involved('witness', 'head')], small, kindOf)).toMatchObject({ lane: 'head', readers: [at('chair')] });
  expect(routeFor('pupil', [involved('affected', 'pupil')], small, kindOf)).toMatchObject({ lane: 'dsl', readers: [at('head')] });
  expect(routeFor('dsl', [], small, kindOf)).toMatchObject({ lane: 'head', readers: [at('chair')] });
});

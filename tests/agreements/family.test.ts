import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { childrenMeant, codeFor, isNamed, parentFinder, personalLink } from '../../src/agreements/forms/family.ts';
import { CODE_HERE } from '../../src/agreements/forms/form-words.ts';
import type { RollEntry } from '../../src/school/roll.ts';
import { onTheRoll } from '../support/roll.ts';

const SECRET = 'a secret of the script';

describe('A8: whose name it is', () => {
  test.each([
    ['Amira', 'Khan', 'Amira Khan', true],
    ['Amira', 'Khan', ' amira   KHAN ', true],
    ['Amira', 'Khan', 'Khan, Amira', true],
    ['Amira', 'Khan', 'Amira', true],
    ['Zoë', 'Núñez', 'Zoe Nunez', true],
    ['Zoe', 'Nunez', 'Zoë Núñez', true],
    ['Mary-Kate', 'O’Brien', 'Mary Kate O Brien', true],
    ['Mary-Kate', 'O’Brien', 'marykate obrien', true],
    ['Anna Maria', 'García López', 'Anna Maria Garcia', true],
    ['Anna Maria', 'García López', 'Garcia Lopez Anna Maria', true],
    ['Ali', 'Ali', 'Ali Ali', true],
    // Not certain, so not this child.
    ['Amira', 'Khan', 'Khan', false],
    ['Amira', 'Khan', 'Amy Khan', false],
    ['Amira', 'Khan', 'A. Khan', false],
    ['Amira', 'Khan', 'Amirah Khan', false],
    ['Mohammed', 'Khan', 'Mohammed Ibrahim Khan', false],
    ['Mohammed Ibrahim', 'Khan', 'Mohammed Khan', false],
    ['Samuel', 'Okafor', 'Sam Okafor', false],
    ['Ann', 'Lee', 'Ann Lee Ann', false],
    ['Amira', 'Khan', 'Amira Khan and Yusuf Khan', false],
    ['Amira', 'Khan', '', false],
    ['', 'Khan', 'Khan', true],
    ['', 'Khan', 'Amira Khan', false],
  ])('%s %s: “%s” %s', (givenName, familyName, typed, wanted) => expect(isNamed({ givenName, familyName }, typed)).toBe(wanted));
});

const pupil = (email: string, givenName: string, familyName: string, className: string, year = '') =>
  onTheRoll({ email, givenName, familyName, className, year, kind: 'pupil' });
const amira = pupil('amira@q.example', 'Amira', 'Khan', '3A');
const yusuf = pupil('yusuf@q.example', 'Yusuf', 'Khan', '1A');
const ann = pupil('ann@q.example', 'Ann', 'Lee', 'RA');
const annToo = pupil('ann2@q.example', 'Ann', 'Lee', '2B');
const nadia = onTheRoll({ email: 'nadia@example.org', givenName: 'Nadia', familyName: 'Khan', kind: 'parent', children: [amira.email, yusuf.email] });
const lee = onTheRoll({ email: 'lee@example.org', givenName: 'Mei', familyName: 'Lee', kind: 'parent', children: [ann.email, annToo.email] });
const roll = [amira, yusuf, ann, annToo, nadia, lee];

describe('A8: whom a parent means', () => {
  const meant = (parent: RollEntry | null, ...said: [name: string, className: string][]) =>
    childrenMeant(
      said.map(([name, className]) => ({ name, className })),
      parent,
      roll,
    ).map((child) => child?.email ?? null);

  test.each<[what: string, parent: RollEntry | null, name: string, className: string, wanted: string | null]>([
    ['a child of theirs', nadia, 'Amira Khan', '', amira.email],
    ['with the class', nadia, 'Amira Khan', '3A', amira.email],
    ['with the class in words', nadia, 'Amira Khan', 'class 3a', amira.email],
    ['with the year', nadia, 'Amira Khan', 'Year 3', amira.email],
    ['with another class', nadia, 'Amira Khan', '4A', null],
    ['with another year', nadia, 'Amira Khan', 'Year 4', null],
    ['a child of another family', nadia, 'Ann Lee', 'RA', null],
    ['nobody known', null, 'Amira Khan', '3A', null],
    ['two of the same name', lee, 'Ann Lee', '', null],
    ['two of the same name, told apart by class', lee, 'Ann Lee', '2B', annToo.email],
    ['one in Reception', lee, 'Ann Lee', 'Reception', ann.email],
    ['one in Reception, class A', lee, 'Ann Lee', 'Reception A', ann.email],
  ])('%s', (_, parent, name, className, wanted) => expect(meant(parent, [name, className])).toEqual([wanted]));

  test('a child who is named twice in one answer is nobody: the two may differ', () => {
    expect(meant(nadia, ['Amira Khan', ''], ['Yusuf', ''], ['amira', '3A'])).toEqual([null, yusuf.email, null]);
  });

  const word = fc.constantFrom('Ann', 'Anna', 'Ali', 'Lee', 'Khan', 'Maria', 'Zoë', 'O’Neill', 'Mary-Kate', 'García');
  const name = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));
  const child = fc.record({ givenName: name, familyName: name, className: fc.constantFrom('3A', '3B', 'RA') });
  const families = fc.array(fc.array(child, { minLength: 1, maxLength: 4 }), { minLength: 2, maxLength: 4 });

  /** A roll of these families, the parents last. */
  const rollOf = (all: { givenName: string; familyName: string; className: string }[][]) => {
    const pupils = all.map((children, family) => children.map((each, index) => onTheRoll({ ...each, kind: 'pupil', email: `c${family}-${index}@q.example` })));
    const parents = pupils.map((children, family) =>
      onTheRoll({ kind: 'parent', email: `p${family}@example.org`, children: children.map(({ email }) => email) }),
    );
    return { entries: [...pupils.flat(), ...parents], parents };
  };

  test('nobody outside the parent’s own children is ever meant, and nobody twice', () => {
    fc.assert(
      fc.property(families, fc.array(fc.record({ name, className: fc.constantFrom('', '3A', '3B', 'Year 3') }), { maxLength: 6 }), (all, said) => {
        const { entries, parents } = rollOf(all);
        for (const parent of parents) {
          const found = childrenMeant(said, parent, entries).flatMap((each) => each?.email ?? []);
          expect(found.every((email) => parent.children.includes(email))).toBe(true);
          expect(new Set(found).size).toBe(found.length);
        }
      }),
    );
  });

  test('a child whose whole name nobody else in the family could have is known by it, however it is written', () => {
    const written = fc.constantFrom<(text: string) => string>(
      (text) => text.toUpperCase(),
      (text) => text.replace(/[-’]/g, ' '),
      (text) => text.normalize('NFD').replace(/[\u0300-\u036f]/g, ''),
      (text) => `  ${text}  `,
    );
    fc.assert(
      fc.property(families, written, fc.boolean(), (all, write, isTurned) => {
        const { entries, parents } = rollOf(all);
        for (const parent of parents) {
          const own = entries.filter(({ email }) => parent.children.includes(email));
          for (const each of own) {
            const typed = write(isTurned ? `${each.familyName}, ${each.givenName}` : `${each.givenName} ${each.familyName}`);
            const others = own.filter((other) => other !== each && isNamed(other, typed));
            const [found] = childrenMeant([{ name: typed, className: '' }], parent, entries);
            expect(found).toBe(others.length === 0 ? each : null);
          }
        }
      }),
    );
  });
});

describe('A8: who the parent is', () => {
  const parentOf = parentFinder(roll, SECRET);

  test('by the code of their link, also typed from paper', () => {
    const code = codeFor(SECRET, nadia.email);
    expect(code).toMatch(/^[2-9A-HJKMNP-TV-Z]{4}(-[2-9A-HJKMNP-TV-Z]{4}){2}$/);
    for (const sent of [code, code.toLowerCase(), code.replaceAll('-', ''), ` ${code} `])
      expect(parentOf({ code: sent, typedEmail: '' })).toEqual({ entry: nadia, by: 'by the code we mailed' });
    // Whoever types somebody else's address beside it is still who the code says.
    expect(parentOf({ code, typedEmail: lee.email })).toEqual({ entry: nadia, by: 'by the code we mailed' });
  });

  test('else by an address that is on the list', () => {
    expect(parentOf({ code: '', typedEmail: lee.email })).toEqual({ entry: lee, by: 'typed' });
    expect(parentOf({ code: 'AAAA-AAAA-AAAA', typedEmail: lee.email })).toEqual({ entry: lee, by: 'typed' });
    expect(parentOf({ code: '', typedEmail: 'stranger@example.org' })).toBeNull();
    expect(parentOf({ code: '', typedEmail: '' })).toBeNull();
  });

  test('pupils, and adults without children at the school, are nobody’s parents', () => {
    expect(parentOf({ code: codeFor(SECRET, amira.email), typedEmail: amira.email })).toBeNull();
  });

  test('a code made with another secret is none', () => {
    expect(parentOf({ code: codeFor('another secret', nadia.email), typedEmail: '' })).toBeNull();
  });

  test('codes differ from parent to parent', () => {
    const codes = Array.from({ length: 5_000 }, (_, index) => codeFor(SECRET, `parent${index}@example.org`));
    expect(new Set(codes).size).toBe(codes.length);
  });

  test('the personal link is the form’s own with the code in its place', () => {
    expect(personalLink({ prefill: `https://forms.example/viewform?usp=pp_url&entry.1=${CODE_HERE}` }, 'K7QD-2MPX-9HTB')).toBe(
      'https://forms.example/viewform?usp=pp_url&entry.1=K7QD-2MPX-9HTB',
    );
    expect(personalLink({ prefill: '' }, 'K7QD-2MPX-9HTB')).toBe('');
  });
});

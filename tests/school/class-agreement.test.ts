import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { versionOf } from '../../src/agreements/agreement.ts';
import { classKey } from '../../src/agreements/asking/members.ts';
import { BUILT_IN } from '../../src/agreements/built-in/index.ts';
import {
  classAgreementId,
  classText,
  isHardToRead,
  LONGEST_RULE,
  MOST_OWN_RULES,
  ownRulesFrom,
  rulesIn,
} from '../../src/agreements/classes/class-agreement.ts';
import { classFor } from '../../src/agreements/classes/class-people.ts';
import { IDEMPOTENCY_KEY } from '../../src/records/records.ts';
import { personFor } from '../../src/school/person.ts';
import { readRoll } from '../../src/school/roll.ts';
import type { School } from '../../src/school/school.ts';

const base = BUILT_IN.class;
const schools = rulesIn(base).schools;

describe('A7: the id of a class’s agreement', () => {
  test.each([
    ['3A', 'class-3a'],
    ['3a', 'class-3a'],
    [' 3A ', 'class-3a'],
    ['RA', 'class-ra'],
    ['Oak', 'class-oak'],
    ['3/4 Elm', /^class-3-4-elm-[0-9a-f]{8}$/],
    ['3-4 Elm', /^class-3-4-elm-[0-9a-f]{8}$/],
    ['Ysgol 3', /^class-ysgol-3-[0-9a-f]{8}$/],
    ['Élan', /^class-elan-[0-9a-f]{8}$/],
    ['★', /^class--[0-9a-f]{8}$/],
    ['The very long name of a class by the sea', /^class-the-very-long-name-o-[0-9a-f]{8}$/],
  ])('“%s” gives %s', (name, id) => {
    if (typeof id === 'string') expect(classAgreementId(name)).toBe(id);
    else expect(classAgreementId(name)).toMatch(id);
  });

  /** Names as schools give them, and anything at all. */
  const names = fc.oneof(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }), fc.stringMatching(/^[1-9]?[A-C]?[ /-]?(Elm|Oak|Ash|Élan)?$/));

  test('two classes have two ids, and one class has one, however it is typed', () => {
    fc.assert(
      fc.property(names, names, (a, b) => {
        expect(classAgreementId(a) === classAgreementId(b)).toBe(classKey(a) === classKey(b));
      }),
    );
  });

  test('it fits wherever ids go: keys of files, subjects of the journal, keys of requests', () => {
    fc.assert(
      fc.property(names, (name) => {
        const id = classAgreementId(name);
        expect(id).toMatch(/^class-[a-z0-9-]+$/);
        expect(id.length).toBeLessThanOrEqual(40);
        expect(`first-${id}-1`).toMatch(IDEMPOTENCY_KEY);
      }),
    );
  });
});

describe('A7: rules that a class adds', () => {
  test.each([
    ['an empty one', [''], 'rule-empty', 'ownRules.0'],
    ['one of blanks', ['We share.', ' \n '], 'rule-empty', 'ownRules.1'],
    ['one of marks alone', ['…'], 'rule-empty', 'ownRules.0'],
    ['the same twice', ['We share tablets.', 'we  share tablets'], 'rule-doubled', 'ownRules.1'],
    ['one of the school’s', ['We share.', 'we keep NAMES, homes and passwords private'], 'rule-doubled', 'ownRules.1'],
  ])('%s is refused, and the input is named', (_, typed, code, field) => {
    expect(() => ownRulesFrom(typed, schools)).toThrow(expect.objectContaining({ code, field }));
  });

  test('each is kept as one line, in the order in which they were written', () => {
    expect(ownRulesFrom(['  We share\n the\u0000tablets. ', 'Ni sy’n garedig.'], schools)).toEqual(['We share the tablets.', 'Ni sy’n garedig.']);
  });

  const rule = fc.string({ unit: 'grapheme', minLength: 1, maxLength: LONGEST_RULE });

  test('whatever was typed: it is refused, or every rule is kept, said once, and nothing else is', () => {
    fc.assert(
      fc.property(fc.array(rule, { maxLength: MOST_OWN_RULES }), (typed) => {
        let rules: string[];
        try {
          rules = ownRulesFrom(typed, schools);
        } catch (error) {
          expect(error).toMatchObject({ name: 'Refusal', field: expect.stringMatching(/^ownRules\.\d$/) });
          return;
        }
        expect(rules).toHaveLength(typed.length);
        expect(new Set([...rules, ...schools]).size).toBe(rules.length + schools.length);
        for (const each of rules) expect(each).not.toMatch(/[\n\r\t]|^\s|\s$|^$/);
        // What was kept can be typed again.
        expect(ownRulesFrom(rules, schools)).toEqual(rules);
      }),
    );
  });

  test('the text of a class can be taken apart again into the school’s rules and its own', () => {
    fc.assert(
      fc.property(fc.array(rule, { maxLength: MOST_OWN_RULES }), (own) => {
        expect(rulesIn(classText(base, '3A', own))).toEqual({ schools, own });
      }),
    );
  });

  test('with no rules of its own a class agrees to the school’s, and the title says whose agreement it is', () => {
    const text = classText(base, '3/4 Elm', []);
    expect(text.sections).toEqual(base.sections);
    expect(text.title).toMatch(/: 3\/4 Elm$/);
    expect(versionOf('class-x', 1, classText(base, '3A', [])).sha256).not.toBe(versionOf('class-x', 1, text).sha256);
  });

  test.each([
    ['We are kind.', false],
    ['We put the tablets away when the bell rings.', false],
    ['If we see something bad, we turn the screen off and tell an adult.', false],
    ['We acknowledge our collective responsibility regarding inappropriate communication.', true],
    ['We refrain from disseminating photographs of individuals without obtaining permission beforehand.', true],
    ['Responsibility.', false],
    ['', false],
  ])('“%s”: hard for nine-year-olds: %s', (text, isHard) => expect(isHardToRead(text)).toBe(isHard));

  test('none of the school’s own rules is called hard', () => expect(schools.filter(isHardToRead)).toEqual([]));
});

describe('A7: who opens the page of a class', () => {
  const domain = 'quillhaven.example';
  const lines = [
    'email,first name,surname,role,class,job title,parent of,leaving date',
    `teacher@${domain},Sam,Okafor,teacher,3A,Teacher,,`,
    `two@${domain},Ada,Poole,teacher,3B; 4B,Teacher,,`,
    `supply@${domain},Nia,Frost,supply,3a,,,`,
    `gone@${domain},Ed,Gone,teacher,3A,Teacher,,2026-09-01`,
    `governor@${domain},Lou,Vane,governor,3A,,,`,
    `helper@${domain},Hal,Vane,volunteer,3A,,,`,
    `music@${domain},Elspeth,Drum,teacher,,Music,,`,
    `zed@${domain},Zed,Abbot,pupil,3A,,,`,
    `amy@${domain},Amy,Abbott,pupil,3a,,,`,
    `bea@${domain},Bea,Abbot,pupil,3A,,,`,
    `left@${domain},Lee,Left,pupil,3A,,,2026-09-04`,
    `other@${domain},Oli,Other,pupil,3B,,,`,
    `noclass@${domain},Nic,None,pupil,,,,`,
    `mum@example.org,Mo,Abbot,parent,,,zed@${domain} bea@${domain},`,
    `dad@example.org,Di,Abbott,parent,,,amy@${domain},`,
    `bad[x]@example.org,Jo,Abbott,parent,,,amy@${domain},`,
    `moved@example.org,Jo,Left,parent,,,left@${domain},`,
  ].map((line) => line.split(','));
  const { entries: roll, faults } = readRoll(lines);
  const school = {
    ...{ head: `head@${domain}`, dsl: `dsl@${domain}`, chair: `chair@${domain}`, clerk: '', slt: [] },
    ...{ deputies: [], approvers: [`approver@${domain}`], technicians: [], office: [`office@${domain}`] },
  } as unknown as School;
  const now = '2026-09-07T08:00:00.000Z';
  const open = (who: string, className: string) => classFor(className, { me: personFor(`${who}@${domain}`, school, roll), roll, now });
  const outcome = (who: string, className: string) => {
    try {
      return open(who, className).pupils.length;
    } catch (error) {
      return (error as { code: string }).code;
    }
  };

  test.each([
    ['teacher', 3, 'not-yours', 'not-yours', 'not-yours'],
    ['supply', 3, 'not-yours', 'not-yours', 'not-yours'],
    ['two', 'not-yours', 1, 'not-yours', 'not-yours'],
    ['music', 'not-yours', 'not-yours', 'not-yours', 'not-yours'],
    ['gone', 'not-yours', 'not-yours', 'not-yours', 'not-yours'],
    ['governor', 'not-yours', 'not-yours', 'not-yours', 'not-yours'],
    ['helper', 'not-yours', 'not-yours', 'not-yours', 'not-yours'],
    ['zed', 'not-yours', 'not-yours', 'not-yours', 'not-yours'],
    ['dsl', 'not-yours', 'not-yours', 'not-yours', 'not-yours'],
    ['chair', 'not-yours', 'not-yours', 'not-yours', 'not-yours'],
    ['head', 3, 1, 'no-such-class', 'no-such-class'],
    ['office', 3, 1, 'no-such-class', 'no-such-class'],
    ['approver', 3, 1, 'no-such-class', 'no-such-class'],
  ])('%s: 3A %s, 3B %s, a class there is not %s, none %s', (who, ...outcomes) => {
    expect(faults).toEqual([]);
    expect(['3A', '3B', '9Z', ''].map((className) => outcome(who, className))).toEqual(outcomes);
  });

  test('others are told the same whether there is such a class or not', () => {
    const said = (className: string) => {
      try {
        return open('music', className);
      } catch (error) {
        return (error as Error).message;
      }
    };
    expect(said('9Z')).toBe(said('3A'));
    expect(said('3A')).toMatch(/signed in as music@/);
  });

  test('a class with a teacher and no pupils yet opens empty', () => expect(outcome('two', '4B')).toBe(0));

  test('pupils stand in the order of the register, without those who have left; parents are those of its pupils, once each, if a mail can reach them', () => {
    const { name, pupils, parents } = open('teacher', '3a');
    expect(name).toBe('3A');
    expect(pupils.map(({ givenName }) => givenName)).toEqual(['Bea', 'Zed', 'Amy']);
    expect(parents).toEqual(['mum@example.org', 'dad@example.org']);
  });
});

import { expect, test } from '@jest/globals';
import { unsignedOn } from '../../src/lessons/checking/unsigned.ts';
import type { NewEvent } from '../../src/records/journal.ts';
import { approved, closed, published, retired, signed, started } from '../support/agreement-events.ts';
import { Ledger } from '../support/ledger.ts';
import { named } from '../support/roll.ts';

const SCHOOL = { technicians: [], roleAccount: 'office@q.example' };
const SAM = named('sam@q.example', 'Sam', 'Okafor', { kind: 'staff', className: '3A' });
const NADINE = named('nadine@q.example', 'Nadine', 'Frost', { kind: 'supply' });
const AMIRA = named('amira@q.example', 'Amira', 'Khan', { kind: 'pupil', className: '3A' });
const BEN = named('ben@q.example', 'Ben', 'Lowe', { kind: 'pupil', className: '3A' });
const YUSUF = named('yusuf@q.example', 'Yusuf', 'Khan', { kind: 'pupil', className: '1A' });
const at = '2026-09-02T08:00:00.000Z';

function unsigned(events: readonly NewEvent[], day = '2026-09-09') {
  const ledger = new Ledger();
  ledger.record(events, at);
  return unsignedOn(day, ledger, SCHOOL);
}

const inUse = (id: string, options: Parameters<typeof published>[1]) => [published(id, options), started(`round-${id}`, [id])];
const KS2 = inUse('ks2', { audience: 'ks2' });

test('D4: with nothing to sign for anybody, nobody has signed and nobody has not', () => {
  expect(unsigned([])([AMIRA])).toBeNull();
  expect(unsigned(KS2)([SAM])).toBeNull();
});

test('D4: a text that is only being looked at, and one that was retired, is asked of nobody', () => {
  expect(unsigned([published('ks2', { audience: 'ks2' })])([AMIRA])).toBeNull();
  expect(unsigned([...KS2, retired('ks2')])([AMIRA])).toBeNull();
});

test('D4: named are those who have not signed; of the others nobody', () => {
  const some = unsigned([...KS2, signed('ks2', BEN.email, { audience: 'ks2', at })]);
  expect(some([AMIRA, BEN])).toEqual(['Amira Khan']);
  expect(some([BEN])).toEqual([]);
});

test('D4: a signature under an older text, one that was closed, and a teacher’s without approval do not hold', () => {
  const older = [...KS2, signed('ks2', AMIRA.email, { audience: 'ks2', at }), published('ks2', { audience: 'ks2', version: 2 })];
  expect(unsigned(older)([AMIRA])).toEqual(['Amira Khan']);
  expect(unsigned([...KS2, signed('ks2', AMIRA.email, { audience: 'ks2', at }), closed('ks2', AMIRA.email, 'Left')])([AMIRA])).toEqual(['Amira Khan']);
  const staff = [...inUse('staff', { audience: 'staff' }), signed('staff', SAM.email, { at })];
  expect(unsigned(staff)([SAM])).toEqual(['Sam Okafor']);
  expect(unsigned([...staff, approved('staff', SAM.email)])([SAM])).toEqual([]);
});

test('D4: access that ends on a day holds on that day and not on the next', () => {
  const events = [
    ...inUse('supply', { audience: 'supply' }),
    signed('supply', NADINE.email, { audience: 'supply', at }),
    approved('supply', NADINE.email, '2026-09-09'),
  ];
  expect(unsigned(events, '2026-09-09')([NADINE])).toEqual([]);
  expect(unsigned(events, '2026-09-10')([NADINE])).toEqual(['Nadine Frost']);
});

test('D4: a class’s own rules count for its pupils besides the school’s', () => {
  const events = [...KS2, ...inUse('class-3a', { audience: 'class', className: '3A' }), signed('ks2', AMIRA.email, { audience: 'ks2', at })];
  expect(unsigned(events)([AMIRA])).toEqual(['Amira Khan']);
  expect(unsigned([...events, signed('class-3a', AMIRA.email, { audience: 'class', at })])([AMIRA])).toEqual([]);
});

test('D4: the parents’ counts for a young pupil who signs none, and does not count against one who has signed their own', () => {
  const parents = inUse('parents', { audience: 'parent' });
  expect(unsigned(parents)([YUSUF])).toEqual(['Yusuf Khan']);
  expect(unsigned([...parents, signed('parents', YUSUF.email, { audience: 'parent', at })])([YUSUF])).toEqual([]);
  expect(unsigned([...parents, ...KS2, signed('ks2', AMIRA.email, { audience: 'ks2', at })])([AMIRA])).toEqual([]);
});

test('D4: somebody for whom there is no agreement has not signed where others have one', () => {
  const events = [...KS2, signed('ks2', AMIRA.email, { audience: 'ks2', at })];
  expect(unsigned(events)([AMIRA, YUSUF])).toEqual(['Yusuf Khan']);
});

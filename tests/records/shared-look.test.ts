import { expect, test } from '@jest/globals';
import { caseTable } from '../../src/incidents/case.ts';
import { flagTable } from '../../src/messages/flag.ts';
import { alertTable } from '../../src/messages/triage/alerts.ts';
import { RecordsDamaged } from '../../src/records/errors.ts';
import type { OutboxEntry } from '../../src/records/outbox.ts';
import type { OfficeRecords } from '../../src/records/records.sheet.ts';
import type { RecordsView } from '../../src/records/records.ts';
import { sharingLooks } from '../../src/records/shared-look.ts';
import { LedgerRecords } from '../support/ledger-records.ts';
import { aSchool } from '../support/school.ts';

const SHARED = [caseTable, alertTable];

/** Records that count how often they are read. */
function counted({ damaged = '', waiting = [] as OutboxEntry[] } = {}) {
  const ledger = new LedgerRecords('2026-09-07T08:00:00.000Z');
  const reads: string[] = [];
  const read = <T>(what: string, value: T): T => {
    reads.push(what);
    return value;
  };
  const records: OfficeRecords = {
    view: (tables): RecordsView => {
      const names = tables.map(({ name }) => name).join(' ');
      reads.push(names);
      if (damaged !== '' && names.includes(damaged)) throw new RecordsDamaged(damaged, 'a column is missing');
      return ledger.view();
    },
    glance: () => ledger.view(),
    decide: (request, decide) => ledger.decide(request, decide),
    history: (subject) => ledger.history(subject),
    histories: (subjects) => ledger.histories(subjects),
    slice: () => ledger.slice(),
    outbox: { waiting: () => read('outbox', waiting), note: () => read('note', []), drop: () => undefined },
    ensure: () => ({ fileId: '', mended: [] }) as never,
    remakeAll: () => undefined,
    remakeNext: () => true,
    eraseNext: () => [],
  };
  return { records: sharingLooks(records, SHARED), reads };
}

const DECISION = { key: 'decided-once', actor: 'heartbeat' };
const NOTHING = () => ({ events: [], answer: null });

test('what a run glances at again and again is read once, and read anew after each write of its own', () => {
  const { records, reads } = counted();
  for (const tables of [[caseTable], [alertTable], [], SHARED]) records.glance(tables);
  expect(reads).toEqual(['Cases Alerts']);
  records.decide(DECISION, NOTHING);
  records.glance([caseTable]);
  expect(reads).toHaveLength(2);
  records.outbox.note([], []);
  records.glance([caseTable]);
  expect(reads.filter((what) => what === 'Cases Alerts')).toHaveLength(3);
});

test('a write that failed may have had its effect: what is glanced at is read anew', () => {
  const { records, reads } = counted();
  records.glance([caseTable]);
  expect(() =>
    records.decide(DECISION, () => {
      throw new Error('Google did not answer');
    }),
  ).toThrow();
  records.glance([caseTable]);
  expect(reads).toHaveLength(2);
});

test('whoever acts on rows reads them fresh, and so does whoever glances at another table', () => {
  const { records, reads } = counted();
  records.glance([caseTable]);
  records.view([caseTable]);
  records.glance([flagTable]);
  expect(reads).toEqual(['Cases Alerts', 'Cases', 'Flags']);
});

test('one table that is damaged keeps nobody from glancing at the others', () => {
  const { records, reads } = counted({ damaged: 'Alerts' });
  for (let looks = 0; looks < 2; looks += 1) expect(records.glance([caseTable]).rows(caseTable)).toEqual([]);
  expect(() => records.glance([alertTable])).toThrow(RecordsDamaged);
  expect(reads).toEqual(['Cases Alerts', 'Cases', 'Cases', 'Alerts']);
});

test('an outbox in which nothing waited is not read again before something was written; one in which something waits is', () => {
  const empty = counted();
  for (let looks = 0; looks < 3; looks += 1) expect(empty.records.outbox.waiting()).toEqual([]);
  expect(empty.reads).toEqual(['outbox']);
  empty.records.decide(DECISION, NOTHING);
  empty.records.outbox.waiting();
  expect(empty.reads).toEqual(['outbox', 'outbox']);
  const full = counted({ waiting: [{ id: '1-1' } as OutboxEntry] });
  for (let looks = 0; looks < 2; looks += 1) full.records.outbox.waiting();
  expect(full.reads).toEqual(['outbox', 'outbox']);
});

test('a beat in which nothing is to be done reads Sheets at most eight times of the sixty that Google allows in a minute', () => {
  const school = aSchool();
  const beat = () => {
    school.workspace.clock.pass(300_000);
    return school.beat();
  };
  beat();
  beat();
  const { calls } = beat();
  expect(calls.filter(({ name }) => name.startsWith('Sheets.')).length).toBeLessThanOrEqual(8);
});

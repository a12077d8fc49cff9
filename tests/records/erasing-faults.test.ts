import { expect, test } from '@jest/globals';
import { journalReader } from '../../src/records/journal-rows.ts';
import { verify } from '../../src/records/verify.ts';
import { faultSweep } from '../support/fault-sweep.ts';
import { DSL, RecordsOffice } from './office/world.ts';

/** Two people have decided to erase the third of three concerns; a mail still waits. */
function aDecision(): RecordsOffice {
  const office = RecordsOffice.ready();
  for (const number of [1, 2, 3]) office.call('raise', `press-000${number}`, DSL, `story ${number} in words of its own`);
  office.call('sendMail');
  office.call('queue', 'mails-0001', [{ to: [DSL], subject: 'Still waiting', body: '' }]);
  office.call('decideErasure', 'C-3');
  return office;
}

const NEW = ['press-0008', DSL, 'something new'] as const;
/** Schools where somebody was told that it was recorded. */
const told = new WeakSet<RecordsOffice>();
const raise = (office: RecordsOffice, by = office) => {
  if (by.run('raise', [...NEW]).ok) told.add(office);
};
/** Of another project: it does not know this one's lock. */
const raiseWithoutTheLock = (office: RecordsOffice) => raise(office, office.twin());

/** The beats that follow, and whoever was refused presses again. */
function recover(office: RecordsOffice): void {
  for (let beat = 0; beat < 3; beat += 1) office.run('erase');
  if (told.has(office)) expect(JSON.stringify(office.cells('Journal'))).toContain('something new');
  office.call('raise', ...NEW);
  office.call('sendMail');
}

function isErasedAndWhole(office: RecordsOffice, where: string): void {
  const stored = JSON.stringify([office.workspace.data.files, office.spreadsheets, office.properties]);
  const [headings = [], ...rows] = office.cells('Journal').map((cells) => cells.map((cell) => cell?.v ?? ''));
  const entries = rows.filter(([first]) => first !== '').map(journalReader(headings));
  expect({
    where,
    files: office.spreadsheets.length,
    inUse: office.properties['file:records'] === office.spreadsheet.id,
    erased: !stored.includes('story 3'),
    history: verify(entries).ok,
    recordedOnce: entries.filter(({ payload }) => payload.includes('something new')).length,
    saidOnce: entries.filter(({ action }) => action === 'erasure done').length,
    cases: office.call<{ cases: { story: string }[] }>('look').cases.map(({ story }) => story.slice(0, 7)),
    mailed: office.mailTo(DSL).filter((raw) => raw.includes('Still waiting')).length,
    mails: office.mailTo(DSL).length,
    waiting: office.call('waitingMail'),
  }).toEqual({
    where,
    ...{ files: 1, inUse: true, erased: true, history: true, recordedOnce: 1, saidOnce: 1 },
    ...{ cases: ['story 1', 'story 2', 'somethi'], mailed: 1, mails: 5, waiting: [] },
  });
}

/** What only looks at Google's answer to a look: nothing depends on which of them fails. */
const WRITES = /batchUpdate|create|update|remove|setProperty|deleteProperty|tryLock/;

test('B21: whichever call of an erasure fails, and whoever records something meanwhile: it is erased once, and nothing is lost', () => {
  faultSweep<RecordsOffice>({
    arrange: aDecision,
    clone: (office) => office.another(),
    tries: (call) => WRITES.test(call),
    operation: (office, faults) => office.run('erase', [], faults),
    meanwhile: [(office) => raise(office), raiseWithoutTheLock],
    recover,
    invariant: isErasedAndWhole,
  });
});

test('B21: a run dies right after the old file was closed, and the next beat comes from another version of Handrail: all is there', () => {
  const office = aDecision();
  const names = office
    .clone()
    .run('erase')
    .calls.map(({ name }) => name);
  const noted = names.indexOf('Properties.setProperty', names.indexOf('Lock.tryLock'));
  const closing = names.lastIndexOf('Sheets.Spreadsheets.batchUpdate', noted);
  office.run('erase', [], [{ at: closing + 1, kind: 'dies after' }]);
  const successor = office.spreadsheets.find(({ id }) => id !== office.properties['file:records']);
  const head = successor?.sheets.find(({ name }) => name === 'Head')?.rows[1];
  if (!successor || !head) throw new Error('no successor');
  head[4] = { v: 'another build' };
  Object.assign(office.workspace.data.files[successor.id]?.appProperties[office.scriptId] ?? {}, { job: 'of another build' });
  recover(office);
  isErasedAndWhole(office, 'after another version');
});

test('B21: whoever is writing when the records move, at whatever moment, is brought along or told to try again', () => {
  faultSweep<RecordsOffice>({
    arrange: aDecision,
    clone: (office) => office.another(),
    operation: (office, faults) => {
      const run = office.run('raise', [...NEW], faults);
      if (run.ok) told.add(office);
      return run;
    },
    meanwhile: (office) => void office.run('erase'),
    recover,
    invariant: isErasedAndWhole,
  });
});

test('B21: mails that are being sent when the records move go once', () => {
  faultSweep<RecordsOffice>({
    arrange: aDecision,
    clone: (office) => office.another(),
    operation: (office, faults) => office.run('sendMail', [], faults),
    meanwhile: (office) => void office.run('erase'),
    recover,
    invariant: isErasedAndWhole,
  });
});

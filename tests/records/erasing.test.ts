import { expect, test } from '@jest/globals';
import { journalReader } from '../../src/records/journal-rows.ts';
import { verify } from '../../src/records/verify.ts';
import { DSL, RecordsOffice } from './office/world.ts';

/** Three concerns; two people have decided to erase the second. */
function aDecision(): RecordsOffice {
  const office = RecordsOffice.ready();
  for (const number of [1, 2, 3]) office.call('raise', `press-000${number}`, DSL, `story ${number} in words of its own`);
  office.call('close', 'press-0004', DSL, 'C-2');
  office.call('sendMail');
  office.call('decideErasure', 'C-2');
  return office;
}

const history = (office: RecordsOffice) => {
  const [headings = [], ...rows] = office.cells('Journal').map((cells) => cells.map((cell) => cell?.v ?? ''));
  return verify(rows.filter(([first]) => first !== '').map(journalReader(headings)));
};

/** Everything that Google keeps of it, in files and their properties; mails are not the records'. */
const everything = (office: RecordsOffice) => JSON.stringify([office.workspace.data.files, office.spreadsheets, office.properties]);

test('B21: what two people decided to erase is nowhere any more, the old file is gone past the bin, and everything else is as it was', () => {
  const office = aDecision();
  const old = office.spreadsheet.id;
  expect(everything(office)).toContain('story 2');
  expect(office.call('erase')).toEqual(['C-2']);

  expect(everything(office)).not.toContain('story 2');
  expect(office.workspace.data.files[old]).toBeUndefined();
  expect(office.spreadsheets).toHaveLength(1);
  const file = office.workspace.data.files[office.spreadsheet.id];
  expect(file).toMatchObject({ name: 'Handrail records', permissions: [{ role: 'owner' }], appProperties: { [office.scriptId]: { handrail: 'records' } } });
  expect(history(office)).toMatchObject({ ok: true, count: 7, erased: [2, 4], approved: [2, 4] });
  expect(office.call('look')).toMatchObject({
    cases: [
      { reference: 'C-1', story: 'story 1 in words of its own' },
      { reference: 'C-3', story: 'story 3 in words of its own' },
    ],
    days: [{ raised: 2 }],
  });
  expect(office.call('history', 'C-2')).toMatchObject([{ action: 'erasure asked' }, { action: 'erasure approved' }, { action: 'erasure done' }]);
  expect(office.call('erasures')).toMatchObject([{ subject: 'C-2', state: 'done', askedBy: 'sam', decidedBy: 'head', events: [2, 4] }]);
});

test('B21: people go on working in the new file: the same press counts once, mails go once, nothing is missing for the set-up', () => {
  const office = aDecision();
  office.call('queue', 'mails-0001', [{ to: [DSL], subject: 'Still waiting', body: '' }]);
  office.call('erase');
  expect(office.call('raise', 'press-0001', DSL, 'story 1 in words of its own')).toEqual({ reference: 'C-1' });
  expect(office.call('raise', 'press-0009', DSL, 'another')).toEqual({ reference: 'C-3' });
  expect(office.call('sendMail')).toMatchObject({ sent: 2, problem: null });
  expect(office.mailTo(DSL).filter((raw) => raw.includes('Still waiting'))).toHaveLength(1);
  expect(office.call<{ done: string[] }>('ensure').done).toEqual([]);
  const id = office.spreadsheet.id;
  office.call('erase');
  expect(office.spreadsheet.id).toBe(id);
});

test('B21: what the event had left elsewhere goes with it: the answer to its key, the list of its mails', () => {
  const office = aDecision();
  const sent = () => office.cells('Sent').flatMap(([id]) => (id?.v ? [String(id.v)] : []));
  expect(sent()).toContain('2-1');
  office.call('erase');
  expect(sent()).toEqual(['Id', '1-1', '3-1']);
  expect(office.call('raise', 'press-0002', DSL, 'story 2 in words of its own')).toBeNull();
  expect(office.call('raise', 'press-0003', DSL, 'story 3 in words of its own')).toEqual({ reference: 'C-3' });
});

test('B21: nothing is erased that only one has asked for, or that nobody has', () => {
  const office = RecordsOffice.ready();
  office.call('raise', 'press-0001', DSL, 'story 1');
  const id = office.spreadsheet.id;
  expect(office.call('erase')).toEqual([]);
  expect(office.spreadsheet.id).toBe(id);
});

test('B21: a history that is not as it was written is not written anew: it stays where it is', () => {
  const office = aDecision();
  const old = office.spreadsheet.id;
  office.type('Journal', 2, 10, '{"story":"nothing happened"}');
  expect(office.run('erase').error?.message).toContain('something is wrong with event 1: its payload was changed');
  expect(office.properties['file:records']).toBe(old);
});

test('B21: what is decided while the records are being written anew waits for the next time', () => {
  const office = aDecision();
  expect(office.call('erase', 2)).toEqual([]);
  office.call('decideErasure', 'C-3');
  expect(office.call('erase')).toEqual(['C-2']);
  expect(everything(office)).toContain('story 3');
  expect(office.call('erase')).toEqual(['C-2', 'C-3']);
  expect(everything(office)).not.toContain('story 3');
  expect(history(office)).toMatchObject({ ok: true, erased: [2, 3, 4] });
});

test('B21: what is recorded about the same case afterwards can be erased as well', () => {
  const office = aDecision();
  office.call('erase');
  office.call('raiseBlindly', 'press-0010', 'C-2');
  const old = office.spreadsheet.id;
  expect(office.call('decideErasure', 'C-2')).toEqual([8]);
  office.call('erase');
  expect(office.workspace.data.files[old]).toBeUndefined();
  expect(history(office)).toMatchObject({ ok: true, erased: [2, 4, 8] });
  expect(office.call('erasures')).toMatchObject([{ state: 'done', events: [8] }]);
});

test('B21: whoever throws the half-written file away, or deploys a new version meanwhile, makes it begin anew', () => {
  const office = aDecision();
  office.call('erase', 3);
  const half = office.spreadsheets.find(({ id }) => id !== office.properties['file:records']);
  if (!half) throw new Error('no half-written file');
  delete office.workspace.data.files[half.id];
  delete office.workspace.data.spreadsheets[half.id];
  expect(office.call('erase')).toEqual(['C-2']);
  expect(office.spreadsheets).toHaveLength(1);
});

test('B21: thousands of events are written anew stretch by stretch, over many beats, while people go on recording', () => {
  const office = RecordsOffice.ready();
  office.fill(2_500);
  office.call('decideErasure', 'C-1200');
  let beats = 0;
  while (office.call<string[]>('erase', 6).length === 0) {
    beats += 1;
    expect(office.run('raiseBlindly', [`press-${1_000 + beats}`, `N-${beats}`]).ok).toBe(true);
    if (beats > 40) throw new Error('it never ends');
  }
  expect(beats).toBeGreaterThan(1);
  expect(everything(office)).not.toContain('as on day 1199.');
  expect(history(office)).toMatchObject({ ok: true, count: 2_500 + beats + 3, erased: [1_200] });
  expect(office.call<{ cases: unknown[] }>('look').cases).toHaveLength(2_499 + beats);
});

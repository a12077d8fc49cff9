import { expect, test } from '@jest/globals';
import type { Unbroken } from '../../src/records/verify.ts';
import { RecordsOffice } from './office/world.ts';

type Stretch = Unbroken & { isLast: boolean };

test('B21: 50,000 events are verified stretch by stretch, each with the same few calls, and a change far down is found', () => {
  const office = RecordsOffice.ready();
  office.fill(50_000);
  const calls: number[] = [];
  let walked: Stretch | undefined;
  do {
    const run = office.run('checkFrom', walked ? [walked] : []);
    if (!run.ok) throw new Error(run.error?.message);
    calls.push(run.calls.length);
    walked = run.value as Stretch;
  } while (!walked.isLast);
  expect(walked).toMatchObject({ ok: true, count: 50_000, head: { sequence: 50_000, hash: office.cells('Journal')[50_000]?.[8]?.v } });
  expect(calls).toEqual(Array.from({ length: 10 }, () => calls[0]));

  office.type('Journal', 43_211, 3, 'someone.else@quillhaven.example');
  const before = { head: { sequence: 40_000, hash: String(office.cells('Journal')[40_000]?.[8]?.v) }, erased: [], approved: [] };
  expect(office.call('checkFrom', before)).toMatchObject({ ok: false, sequence: 43_210, why: 'its time, actor, action, subject or hash was changed' });
});

import { expect, test } from '@jest/globals';
import { faultSweep } from '../support/fault-sweep.ts';
import { MAY_DELETE, MailOffice } from './mailbox/world.ts';

const DECISION = { dpia: 'DPIA-7', decidedBy: 'Rosa Lind', decidedOn: '2026-09-01', until: '2027-07-31', units: 'Pupils', told: 'all' };
const TEXTS = ['flag 3 one', 'See you', 'flag 2 two', 'At lunch', 'flag 1 three'];

function withMail(): MailOffice {
  const office = MailOffice.ready({ scopes: MAY_DELETE, mode: 'journal' });
  office.call('set', 'journal', DECISION);
  for (const text of TEXTS) office.copy(text, { why: 'journal' });
  return office;
}

/** What is in the mailbox and in the table of flags in the end: each message once, and the harmless ones gone. */
function allIsWell(office: MailOffice, where: string): void {
  const left = office.mailbox.messages().filter(({ labelIds }) => !labelIds.includes('DRAFT') && !labelIds.includes('SENT'));
  const told = {
    where,
    filed: [...office.filed].sort(),
    labels: left.map(({ id }) => office.labels(id)?.find((label) => label.startsWith('Handrail/')) ?? 'none').sort(),
    unread: office.state.unread,
    owed: office.state.owed,
    read: office.state.weeks[0]?.[1],
    deleted: office.state.weeks[0]?.[2],
  };
  expect(told).toEqual({
    where,
    filed: left.map(({ id }) => id).sort(),
    labels: ['Handrail/High', 'Handrail/Low', 'Handrail/Medium'],
    unread: {},
    owed: {},
    read: TEXTS.length,
    deleted: 2,
  });
}

test('C1: whichever call of triage fails, no message is lost and none is filed or counted twice', () => {
  faultSweep<MailOffice>({
    arrange: withMail,
    clone: (office) => office.another(),
    operation: (office, faults) => office.beat(faults),
    meanwhile: (office) => void office.run('beat', [60_000]),
    recover: (office) => {
      for (let beat = 0; beat < 3; beat += 1) office.beat();
    },
    invariant: allIsWell,
  });
});

test('C1: the same while a lost history is made good', () => {
  faultSweep<MailOffice>({
    arrange: () => {
      const office = withMail();
      office.workspace.clock.pass(9 * 86_400_000);
      office.copy('flag 1 late', { why: 'journal' });
      return office;
    },
    clone: (office) => office.another(),
    tries: (name) => name.startsWith('Gmail') || name.startsWith('Properties'),
    operation: (office, faults) => office.beat(faults),
    recover: (office) => {
      for (let beat = 0; beat < 3; beat += 1) office.beat();
    },
    invariant: (office, where) => expect({ where, filed: office.filed.length, left: office.mailbox.messages().length }).toEqual({ where, filed: 4, left: 4 }),
  });
});
